import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { measureLocal } from "../files/local-file.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { isRecognised, recognise } from "./recognise.ts";
import type { LeftOut, Recognised } from "./recognised.ts";
import { survey } from "./survey.ts";

/** The recipe that recognition writes into a folder. */
export const RECIPE_NAME = "needsmap-recipe.json";

const READ = /\.(csv|tsv|txt|xlsx|geojson|json|zip)(\.gz)?$/i;

export interface FolderRead {
  readonly known: readonly Recognised[];
  /** Files that are not understood, and why. */
  readonly unknown: readonly LeftOut[];
}

/**
 * Looks through every file of a folder and the folders in it, and tells what each is.
 *
 * @throws ImportError when there is no such folder, or nothing in it
 */
export async function recogniseFolder(folder: string, onProgress: OnProgress): Promise<FolderRead> {
  const paths = await filesIn(folder);
  if (paths.length === 0) throw new ImportError(`There is no file in ${folder}.`);
  const known: Recognised[] = [];
  const unknown: LeftOut[] = [];
  for (const [done, path] of paths.entries()) {
    onProgress({ step: `Looking at ${path}`, done, total: paths.length });
    const found = await look(folder, path, onProgress);
    if (isRecognised(found)) known.push(found);
    else unknown.push(found);
  }
  return { known, unknown };
}

async function look(folder: string, path: string, onProgress: OnProgress): Promise<Recognised | LeftOut> {
  if (!READ.test(path)) return { path, why: "it is no CSV, Excel (.xlsx), GeoJSON or zipped shapefile" };
  try {
    const local = await measureLocal(path, join(folder, path), () => {}, path);
    return recognise(await survey(local, onProgress));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { path, why: error.message.replace(`${path} `, "it ").replace(`${path}, `, "").replace(/\.$/, "") };
  }
}

/** Files below a folder in a steady order, without hidden ones and recipes. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    throw new ImportError(`The folder ${folder} cannot be read (${error.message}).`);
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")) && !/(^|[/.-])recipe\.json$/.test(path))
    .sort();
}
