import type { WorkedNeed } from "@needs-map/shared/domain/gap/worked/worked-need";
import { totalWeight } from "../../analysis/weights.ts";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, fine, fineDigits, percent } from "../../words/numbers.ts";
import { roundedTerms } from "../../words/rounded-terms.ts";
import { Inputs } from "./inputs.tsx";
import styles from "./method.module.css";
import { Part } from "./part.tsx";
import { TermsTable } from "./terms-table.tsx";
import type { Told } from "./told.ts";

/** N: the need index and its parts. */
export function NeedPart({ told, number }: { readonly told: Told; readonly number: number }) {
  const { asked, worked, titleOf } = told;
  const { weights } = asked.settings;
  const used = Object.entries(weights).filter(([, weight]) => weight > 0);
  const all = totalWeight(weights);
  return (
    <Part id="need" title={`${number}. How much they need it`}>
      <p className={page.formula}>
        N of a small area = sum of (weight × its place among all small areas) ÷ sum of the weights. The place, from 0 to
        1, is (mean rank − ½) ÷ number of areas, turned so that higher is more need. N of a ward = sum of (people × N) ÷
        people.
      </p>
      {worked && Number.isFinite(worked.need.need) ? (
        <Worked told={told} need={worked.need} />
      ) : (
        <ul>
          {used.map(([id, weight]) => (
            <li key={id}>
              {titleOf(id)}: {percent(weight / all)}
            </li>
          ))}
        </ul>
      )}
      <p>
        Where a measure is missing for a small area, its weight is shared among the others there. What residents say is
        another kind of need. It is not mixed into this one.
      </p>
      <Inputs told={told} of={["people", { indicators: used.map(([id]) => id) }]} />
    </Part>
  );
}

const DIGITS = 3;

function Worked({ told, need }: { readonly told: Told; readonly need: WorkedNeed }) {
  const { ward, titleOf } = told;
  const adds = roundedTerms(
    need.need,
    need.parts.map((part) => part.adds),
    DIGITS,
  );
  const digits = fineDigits(need.areas.total, 1);
  const caption = `N of ${ward}, by measure`;
  return (
    <>
      <ScrollRegion label={caption} className={styles.scroll}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col" className={page.number}>
                Weight
              </th>
              <th scope="col" className={page.number}>
                Mean place, 0 to 1
              </th>
              <th scope="col" className={page.number}>
                Adds
              </th>
            </tr>
          </thead>
          <tbody>
            {need.parts.map((part, at) => (
              <tr key={part.id}>
                <th scope="row">{titleOf(part.id)}</th>
                <td className={page.number}>{percent(part.weight)}</td>
                <td className={page.number}>{figure(part.mean, DIGITS)}</td>
                <td className={page.number}>{figure(adds[at] ?? Number.NaN, DIGITS)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                N of {ward}
              </th>
              <td className={page.number}>{figure(need.need, DIGITS)}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      <TermsTable
        caption={`People × N in ${ward}, by small area`}
        terms={need.areas}
        one="Small area"
        many="small areas"
        name={({ area }) => area ?? "No small area"}
        columns={[
          ["People, P", ({ people }) => figure(people, 1)],
          ["N", ({ need: own }) => figure(own, DIGITS)],
        ]}
        value="P × N"
        digits={digits}
        total="Σ P × N"
      />
      <p>
        {figure(need.areas.total, digits)} ÷ {figure(need.people, 1)} people = {fine(need.need)}:{" "}
        <strong>need {figure(need.need * 100)} of 100.</strong>
      </p>
    </>
  );
}
