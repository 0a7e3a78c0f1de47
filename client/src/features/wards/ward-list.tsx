import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { indicatorsQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { PageFrame } from "../../ui/page-frame.tsx";
import { Select } from "../../ui/select.tsx";
import { useView } from "../../view/use-view.ts";
import { figure } from "../../words/numbers.ts";
import { CompareBar } from "./compare-bar.tsx";
import { indicatorFigure } from "./indicator-figure.ts";
import { intervalWords } from "./ward-facts.ts";
import styles from "./wards.module.css";
import { choose } from "./wards-to-compare.ts";

/** Every ward with its people and one figure of choice, each leading to its profile. */
export function WardList({ place }: { readonly place: PlaceDetail }) {
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const indicators = useQuery(indicatorsQuery(place.id, place.dataVersion));
  const [picked, setPicked] = useState<string | null>(null);
  const [view, change] = useView();
  const [full, setFull] = useState(false);
  const tick = (code: string, on: boolean) => {
    const chosen = choose(view.with, code, on);
    setFull(chosen.full);
    if (!chosen.full) void change({ with: chosen.codes });
  };
  const shown = indicators.data?.find(({ id }) => id === picked) ?? indicators.data?.[0];
  const failed = wards.error ?? indicators.error;
  const again = () => {
    for (const query of [wards, indicators]) if (query.error) void query.refetch();
  };
  return (
    <PageFrame title="Wards" place={place} wide>
      <h1>Wards of {place.name}</h1>
      {failed && (
        <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
          The wards did not load. {failed.message}
        </Notice>
      )}
      {!failed && !(wards.data && indicators.data) && <p role="status">Opening the wards…</p>}
      {wards.data && indicators.data && (
        <>
          {shown && (
            <div className={page.choice}>
              <Select
                label="Figure to show"
                value={shown.id}
                options={indicators.data.map(({ id, title, theme }) => ({ id, label: `${title} (${theme})` }))}
                onChange={setPicked}
              />
            </div>
          )}
          <CompareBar
            place={place}
            names={view.with.flatMap((one) => wards.data.find(({ code }) => code === one)?.name ?? [])}
            full={full}
            onClear={() => {
              setFull(false);
              void change({ with: [] });
            }}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
          <section className={page.scroll} aria-label="Table of wards, scrolls sideways" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col" className={styles.tick}>
                    Compare
                  </th>
                  <th scope="col">Ward</th>
                  <th scope="col" className={page.number}>
                    People
                  </th>
                  <th scope="col" className={page.number}>
                    Small areas
                  </th>
                  <th scope="col" className={page.number}>
                    Hectares
                  </th>
                  {shown && (
                    <th scope="col" className={page.number}>
                      {shown.title}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {wards.data.map((ward) => (
                  <tr key={ward.code}>
                    <td className={styles.tick}>
                      <input
                        type="checkbox"
                        aria-label={`Compare ${ward.name}`}
                        checked={view.with.includes(ward.code)}
                        onChange={(event) => tick(ward.code, event.target.checked)}
                      />
                    </td>
                    <th scope="row">
                      <Link to="/$place/wards/$code" params={{ place: place.id, code: ward.code }} search={true}>
                        {ward.name}
                      </Link>
                    </th>
                    <td className={page.number}>{figure(ward.people)}</td>
                    <td className={page.number}>{figure(ward.smallAreas)}</td>
                    <td className={page.number}>{figure(ward.areaHectares)}</td>
                    {shown && (
                      <td className={page.number}>
                        {indicatorFigure(shown, shown.wards[ward.code] ?? null)}
                        {shown.intervals[ward.code] && (
                          <div className={page.muted}>
                            {intervalWords(shown.intervals[ward.code], (value) => indicatorFigure(shown, value))}
                          </div>
                        )}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
              {shown && (
                <tfoot>
                  <tr>
                    <td className={styles.tick} />
                    <th scope="row">{place.name}</th>
                    <td className={page.number}>{figure(place.people)}</td>
                    <td className={page.number}>{figure(place.smallAreas)}</td>
                    <td />
                    <td className={page.number}>{indicatorFigure(shown, shown.place)}</td>
                  </tr>
                </tfoot>
              )}
            </table>
          </section>
          {shown && (
            <p className={page.muted}>
              {shown.title}: {shown.unit}. {shown.vintage}. Source: {shown.source}.
              {shown.carriedFrom !== null && ` Counted on the wards of ${shown.carriedFrom} and carried over.`}
            </p>
          )}
        </>
      )}
    </PageFrame>
  );
}
