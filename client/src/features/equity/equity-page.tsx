import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import { providersWords } from "@needs-map/shared/domain/gap/providers-words";
import { unsettledWords } from "@needs-map/shared/domain/gap/unsettled";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { question, questionQuery } from "../../analysis/question.ts";
import { type EquityAnswered, useEquity } from "../../analysis/use-equity.ts";
import { apiPath } from "../../api/client.ts";
import { indicatorsQuery, serviceTypesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { FigureSource } from "../../ui/figure-source.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageFrame } from "../../ui/page-frame.tsx";
import { useView } from "../../view/use-view.ts";
import { comparedWords, indexRows } from "../../words/equity.ts";
import { dated, figure } from "../../words/numbers.ts";
import { peopleInput, peopleSources, serviceSources, sourcesById } from "../../words/origins.ts";
import { groupWords, journey, methodName, supplyWords } from "../../words/question.ts";
import styles from "./equity.module.css";
import { EquityFigure } from "./equity-figure.tsx";
import { figures } from "./figures.ts";
import { QuestionChoices } from "./question-choices.tsx";

/** Who has more and who has less of what the question asks about: by deprivation, by age, and between people. */
export function EquityPage({ place }: { readonly place: PlaceDetail }) {
  const [view] = useView();
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const indicators = useQuery(indicatorsQuery(place.id, place.dataVersion));
  const type = types.data?.find(({ id }) => id === view.svc) ?? types.data?.[0];
  const failed = types.error ?? indicators.error;
  const again = () => {
    for (const query of [types, indicators]) if (query.error) void query.refetch();
  };
  return (
    <PageFrame title="Who has more and who has less" place={place} wide>
      <h1>Who has more and who has less</h1>
      {failed && (
        <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
          The settings did not load. {failed.message}
        </Notice>
      )}
      {types.data?.length === 0 && <p>No services are listed in {place.name} yet.</p>}
      {type && types.data && (
        <Asked place={place} type={type} types={types.data} indicators={indicators.data ?? null} />
      )}
    </PageFrame>
  );
}

interface AskedProps {
  readonly place: PlaceDetail;
  readonly type: ServiceTypeListed;
  readonly types: readonly ServiceTypeListed[];
  readonly indicators: readonly Indicator[] | null;
}

function Asked({ place, type, types, indicators }: AskedProps) {
  const [view, change] = useView();
  const asked = useMemo(() => question(view, type, place), [view, type, place]);
  const measure = indicators && deprivationOf(indicators.filter(({ of }) => of === "small-areas"));
  const { data, error, isFetching, isPlaceholderData, refetch } = useEquity(
    place.id,
    place.dataVersion,
    asked,
    indicators ? (measure?.id ?? null) : undefined,
  );
  const { settings } = asked;
  return (
    <>
      <p>
        You asked about {supplyWords(type)} for {groupWords(type, settings)}, on a {journey(settings)}, measured as{" "}
        {methodName(settings.method, type.unit).toLowerCase()}.{" "}
        <Link to="/$place/gaps" params={{ place: place.id }} search={true}>
          Back to the map
        </Link>
      </p>
      {providersWords(asked.providers).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <QuestionChoices types={types} question={asked} change={change} />
      {error && !isFetching && (
        <Notice tone="error" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          The figures did not load. {error.message}
        </Notice>
      )}
      <p role="status">{isFetching ? "Working it out…" : ""}</p>
      {data && !error && <Told place={place} answered={data} measure={measure} stale={isPlaceholderData} />}
    </>
  );
}

interface ToldProps {
  readonly place: PlaceDetail;
  readonly answered: EquityAnswered;
  readonly measure: Indicator | null;
  readonly stale: boolean;
}

function Told({ place, answered, measure, stale }: ToldProps) {
  const { asked, equity } = answered;
  const unsettled = unsettledWords(equity.crowdingGap);
  const charts = useMemo(() => figures(answered), [answered]);
  const { type, settings } = asked;
  const origin = {
    inputs: [
      peopleInput(place),
      `${type.title}, ${dated(type.vintage)}`,
      ...(measure ? [`${measure.title}, ${dated(measure.vintage)}`] : []),
      `${travelWords(settings.mode)}, up to ${figure(settings.minutes)} minutes`,
    ],
    sources: [
      ...peopleSources(place),
      ...serviceSources(place, type),
      ...(measure ? sourcesById(place, [measure.sourceId]) : []),
    ],
    part: "equity",
  } as const;
  return (
    <>
      <p>{comparedWords(asked, equity)}</p>
      <div className={styles.figures} aria-busy={stale}>
        {charts.map((told) => (
          <EquityFigure key={told.title} place={place.id} told={told} origin={origin} />
        ))}
      </div>
      <h2>In single numbers</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Index</th>
            <th scope="col">Value</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {indexRows(asked, equity).map(({ name, value, meaning }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles.value}>{value}</td>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FigureSource
        place={place.id}
        of="single numbers"
        origin={{
          ...origin,
          formula:
            "Gini and concentration as under their curves. Palma = mean of the least deprived tenth ÷ mean of the most deprived four tenths. Foster–Greer–Thorbecke = share of people below the target, how far below, and that squared.",
        }}
      />
      <h2>What this rests on</h2>
      <ul>
        <li>
          The smallest units are {figure(place.smallAreas)} small areas. Within one, everyone has its mean, so
          differences between neighbours are not seen.
        </li>
        <li>
          {measure
            ? `Deprivation is measured by “${measure.title}” (${measure.unit}, ${measure.vintage}). Source: ${measure.source}.`
            : "No measure of deprivation is loaded for small areas."}
          {measure &&
            equity.withoutScore > 0.5 &&
            ` It is not known where ${figure(equity.withoutScore)} of these people live; they are left out of what goes by deprivation.`}
        </li>
        <li>{travelWords(asked.settings.mode)}.</li>
        {unsettled && <li>{unsettled}</li>}
        <li>Only people who live in {place.name} are compared.</li>
      </ul>
      <p>
        <Link to="/$place/method" params={{ place: place.id }} search={true}>
          How access is worked out
        </Link>{" "}
        ·{" "}
        <Link to="/$place/data" params={{ place: place.id }} search={true}>
          Sources
        </Link>{" "}
        · <a href={`${apiPath("places", place.id, "equity")}${questionQuery(asked)}`}>These figures for programs</a>
      </p>
    </>
  );
}
