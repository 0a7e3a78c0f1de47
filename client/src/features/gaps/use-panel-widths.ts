import { type CSSProperties, useState } from "react";

/** Widths of the question and of the wards beside the map, CSS pixels: usual, least and most. */
export const PANEL_WIDTHS = {
  question: { usual: 284, least: 240, most: 420 },
  side: { usual: 404, least: 320, most: 620 },
} as const;

type Panel = keyof typeof PANEL_WIDTHS;

const KEY = "needs-map:panel-widths";
const PANELS = Object.keys(PANEL_WIDTHS) as Panel[];

function kept(): Record<Panel, number> {
  let stored: Partial<Record<Panel, unknown>> = {};
  try {
    stored = (JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Record<Panel, unknown>> | null) ?? {};
  } catch {
    stored = {};
  }
  const width = (panel: Panel) => {
    const { usual, least, most } = PANEL_WIDTHS[panel];
    const value = stored[panel];
    return typeof value === "number" && value >= least && value <= most ? value : usual;
  };
  return { question: width("question"), side: width("side") };
}

/** How wide this reader likes the panels: of this device, not of a link. */
export function usePanelWidths() {
  const [widths, setWidths] = useState(kept);
  const set = (panel: Panel) => (width: number) => {
    const next = { ...widths, [panel]: width };
    setWidths(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      return;
    }
  };
  const style = Object.fromEntries(PANELS.map((panel) => [`--${panel}-width`, `${widths[panel]}px`])) as CSSProperties;
  return { widths, set, style };
}
