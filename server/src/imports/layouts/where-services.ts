import { pointInside } from "@needs-map/shared/domain/geo/inside";
import { readNumber } from "../formats/number.ts";
import { toLonLat } from "../formats/project.ts";
import { readShapes } from "../formats/shapes.ts";
import { readTable } from "../formats/table.ts";
import type { Boundaries } from "../read/boundaries.ts";
import { areaOf } from "../read/feature.ts";
import type { Recognised } from "./recognised.ts";

/** Rows of a list of services by where they stand. */
export interface Stand {
  readonly inside: number;
  readonly outside: number;
  /** Without coordinates and without a postcode of the place. */
  readonly nowhere: number;
}

/** Counts how many services of a list stand in the wards, by coordinates or else by postcode. */
export async function whereServices(
  { file, draft }: Recognised<"services">,
  wards: Boundaries,
  postcodes: ReadonlySet<string>,
): Promise<Stand> {
  const stand = { inside: 0, outside: 0, nowhere: 0 };
  const { lon, lat, postcode } = draft.columns;
  const put = (position: readonly number[] | null, at: string) => {
    if (position) stand[wards.locate(position[0] ?? 0, position[1] ?? 0) >= 0 ? "inside" : "outside"]++;
    else stand[postcodes.has(squeezed(at)) ? "inside" : "nowhere"]++;
  };
  const { reading, path, local } = file;
  if (reading.format === "geojson" || reading.format === "shapefile") {
    await readShapes({ path, ...reading, format: reading.format }, local, ({ geometry, properties }, _row) => {
      const shape =
        geometry?.type === "Point" ? geometry.coordinates : areaOf({ type: "Feature", geometry, properties });
      const position = typeof shape === "string" ? null : Array.isArray(shape) ? shape : pointInside(shape);
      put(position, String(properties?.[postcode ?? ""] ?? ""));
    });
    return stand;
  }
  const table = { path, ...reading, format: reading.format, only: draft.only };
  await readTable(table, local, [lon, lat, postcode], (cell) => {
    const x = readNumber(cell(lon));
    const y = readNumber(cell(lat));
    put(x === null || y === null || (x === 0 && y === 0) ? null : toLonLat(draft.crs, x, y), cell(postcode));
  });
  return stand;
}

export const squeezed = (postcode: string): string => postcode.replaceAll(/\s/g, "").toUpperCase();
