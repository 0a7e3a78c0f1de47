import { join } from "node:path";
import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { type LocalFile, measureLocal } from "./local-file.ts";
import { wrongFile } from "./verify.ts";

const isAbsent = (error: unknown) => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/**
 * A file of the recipe in a folder that holds them, as it is or with ".gz" after its name; checked against the length
 * and checksum when the recipe names them.
 *
 * @throws ImportError when it is missing, truncated or altered
 */
export async function findMirrored(
  folder: string,
  file: RecipeFile,
  onProgress: OnProgress = () => {},
): Promise<LocalFile> {
  for (const at of [join(folder, file.path), `${join(folder, file.path)}.gz`]) {
    const local = await measure(file, at, onProgress);
    if (local === null) continue;
    const wrong = wrongFile(file, local);
    if (wrong) throw new ImportError(wrong);
    return local;
  }
  throw new ImportError(`${file.path} is missing: looked in ${folder}, for that name and the same ending in .gz.`);
}

async function measure(file: RecipeFile, at: string, onProgress: OnProgress): Promise<LocalFile | null> {
  try {
    return await measureLocal(file.path, at, onProgress, `Checking ${file.path}`);
  } catch (error) {
    if (isAbsent(error)) return null;
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new ImportError(`${at} cannot be read (${message}).`);
  }
}
