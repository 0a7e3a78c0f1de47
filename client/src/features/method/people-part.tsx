import { figure } from "../../words/numbers.ts";
import { capital, groupWords } from "../../words/question.ts";
import { Inputs } from "./inputs.tsx";
import { Part } from "./part.tsx";
import { pointName } from "./site-names.ts";
import { TermsTable } from "./terms-table.tsx";
import type { Told } from "./told.ts";

/** P: where people live, and how many of them the ward has. */
export function PeoplePart({ told, number }: { readonly told: Told; readonly number: number }) {
  const { place, asked, ward, worked } = told;
  const group = groupWords(asked.type, asked.settings);
  return (
    <Part id="people" title={`${number}. Where people live`}>
      <p>
        People are known by age for each small area. They are shared among its postcodes so that the totals of small
        areas and wards both hold. Each postcode is a point that journeys start from: {place.name} has{" "}
        {figure(place.demandPoints)} of them. People stay fractions; only what you see is rounded.
      </p>
      {worked && (
        <>
          <p>
            {ward} has {figure(worked.people.points)} of these points and {figure(worked.people.everyone)} people.
          </p>
          <TermsTable
            caption={`P: ${group} of ${ward}, by point`}
            terms={worked.people.group}
            one="Point"
            many="points"
            name={pointName}
            columns={[]}
            value="People, P"
            digits={1}
            total={`${capital(group)} of the ward, ΣP`}
          />
        </>
      )}
      <Inputs told={told} of={["people"]} />
    </Part>
  );
}
