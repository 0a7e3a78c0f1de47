import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Recipe } from "@needs-map/shared/contract/recipe";
import { ImportError } from "./import-error.ts";

const DATA = fileURLToPath(new URL("../../../data/", import.meta.url));

/** The invented borough, whose files are part of the product. */
export const SAMPLE_PLACE = "wendmere";
export const SAMPLE_FOLDER = join(DATA, SAMPLE_PLACE);

/**
 * The recipe of a place of the product, by its id.
 *
 * @throws ImportError when there is none that can be read
 */
export async function findRecipe(id: string): Promise<Recipe> {
  return readRecipe(id === SAMPLE_PLACE ? join(SAMPLE_FOLDER, "recipe.json") : join(DATA, "places", `${id}.json`));
}

/** @throws ImportError naming every field at fault */
export async function readRecipe(path: string): Promise<Recipe> {
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new ImportError(`The recipe ${path} cannot be read (${error.message}).`);
  });
  const result = Recipe.safeParse(parse(path, text));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new ImportError(`${path} is not a recipe:\n${lines.join("\n")}`);
}

/** Ids of the places that can be added. */
export async function recipeIds(): Promise<string[]> {
  const files = await readdir(join(DATA, "places"));
  const places = files.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length));
  return [...places, SAMPLE_PLACE].sort();
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportError(`${path} is not JSON: ${(error as Error).message}.`);
  }
}
