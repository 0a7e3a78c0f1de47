import type { Combination, WorkedShort } from "@needs-map/shared/domain/gap/worked/worked-short";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, unitDigits } from "../../words/numbers.ts";
import styles from "./method.module.css";
import { Part } from "./part.tsx";
import type { Told } from "./told.ts";

const FACTORS: Record<string, string> = {
  "0.75": "A quarter shorter",
  "1": "As estimated",
  "1.25": "A quarter longer",
  null: "Play no part",
};

/** How sure it is: the combinations of the range, and which gave its ends. */
export function RangePart({ told, number }: { readonly told: Told; readonly number: number }) {
  const short = told.worked?.short;
  const { method } = told.asked.settings;
  return (
    <Part id="range" title={`${number}. How sure it is`}>
      {method === "raam" ? (
        <p>No range is told for crowding and journey: how far it would move with the settings is not worked out.</p>
      ) : (
        <p>
          The likely range is the lowest and highest answer when journeys take a quarter less or more time
          {method === "reach"
            ? "."
            : ", and when there are as few or as many people as the margin of the population figures allows. Where no margin is published, the usual one for counts (plus or minus 1.96 times the square root) is assumed."}{" "}
          A ward is hatched when its range reaches over two edges of the colours, so that it could be any of three.
        </p>
      )}
      {short && <Combinations told={told} short={short} />}
    </Part>
  );
}

function Combinations({ told, short }: { readonly told: Told; readonly short: WorkedShort }) {
  const { worked, ward, asked } = told;
  const digits = unitDigits(asked.type.unit) + 1;
  const levels = short.combinations.slice(0, 3);
  const rows = Array.from({ length: short.combinations.length / 3 }, (_, at) =>
    short.combinations.slice(at * 3, at * 3 + 3),
  );
  const end = (one: Combination) => (one === short.low ? "lowest" : one === short.high ? "highest" : null);
  const caption = `${asked.type.unit === "places" ? "Places" : "Sites"} short in ${ward} under each combination`;
  return (
    <>
      <p>
        The margin is 1.96 × √{figure(worked?.people.group.total ?? Number.NaN, 1)} = {figure(short.margin, 1)} people.
      </p>
      <ScrollRegion label={caption} className={styles.scroll}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Journeys</th>
              {levels.map(({ level, people }) => (
                <th key={level} scope="col" className={page.number}>
                  {{ low: "Few people", middle: "As published", high: "Many people" }[level]}: {figure(people, 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row[0]?.factor)}>
                <th scope="row">{FACTORS[String(row[0]?.factor)]}</th>
                {row.map((one) => (
                  <td key={one.level} className={page.number}>
                    {short.low !== short.high && end(one) && <strong>{end(one)} </strong>}
                    {figure(one.short, digits)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
