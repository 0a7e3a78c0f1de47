import { existsSync } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PlaceId } from "@needs-map/shared/contract/place";
import type { Recipe } from "@needs-map/shared/contract/recipe";
import { type FolderRecipe, folderRecipe } from "../imports/layouts/folder-recipe.ts";
import { RECIPE_NAME, recogniseFolder } from "../imports/layouts/recognise-folder.ts";
import type { LeftOut } from "../imports/layouts/recognised.ts";
import { reportOf } from "../imports/layouts/report.ts";
import { readRecipe } from "../imports/recipes.ts";
import { BadInput } from "./bad-input.ts";
import { addShown } from "./place-add.ts";
import { progressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";

export interface ImportOptions {
  readonly name?: string;
  readonly id?: string;
  readonly code?: string;
  readonly recipe?: string;
  readonly again?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * `place import`: takes a council's own files. Tells what each is taken for, writes that as a recipe that can be edited,
 * and builds the place. A recipe that is there already is used as it is, unless recognised again.
 */
export async function placeImport(terminal: Terminal, written: string, options: ImportOptions): Promise<void> {
  const { again = false, yes = false, dryRun = false, json = false } = options;
  const folder = terminal.path(written);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new BadInput(`${folder} is not a folder.`);
  if (options.id !== undefined) checkId(options.id);
  const path = options.recipe ? terminal.path(options.recipe) : join(folder, RECIPE_NAME);
  const kept = existsSync(path) && !again;
  const recipe = kept ? await keptRecipe(terminal, path, options) : await newRecipe(terminal, folder, path, options);
  if (dryRun) return;
  const { name, id } = recipe.place;
  if (!yes) {
    const answer = await terminal.ask(`Build ${name} (${id}) from these files? Type yes to go on: `);
    if (answer !== null && !/^y(es)?$/i.test(answer.trim()))
      throw new BadInput(`Nothing was imported. The recipe is ${path}: change it, then run this again.`);
  }
  await addShown(terminal, recipe, { mirror: folder }, json);
}

/** A recipe of an earlier time, which may have been edited since. */
async function keptRecipe(terminal: Terminal, path: string, { name, id, code, json }: ImportOptions): Promise<Recipe> {
  if (name ?? id ?? code) throw new BadInput(`${path} names the place already. Change it there, or add --again.`);
  if (!json) terminal.out(`Using the recipe ${path}. To recognise the files anew, add --again.\n`);
  return readRecipe(path);
}

async function newRecipe(terminal: Terminal, folder: string, path: string, options: ImportOptions): Promise<Recipe> {
  const { show, end } = progressLine(options.json ? { ...terminal, err: () => {} } : terminal);
  const { name, id, code } = options;
  const made = async () => {
    const read = await recogniseFolder(folder, show);
    return { read, made: await folderRecipe(folder, read, { name, id, code }, show) };
  };
  const { read, made: result } = await made().finally(end);
  terminal.out(
    options.json ? `${JSON.stringify(forMachines(result, read.unknown))}\n` : reportOf(result, read.unknown),
  );
  if (result.recipe === null)
    throw new BadInput("No place can be built from these files yet; what to bring is told above.");
  if (options.dryRun !== true) {
    await writeFile(path, `${JSON.stringify(result.recipe, null, 2)}\n`);
    if (!options.json) terminal.out(`The recipe is written to ${path}. It can be edited and run again.\n`);
  }
  if (result.lacking.length > 0) throw new BadInput(result.lacking.join("\n"));
  return result.recipe;
}

const forMachines = ({ known, left, lacking, recipe }: FolderRecipe, unknown: readonly LeftOut[]) => ({
  recognised: known.map(({ file, draft, sure, took }) => ({ path: file.path, role: draft.role, sure, columns: took })),
  left,
  unknown,
  lacking,
  place: recipe?.place ?? null,
});

function checkId(id: string): void {
  const checked = PlaceId.safeParse(id);
  if (!checked.success)
    throw new BadInput(`"${id}" cannot be a place's id. ${checked.error.issues[0]?.message ?? ""}.`);
}
