import { takesDecay } from "@needs-map/shared/domain/gap/settings";
import type { WorkedAccess } from "@needs-map/shared/domain/gap/worked/worked-access";
import type { WorkedRatio } from "@needs-map/shared/domain/gap/worked/worked-ratio";
import { figure, fine, fineDigits, perPeople, perPeopleWords, unitDigits } from "../../words/numbers.ts";
import { capital, groupWords, methodName, withArticle } from "../../words/question.ts";
import { Inputs } from "./inputs.tsx";
import { MethodFormula } from "./method-formula.tsx";
import { Part } from "./part.tsx";
import { pointName } from "./site-names.ts";
import { TermsTable } from "./terms-table.tsx";
import type { Told } from "./told.ts";

/** A: what people can use, by the measure that is asked for. */
export function AccessPart({ told, number }: { readonly told: Told; readonly number: number }) {
  const { asked, worked } = told;
  const { settings, type } = asked;
  return (
    <Part id="access" title={`${number}. What they can use: ${methodName(settings.method, type.unit).toLowerCase()}`}>
      <MethodFormula question={asked} />
      {worked?.access && <Catchments told={told} access={worked.access} group={worked.people.group.total} />}
      {worked?.ratio && <Inside told={told} ratio={worked.ratio} group={worked.people.group.total} />}
      <Inputs told={told} of={["people", "services"]} />
    </Part>
  );
}

interface CatchmentsProps {
  readonly told: Told;
  readonly access: WorkedAccess;
  /** ΣP of the ward. */
  readonly group: number;
}

function Catchments({ told, access, group }: CatchmentsProps) {
  const { asked, ward, nameOf } = told;
  const { type, settings } = asked;
  const { unit } = type;
  const digits = unitDigits(unit) + 1;
  const choosing = settings.method === "3sfca";
  const used = choosing ? "W × G" : takesDecay(settings.method) ? "W" : "f";
  const { example, sites, points } = access;
  const people = groupWords(type, settings);
  const exampleDigits = fineDigits(example?.uses.total ?? 0, 4);
  return (
    <>
      {example && example.uses.largest.length > 0 && (
        <>
          <h3>One point in full</h3>
          <p>
            {pointName(example.point)} has {figure(example.point.people, 1)} {people}.{" "}
            {choosing &&
              `The weights W of all services in reach add up to ${fine(example.weights)}, and G = W ÷ that. `}
            Each service gives each person its share × the weight of the journey:
          </p>
          <TermsTable
            caption="A of one point, by service"
            terms={example.uses}
            one="Service"
            many="services"
            name={nameOf}
            columns={[
              ["Minutes, t", ({ minutes }) => figure(minutes, 1)],
              [takesDecay(settings.method) ? "Weight, W" : "Weight, f", ({ weight }) => figure(weight, 4)],
              ...(choosing
                ? ([
                    ["Chance, G", ({ choice }: { choice: number | null }) => figure(choice ?? Number.NaN, 4)],
                    ["W × G", ({ used: own }: { used: number }) => figure(own, 4)],
                  ] as const)
                : []),
              [`${capital(unit)}, S`, ({ supply }) => fine(supply)],
              [`Σ P × ${used}`, ({ demand }) => figure(demand, 1)],
              [`Share, r = S ÷ Σ P × ${used}`, ({ rate }) => fine(rate)],
            ]}
            value={`r × ${used}`}
            digits={exampleDigits}
            total={`A: ${unit} for each person there`}
          />
          <p>
            {figure(example.uses.total, exampleDigits)} × {perPeopleWords(unit)} ={" "}
            {figure(example.uses.total * perPeople(unit), unitDigits(unit) + 1)} {unit} per {perPeopleWords(unit)}.
          </p>
        </>
      )}
      {example && example.uses.largest.length === 0 && (
        <p>
          No point of {ward} has {withArticle(type.one)} with {unit} within {settings.minutes} minutes, so A is 0
          everywhere.
        </p>
      )}
      {sites.largest.length > 0 && (
        <>
          <h3>What each service gives {ward}</h3>
          <TermsTable
            caption={`${capital(unit)} that reach ${ward}, by service`}
            terms={sites}
            one="Service"
            many="services"
            name={nameOf}
            columns={[
              [`${capital(unit)}, S`, ({ supply }) => fine(supply)],
              [`Σ P × ${used} of all`, ({ demand }) => figure(demand, 1)],
              ["Share, r", ({ rate }) => fine(rate)],
              [`Σ P × ${used} of ${ward}`, ({ own }) => figure(own, 1)],
            ]}
            value="r × that"
            digits={digits}
            total={`${capital(unit)} that reach ${ward}`}
          />
        </>
      )}
      <h3>What each point has{settings.method === "availability" ? ", as a count: V = P × A" : ""}</h3>
      <TermsTable
        caption={`${capital(unit)} that reach ${ward}, by point`}
        terms={points}
        one="Point"
        many="points"
        name={pointName}
        columns={[
          ["People, P", ({ people: here }) => figure(here, 1)],
          ["A", ({ access: own }) => fine(own)],
        ]}
        value={settings.method === "availability" ? "V = P × A" : "P × A"}
        digits={digits}
        total={`${capital(unit)} that reach ${ward}`}
      />
      <PerPeople told={told} supply={points.total} group={group} access={access.access} />
    </>
  );
}

interface InsideProps {
  readonly told: Told;
  readonly ratio: WorkedRatio;
  readonly group: number;
}

function Inside({ told, ratio, group }: InsideProps) {
  const { asked, ward, nameOf } = told;
  const { unit } = asked.type;
  return (
    <>
      {ratio.sites.largest.length > 0 ? (
        <TermsTable
          caption={`${capital(unit)} inside ${ward}`}
          terms={ratio.sites}
          one="Service"
          many="services"
          name={nameOf}
          columns={[]}
          value={`${capital(unit)}, S`}
          digits={unitDigits(unit) + 1}
          total={`${capital(unit)} inside the ward`}
        />
      ) : (
        <p>
          No {unit} are inside {ward}.
        </p>
      )}
      <PerPeople told={told} supply={ratio.sites.total} group={group} access={ratio.access} />
    </>
  );
}

interface PerPeopleProps {
  readonly told: Told;
  readonly supply: number;
  readonly group: number;
  readonly access: number;
}

function PerPeople({ told, supply, group, access }: PerPeopleProps) {
  const { unit } = told.asked.type;
  if (!Number.isFinite(access)) return null;
  const digits = unitDigits(unit) + 1;
  return (
    <p>
      {figure(supply, digits)} {unit} ÷ {figure(group, 1)} people × {perPeopleWords(unit)} ={" "}
      <strong>
        {figure(access * perPeople(unit), unit === "places" ? 1 : 2)} {unit} per {perPeopleWords(unit)}.
      </strong>
    </p>
  );
}
