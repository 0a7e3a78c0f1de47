import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { SearchResult } from "@needs-map/shared/contract/search";
import type { Service } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import { X } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { Question } from "../../analysis/question.ts";
import type { RankedWard } from "../../analysis/ranking.ts";
import { restingNames } from "../../analysis/resting-names.ts";
import type { Answered } from "../../analysis/use-gaps.ts";
import { Button } from "../../ui/button.tsx";
import { MethodLink } from "../../ui/method-link.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { gapDigits, gapKind, gapPart } from "../../words/gap.ts";
import { ordinal } from "../../words/numbers.ts";
import { capital } from "../../words/question.ts";
import { caveats, wardSentence } from "../../words/sentence.ts";
import styles from "./evidence.module.css";
import { FactRow } from "./fact-row.tsx";
import { facts } from "./facts.ts";
import { nearbyServices } from "./nearby-services.ts";
import { Pieces } from "./sentence-card.tsx";
import { ServiceList } from "./service-list.tsx";

interface Props {
  readonly place: PlaceDetail;
  readonly answered: Answered;
  readonly ward: RankedWard;
  readonly wards: readonly Ward[];
  readonly indicators: readonly Indicator[];
  readonly services: readonly Service[];
  /** A place in the ward that was looked up: journeys to services start there; null for none. */
  readonly found: SearchResult | null;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** What is known of one ward: the answer in words, five facts among all wards that open to their sources, and the services near it. */
export function Evidence(props: Props) {
  const { place, answered, ward, wards, indicators, services, found, onClose } = props;
  const label = wards.find(({ code }) => code === ward.code)?.label ?? null;
  const { asked, result } = answered;
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useMemo(() => facts(answered, place, indicators), [answered, place, indicators]);
  const start = useMemo(() => (found ? ([found.lon, found.lat] as const) : label), [found, label]);
  const near = useMemo(
    () => nearbyServices(services, ward.code, start, asked.settings),
    [services, ward.code, start, asked.settings],
  );
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows a newly chosen ward
  useEffect(() => {
    if (!first.current || document.activeElement !== document.body) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [ward.code]);

  const sentence = wardSentence(asked, result, ward);
  const left =
    answered.caveats ??
    caveats(
      asked,
      result,
      { place, wards, titleOf: (id) => indicators.find((one) => one.id === id)?.title ?? capital(id) },
      restingNames(answered, wards),
    );
  const evidence = (
    <div className={styles.body}>
      <p className={styles.sentence}>
        <Pieces pieces={sentence.head} /> {sentence.more}{" "}
        <MethodLink place={place.id} part={gapPart(asked.settings.method)} />
      </p>
      <div className={styles.facts}>
        {told.map((fact) => (
          <FactRow key={fact.id} fact={fact} row={ward.row} place={place.id} ward={ward.name} />
        ))}
      </div>
      <p className={styles.key} aria-hidden>
        <span>
          <svg width={12} height={12} aria-hidden>
            <circle cx={6} cy={6} r={5} fill="var(--gap)" />
          </svg>
          {ward.name}
        </span>
        <span>
          <svg width={4} height={14} aria-hidden>
            <rect width={2.4} height={14} fill="var(--ink)" />
          </svg>
          average
        </span>
        <span>each tick is a ward</span>
      </p>
      {left.length > 0 && (
        <details className={styles.caveats}>
          <summary>{left.length === 1 ? "A note" : `${left.length} notes`} on these figures</summary>
          <ul>
            {left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
  return (
    <section
      className={styles.drawer}
      id="evidence"
      aria-labelledby="evidence-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        props.onForget();
        onClose();
      }}
    >
      <div className={styles.head}>
        <div>
          <h2 id="evidence-title" ref={heading} tabIndex={-1}>
            {ward.name}
          </h2>
          <p className={styles.muted}>{standing(ward, asked, answered.codes.length)}</p>
        </div>
        <Button look="quiet" icon aria-label={`Close ${ward.name}`} onClick={onClose}>
          <X size={20} aria-hidden />
        </Button>
      </div>
      <div className={styles.tabs}>
        <Tabs
          label={`About ${ward.name}`}
          tabs={[
            { id: "evidence", label: "Evidence", panel: evidence },
            {
              id: "services",
              label: (
                <>
                  Services <span>{near.filter(({ within }) => within).length}</span>
                </>
              ),
              panel: (
                <ServiceList
                  near={near}
                  type={asked.type}
                  settings={asked.settings}
                  from={found?.label ?? null}
                  onForget={props.onForget}
                />
              ),
            },
          ]}
        />
      </div>
    </section>
  );
}

/** "3rd biggest gap of 24 wards"; a gap that is shown as none is none. */
function standing({ value, rank }: RankedWard, { type, settings }: Question, wards: number): string {
  if (rank === null) return `The gap cannot be said, one of ${wards} wards`;
  const place = rank === 1 ? "" : `${ordinal(rank)} `;
  if (gapKind(settings.method) === "cost") return capital(`${place}highest cost of ${wards} wards`);
  if (Number(value.toFixed(gapDigits(settings.method, type.unit))) === 0)
    return `No gap under these settings, one of ${wards} wards`;
  return capital(`${place}biggest gap of ${wards} wards`);
}
