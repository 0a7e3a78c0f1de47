import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { WardListed } from "@needs-map/shared/contract/ward";
import { Link } from "@tanstack/react-router";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, list } from "../../words/numbers.ts";
import { SortHeading, type Sorting, useSorted } from "../gaps/sort-heading.tsx";
import { indicatorFigure } from "./indicator-figure.ts";
import { runWords } from "./trend-lines.ts";
import { intervalWords, widerWords } from "./ward-facts.ts";
import styles from "./wards.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly wards: readonly WardListed[];
  /** The figure of choice; none where the place has none. */
  readonly shown: Indicator | undefined;
  /** Whether any figure is known of several dates. */
  readonly dated: boolean;
  /** Codes of the wards that are compared. */
  readonly ticked: readonly string[];
  readonly tick: (code: string, on: boolean) => void;
}

const START: Sorting = { by: "name", down: false };

/** For how many periods in a row a ward has been in the worst fifth by any figure. */
export const longestRun = ({ persistent }: WardListed) => persistent[0]?.periods ?? 0;

/** The order of the worst: the longest run, then the most figures. */
const persistence = (ward: WardListed) => longestRun(ward) + ward.persistent.length / 1000;

const figureOf = (ward: WardListed, by: string) =>
  by === "people" ? ward.people : by === "run" ? persistence(ward) : ward.name;

/** The titles of the figures of each length of run, the longest first. */
function runsOf({ persistent }: WardListed): { readonly run: number; readonly titles: string }[] {
  const runs = [...new Set(persistent.map(({ periods }) => periods))];
  return runs.map((run) => ({
    run,
    titles: list(persistent.filter(({ periods }) => periods === run).map(({ title }) => title)),
  }));
}

/** The wards, one a row, in the order of choice. */
export function WardListTable({ place, wards, shown, dated, ticked, tick }: Props) {
  const { rows, sorting, sortBy } = useSorted(wards, START, figureOf);
  return (
    <ScrollRegion label="Table of wards">
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles.tick}>
              Compare
            </th>
            <SortHeading by="name" sorting={sorting} sortBy={sortBy}>
              Ward
            </SortHeading>
            <SortHeading by="people" sorting={sorting} sortBy={sortBy} className={page.number}>
              People
            </SortHeading>
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
            {dated && (
              <SortHeading by="run" sorting={sorting} sortBy={sortBy} className={styles.run}>
                In the worst fifth
              </SortHeading>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((ward) => (
            <tr key={ward.code}>
              <td className={styles.tick}>
                <input
                  type="checkbox"
                  aria-label={`Compare ${ward.name}`}
                  checked={ticked.includes(ward.code)}
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
              {dated && (
                <td className={styles.run}>
                  {ward.persistent.length === 0 && "–"}
                  {runsOf(ward).map(({ run, titles }) => (
                    <div key={run}>
                      <strong>{runWords(run)}</strong>: {titles}
                    </div>
                  ))}
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
              <td className={page.number}>
                {indicatorFigure(shown, shown.place)}
                {shown.wider && (
                  <div className={page.muted}>
                    {shown.wider.name} {indicatorFigure(shown, shown.wider.mean)}
                  </div>
                )}
                {!shown.wider && widerWords(place) && <div className={page.muted}>{widerWords(place)}</div>}
              </td>
              {dated && <td />}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}
