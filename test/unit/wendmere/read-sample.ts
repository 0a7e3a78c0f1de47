import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Recipe } from "@needs-map/shared/contract/recipe";
import type { FeatureCollection, LineString, MultiPolygon, Point, Polygon, Position } from "geojson";

const folder = join(import.meta.dirname, "../../../data/wendmere");

/** The text of a file of the sample, as it lies in the repository. */
export const sampleText = (name: string): string => readFileSync(join(folder, name), "utf8");

/** The recipe of the sample, checked by the contract. */
export const sampleRecipe = (): Recipe => Recipe.parse(JSON.parse(sampleText("recipe.json")));

export const sampleShapes = (
  name: string,
): FeatureCollection<Polygon | MultiPolygon, { code: string; name: string; ward?: string }> =>
  JSON.parse(sampleText(name));

export const sampleBasemap = (): FeatureCollection<
  Polygon | MultiPolygon | LineString | Point,
  { kind: string; name?: string }
> => JSON.parse(sampleText("basemap.geojson"));

/** A table of the sample, one record a row. */
export function sampleTable(name: string): Record<string, string>[] {
  const [header = [], ...rows] = sampleText(name)
    .trimEnd()
    .split("\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""),
    );
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""])));
}

export const ringsOf = (shape: Polygon | MultiPolygon): Position[][] =>
  shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();

/** Every side of a shape as "lon,lat lon,lat", in the direction it is drawn. */
export const sidesOf = (shape: Polygon | MultiPolygon): string[] =>
  ringsOf(shape).flatMap((ring) => ring.slice(1).map((to, at) => `${ring[at]} ${to}`));

export const turned = (side: string): string => side.split(" ").reverse().join(" ");

/** Twice the signed area of a shape in square degrees. */
export const doubleArea = (shape: Polygon | MultiPolygon): number =>
  ringsOf(shape)
    .flatMap((ring) => ring.slice(1).map(([x = 0, y = 0], at) => (ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0)))
    .reduce((sum, one) => sum + one, 0);
