import type { WorkedShort } from "@needs-map/shared/domain/gap/worked/worked-short";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import {
  figure,
  fine,
  percent,
  perPeople,
  perPeopleWords,
  roundedParts,
  supplyCount,
  unitDigits,
} from "../../words/numbers.ts";
import { capital } from "../../words/question.ts";
import styles from "./method.module.css";
import { Part } from "./part.tsx";
import { pointName } from "./site-names.ts";
import { TermsTable } from "./terms-table.tsx";
import type { Told } from "./told.ts";

interface Props {
  readonly told: Told;
  readonly number: number;
}

/** What people should have, what is missing with its two causes, and how much of the target is met. */
export function ShortParts({ told, number }: Props) {
  const { asked, worked } = told;
  const { settings, type } = asked;
  const { unit } = type;
  const short = worked?.short;
  const group = worked?.people.group.total ?? 0;
  const perPerson = settings.target / perPeople(unit);
  return (
    <>
      <Part id="target" title={`${number}. What they should have`}>
        <p className={page.formula}>
          Target of a person = {settings.target} ÷ {perPeopleWords(unit)} × (1 + {settings.uplift} × N), with need N
          from 0 to 1.
        </p>
        <p>
          The target is {settings.target} {unit} per {perPeopleWords(unit)} people, {fine(perPerson)} a person.{" "}
          {settings.uplift > 0
            ? `It is raised by up to ${percent(settings.uplift)} where need is higher.`
            : "It is the same everywhere."}
          {type.targetFrom && ` ${type.targetFrom}`}
        </p>
        {short && group > 0 && (
          <p>
            Over the people of {told.ward} it comes to{" "}
            <strong>
              {figure(short.wanted, unitDigits(unit) + 1)} {unit},
            </strong>{" "}
            {fine((short.wanted / group) * perPeople(unit))} per {perPeopleWords(unit)} people.
          </p>
        )}
      </Part>
      <Part id="short" title={`${number + 1}. What is missing`}>
        <p className={page.formula}>
          Short at a point = target × P − A × P, never below 0. A ward is the sum of its points; the place is the sum of
          its wards.
        </p>
        {short && <Missing told={told} short={short} group={group} />}
      </Part>
      <Part id="causes" title={`${number + 2}. Why it is missing`}>
        <p>
          <strong>Nothing in reach</strong>: all that is short at points with no service within the longest journey.{" "}
          <strong>Not enough</strong>: the rest.
        </p>
        {short && <Causes told={told} short={short} />}
      </Part>
      <Part id="coverage" title={`${number + 3}. How much of the target is met`}>
        <p className={page.formula}>
          Coverage = (sum over points of target × P or A × P, whichever is less) ÷ (sum of target × P). What one point
          has over its target does not help another.
        </p>
        {short && Number.isFinite(short.coverage) && (
          <p>
            {fine(short.met)} ÷ {fine(short.wanted)} {unit} = <strong>{percent(short.coverage)} of the target.</strong>
          </p>
        )}
      </Part>
    </>
  );
}

interface ShortProps {
  readonly told: Told;
  readonly short: WorkedShort;
}

function Missing({ told, short, group }: ShortProps & { readonly group: number }) {
  const { asked, ward } = told;
  const { unit } = asked.type;
  const per = perPeople(unit);
  if (short.points.total === 0)
    return <p>No point of {ward} is short: each has its target or more, or no one of these ages.</p>;
  return (
    <>
      <TermsTable
        caption={`${capital(unit)} short in ${ward}, by point`}
        terms={short.points}
        one="Point"
        many="points"
        name={pointName}
        columns={[
          ["People, P", ({ people }) => figure(people, 1)],
          ["Need, N", ({ need }) => (Number.isNaN(need) ? "–" : figure(need, 3))],
          ["Target × P", ({ target, people }) => fine(target * people)],
          ["A × P", ({ access, people }) => fine(access * people)],
        ]}
        value="Short"
        digits={unitDigits(unit) + 1}
        total={`${capital(unit)} short`}
      />
      <p>
        Shown as{" "}
        <strong>
          {supplyCount(short.points.total, unit)} {unit} short.
        </strong>{" "}
        {group > 0 && (
          <>
            Colour on the map: {figure(short.points.total, unitDigits(unit) + 1)} ÷ {figure(group, 1)} people ×{" "}
            {perPeopleWords(unit)} = {figure((short.points.total / group) * per, 1)} per {perPeopleWords(unit)}.
          </>
        )}
      </p>
    </>
  );
}

function Causes({ told, short }: ShortProps) {
  const { unit } = told.asked.type;
  const digits = unitDigits(unit) + 1;
  const parts = roundedParts(short.points.total, short.outOfReach.short, digits);
  const caption = `Why ${told.ward} is short`;
  const rows = [
    ["Nothing in reach", short.outOfReach.points, parts[0]],
    ["Not enough", short.notEnough.points, parts[1]],
  ] as const;
  return (
    <ScrollRegion label={caption} className={styles.scroll}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col" className={page.number}>
              Points
            </th>
            <th scope="col" className={page.number}>
              {capital(unit)} short
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([cause, points, value]) => (
            <tr key={cause}>
              <th scope="row">{cause}</th>
              <td className={page.number}>{figure(points)}</td>
              <td className={page.number}>{figure(value, digits)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Short, and {figure(short.enough)} points that are not</th>
            <td className={page.number}>{figure(short.outOfReach.points + short.notEnough.points)}</td>
            <td className={page.number}>{figure(short.points.total, digits)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
