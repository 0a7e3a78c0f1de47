import { EARTH_RADIUS_METRES, type UnitVectors, unitVectors } from "./earth.ts";

const RADIANS = Math.PI / 180;

/** Radians (some micrometres) by which every bound is widened, so that rounding never loses a pair. */
const SLACK = 1e-12;

/**
 * Points sorted into the cells of a grid of latitude and longitude, row by row from the south-west.
 *
 * Everything is held by *position* in this order, so that the points of neighbouring cells of one row
 * lie side by side in memory. `order` leads from a position back to the row of the input.
 * A place must be narrower than half the globe; it may cross the 180th meridian.
 */
export interface Grid extends UnitVectors {
  readonly count: number;
  readonly order: Int32Array;
  /** Longitude from `centre` and latitude of each position, radians. */
  readonly lambda: Float64Array;
  readonly phi: Float64Array;
  readonly centre: number;
  readonly west: number;
  readonly south: number;
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly columns: number;
  readonly rows: number;
  /** First position of each cell, row-major, with the count at the end. */
  readonly starts: Int32Array;
  /** One divided by four times the least and the greatest cosine of latitude in each row. */
  readonly narrowest: Float64Array;
  readonly widest: Float64Array;
}

/** Longitude from a meridian, both in radians, within half a turn. */
export function turnFrom(centre: number, lambda: number): number {
  const turn = lambda - centre;
  return turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

/**
 * Sorts points into a grid with about one point in every two cells, each cell four times as high as wide.
 *
 * @param lon longitude, degrees
 * @param lat latitude, degrees
 * @throws RangeError for a coordinate that is not a number
 */
export function createGrid(lon: Float64Array, lat: Float64Array): Grid {
  const count = lon.length;
  const centre = (lon[0] ?? 0) * RADIANS;
  const lambda = new Float64Array(count);
  const phi = new Float64Array(count);
  let [west, east, south, north] = count === 0 ? [0, 0, 0, 0] : [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const across = turnFrom(centre, (lon[i] as number) * RADIANS);
    const up = (lat[i] as number) * RADIANS;
    if (!Number.isFinite(across) || !Number.isFinite(up)) throw new RangeError(`Point ${i + 1} has no coordinates`);
    lambda[i] = across;
    phi[i] = up;
    west = Math.min(west, across);
    east = Math.max(east, across);
    south = Math.min(south, up);
    north = Math.max(north, up);
  }
  const across = Math.max(1e-9, Math.cos((south + north) / 2));
  const width = Math.max((east - west) * across, 1 / EARTH_RADIUS_METRES);
  const height = Math.max(north - south, 1 / EARTH_RADIUS_METRES);
  const cells = Math.max(1, count);
  const rowHeight = Math.max(Math.sqrt((2 * width * height) / cells), Math.max(width, height) / (4 * cells));
  const columnWidth = rowHeight / (4 * across);
  const columns = Math.floor((east - west) / columnWidth) + 1;
  const rows = Math.floor((north - south) / rowHeight) + 1;

  const cell = new Int32Array(count);
  const starts = new Int32Array(rows * columns + 1);
  for (let i = 0; i < count; i++) {
    const row = Math.min(rows - 1, Math.floor(((phi[i] as number) - south) / rowHeight));
    const column = Math.min(columns - 1, Math.floor(((lambda[i] as number) - west) / columnWidth));
    const at = row * columns + column;
    cell[i] = at;
    starts[at + 1] = (starts[at + 1] as number) + 1;
  }
  for (let at = 0; at < rows * columns; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);

  const order = new Int32Array(count);
  const next = starts.slice();
  for (let i = 0; i < count; i++) {
    const at = cell[i] as number;
    const position = next[at] as number;
    order[position] = i;
    next[at] = position + 1;
  }
  const narrowest = new Float64Array(rows);
  const widest = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const bottom = south + row * rowHeight - SLACK;
    const top = bottom + rowHeight + 2 * SLACK;
    narrowest[row] = 0.25 / Math.max(0, Math.min(Math.cos(bottom), Math.cos(top)));
    widest[row] = 0.25 / (bottom < 0 && top > 0 ? 1 : Math.max(Math.cos(bottom), Math.cos(top)));
  }
  return {
    count,
    order,
    centre,
    west,
    south,
    columnWidth,
    rowHeight,
    columns,
    rows,
    starts,
    narrowest,
    widest,
    lambda: pick(lambda, order),
    phi: pick(phi, order),
    ...unitVectors(pick(lon, order), pick(lat, order)),
  };
}

/** Values in another order: `values[order[k]]` at k. */
export function pick(values: ArrayLike<number>, order: Int32Array): Float64Array {
  const picked = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) picked[k] = values[order[k] as number] as number;
  return picked;
}

/** Row that holds a latitude (radians), or the nearest row. */
export function rowOf(grid: Grid, phi: number): number {
  return Math.max(0, Math.min(grid.rows - 1, Math.floor((phi - grid.south) / grid.rowHeight)));
}

/**
 * Squared chord that every point of a row keeps at least from a latitude.
 *
 * 4·sin²(d ÷ 2) ≥ d²·(1 − d² ÷ 12), which needs no sine.
 */
export function chord2ToRow(grid: Grid, row: number, phi: number): number {
  const bottom = grid.south + row * grid.rowHeight;
  const away = Math.max(0, bottom - phi - SLACK, phi - bottom - grid.rowHeight - SLACK);
  return away * away * (1 - (away * away) / 12);
}

/**
 * Longitude (radians, either way) within which all points of a row lie that are within a squared chord of a point.
 *
 * From hav d = hav Δφ + cos φ₁ cos φ₂ hav Δλ with the least Δφ and cos φ₂ of the row; asin(s) ≤ s + s³ ÷ 5 below ½.
 */
export function reachInRow(grid: Grid, row: number, cosine: number, chord2Left: number): number {
  const sine2 = (chord2Left / cosine) * (grid.narrowest[row] as number);
  if (!(sine2 < 0.25)) return Infinity;
  const sine = Math.sqrt(sine2);
  return 2 * (sine + 0.2 * sine * sine2) + SLACK;
}

/**
 * Writes, for every row of a grid that a circle touches, four positions: those from the first to the fourth can lie
 * within the circle, and those from the second up to the third, whose cells lie wholly inside, surely do.
 *
 * @param lambda longitude of the middle from the grid's `centre`, radians
 * @param phi    latitude of the middle, radians
 * @param chord2 squared chord of the radius
 * @param rows   room for 4 numbers a row
 * @returns how many numbers were written
 */
export function circleRows(grid: Grid, lambda: number, phi: number, chord2: number, rows: Int32Array): number {
  const { columns, columnWidth, west, starts, south, rowHeight, narrowest, widest } = grid;
  const perCosine = 1 / Math.cos(phi);
  const perColumn = 1 / columnWidth;
  const reach = Math.sqrt(chord2) * (1 + chord2) + SLACK;
  const certain = chord2 - 2 * Math.sqrt(chord2) * SLACK;
  const wide = chord2 > 0.5;
  const bottom = wide ? 0 : rowOf(grid, phi - reach);
  const top = wide ? grid.rows - 1 : rowOf(grid, phi + reach);
  const middle = (lambda - west) * perColumn;
  let written = 0;
  for (let row = bottom; row <= top; row++) {
    const below = phi - (south + row * rowHeight);
    const above = rowHeight - below;
    const near = Math.max(0, -below, -above) - SLACK;
    const left = near > 0 ? chord2 - near * near * (1 - (near * near) / 12) : chord2;
    if (left < 0) continue;
    const sine2 = left * perCosine * (narrowest[row] as number);
    const sine = Math.sqrt(sine2);
    const across = sine2 < 0.25 ? (2 * (sine + 0.2 * sine * sine2) + SLACK) * perColumn : Infinity;
    const from = middle - across;
    const to = middle + across + 1;
    if (to < 1 || from >= columns) continue;
    const cells = row * columns;
    const first = starts[cells + (from > 0 ? from | 0 : 0)] as number;
    const end = starts[cells + (to < columns ? to | 0 : columns)] as number;
    if (first === end) continue;
    rows[written] = first;
    rows[written + 1] = first;
    rows[written + 2] = first;
    rows[written + 3] = end;
    written += 4;
    const far = Math.max(below, above) + SLACK;
    const inside = (certain - far * far) * perCosine * (widest[row] as number);
    if (!(inside > 0)) continue;
    const within = (2 * Math.sqrt(inside) - SLACK) * perColumn;
    const sure = middle - within > 0 ? Math.ceil(middle - within) : 0;
    const unsure = middle + within < columns ? Math.floor(middle + within) : columns;
    if (sure >= unsure) continue;
    rows[written - 3] = starts[cells + sure] as number;
    rows[written - 2] = starts[cells + unsure] as number;
  }
  return written;
}
