import { dirname, join } from "node:path";
import type { Recipe } from "@needs-map/shared/contract/recipe";
import { readEnv } from "../env.ts";
import { type AddedPlace, addPlace } from "../imports/add-place.ts";
import { counted } from "../imports/import-error.ts";
import { englandsCouncils } from "../imports/layouts/england/councils.ts";
import { englandRecipe } from "../imports/layouts/england/england-recipe.ts";
import { findCouncil } from "../imports/layouts/england/find-council.ts";
import type { Origin } from "../imports/read/origin.ts";
import { findRecipe, readRecipe, recipeIds, SAMPLE_FOLDER, SAMPLE_PLACE } from "../imports/recipes.ts";
import { BadInput } from "./bad-input.ts";
import { progressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

export interface AddOptions {
  readonly mirror?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** `place add`: builds a place from its recipe's files and switches to it; with `--list`, what can be added. */
export async function placeAdd(
  terminal: Terminal,
  asked: string | undefined,
  { mirror, list = false, json = false }: AddOptions,
): Promise<void> {
  if (list) return terminal.out(await listing(json));
  if (asked === undefined)
    throw new BadInput("Say which place: a recipe's id, a council's code or name, or a .json file.");
  const { recipe, folder } = await recipeNamed(terminal, asked);
  await addShown(terminal, recipe, originOf(terminal, recipe, mirror, folder), json);
}

/** Builds a place with progress on the screen, and tells what came of it. */
export async function addShown(terminal: Terminal, recipe: Recipe, origin: Origin, json: boolean): Promise<void> {
  const { show, end } = progressLine(json ? { ...terminal, err: () => {} } : terminal);
  const added = await withDatabase(terminal, (db) => addPlace(db, recipe, origin, show)).finally(end);
  terminal.out(json ? `${JSON.stringify(added)}\n` : summary(recipe, added));
}

/** Ids of the product's recipes and England's councils. */
async function listing(json: boolean): Promise<string> {
  const recipes = await recipeIds();
  const { councils } = await englandsCouncils();
  if (json) return `${JSON.stringify({ recipes, councils: councils.map(({ code, name }) => ({ code, name })) })}\n`;
  const lines = councils.map(({ code, name }) => `  ${code}  ${name}`);
  return `Recipes: ${recipes.join(", ")}\nCouncils of England, from the England-wide files (--mirror):\n${lines.join("\n")}\n`;
}

/**
 * A recipe of the product by its id, one of the person's own by its path, with the folder that it lies in, or that of
 * one of England's councils by code or name.
 */
async function recipeNamed(terminal: Terminal, written: string): Promise<{ recipe: Recipe; folder: string | null }> {
  if (written.endsWith(".json")) {
    const path = terminal.path(written);
    return { recipe: await readRecipe(path), folder: dirname(path) };
  }
  const known = await recipeIds();
  if (known.includes(written)) return { recipe: await findRecipe(written), folder: null };
  const found = findCouncil(await englandsCouncils(), written);
  if ("council" in found) return { recipe: englandRecipe(found.council, known), folder: null };
  throw new BadInput(`There is no recipe for "${written}". There are: ${known.join(", ")}. ${found.why}`);
}

/** A recipe that names a file without an address is read from the folder it lies in, when no other is named. */
function originOf(terminal: Terminal, recipe: Recipe, mirror: string | undefined, folder: string | null): Origin {
  if (mirror !== undefined) return { mirror: terminal.path(mirror) };
  if (recipe.place.id === SAMPLE_PLACE) return { mirror: SAMPLE_FOLDER };
  if (folder !== null && recipe.files.some(({ url }) => url === null)) return { mirror: folder };
  return { download: { folder: join(readEnv(terminal.env).DATA_DIR, "downloads") } };
}

const SHOWN_FAULTS = 20;

function summary({ place: { name }, missing, files }: Recipe, { place, version, counts, faults }: AddedPlace): string {
  const number = (key: string) => counted(Math.round(counts[key] ?? 0));
  const atPoints = !files.some(({ role }) => role === "people-small-areas");
  const sharing = atPoints
    ? "each at the point of its own area"
    : counts.peopleFitted
      ? `shared over postcodes so that wards meet their published totals (${number("fitRounds")} rounds)`
      : "shared equally among the postcodes of their small area: no ward totals of the same date are loaded";
  const outside = counts.servicesOutside ? `; ${number("servicesOutside")} over the border left out` : "";
  const lines = [
    `${name} (${place}) is loaded as version ${version}.`,
    `  ${number("wards")} wards, ${number("smallAreas")} small areas, ${number("postcodes")} postcodes, ${number("demandPoints")} demand points`,
    `  ${number("people")} people, ${sharing}`,
    `  ${number("indicators")} indicators, ${number("services")} services${outside}`,
    faults.length === 0
      ? "  No faults in the files."
      : `  ${faults.length === 1 ? "1 fault" : `${counted(faults.length)} faults`} in the files:`,
    ...faults.slice(0, SHOWN_FAULTS).map(({ file, row, field, reason }) => {
      const where = [file, row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(", ");
      return `    ${where}: ${reason}`;
    }),
  ];
  if (faults.length > SHOWN_FAULTS)
    lines.push(`    and ${counted(faults.length - SHOWN_FAULTS)} more; --json prints all`);
  if (missing.length > 0) lines.push("  Missing:", ...missing.map((sentence) => `    ${sentence}`));
  return `${lines.join("\n")}\n`;
}
