import type { Theme } from "../cartography/palettes.ts";
import { mapColours } from "./map-colours.ts";

export const IMAGE_KINDS = ["hatch", "no-figure", "service", "service-unchecked", "service-neighbour"] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** Pixels as MapLibre takes them: four bytes each, rows from the top. */
export interface MapImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Screen pixels to one pixel of the style. */
export const IMAGE_PIXEL_RATIO = 3;

/** The name by which a style asks for an image. */
export const imageName = (kind: ImageKind, theme: Theme): string => `${kind}:${theme}`;

type Rgba = readonly [number, number, number, number];

function rgba(hex: string, alpha = 1): Rgba {
  const part = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
  return [part(1), part(3), part(5), alpha * 255];
}

function paint(size: number, colourAt: (x: number, y: number) => Rgba): MapImage {
  const pixels = size * IMAGE_PIXEL_RATIO;
  const data = new Uint8ClampedArray(pixels * pixels * 4);
  for (let row = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++) {
      const at = (column + 0.5) / IMAGE_PIXEL_RATIO;
      data.set(colourAt(at, (row + 0.5) / IMAGE_PIXEL_RATIO), (row * pixels + column) * 4);
    }
  }
  return { width: pixels, height: pixels, data };
}

const covered = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance * IMAGE_PIXEL_RATIO));
const faded = ([red, green, blue, alpha]: Rgba, share: number): Rgba => [red, green, blue, alpha * share];

const HATCH_TILE = 10;
const HATCH_WIDTH = 1.25;

/**
 * Lines at 45°, 7 px apart: along a tile of 10 px that is a period of 7 × √2.
 *
 * The dark theme's classes run from nearly black to nearly white, so its pale lines have dark edges: one of the two
 * shows on every class.
 */
function hatch(theme: Theme): MapImage {
  const line = rgba(mapColours[theme].ink, theme === "dark" ? 0.6 : 0.42);
  const edge = rgba(mapColours[theme].paper, 0.75);
  return paint(HATCH_TILE, (x, y) => {
    const along = (x + y) % HATCH_TILE;
    const away = Math.abs(along - HATCH_TILE / 2) / Math.SQRT2;
    const middle = faded(line, covered(away - HATCH_WIDTH / 2));
    return theme === "dark" ? over(middle, faded(edge, covered(away - HATCH_WIDTH * 1.3))) : middle;
  });
}

function dots(theme: Theme): MapImage {
  const ink = rgba(mapColours[theme].ink, 0.38);
  return paint(8, (x, y) => {
    const first = Math.hypot(x - 2, y - 2);
    const second = Math.hypot(x - 6, y - 6);
    return faded(ink, covered(Math.min(first, second) - 0.8));
  });
}

const SQUARE = 16;
const STROKE = 1.8;

function roundedSquare(x: number, y: number, half: number, radius: number): number {
  const across = Math.abs(x - SQUARE / 2) - half + radius;
  const down = Math.abs(y - SQUARE / 2) - half + radius;
  return Math.hypot(Math.max(across, 0), Math.max(down, 0)) + Math.min(Math.max(across, down), 0) - radius;
}

const over = (top: Rgba, below: Rgba): Rgba => {
  const share = top[3] / 255;
  const rest = (below[3] / 255) * (1 - share);
  const alpha = share + rest;
  const mix = (channel: 0 | 1 | 2) => (alpha === 0 ? 0 : (top[channel] * share + below[channel] * rest) / alpha);
  return [mix(0), mix(1), mix(2), alpha * 255];
};

function square(theme: Theme, kind: "service" | "service-unchecked" | "service-neighbour"): MapImage {
  const { service, paper, ink } = mapColours[theme];
  const hollow = kind === "service-unchecked";
  const colour = kind === "service-neighbour" ? rgba(ink, 0.45) : rgba(service);
  return paint(SQUARE, (x, y) => {
    const outer = faded(rgba(paper), covered(roundedSquare(x, y, 7.2, 2.8)));
    const body = faded(colour, covered(roundedSquare(x, y, 7.2 - STROKE, 1.6)));
    const hole = faded(rgba(paper), hollow ? covered(roundedSquare(x, y, 7.2 - STROKE - 2, 0.6)) : 0);
    return over(hole, over(body, outer));
  });
}

/** Draws one of the map's images; the same pixels every time. */
export function mapImage(kind: ImageKind, theme: Theme): MapImage {
  if (kind === "hatch") return hatch(theme);
  if (kind === "no-figure") return dots(theme);
  return square(theme, kind);
}
