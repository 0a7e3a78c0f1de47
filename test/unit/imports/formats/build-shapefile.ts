import type { Position } from "geojson";
import { buildZip, type ZipEntry } from "./build-zip.ts";

/** WKT of the British National Grid as GIS programs write it beside a shapefile. */
export const NATIONAL_GRID_PRJ =
  'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],UNIT["Meter",1.0]]';
export const WGS84_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],UNIT["Degree",0.0174532925199433]]';

/** The content of a record: the rings of a polygon, the position of a point, or nothing. */
export type ShpShape = readonly (readonly Position[])[] | Position | null;

const isRings = (shape: ShpShape): shape is readonly (readonly Position[])[] => Array.isArray(shape?.[0]);

function content(shape: ShpShape): Buffer {
  if (shape === null) return Buffer.alloc(4);
  if (!isRings(shape)) {
    const point = Buffer.alloc(20);
    point.writeInt32LE(1, 0);
    point.writeDoubleLE(shape[0] ?? 0, 4);
    point.writeDoubleLE(shape[1] ?? 0, 12);
    return point;
  }
  const points = shape.flat();
  const bytes = Buffer.alloc(44 + shape.length * 4 + points.length * 16);
  bytes.writeInt32LE(5, 0);
  bytes.writeInt32LE(shape.length, 36);
  bytes.writeInt32LE(points.length, 40);
  let start = 0;
  shape.forEach((ring, part) => {
    bytes.writeInt32LE(start, 44 + part * 4);
    start += ring.length;
  });
  points.forEach(([x = 0, y = 0], at) => {
    bytes.writeDoubleLE(x, 44 + shape.length * 4 + at * 16);
    bytes.writeDoubleLE(y, 44 + shape.length * 4 + at * 16 + 8);
  });
  return bytes;
}

export function buildShp(shapes: readonly ShpShape[]): Buffer {
  const records = shapes.map((shape, at) => {
    const bytes = content(shape);
    const head = Buffer.alloc(8);
    head.writeInt32BE(at + 1, 0);
    head.writeInt32BE(bytes.length / 2, 4);
    return Buffer.concat([head, bytes]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return Buffer.concat([header, ...records]);
}

/** A table of one text column "code" of 12 bytes, one number column "people" and one day column "made". */
export function buildDbf(rows: readonly (readonly [code: Buffer | string, people: string, made: string])[]): Buffer {
  const field = (name: string, type: string, length: number) => {
    const bytes = Buffer.alloc(32);
    bytes.write(name);
    bytes.write(type, 11);
    bytes.writeUInt8(length, 16);
    return bytes;
  };
  const header = Buffer.alloc(32);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(32 + 3 * 32 + 1, 8);
  header.writeUInt16LE(1 + 12 + 8 + 8, 10);
  const padded = (cell: Buffer | string, length: number) => {
    const bytes = Buffer.alloc(length, " ");
    Buffer.from(cell).copy(bytes);
    return bytes;
  };
  const records = rows.map(([code, people, made]) =>
    Buffer.concat([Buffer.from(" "), padded(code, 12), padded(people, 8), padded(made, 8)]),
  );
  const fields = [field("code", "C", 12), field("people", "N", 8), field("made", "D", 8)];
  return Buffer.concat([header, ...fields, Buffer.from("\r"), ...records, Buffer.from("\u001a")]);
}

/** A zipped shapefile; parts that are null are left out. */
export function buildShapefile(
  shapes: readonly ShpShape[],
  parts: { dbf?: Buffer | null; prj?: string | null; cpg?: string | null; more?: readonly ZipEntry[] } = {},
): Buffer {
  const dbf =
    parts.dbf === undefined ? buildDbf(shapes.map((_, at) => [`C${at + 1}`, String(at), "20250501"])) : parts.dbf;
  const entries: [string, Buffer | string | null | undefined][] = [
    ["wards/Wards.shp", buildShp(shapes)],
    ["wards/Wards.dbf", dbf],
    ["wards/Wards.prj", parts.prj],
    ["wards/Wards.cpg", parts.cpg],
  ];
  const sound = entries.flatMap(([name, contents]) => (contents ? [{ name, contents }] : []));
  return buildZip([...sound, ...(parts.more ?? [])]);
}
