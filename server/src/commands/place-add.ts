import { join } from "node:path";
import type { Recipe } from "@needs-map/shared/contract/recipe";
import { readEnv } from "../env.ts";
import { type AddedPlace, addPlace } from "../imports/add-place.ts";
import { counted } from "../imports/import-error.ts";
import type { Origin } from "../imports/read/origin.ts";
import { findRecipe, readRecipe, recipeIds, SAMPLE_FOLDER, SAMPLE_PLACE } from "../imports/recipes.ts";
import { BadInput } from "./bad-input.ts";
import { progressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

export interface AddOptions {
  readonly mirror?: string;
  readonly json?: boolean;
}

/** `place add`: builds a place from its recipe's files and switches to it. */
export async function placeAdd(terminal: Terminal, id: string, { mirror, json = false }: AddOptions): Promise<void> {
  const recipe = await recipeNamed(terminal, id);
  const { show, end } = progressLine(json ? { ...terminal, err: () => {} } : terminal);
  const added = await withDatabase(terminal, (db) =>
    addPlace(db, recipe, originOf(terminal, recipe.place.id, mirror), show),
  ).finally(end);
  terminal.out(json ? `${JSON.stringify(added)}\n` : summary(recipe.place.name, added));
}

/** A recipe of the product by its id, or one of the person's own by its path. */
async function recipeNamed(terminal: Terminal, written: string): Promise<Recipe> {
  if (written.endsWith(".json")) return readRecipe(terminal.path(written));
  const known = await recipeIds();
  if (known.includes(written)) return findRecipe(written);
  throw new BadInput(`There is no recipe for "${written}". There are: ${known.join(", ")}.`);
}

function originOf(terminal: Terminal, id: string, mirror: string | undefined): Origin {
  if (mirror !== undefined) return { mirror: terminal.path(mirror) };
  if (id === SAMPLE_PLACE) return { mirror: SAMPLE_FOLDER };
  return { download: { folder: join(readEnv(terminal.env).DATA_DIR, "downloads") } };
}

const SHOWN_FAULTS = 20;

function summary(name: string, { place, version, counts, faults }: AddedPlace): string {
  const number = (key: string) => counted(Math.round(counts[key] ?? 0));
  const sharing = counts.peopleFitted
    ? `shared over postcodes so that wards meet their published totals (${number("fitRounds")} rounds)`
    : "shared equally among the postcodes of their small area: no ward totals of the same date are loaded";
  const outside = counts.servicesOutside ? `; ${number("servicesOutside")} over the border left out` : "";
  const lines = [
    `${name} (${place}) is loaded as version ${version}.`,
    `  ${number("wards")} wards, ${number("smallAreas")} small areas, ${number("postcodes")} postcodes, ${number("demandPoints")} demand points`,
    `  ${number("people")} people, ${sharing}`,
    `  ${number("indicators")} indicators, ${number("services")} services${outside}`,
    faults.length === 0 ? "  No faults in the files." : `  ${counted(faults.length)} faults in the files:`,
    ...faults.slice(0, SHOWN_FAULTS).map(({ file, row, field, reason }) => {
      const where = [file, row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(", ");
      return `    ${where}: ${reason}`;
    }),
  ];
  if (faults.length > SHOWN_FAULTS)
    lines.push(`    and ${counted(faults.length - SHOWN_FAULTS)} more; --json prints all`);
  return `${lines.join("\n")}\n`;
}
