import type { Map as MapInstance } from "maplibre-gl";
import { useEffect, useRef } from "react";
import type { WardColours } from "../cartography/ward-colours.ts";
import { SOURCES } from "../layers/sources.ts";
import type { WardState } from "../layers/wards.ts";

/** The name of the performance mark that is set when new ward colours are on the map. */
export const APPLIED_MARK = "gaps:applied";

function setState(map: MapInstance, code: string, state: WardState): void {
  for (const source of [SOURCES.wards, SOURCES.wardLabels]) map.setFeatureState({ source, id: code }, state);
}

/**
 * Colours the wards in one pass over their feature states.
 *
 * @param rebuilt changes when the map has lost its states with its style
 */
export function useWardColours(map: MapInstance | null, colours: WardColours | null, rebuilt: number): void {
  const applied = useRef<{ of: WardColours["of"]; rebuilt: number }>({ of: [], rebuilt });
  useEffect(() => {
    if (!map) return;
    const before = applied.current.rebuilt === rebuilt ? applied.current.of : [];
    for (const ward of before) if (!colours?.byCode.has(ward.code)) clear(map, ward.code);
    for (const { code, fill, text, doubtful, classIndex } of colours?.of ?? []) {
      setState(map, code, { fill, text, doubtful, noFigure: classIndex < 0 });
    }
    applied.current = { of: colours?.of ?? [], rebuilt };
    performance.mark(APPLIED_MARK);
  }, [map, colours, rebuilt]);
}

function clear(map: MapInstance, code: string): void {
  for (const source of [SOURCES.wards, SOURCES.wardLabels]) {
    for (const key of ["fill", "text", "doubtful", "noFigure"]) map.removeFeatureState({ source, id: code }, key);
  }
}

/** Outlines one ward, as selected or as pointed at, and takes the outline off the one before. */
export function useWardOutline(
  map: MapInstance | null,
  kind: "selected" | "hovered",
  code: string | null,
  rebuilt: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a rebuilt style has lost the outline
  useEffect(() => {
    if (!map || code === null) return;
    setState(map, code, { [kind]: true });
    return () => {
      if (map.getSource(SOURCES.wards)) setState(map, code, { [kind]: false });
    };
  }, [map, kind, code, rebuilt]);
}
