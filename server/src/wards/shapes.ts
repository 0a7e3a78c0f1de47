import type { Db } from "../db/connect.ts";
import type { Body } from "../http/body-cache.ts";
import { featureText, geoJsonBody } from "../http/send.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { cellPeople, listWards, smallAreaShapes, wardShapes } from "./queries.ts";

/** The wards as GeoJSON, each with code, names, people and where its label stands. */
export async function wardsAsGeoJson(db: Db, at: PlaceVersion): Promise<Body> {
  const [wards, shapes] = await Promise.all([listWards(db, at), wardShapes(db, at)]);
  const shapeOf = new Map(shapes.map(({ code, shape }) => [code, shape]));
  return geoJsonBody(
    wards.map(({ code, name, nameWelsh, people, label }) =>
      featureText(code, shapeOf.get(code) ?? "null", { code, name, nameWelsh, people, label }),
    ),
  );
}

/** The small areas as GeoJSON, each with code, name and the ward where most of its people live. */
export async function smallAreasAsGeoJson(db: Db, at: PlaceVersion): Promise<Body> {
  const [areas, cells] = await Promise.all([smallAreaShapes(db, at), cellPeople(db, at)]);
  const home = new Map<string, { ward: string; people: number }>();
  for (const { area, ward, people } of cells) {
    if (area && people > (home.get(area)?.people ?? -1)) home.set(area, { ward, people });
  }
  return geoJsonBody(
    areas.map(({ code, name, shape }) => featureText(code, shape, { code, name, ward: home.get(code)?.ward ?? null })),
  );
}
