import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { counted } from "../import-error.ts";
import type { LocalFile } from "./local-file.ts";

/** What is wrong with a file as it was measured, or null when it is the one that the recipe names. */
export function wrongFile(file: RecipeFile, { bytes, sha256 }: LocalFile): string | null {
  if (file.bytes !== undefined && bytes < file.bytes)
    return `${file.path} is truncated: expected ${counted(file.bytes)} bytes, found ${counted(bytes)}.`;
  if (file.sha256 !== undefined && sha256 !== file.sha256)
    return `${file.path} is not the file that the recipe names: expected sha256 ${file.sha256}, found ${sha256}.`;
  if (file.bytes !== undefined && bytes > file.bytes)
    return `${file.path} is longer than named: expected ${counted(file.bytes)} bytes, found ${counted(bytes)}.`;
  return null;
}
