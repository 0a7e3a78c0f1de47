import { type Method, takesDecay } from "@needs-map/shared/domain/gap/settings";
import type { Question } from "../../analysis/question.ts";
import page from "../../ui/page.module.css";
import { perPeopleWords } from "../../words/numbers.ts";
import { withArticle } from "../../words/question.ts";

/** The measure in plain words, then by the name that specialists know. */
export function MethodFormula({ question: { type, settings } }: { readonly question: Question }) {
  const { minutes } = settings;
  if (settings.method === "raam") return <Crowding minutes={minutes} />;
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
  const shared = takesDecay(settings.method);
  const choosing = settings.method === "3sfca";
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
          ? `The weight W falls with the journey, as above, and is 0 after ${minutes} minutes.`
          : `The weight is 1 up to ${minutes} minutes and 0 after.`}
        {choosing &&
          " Each weight is then multiplied by the chance that the service is the one chosen: its weight ÷ the sum of the weights of all services in reach."}
      </p>
      <p className={page.muted}>{TECHNICAL[settings.method]}</p>
    </>
  );
}

const TECHNICAL: Partial<Record<Method, string>> = {
  share: "Technical name: enhanced two-step floating catchment area (E2SFCA). Luo and Qi, 2009.",
  "2sfca": "Technical name: two-step floating catchment area (2SFCA). Luo and Wang, 2003.",
  "3sfca": "Technical name: three-step floating catchment area (3SFCA). Wan, Zou and Sternberg, 2012.",
  availability:
    "Technical name: spatial availability, people × access of 2SFCA with the same decay. Soukhov and others, 2023.",
};

function Crowding({ minutes }: { readonly minutes: number }) {
  return (
    <>
      <p className={page.formula}>
        Cost of a service to a person = its crowding ÷ average crowding + minutes ÷ {minutes}. Everyone goes where it
        costs them least, until nobody gains by going elsewhere.
      </p>
      <p>
        Crowding is people who use a service ÷ what it has. It is a cost and not an amount, so it has no target and
        nothing is short. Lower is better: 1 is average crowding on the doorstep.
      </p>
      <p className={page.muted}>Technical name: rational agent access model (RAAM). Saxon and Snow, 2020.</p>
    </>
  );
}
