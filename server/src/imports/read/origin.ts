import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { type DownloadOptions, download } from "../files/download.ts";
import type { LocalFile } from "../files/local-file.ts";
import { findMirrored } from "../files/mirror.ts";
import type { OnProgress } from "../progress.ts";

/** Where the files of a recipe are taken from. */
export type Origin = { readonly mirror: string } | { readonly download: DownloadOptions };

/** @throws ImportError when the file cannot be had, or is not the one that the recipe names */
export const fetchFile = (origin: Origin, file: RecipeFile, onProgress: OnProgress): Promise<LocalFile> =>
  "mirror" in origin ? findMirrored(origin.mirror, file, onProgress) : download(origin.download, file, onProgress);
