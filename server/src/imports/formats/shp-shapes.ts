import type { Geometry, Position } from "geojson";
import type { ByteReader } from "./byte-reader.ts";

/** Goes through the shapes of a .shp file. */
export interface ShpShapes {
  /** The next shape; null is a feature without one, undefined the end. */
  readonly next: () => Promise<Geometry | null | undefined>;
  /** Bytes read so far. */
  readonly read: () => number;
}

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
/** A shape longer than this is no map, but would fill the memory. */
const MOST_SHAPE_BYTES = 128 * 1024 ** 2;

/** What makes a .shp or .dbf unreadable, in words that fit into a sentence. */
export class Damaged extends Error {}

/**
 * Opens a .shp file: points, lines and polygons, flat or with heights or measures, which are left out. Polygons have
 * their holes, and their rings turn as GeoJSON wants.
 *
 * @param bytes length of the file
 * @throws Damaged on what is no .shp, is shorter than it says it is, or has a shape of another kind
 * @see ESRI, Shapefile Technical Description (1998)
 */
export async function openShp(reader: ByteReader, bytes: number): Promise<ShpShapes> {
  const header = await reader.take(HEADER_BYTES);
  if (header.length < HEADER_BYTES || header.readInt32BE(0) !== FILE_CODE) throw new Damaged("it is no .shp file");
  const said = header.readInt32BE(24) * 2;
  if (said > bytes) throw new Damaged(`it is truncated: it should have ${said} bytes, and has ${bytes}`);
  let at = HEADER_BYTES;
  return {
    read: () => at,
    next: async () => {
      if (at >= said) return undefined;
      const head = Buffer.from(await reader.take(8));
      if (head.length < 8) throw new Damaged("it ends in the middle of a shape");
      const length = head.readInt32BE(4) * 2;
      if (length < 4 || length > MOST_SHAPE_BYTES || at + 8 + length > bytes)
        throw new Damaged("a shape has an impossible length");
      const content = await reader.take(length);
      if (content.length < length) throw new Damaged("it ends in the middle of a shape");
      at += 8 + length;
      return shapeOf(content);
    },
  };
}

/** Kinds of shape are counted from 1 when flat, 11 with heights, 21 with measures. */
function shapeOf(content: Buffer): Geometry | null {
  const kind = content.readInt32LE(0);
  if (kind === 0) return null;
  if (kind < 0 || kind > 28) throw new Damaged(`it has a shape of kind ${kind}, which is not read`);
  const need = (length: number) => {
    if (content.length < length) throw new Damaged("a shape is shorter than it says it is");
  };
  need(kind % 10 === 1 ? 20 : 40);
  if (kind % 10 === 1) return { type: "Point", coordinates: positionAt(content, 4) };
  if (kind % 10 === 8) {
    const points = content.readUInt32LE(36);
    need(40 + points * 16);
    return { type: "MultiPoint", coordinates: positions(content, 40, points) };
  }
  if (kind % 10 !== 3 && kind % 10 !== 5) throw new Damaged(`it has a shape of kind ${kind}, which is not read`);
  need(44);
  const parts = partsOf(content, need);
  if (kind % 10 === 5) return polygonOf(parts);
  const [only] = parts;
  return only && parts.length === 1
    ? { type: "LineString", coordinates: only }
    : { type: "MultiLineString", coordinates: parts };
}

function partsOf(content: Buffer, need: (length: number) => void): Position[][] {
  const count = content.readUInt32LE(36);
  const points = content.readUInt32LE(40);
  need(44 + count * 4 + points * 16);
  const first = 44 + count * 4;
  const starts = Array.from({ length: count }, (_, part) => content.readUInt32LE(44 + part * 4));
  return starts.map((start, part) => {
    const end = starts[part + 1] ?? points;
    if (start > end || end > points) throw new Damaged("a shape has a part that ends before it begins");
    return positions(content, first + start * 16, end - start);
  });
}

const positionAt = (content: Buffer, at: number): Position => [content.readDoubleLE(at), content.readDoubleLE(at + 8)];

const positions = (content: Buffer, at: number, count: number): Position[] =>
  Array.from({ length: count }, (_, point) => positionAt(content, at + point * 16));

/** Puts each hole (a ring that turns left) into the outer ring around it; one with none around it stands alone. */
function polygonOf(rings: Position[][]): Geometry | null {
  const sound = rings.filter((ring) => ring.length >= 4);
  const outer = sound.filter((ring) => turn(ring) <= 0).map((ring) => [ring]);
  for (const hole of sound.filter((ring) => turn(ring) > 0)) {
    const around = outer.length === 1 ? outer[0] : outer.find(([ring = []]) => holds(ring, middle(hole)));
    if (around) around.push(hole);
    else outer.push([hole]);
  }
  const polygons = outer.map(([first = [], ...holes]) => [
    turn(first) < 0 ? first.reverse() : first,
    ...holes.map((hole) => hole.reverse()),
  ]);
  const [only] = polygons;
  if (only === undefined) return null;
  return polygons.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

/** Twice the signed area of a ring, from its first corner: below 0 when it turns right. */
function turn(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  ring.forEach(([x = 0, y = 0], at) => {
    const [nextX = x, nextY = y] = ring[at + 1] ?? [];
    sum += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  });
  return sum;
}

/** The middle of a ring's first side: a corner may lie on the ring around it. */
function middle([[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []]: readonly Position[]): Position {
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}

/** Whether a ring has a position inside: an odd number of its sides lie to the right of it. */
function holds(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  ring.forEach(([x1 = 0, y1 = 0], at) => {
    const [x2 = x1, y2 = y1] = ring[at + 1] ?? [];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}
