import type { Question } from "../../analysis/question.ts";
import page from "../../ui/page.module.css";
import { perPeopleWords } from "../../words/numbers.ts";
import { withArticle } from "../../words/question.ts";

/** The measure in plain words, then by the name that specialists know. */
export function MethodFormula({ question: { type, settings } }: { readonly question: Question }) {
  const { minutes } = settings;
  if (settings.method === "reach") {
    return (
      <>
        <p className={page.formula}>
          Can reach = people with {withArticle(type.one)} within {minutes} minutes ÷ all people of these ages.
        </p>
        <p>It counts people, not {type.unit}, so it has no target and nothing is short.</p>
        <p className={page.muted}>Technical name: cumulative opportunities of one, as a share of people.</p>
      </>
    );
  }
  if (settings.method === "ratio") {
    return (
      <>
        <p className={page.formula}>
          Simple ratio = {type.unit} inside the ward ÷ people of the ward of these ages × {perPeopleWords(type.unit)}.
        </p>
        <p>It looks at each ward alone, as if nobody crossed its border.</p>
        <p className={page.muted}>Technical name: provider-to-population ratio.</p>
      </>
    );
  }
  const shared = settings.method === "share";
  return (
    <>
      <p>
        First, each service's {type.unit} are shared among all the people who can reach it
        {shared ? ", with nearer people counting for more" : ", near and far alike"}. Then each person's share is added
        up over every service that they can reach. So a service that many people depend on gives less to each.
      </p>
      <p className={page.formula}>
        Share of a service = its {type.unit} ÷ sum of (people × weight). What a person can use = sum of (share ×
        weight).{" "}
        {shared
          ? `The weight falls smoothly with time: e^(−t² ÷ 2σ²), σ = ${minutes / 2} minutes, and is 0 after ${minutes}.`
          : `The weight is 1 up to ${minutes} minutes and 0 after.`}
      </p>
      <p className={page.muted}>
        {shared
          ? "Technical name: enhanced two-step floating catchment area (E2SFCA) with Gaussian decay. Luo and Qi, 2009."
          : "Technical name: two-step floating catchment area (2SFCA). Luo and Wang, 2003."}
      </p>
    </>
  );
}
