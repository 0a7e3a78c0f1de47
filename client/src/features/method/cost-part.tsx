import type { WorkedCost } from "@needs-map/shared/domain/gap/worked/worked-cost";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, fine, fineDigits } from "../../words/numbers.ts";
import { capital, groupWords, methodName } from "../../words/question.ts";
import { Inputs } from "./inputs.tsx";
import styles from "./method.module.css";
import { MethodFormula } from "./method-formula.tsx";
import { Part } from "./part.tsx";
import { pointName } from "./site-names.ts";
import { TermsTable } from "./terms-table.tsx";
import type { Told } from "./told.ts";

/** The cost of the rational agent access model: crowding and journey. */
export function CostPart({ told, number }: { readonly told: Told; readonly number: number }) {
  const { asked, worked } = told;
  const { method } = asked.settings;
  return (
    <Part id="access" title={`${number}. What it costs them: ${methodName(method, asked.type.unit).toLowerCase()}`}>
      <MethodFormula question={asked} />
      {worked?.cost && <Worked told={told} cost={worked.cost} />}
      <Inputs told={told} of={["people", "services"]} />
    </Part>
  );
}

function Worked({ told, cost }: { readonly told: Told; readonly cost: WorkedCost }) {
  const { asked, ward } = told;
  const { unit } = asked.type;
  const digits = fineDigits(cost.points.total, 1);
  return (
    <>
      <p>
        Average crowding ρ = {figure(cost.people, 1)} {groupWords(asked.type, asked.settings)} ÷ {fine(cost.supply)}{" "}
        {unit} = {fine(cost.rho)} people for each. τ = {cost.tau} minutes.
      </p>
      {cost.example ? (
        <>
          <Example told={told} example={cost.example} tau={cost.tau} />
          <h3>What each point of {ward} has to bear</h3>
          <TermsTable
            caption={`People × cost in ${ward}, by point`}
            terms={cost.points}
            one="Point"
            many="points"
            name={pointName}
            columns={[
              ["People, P", ({ people }) => figure(people, 1)],
              ["Cost", ({ cost: own }) => figure(own, 4)],
            ]}
            value="P × cost"
            digits={digits}
            total="Σ P × cost"
          />
          <p>
            {figure(cost.points.total, digits)} ÷ {figure(cost.known, 1)} people ={" "}
            <strong>{figure(cost.cost, 2)} for crowding and journey.</strong> Lower is better.
          </p>
        </>
      ) : (
        <p>No service has {unit} that anyone could use, so the cost cannot be said.</p>
      )}
    </>
  );
}

interface ExampleProps {
  readonly told: Told;
  readonly example: NonNullable<WorkedCost["example"]>;
  readonly tau: number;
}

function Example({ told, example, tau }: ExampleProps) {
  const { asked, nameOf } = told;
  const { point, sites } = example;
  const used = sites.filter((site) => site.used).length;
  const titles = [
    "People who use it, D",
    `${capital(asked.type.unit)}, S`,
    "Crowding, D ÷ S ÷ ρ",
    "Minutes, t",
    `t ÷ ${tau}`,
    "Cost",
    "Used",
  ];
  return (
    <>
      <h3>One point in full</h3>
      <p>
        {pointName(point)} has {figure(point.people, 1)} people. They use{" "}
        {used === 1 ? "one service" : `${used} services`}
        {used === 1 ? "" : ", which all cost them the same"}; the next would cost them more.
      </p>
      <ScrollRegion label="Cost of services to one point" className={styles.scroll}>
        <table>
          <caption>Cost of services to one point</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              {titles.map((title) => (
                <th key={title} scope="col" className={page.number}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <tr key={`${site.lon} ${site.lat} ${site.cost}`}>
                <th scope="row">{nameOf(site)}</th>
                <td className={page.number}>{figure(site.load, 1)}</td>
                <td className={page.number}>{fine(site.supply)}</td>
                <td className={page.number}>{figure(site.crowding, 4)}</td>
                <td className={page.number}>{figure(site.minutes, 1)}</td>
                <td className={page.number}>{figure(site.journey, 4)}</td>
                <td className={page.number}>{figure(site.cost, 4)}</td>
                <td className={page.number}>{site.used ? "Yes" : "No"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
