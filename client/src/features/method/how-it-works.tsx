import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Question, question } from "../../analysis/question.ts";
import { rankWards } from "../../analysis/ranking.ts";
import { restingNames } from "../../analysis/resting-names.ts";
import { useGaps } from "../../analysis/use-gaps.ts";
import { totalWeight } from "../../analysis/weights.ts";
import { indicatorsQuery, serviceTypesQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { PageFrame } from "../../ui/page-frame.tsx";
import { useView } from "../../view/use-view.ts";
import { figure, percent, perPeopleWords } from "../../words/numbers.ts";
import { agesWords, capital, groupWords, journey, methodName, supplyWords } from "../../words/question.ts";
import { caveats } from "../../words/sentence.ts";
import { MethodFormula } from "./method-formula.tsx";
import { WardWorked } from "./ward-worked.tsx";

/** How the figures come about, in plain words, worked through with the ward and settings that the link carries. */
export function HowItWorks({ place }: { readonly place: PlaceDetail }) {
  const [view] = useView();
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const type = types.data?.find(({ id }) => id === view.svc) ?? types.data?.[0];
  return (
    <PageFrame title="How it works" place={place}>
      <h1>How the gaps are worked out</h1>
      {type && <Explained place={place} type={type} />}
      {types.error && (
        <Notice tone="error" action={<Button onClick={() => void types.refetch()}>Try again</Button>}>
          The settings did not load. {types.error.message}
        </Notice>
      )}
    </PageFrame>
  );
}

interface ExplainedProps {
  readonly place: PlaceDetail;
  readonly type: ServiceTypeListed;
}

function Explained({ place, type }: ExplainedProps) {
  const [view] = useView();
  const asked = useMemo<Question>(() => question(view, type, place), [view, type, place]);
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const indicators = useQuery(indicatorsQuery(place.id, place.dataVersion));
  const { last, state, reason, retry } = useGaps(place.id, place.dataVersion, asked);
  const { settings } = asked;
  const per = perPeopleWords(type.unit);
  const weights = Object.entries(settings.weights).filter(([, weight]) => weight > 0);
  const all = totalWeight(settings.weights);
  const titleOf = (id: string) =>
    id === "age"
      ? `share of people ${agesWords(settings.ageFrom, settings.ageTo)}`
      : (indicators.data?.find((one) => one.id === id)?.title ?? id);
  const named = last?.codes.map((code) => ({
    code,
    name: wards.data?.find((ward) => ward.code === code)?.name ?? code,
  }));
  const ranked = last && named ? rankWards(last.result, settings.method, named) : [];
  const ward = ranked.find(({ code }) => code === view.ward) ?? ranked[0];
  const ground = { place, wards: wards.data ?? [], titleOf: (id: string) => capital(titleOf(id)) };
  const left = last
    ? (last.caveats ?? caveats(last.asked, last.result, ground, restingNames(last, wards.data ?? [])))
    : [];
  return (
    <>
      <p>
        You asked about {supplyWords(type)} for {groupWords(type, settings)}, on a {journey(settings)}, with a target of{" "}
        {settings.target} per {per} people.{" "}
        <Link to="/$place/gaps" params={{ place: place.id }} search={true}>
          Back to the map
        </Link>{" "}
        ·{" "}
        <Link to="/$place/equity" params={{ place: place.id }} search={true}>
          Who has more and who has less
        </Link>
      </p>
      <h2>1. Where people live</h2>
      <p>
        People are known by age for each small area. They are shared among its postcodes so that the totals of small
        areas and wards both hold. Each postcode is a point that journeys start from: {place.name} has{" "}
        {figure(place.demandPoints)} of them. People stay fractions; only what you see is rounded.
      </p>
      <h2>2. How far they can get</h2>
      <p>
        {travelWords(settings.mode)}. A service counts as in reach up to {settings.minutes} minutes, including exactly{" "}
        {settings.minutes}.
      </p>
      <h2>3. What they can use: {methodName(settings.method, type.unit).toLowerCase()}</h2>
      <MethodFormula question={asked} />
      {hasShortfall(settings.method) && (
        <>
          <h2>4. What they should have</h2>
          <p>
            The target is {settings.target} {type.unit} per {per} people.{" "}
            {settings.uplift > 0
              ? `It is raised by up to ${percent(settings.uplift)} where need is higher: target × (1 + ${settings.uplift} × need), with need from 0 to 1.`
              : "It is the same everywhere."}
          </p>
          <p>
            Need is each measure's place among all small areas, from lowest to highest (mean rank less a half, divided
            by their number), averaged by weight:
          </p>
          <ul>
            {weights.map(([id, weight]) => (
              <li key={id}>
                {titleOf(id)}: {percent(weight / all)}
              </li>
            ))}
          </ul>
          <p>What residents say is another kind of need. It is not mixed into this one.</p>
          <h2>5. What is missing</h2>
          <p className={page.formula}>
            Short = target for the people of a point less what they can use, never below 0. A ward is the sum of its
            points; the place is the sum of its wards.
          </p>
          <p>
            It has two causes. <strong>Nothing in reach</strong>: all that is short at points with no service within the
            longest journey. <strong>Not enough</strong>: the rest.
          </p>
        </>
      )}
      <h2>{!hasShortfall(settings.method) ? "4" : "6"}. How sure it is</h2>
      <p>
        The likely range is the lowest and highest answer when journeys take a quarter less or more time, and when there
        are as few or as many people as the margin of the population figures allows. Where no margin is published, the
        usual one for counts (plus or minus 1.96 times the square root) is assumed. A ward is hatched when its range
        reaches over two edges of the colours, so that it could be any of three.
      </p>
      <h2>{ward ? `Worked through: ${ward.name}` : "Worked through"}</h2>
      {last && ward && <WardWorked answered={last} ward={ward} />}
      {state === "working" && !last && <p role="status">Working it out…</p>}
      {state === "error" && (
        <Notice tone="error" action={<Button onClick={retry}>Try again</Button>}>
          The figures did not load. {reason}
        </Notice>
      )}
      {left.length > 0 && (
        <>
          <h2>What was left out or assumed</h2>
          <ul>
            {left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      <h2>Sources</h2>
      <p>
        {place.attribution}{" "}
        <Link to="/$place/data" params={{ place: place.id }} search={true}>
          Every file with its publisher, licence and date
        </Link>
      </p>
    </>
  );
}
