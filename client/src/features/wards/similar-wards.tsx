import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward, WardDetail } from "@needs-map/shared/contract/ward";
import { Link } from "@tanstack/react-router";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure } from "../../words/numbers.ts";
import { intervalWords, type WardFact } from "./ward-facts.ts";
import styles from "./wards.module.css";
import { MOST_COMPARED } from "./wards-to-compare.ts";

interface Props {
  readonly place: PlaceDetail;
  readonly ward: WardDetail;
  readonly wards: readonly Ward[];
  /** Those by which wards are found alike. */
  readonly facts: readonly WardFact[];
}

/** The wards most like one, nearest first, with the figures by which they are alike. */
export function SimilarWards({ place, ward, wards, facts }: Props) {
  const rows = [ward.code, ...ward.similar].map((code) => wards.findIndex((one) => one.code === code));
  const compared = [ward.code, ...ward.similar].slice(0, MOST_COMPARED);
  return (
    <>
      <ScrollRegion label={`Wards like ${ward.name}`} className={`${page.scroll} ${styles.narrow}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Ward</th>
              <th scope="col" className={page.number}>
                People
              </th>
              {facts.map(({ id, title }) => (
                <th key={id} scope="col" className={page.number}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const one = wards[row];
              return (
                one && (
                  <tr key={one.code} className={at === 0 ? styles.self : undefined}>
                    <th scope="row">
                      {at === 0 ? (
                        one.name
                      ) : (
                        <Link to="/$place/wards/$code" params={{ place: place.id, code: one.code }} search={true}>
                          {one.name}
                        </Link>
                      )}
                    </th>
                    <td className={page.number}>{figure(one.people)}</td>
                    {facts.map((fact) => (
                      <td key={fact.id} className={page.number}>
                        {fact.show(fact.values[row] ?? Number.NaN)}
                        {fact.intervals[row] && (
                          <div className={page.muted}>{intervalWords(fact.intervals[row], fact.show)}</div>
                        )}
                      </td>
                    ))}
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={`${page.muted} ${styles.note}`}>
        Nearest first, by these {figure(facts.length)} figures, each measured in standard deviations of the wards of{" "}
        {place.name}. <span className={styles.onScreen}>Each opens to its source under Key figures.</span>{" "}
        <Link
          className={styles.onScreen}
          to="/$place/wards/compare"
          params={{ place: place.id }}
          search={(now: Record<string, unknown>) => ({ ...now, with: compared.join(",") })}
        >
          Compare {ward.name} with the {figure(compared.length - 1)} most like it
        </Link>
      </p>
    </>
  );
}
