import { isNotNull } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { place } from "../db/schema.ts";
import { addPlace } from "./add-place.ts";
import { ImportError } from "./import-error.ts";
import { findRecipe, SAMPLE_FOLDER, SAMPLE_PLACE } from "./recipes.ts";
import { sweepImports } from "./write/sweep.ts";

/**
 * Clears what killed imports left behind; then, when there is no place, loads the invented borough. Where that cannot be
 * done, perhaps because another server is just doing it, the log says why and the server starts all the same.
 */
export async function loadSampleIfEmpty(db: Db, log: (message: string) => void): Promise<void> {
  for (const { place: id, version } of await sweepImports(db))
    log(`Removed version ${version} of ${id}, which an import had left unfinished.`);
  const places = await db.select({ id: place.id }).from(place).where(isNotNull(place.currentVersion)).limit(1);
  if (places.length > 0) return;
  const recipe = await findRecipe(SAMPLE_PLACE);
  log(`There is no place yet: loading ${recipe.place.name}, an invented borough.`);
  try {
    const { counts } = await addPlace(db, recipe, { mirror: SAMPLE_FOLDER }, () => {});
    log(`Loaded ${recipe.place.name}: ${counts.wards} wards, ${Math.round(counts.people ?? 0)} people.`);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    log(`${recipe.place.name} was not loaded. ${error.message}`);
  }
}
