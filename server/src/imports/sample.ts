import { isNotNull } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { place } from "../db/schema.ts";
import { addPlace } from "./add-place.ts";
import { findRecipe, SAMPLE_FOLDER, SAMPLE_PLACE } from "./recipes.ts";
import { sweepImports } from "./sweep.ts";

/** Clears what killed imports left behind; then, when there is no place, loads the invented borough. */
export async function loadSampleIfEmpty(db: Db, log: (message: string) => void): Promise<void> {
  for (const { place: id, version } of await sweepImports(db))
    log(`Removed version ${version} of ${id}, which an import had left unfinished.`);
  const places = await db.select({ id: place.id }).from(place).where(isNotNull(place.currentVersion)).limit(1);
  if (places.length > 0) return;
  const recipe = await findRecipe(SAMPLE_PLACE);
  log(`There is no place yet: loading ${recipe.place.name}, an invented borough.`);
  const { counts } = await addPlace(db, recipe, { mirror: SAMPLE_FOLDER }, () => {});
  log(`Loaded ${recipe.place.name}: ${counts.wards} wards, ${Math.round(counts.people ?? 0)} people.`);
}
