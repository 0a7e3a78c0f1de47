import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { SearchResult } from "@needs-map/shared/contract/search";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import { metresWithin } from "@needs-map/shared/domain/access/travel";
import { reachArea } from "@needs-map/shared/domain/geo/reach-area";
import { useQueries, useQuery } from "@tanstack/react-query";
import { type CSSProperties, useCallback, useId, useMemo, useRef, useState } from "react";
import { mapStyleUrl } from "../../api/page-settings.ts";
import { servicePoints, servicesQuery, smallAreaShapesQuery } from "../../api/queries.ts";
import { useMapShapes } from "../../api/use-map-shapes.ts";
import type { Theme } from "../../cartography/palettes.ts";
import { canDrawMaps } from "../../map/can-draw-maps.ts";
import { cameraOn } from "../../map/found-zoom.ts";
import { MapFailed } from "../../map/map-failed.tsx";
import { MapFrame } from "../../map/map-frame.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useMedia } from "../../ui/use-media.ts";
import type { ViewChange } from "../../view/use-view.ts";
import type { View } from "../../view/view.ts";
import { capital } from "../../words/question.ts";
import { say } from "../../words/say.ts";
import { checkedWords } from "../../words/service.ts";
import { chosenKinds } from "./chosen-kinds.ts";
import styles from "./explore.module.css";
import { ExploreList } from "./explore-list.tsx";
import { inReachWords, mapSentence, summary } from "./explore-words.ts";
import { listedServices } from "./listed-services.ts";
import { SheetHead } from "./sheet-head.tsx";
import { useReachShares } from "./use-reach-shares.ts";
import { useSheet } from "./use-sheet.ts";

interface Props {
  readonly place: PlaceDetail;
  readonly view: View;
  readonly change: ViewChange;
  readonly theme: Theme;
  readonly types: readonly ServiceTypeListed[];
  readonly wards: readonly Ward[];
}

const styleUrl = mapStyleUrl();
const PADDING = { top: 16, right: 60, bottom: 34, left: 16 };
const NO_LAYERS: View["on"] = new Set();

/** A small screen that is tall enough for a map and a list over each other. */
const SHEET = "screen and (max-width: 47.99em) and (min-height: 30em)";

/** The explore map with everything on it in the list beside it, or on a small screen in the sheet beneath it. */
export function ExploreDesk({ place, view, change, theme, types, wards }: Props) {
  const version = place.dataVersion;
  const mapPart = useRef<HTMLDivElement>(null);
  const listPart = useRef<HTMLElement>(null);
  const listId = useId();
  const small = useMedia(SHEET);
  const sheet = useSheet(() => (mapPart.current?.offsetHeight ?? 0) + (listPart.current?.offsetHeight ?? 0));
  const [hovered, setHovered] = useState<string | null>(null);
  const [found, setFound] = useState<SearchResult | null>(null);
  const [close, setClose] = useState<readonly string[]>([]);
  const [noMap, setNoMap] = useState<string | null>(() => (canDrawMaps() ? null : say("map.fail.webgl")));
  const [mapNote, setMapNote] = useState<string | null>(null);

  const shapes = useMapShapes(place.id, version, !noMap);
  const areas = useQuery({ ...smallAreaShapesQuery(place.id, version), enabled: view.on.has("areas") });
  const kinds = useMemo(() => chosenKinds(types, view), [types, view]);
  const answers = useQueries({
    queries: kinds.map(({ id }) => servicesQuery(place.id, version, id)),
    combine: (all) => ({
      services: all.flatMap(({ data }) => data ?? []),
      waiting: all.some(({ isPending, error }) => isPending && !error),
      error: all.find(({ error }) => error)?.error ?? null,
      again: () => {
        for (const one of all) if (one.error) void one.refetch();
      },
    }),
  });
  const { services } = answers;
  const listed = useMemo(() => listedServices(kinds, services, found, view.go), [kinds, services, found, view.go]);
  const points = useMemo(() => servicePoints(services), [services]);
  const reaching = view.on.has("reach") && kinds.length > 0;
  const reach = useMemo(() => {
    if (!reaching) return null;
    const longest = new Map(kinds.map(({ id, minutes }) => [id, metresWithin(view.min ?? minutes, view.go)]));
    return reachArea(services.map(({ type, lon, lat }) => ({ lon, lat, metres: longest.get(type) ?? 0 })));
  }, [reaching, kinds, services, view.min, view.go]);

  const ward = wards.find(({ code }) => code === view.ward) ?? null;
  const told = listed.find(({ service }) => service.id === view.service) ?? null;
  const shares = useReachShares(place, kinds, view, reaching || ward !== null);

  const open = () => {
    if (sheet.height === "peek") sheet.setHeight("half");
  };
  const selectWard = useCallback(
    (code: string | null) => {
      setClose([]);
      void change({ ward: code, service: null }, "push");
    },
    [change],
  );
  const selectService = (id: string | null) => void change({ service: id, ward: null }, "push");
  const onServices = (ids: readonly string[]) => {
    open();
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      setClose([]);
      selectService(only);
      return;
    }
    setClose(ids);
    if (view.service !== null || view.ward !== null) void change({ service: null, ward: null });
  };

  const shown = {
    wards: wards.length,
    kinds,
    countOf: (kind: ServiceTypeListed) => listed.filter((one) => one.kind === kind && one.service.ward !== null).length,
    over: listed.filter(({ service }) => service.ward === null).length,
    areas: view.on.has("areas") ? place.smallAreas : null,
  };
  const minutes = kinds.map((kind) => view.min ?? kind.minutes);
  const sentence = mapSentence(place.name, shown, reaching ? { mode: view.go, minutes } : null);
  const wardLines = (code: string) => {
    const own = wards.find((one) => one.code === code);
    const near = reaching ? inReachWords(shares.of(code)) : "";
    return own ? [own.name, `${own.people.toLocaleString("en-GB")} people`, ...(near ? [near] : [])] : [];
  };
  const serviceLines = (id: string) => {
    const one = listed.find(({ service }) => service.id === id);
    if (!one) return [];
    const over = one.service.ward === null ? ["Over the border"] : [];
    return [one.service.name, capital(one.kind.one), ...over, checkedWords(one.service)];
  };

  const search = (
    <div key="search" className={styles.search}>
      <SearchBox
        look="page"
        place={place.id}
        version={version}
        found={found}
        onFound={(result) => {
          setFound(result.kind === "ward" ? null : result);
          setClose([]);
          open();
          void change({ ward: result.ward, service: null, at: cameraOn(result) }, "push");
        }}
        onClear={() => setFound(null)}
      />
    </div>
  );
  const map = (
    <div key="map" ref={mapPart} className={styles.map} inert={small && sheet.height === "full"}>
      {noMap ? (
        <div className={styles.noMap}>
          <Notice tone="warn">
            This browser cannot draw the map. The list has everything that the map would show.
          </Notice>
        </div>
      ) : (
        <>
          <MapFailed shapes={shapes} />
          {mapNote && <Notice>{mapNote}</Notice>}
          <MapFrame
            filling
            past={listId}
            map={
              shapes.drawn
                ? {
                    place,
                    theme,
                    ...shapes.drawn,
                    smallAreas: view.on.has("areas") ? (areas.data ?? null) : null,
                    services: points,
                    reach,
                    colours: null,
                    selected: ward?.code ?? null,
                    hovered,
                    on: kinds.length > 0 ? view.on : NO_LAYERS,
                    camera: view.at,
                    found,
                    told: told && {
                      label: told.service.name,
                      ward: told.service.ward ?? "",
                      lon: told.service.lon,
                      lat: told.service.lat,
                    },
                    description: sentence,
                    styleUrl,
                    padding: PADDING,
                    tooltip: wardLines,
                    serviceTooltip: serviceLines,
                    onHover: setHovered,
                    onSelect: (code) => {
                      open();
                      selectWard(code);
                    },
                    onServices,
                    onCamera: (at) => void change({ at }),
                    onFail: setNoMap,
                    onNotice: setMapNote,
                    legend: null,
                  }
                : null
            }
          />
        </>
      )}
    </div>
  );
  const list = (
    <section key="list" ref={listPart} className={styles.list} aria-label="On the map">
      <h1 className={small ? "visually-hidden" : styles.title}>Map of {place.name}</h1>
      {small && <SheetHead sheet={sheet} summary={summary(shown)} controls={listId} />}
      <div id={listId} className={styles.body} tabIndex={-1} inert={small && sheet.height === "peek"}>
        <ExploreList
          {...{ place, view, change, types, wards, kinds, listed, ward, told, shares, sentence, close, reaching }}
          found={found}
          waiting={answers.waiting}
          error={answers.error}
          onAgain={answers.again}
          areas={areas}
          onHover={setHovered}
          onWard={selectWard}
          onService={selectService}
          onClose={() => setClose([])}
        />
      </div>
    </section>
  );
  return (
    <main
      id="main"
      className={styles.desk}
      data-sheet={small ? sheet.height : undefined}
      data-dragged={sheet.dragged !== null || undefined}
      data-map={noMap ? "none" : undefined}
      style={sheet.dragged === null ? undefined : ({ "--sheet": `${sheet.dragged}px` } as CSSProperties)}
    >
      <title>{`${told?.service.name ?? ward?.name ?? "Map"} · ${place.name} · Needs Map`}</title>
      {small ? [search, map, list] : [search, list, map]}
    </main>
  );
}
