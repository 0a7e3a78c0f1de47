/** The two looks of every screen. */
export type Theme = "light" | "dark";

/** Fills from low to high with the text colour that reads on each (at least 4.5:1). */
export interface Palette {
  readonly fills: readonly string[];
  readonly texts: readonly string[];
}

const INK = "#16211f";
const WHITE = "#ffffff";
const NIGHT = "#0e1412";

/** Need and places short: adjacent steps differ by at least 10.9 (CIEDE2000) in every kind of colour vision. */
export const need5: Record<Theme, Palette> = {
  light: { fills: ["#fdf0dc", "#f8cd97", "#ee9a52", "#b8521a", "#7a2c0a"], texts: [INK, INK, INK, WHITE, WHITE] },
  dark: { fills: ["#3b2a1f", "#7a4420", "#c06a2c", "#f0a55f", "#fde3c2"], texts: [WHITE, WHITE, NIGHT, NIGHT, NIGHT] },
};

/** Coverage: adjacent steps differ by at least 8.6 in every kind of colour vision. */
export const coverage5: Record<Theme, Palette> = {
  light: { fills: ["#e7f1f6", "#b5d5e6", "#74aecf", "#2f78a5", "#0e4f78"], texts: [INK, INK, INK, WHITE, WHITE] },
  dark: { fills: ["#1c2b35", "#1f4a66", "#2f76a3", "#6db0da", "#cfe8f7"], texts: [WHITE, WHITE, WHITE, NIGHT, NIGHT] },
};

/**
 * Need against coverage, three by three, row-major: rows are coverage low, middle, high, columns need low, middle, high.
 * The strong cell is high need with low coverage; it differs from every other by at least 17.4 (light) and 21.1 (dark),
 * and any two cells by 11.5 and 14, in every kind of colour vision.
 */
export const needByCoverage9: Record<Theme, Palette> = {
  light: {
    fills: ["#f4f1e9", "#f6b872", "#9f3409", "#bfd9e9", "#c2ac98", "#aa8146", "#4b9ec9", "#5a7398", "#443f55"],
    texts: [INK, INK, WHITE, INK, INK, INK, INK, WHITE, WHITE],
  },
  dark: {
    fills: ["#2b3532", "#96602f", "#ffaf5f", "#27506d", "#7d7269", "#b1ada8", "#2a71d8", "#8885a7", "#aab8e9"],
    texts: [WHITE, WHITE, NIGHT, WHITE, WHITE, NIGHT, WHITE, NIGHT, NIGHT],
  },
};

/** Row-major index of high need with low coverage in {@link needByCoverage9}. */
export const GAP_CELL = 2;

/** Wards for which a figure cannot be said. */
export const noFigure: Record<Theme, { readonly fill: string; readonly text: string }> = {
  light: { fill: "#e3e6e1", text: INK },
  dark: { fill: "#232d2a", text: WHITE },
};

const SPREAD: readonly (readonly number[])[] = [[], [2], [0, 3], [0, 2, 4], [0, 1, 3, 4], [0, 1, 2, 3, 4]];

/** The palette thinned to fewer classes, keeping the steps as far apart as they can be. */
export function thinned(palette: Palette, classes: number): Palette {
  const picks = SPREAD[classes] ?? palette.fills.map((_, index) => index);
  const pick = (colours: readonly string[]) => picks.map((index) => colours[index] ?? "");
  return { fills: pick(palette.fills), texts: pick(palette.texts) };
}
