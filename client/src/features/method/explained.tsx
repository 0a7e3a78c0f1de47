import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { providersWords } from "@needs-map/shared/domain/gap/providers-words";
import { hasShortfall, takesDecay } from "@needs-map/shared/domain/gap/settings";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Question, question } from "../../analysis/question.ts";
import { rankWards } from "../../analysis/ranking.ts";
import { restingNames } from "../../analysis/resting-names.ts";
import { useGaps } from "../../analysis/use-gaps.ts";
import { useWorked } from "../../analysis/use-worked.ts";
import { indicatorsQuery, servicesQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { Select } from "../../ui/select.tsx";
import { UnknownWard } from "../../ui/unknown-ward.tsx";
import { useView } from "../../view/use-view.ts";
import { perPeopleWords } from "../../words/numbers.ts";
import { agesWords, capital, groupWords, journey, supplyWords } from "../../words/question.ts";
import { caveats } from "../../words/sentence.ts";
import { AccessPart } from "./access-part.tsx";
import { CostPart } from "./cost-part.tsx";
import { DecayPart } from "./decay-part.tsx";
import { NeedPart } from "./need-part.tsx";
import { OtherFigures } from "./other-figures.tsx";
import { Part } from "./part.tsx";
import { PeoplePart } from "./people-part.tsx";
import { RangePart } from "./range-part.tsx";
import { ReachPart } from "./reach-part.tsx";
import { ShortParts } from "./short-parts.tsx";
import { siteNames } from "./site-names.ts";
import type { Told } from "./told.ts";
import { useAnchor } from "./use-anchor.ts";
import { WardAnswer } from "./ward-answer.tsx";

interface Props {
  readonly place: PlaceDetail;
  readonly type: ServiceTypeListed;
}

/** Every part of the working, with the terms of the chosen ward. */
export function Explained({ place, type }: Props) {
  const [view, change] = useView();
  const { id, dataVersion } = place;
  const asked = useMemo<Question>(() => question(view, type, place), [view, type, place]);
  const wards = useQuery(wardsQuery(id, dataVersion));
  const indicators = useQuery(indicatorsQuery(id, dataVersion));
  const services = useQuery(servicesQuery(id, dataVersion, type.id));
  const { last, state, reason, retry } = useGaps(id, dataVersion, asked);
  const { settings } = asked;
  const named = last?.codes.map((code) => ({ code, name: wards.data?.find((one) => one.code === code)?.name ?? code }));
  const ranked = last && named ? rankWards(last.result, settings.method, named) : [];
  const ward = ranked.find(({ code }) => code === view.ward) ?? ranked[0] ?? null;
  const working = useWorked(id, dataVersion, asked, ward?.code ?? null);
  useAnchor(working.isSuccess || working.isError);
  const titleOf = (indicator: string) =>
    indicator === "age"
      ? `Share of people ${agesWords(settings.ageFrom, settings.ageTo)}`
      : (indicators.data?.find((one) => one.id === indicator)?.title ?? capital(indicator));
  const told: Told = {
    place,
    asked,
    ward: ward?.name ?? null,
    worked: working.data?.worked ?? null,
    nameOf: useMemo(
      () => siteNames(services.data ?? [], type.unit, capital(type.one)),
      [services.data, type.unit, type.one],
    ),
    titleOf,
    sourceOf: (indicator) => indicators.data?.find((one) => one.id === indicator)?.source ?? null,
  };
  const ground = { place, wards: wards.data ?? [], titleOf };
  const left = last
    ? (last.caveats ?? caveats(last.asked, last.result, ground, restingNames(last, wards.data ?? [])))
    : [];
  const short = hasShortfall(settings.method);
  const decays = takesDecay(settings.method) ? 1 : 0;
  const raam = settings.method === "raam";
  const access = settings.method === "reach" ? 2 : 3 + decays;
  return (
    <>
      <p>
        You asked about {supplyWords(type)} for {groupWords(type, settings)}, on a {journey(settings)}
        {short && `, with a target of ${settings.target} per ${perPeopleWords(type.unit)} people`}.{" "}
        <Link to="/$place/gaps" params={{ place: id }} search={true}>
          Back to the map
        </Link>{" "}
        ·{" "}
        <Link to="/$place/equity" params={{ place: id }} search={true}>
          Who has more and who has less
        </Link>
      </p>
      {providersWords(asked.providers).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {view.ward !== null && wards.data && !wards.data.some(({ code }) => code === view.ward) && (
        <UnknownWard
          place={place.name}
          code={view.ward}
          instead="The first ward of the list is worked through."
          onForget={() => void change({ ward: null })}
        />
      )}
      {ward && (
        <div className={page.choice}>
          <Select
            label="Ward that is worked through"
            value={ward.code}
            options={[...ranked]
              .sort((a, b) => a.name.localeCompare(b.name, "en-GB"))
              .map(({ code, name }) => ({ id: code, label: name }))}
            onChange={(code) => void change({ ward: code })}
          />
        </div>
      )}
      <Part id="answer" title={ward ? `The answer for ${ward.name}` : "The answer"}>
        {last && ward && <WardAnswer answered={last} ward={ward} />}
        {state === "working" && !last && <p role="status">Working it out…</p>}
        {state === "error" && (
          <Notice tone="error" action={<Button onClick={retry}>Try again</Button>}>
            The figures did not load. {reason}
          </Notice>
        )}
        {ward && working.isPending && <p role="status">Working out every term…</p>}
        {working.isError && (
          <Notice tone="warn" action={<Button onClick={() => void working.refetch()}>Try again</Button>}>
            The terms of {ward?.name} could not be worked out in this browser. The formulas below still hold.
          </Notice>
        )}
      </Part>
      <PeoplePart told={told} number={1} />
      <ReachPart told={told} number={2} />
      {decays > 0 && <DecayPart settings={settings} number={3} />}
      {raam ? (
        <CostPart told={told} number={3} />
      ) : (
        settings.method !== "reach" && <AccessPart told={told} number={access} />
      )}
      <NeedPart told={told} number={access + 1} />
      {short && <ShortParts told={told} number={access + 2} />}
      <RangePart told={told} number={access + (short ? 6 : 2)} />
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
      <OtherFigures />
      <Part id="sources" title="Sources">
        <p>
          {place.attribution}{" "}
          <Link to="/$place/data" params={{ place: id }} search={true}>
            Every file with its publisher, licence and date
          </Link>
        </p>
      </Part>
    </>
  );
}
