import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { ImportError } from "../import-error.ts";
import { unpacked, wrongBytes } from "./verify.ts";

const isAbsent = (error: unknown) => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/**
 * A file of the recipe from a folder that holds them, as it is or with ".gz" after its name.
 *
 * @throws ImportError when it is missing, truncated or altered
 */
export async function readMirrored(folder: string, file: RecipeFile): Promise<Buffer> {
  for (const path of [join(folder, file.path), `${join(folder, file.path)}.gz`]) {
    const bytes = await readFile(path).catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw new ImportError(`${path} cannot be read (${(error as Error).message}).`);
    });
    if (bytes === null) continue;
    const contents = unpacked(file, bytes);
    const wrong = wrongBytes(file, contents);
    if (wrong) throw new ImportError(wrong);
    return contents;
  }
  throw new ImportError(`${file.path} is missing: looked in ${folder}, for that name and the same ending in .gz.`);
}
