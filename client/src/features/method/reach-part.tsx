import { travelWords } from "@needs-map/shared/domain/access/travel";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, fineDigits, percent } from "../../words/numbers.ts";
import { groupWords, withArticle } from "../../words/question.ts";
import { Inputs } from "./inputs.tsx";
import styles from "./method.module.css";
import { MethodFormula } from "./method-formula.tsx";
import { Part } from "./part.tsx";
import { pointName } from "./site-names.ts";
import { TermsTable } from "./terms-table.tsx";
import type { Told } from "./told.ts";

const FACTOR_WORDS = ["Journeys a quarter shorter", "Journeys as estimated", "Journeys a quarter longer"];

/** t and T: how far people can get, who is out of reach, and how far the nearest service is. */
export function ReachPart({ told, number }: { readonly told: Told; readonly number: number }) {
  const { asked, ward, worked } = told;
  const { settings, type } = asked;
  const group = groupWords(type, settings);
  const reach = worked?.reach;
  return (
    <Part id="reach" title={`${number}. How far they can get`}>
      <p>
        {travelWords(settings.mode)}. A service counts as in reach up to {settings.minutes} minutes, including exactly{" "}
        {settings.minutes}.
      </p>
      {settings.method === "reach" ? (
        <MethodFormula question={asked} />
      ) : (
        <p className={page.formula}>
          In reach = {group} with {withArticle(type.one)} within {settings.minutes} minutes ÷ all {group}.
        </p>
      )}
      <p className={page.formula}>Nearest = sum of (people × minutes to the nearest {type.one}) ÷ people.</p>
      {worked && reach && (
        <>
          <ScrollRegion label={`In reach in ${ward}`} className={styles.scroll}>
            <table>
              <caption>In reach in {ward}</caption>
              <thead>
                <tr>
                  <th scope="col">Journeys</th>
                  <th scope="col" className={page.number}>
                    In reach
                  </th>
                  <th scope="col" className={page.number}>
                    of
                  </th>
                  <th scope="col" className={page.number}>
                    Share
                  </th>
                </tr>
              </thead>
              <tbody>
                {reach.within.map(({ factor, people, share }, at) => (
                  <tr key={factor}>
                    <th scope="row">{FACTOR_WORDS[at]}</th>
                    <td className={page.number}>{figure(people, 1)}</td>
                    <td className={page.number}>{figure(worked.people.group.total, 1)}</td>
                    <td className={page.number}>{percent(share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {reach.outOfReach.total > 0 ? (
            <TermsTable
              caption={`Out of reach in ${ward}: points whose nearest ${type.one} is more than ${settings.minutes} minutes away`}
              terms={reach.outOfReach}
              one="Point"
              many="points"
              name={pointName}
              columns={[["Minutes to the nearest", ({ minutes }) => figure(minutes, 1)]]}
              value="People out of reach"
              digits={1}
              total="People out of reach"
            />
          ) : (
            worked.people.group.total > 0 && <p>No one of these ages is out of reach in {ward}.</p>
          )}
          {Number.isFinite(reach.nearestMinutes) && (
            <>
              <TermsTable
                caption={`People × minutes to the nearest ${type.one}`}
                terms={reach.nearest}
                one="Point"
                many="points"
                name={pointName}
                columns={[
                  ["People, P", ({ people }) => figure(people, 1)],
                  ["Minutes, t", ({ minutes }) => figure(minutes, 1)],
                ]}
                value="P × t"
                digits={fineDigits(reach.nearest.total, 0)}
                total="Σ P × t"
              />
              <p>
                {figure(reach.nearest.total, fineDigits(reach.nearest.total, 0))} ÷{" "}
                {figure(worked.people.group.total, 1)} people ={" "}
                <strong>{figure(reach.nearestMinutes, 1)} minutes to the nearest.</strong>
              </p>
            </>
          )}
        </>
      )}
      <Inputs told={told} of={["people", "services"]} />
    </Part>
  );
}
