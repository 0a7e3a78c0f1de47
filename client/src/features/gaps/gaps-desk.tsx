import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { SearchResult } from "@needs-map/shared/contract/search";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import { metresWithin } from "@needs-map/shared/domain/access/travel";
import { EVERY_PROVIDER } from "@needs-map/shared/domain/gap/providers";
import { restingWords } from "@needs-map/shared/domain/gap/providers-words";
import { reachArea } from "@needs-map/shared/domain/geo/reach-area";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { countedServices } from "../../analysis/provider-counts.ts";
import { question, withoutStartValues } from "../../analysis/question.ts";
import { restingNames } from "../../analysis/resting-names.ts";
import { useGaps } from "../../analysis/use-gaps.ts";
import { mapStyleUrl } from "../../api/page-settings.ts";
import { servicePoints, servicesQuery, smallAreaShapesQuery } from "../../api/queries.ts";
import { useMapShapes } from "../../api/use-map-shapes.ts";
import type { Theme } from "../../cartography/palettes.ts";
import { canDrawMaps } from "../../map/can-draw-maps.ts";
import { MapFailed } from "../../map/map-failed.tsx";
import { MapFrame } from "../../map/map-frame.tsx";
import { MethodLink } from "../../ui/method-link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PanelEdge } from "../../ui/panel-edge.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Spoken } from "../../ui/spoken.tsx";
import { UnknownWard } from "../../ui/unknown-ward.tsx";
import { useMedia } from "../../ui/use-media.ts";
import type { ViewChange } from "../../view/use-view.ts";
import type { View } from "../../view/view.ts";
import { gapPart } from "../../words/gap.ts";
import { capital } from "../../words/question.ts";
import { say } from "../../words/say.ts";
import { plain } from "../../words/sentence.ts";
import { placesWords, weightWords } from "../../words/service.ts";
import { ColourBy } from "./colour-by.tsx";
import { DeskNotices } from "./desk-notices.tsx";
import { Evidence } from "./evidence.tsx";
import { FiguresDates } from "./figures-dates.tsx";
import { canBeHatched } from "./hatching.ts";
import { HowSure } from "./how-sure.tsx";
import { OnTheMap } from "./on-the-map.tsx";
import { PanelButtons } from "./panel-buttons.tsx";
import { usePanelKeys } from "./panel-keys.ts";
import { PrintSummary } from "./print-summary.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { RankedWards } from "./ranked-wards.tsx";
import { SentenceCard } from "./sentence-card.tsx";
import { TableView } from "./table-view.tsx";
import { useDraft } from "./use-draft.ts";
import { PANEL_WIDTHS, usePanelWidths } from "./use-panel-widths.ts";
import { useShownFigures } from "./use-shown-figures.ts";
import { ViewSwitch } from "./view-switch.tsx";
import { WhoProvides } from "./who-provides.tsx";
import styles from "./workspace.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly view: View;
  readonly change: ViewChange;
  readonly type: ServiceTypeListed;
  readonly types: readonly ServiceTypeListed[];
  readonly wards: readonly Ward[];
  readonly indicators: readonly Indicator[];
  readonly theme: Theme;
  readonly csv: string;
  /** A postcode or street that was looked up; null for none. */
  readonly found: SearchResult | null;
  readonly onForget: () => void;
}

const styleUrl = mapStyleUrl();

const PHONE_TABS = [
  { id: "both", label: "List" },
  { id: "map", label: "Map" },
  { id: "table", label: "Table" },
] as const;

/** Keeps the place clear of the sentence above, the buttons beside and the legend below. */
const DESK_PADDING = { top: 140, right: 64, bottom: 150, left: 28 };
const SMALL_PADDING = { top: 16, right: 56, bottom: 30, left: 12 };

/** Question, map and wards around one set of figures. */
export function GapsDesk({ place, view, change, type, types, wards, indicators, theme, csv, found, onForget }: Props) {
  const version = place.dataVersion;
  const { ahead, move, settle } = useDraft(view, change);
  const asked = useMemo(() => question(ahead, type, place), [ahead, type, place]);
  const gaps = useGaps(place.id, version, asked);
  const [hovered, setHovered] = useState<string | null>(null);
  const [questionOpen, setQuestionOpen] = useState(true);
  const [noMap, setNoMap] = useState<string | null>(() => (canDrawMaps() ? null : say("map.fail.webgl")));
  const [mapNote, setMapNote] = useState<string | null>(null);
  const phone = useMedia("screen and (max-width: 47.99em)");
  const desk = useMedia("(min-width: 73.75em)");
  const wardsTop = useRef<HTMLDivElement>(null);
  const panels = usePanelWidths();

  const shown = noMap && view.view !== "table" && !(phone && view.view === "both") ? "table" : view.view;
  const showMap = shown === "map" || (shown === "both" && !phone);
  const showTable = shown === "table";
  const showList = shown === "both";

  const shapes = useMapShapes(place.id, version, showMap);
  const smallAreas = useQuery({
    ...smallAreaShapesQuery(place.id, version),
    enabled: showMap && ahead.on.has("areas"),
  });
  const services = useQuery(servicesQuery(place.id, version, type.id));

  const { answer, colours, description, tooltip } = useShownFigures(gaps.last, wards, ahead, theme);

  const selected = view.ward;
  const chosen = selected ? answer?.byCode.get(selected) : undefined;
  const select = useCallback((code: string | null) => void change({ ward: code }, "push"), [change]);
  const onSettle = useCallback(
    (changed: Partial<View>) => settle({ ...changed, ...withoutStartValues(changed, type, place) }),
    [settle, type, place],
  );
  const close = useCallback(() => {
    const row = wardsTop.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    void change({ ward: null }, "push").then(() =>
      (row ?? wardsTop.current?.querySelector<HTMLElement>("button"))?.focus(),
    );
  }, [change]);
  const toggleSide = useCallback(
    () => void change({ view: view.view === "map" ? "both" : "map" }),
    [change, view.view],
  );
  usePanelKeys({ "[": () => setQuestionOpen((open) => !open), "]": toggleSide });

  const { providers } = asked;
  const counted = useMemo(() => countedServices(services.data ?? [], providers), [services.data, providers]);
  const inside = counted.filter(({ ward }) => ward !== null).length;
  const everyone = providers.forms === null && providers.unchecked;
  const setProviders = ({ forms, unchecked }: typeof providers) => onSettle({ form: forms, unchecked });
  const points = useMemo(() => servicePoints(counted), [counted]);
  const showReach = ahead.on.has("reach");
  const { mode, minutes } = asked.settings;
  const reachShape = useMemo(() => {
    const metres = metresWithin(minutes, mode);
    return showReach ? reachArea(counted.map(({ lon, lat }) => ({ lon, lat, metres }))) : null;
  }, [showReach, counted, mode, minutes]);
  const { method } = asked.settings;
  const serviceTooltip = useCallback(
    (id: string) => {
      const service = services.data?.find((other) => other.id === id);
      if (!service) return [];
      const places = capital(placesWords(service.capacity, method));
      const over = service.ward === null ? ["Over the border"] : [];
      return [service.name, ...over, ...(type.unit === "places" ? [places] : []), weightWords(service, method)];
    },
    [services.data, type.unit, method],
  );

  const switcher = (across: boolean) => (
    <ViewSwitch
      shown={shown}
      onChange={(next) => void change({ view: next })}
      across={across}
      mapWorks={!noMap && !phone}
    />
  );
  const controls = (
    <>
      {switcher(false)}
      {desk && (
        <PanelButtons
          question={questionOpen}
          onQuestion={() => setQuestionOpen(!questionOpen)}
          wards={view.view !== "map"}
          onWards={toggleSide}
        />
      )}
    </>
  );
  const part = gapPart(method);
  const working = gaps.state === "working";
  const unknownWard = selected !== null && answer !== null && !chosen;
  const evidence = chosen && answer && (
    <Evidence
      place={place}
      answered={answer.last}
      ward={chosen}
      wards={wards}
      indicators={indicators}
      services={counted}
      found={found?.ward === chosen.code ? found : null}
      onForget={onForget}
      onClose={close}
    />
  );
  const sideShown = showList || (evidence !== undefined && desk);

  return (
    <main
      id="main"
      className={styles.workspace}
      style={panels.style}
      data-question={questionOpen ? "open" : "closed"}
      data-side={sideShown ? "open" : "closed"}
    >
      <title>{`${chosen ? `${chosen.name} · ` : ""}${type.title} · Gaps · ${place.name} · Needs Map`}</title>
      <QuestionPanel
        {...{ place, types, indicators, onSettle }}
        question={asked}
        onMove={move}
        onService={(svc) =>
          void change({ svc: svc === types[0]?.id ? null : svc, age: null, min: null, target: null }, "push")
        }
        onReset={() =>
          settle({
            age: null,
            go: "walk",
            min: null,
            target: null,
            how: "share",
            decay: null,
            w: null,
            up: null,
            form: null,
            unchecked: true,
          })
        }
      >
        <ColourBy view={ahead} theme={theme} method={method} unit={type.unit} onChange={onSettle} />
        <OnTheMap
          on={ahead.on}
          type={type}
          counted={everyone || !services.data ? null : { inside, over: counted.length - inside }}
          doubtful={
            colours && canBeHatched(ahead.by, method) ? colours.of.filter((ward) => ward.doubtful).length : null
          }
          settings={asked.settings}
          smallAreas={place.smallAreas}
          onChange={(on) => onSettle({ on })}
        />
        <WhoProvides
          type={type}
          services={services.data}
          providers={providers}
          resting={answer && restingWords(restingNames(answer.last, wards), wards.length)}
          onChange={setProviders}
        />
      </QuestionPanel>
      <section className={styles.centre} data-shown={showTable ? "table" : "map"} aria-label="The answer">
        {desk && questionOpen && (
          <PanelEdge
            label="the question"
            side="left"
            width={panels.widths.question}
            {...PANEL_WIDTHS.question}
            onChange={panels.set("question")}
          />
        )}
        {desk && sideShown && (
          <PanelEdge
            label="the wards"
            side="right"
            width={panels.widths.side}
            {...PANEL_WIDTHS.side}
            onChange={panels.set("side")}
          />
        )}
        <div className={styles.sentence}>
          <DeskNotices
            gaps={gaps}
            type={type}
            counted={services.data ? counted.length : null}
            onCountAll={() => setProviders(EVERY_PROVIDER)}
          />
          {showMap && <MapFailed shapes={shapes} />}
          {unknownWard && <UnknownWard place={place.name} code={selected} onForget={() => select(null)} />}
          {mapNote && showMap && <Notice>{mapNote}</Notice>}
          {answer ? (
            <SentenceCard
              sentence={answer.sentence}
              state={gaps.state}
              dates={<FiguresDates place={place} type={type} />}
              flat={showTable}
            >
              <Link to="/$place/equity" params={{ place: place.id }} search={true}>
                Who has more and who has less
              </Link>{" "}
              · <MethodLink place={place.id} part={part} />
            </SentenceCard>
          ) : (
            gaps.state !== "error" && (
              <SentenceCard
                sentence={{ head: [{ text: `Gaps in ${type.many}`, strong: true }], more: "" }}
                state="working"
              />
            )
          )}
        </div>
        {answer && <Spoken words={working ? "" : `${plain(answer.sentence.head)} ${answer.sentence.more}`} />}
        {phone && (
          <div className={styles.phoneTabs}>
            <Segments
              label="Show as"
              value={shown}
              options={noMap ? PHONE_TABS.filter(({ id }) => id !== "map") : PHONE_TABS}
              onChange={(next) => void change({ view: next })}
            />
          </div>
        )}
        {showMap && (
          <div className={styles.main}>
            <MapFrame
              past="wards"
              stale={gaps.state !== "ready"}
              map={
                shapes.drawn
                  ? {
                      place,
                      theme,
                      ...shapes.drawn,
                      smallAreas: ahead.on.has("areas") ? (smallAreas.data ?? null) : null,
                      services: points,
                      reach: reachShape,
                      colours,
                      selected,
                      hovered,
                      on: ahead.on,
                      camera: view.at,
                      found,
                      description,
                      styleUrl,
                      padding: desk ? DESK_PADDING : SMALL_PADDING,
                      controls,
                      tooltip,
                      serviceTooltip,
                      onHover: setHovered,
                      onSelect: select,
                      onCamera: (at) => void change({ at }),
                      onFail: setNoMap,
                      onNotice: setMapNote,
                      legend: colours && {
                        colours,
                        marked: hovered ?? selected,
                        doubt: ahead.on.has("doubt"),
                        policy: ahead.cls,
                        onPolicy: (cls) => onSettle({ cls }),
                      },
                    }
                  : null
              }
            />
          </div>
        )}
        {showTable && answer && colours && (
          <div className={`${styles.main} ${working ? styles.stale : ""}`}>
            <TableView
              place={place.id}
              answered={answer.last}
              ranked={answer.ranked}
              colours={colours}
              services={services.data ?? []}
              sort={view.sort}
              {...{ selected, hovered, csv }}
              note={noMap && <Notice>{noMap}</Notice>}
              controls={switcher(true)}
              onHover={setHovered}
              onSelect={select}
            />
          </div>
        )}
      </section>
      {(sideShown || (phone && evidence)) && (
        <section className={styles.side} aria-label="Wards and evidence">
          {showList && !(phone && evidence) && (
            <div ref={wardsTop} id="wards" className={`${styles.list} ${working ? styles.stale : ""}`} tabIndex={-1}>
              {answer && colours ? (
                <RankedWards
                  place={place.id}
                  ranked={answer.ranked}
                  question={answer.last.asked}
                  colours={colours}
                  sort={view.sort}
                  {...{ selected, hovered }}
                  onSort={(sort) => void change({ sort })}
                  onHover={setHovered}
                  onSelect={select}
                  onTable={() => void change({ view: "table" })}
                  sure={<HowSure place={place.id} question={answer.last.asked} ranked={answer.ranked} />}
                />
              ) : (
                <p className={styles.empty}>{gaps.state === "error" ? "No figures yet." : "Working it out…"}</p>
              )}
            </div>
          )}
          {(desk || phone) && evidence && <div className={styles.evidence}>{evidence}</div>}
        </section>
      )}
      {!desk && !phone && evidence && <div className={styles.sheet}>{evidence}</div>}
      <PrintSummary place={place} question={answer?.last.asked ?? asked} />
    </main>
  );
}
