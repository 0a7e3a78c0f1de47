import { createHash } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { type Fetched, fetchOnto, Refused } from "./fetch-onto.ts";
import { type LocalFile, measureLocal } from "./local-file.ts";
import { readStamp, writeStamp } from "./stamp.ts";
import { wrongFile } from "./verify.ts";
import { isWebPage } from "./web-page.ts";

export interface DownloadOptions {
  /** Where downloads are kept, whole and in part. */
  readonly folder: string;
  /** How often a broken download is taken up again. */
  readonly tries?: number;
  /** A server that sends nothing for so long is given up. */
  readonly stallMilliseconds?: number;
  /** Wait before the next try; doubled each time. */
  readonly pauseMilliseconds?: number;
}

/**
 * A file of the recipe from its published address. A broken download goes on where it stopped, unless the server has
 * another file by then; a whole one is kept. One with a named checksum is used again while its bytes are right; of
 * another the server is asked whether it has a newer one. A caller stops it by throwing from `onProgress`: the part
 * that came stays, and is gone on with the next time.
 *
 * @throws ImportError when it is not published in this form, cannot be had, or is not the file that was named
 */
export async function download(options: DownloadOptions, file: RecipeFile, onProgress: OnProgress): Promise<LocalFile> {
  const stoppable: OnProgress = (progress) => {
    try {
      onProgress(progress);
    } catch (error) {
      throw new Stopped("", { cause: error });
    }
  };
  try {
    return await fetchWhole(options, file, stoppable);
  } catch (error) {
    throw error instanceof Stopped ? error.cause : error;
  }
}

/** What a caller threw to stop a download; not to be tried again. */
class Stopped extends Error {}

async function fetchWhole(options: DownloadOptions, file: RecipeFile, onProgress: OnProgress): Promise<LocalFile> {
  const { folder, tries = 5, pauseMilliseconds = 1000 } = options;
  const { url } = file;
  if (url === null) throw new ImportError(notPublished(file));
  await mkdir(folder, { recursive: true });
  const whole = join(folder, file.sha256 ?? `address-${createHash("sha256").update(url).digest("hex")}`);
  const part = `${whole}.part`;

  const kept = await keptFile(file, whole, onProgress);
  if (kept !== null && file.sha256 !== undefined) return kept;
  const known = kept === null ? null : await readStamp(whole);
  const discard = () => Promise.all([rm(part, { force: true }), rm(`${part}.stamp`, { force: true })]);

  let reason = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await pause(pauseMilliseconds * 2 ** (attempt - 1));
    try {
      const fetched = await fetchOnto(part, url, file, known, options.stallMilliseconds ?? 30_000, onProgress);
      if (fetched.unchanged && kept !== null) return kept;
      const local = await measureLocal(file.path, part, () => {}, "");
      const wrong = wrongFile(file, local) ?? ((await isWebPage(part)) ? WEB_PAGE : null);
      if (wrong === null) return { ...local, at: await keep(file, part, whole, fetched) };
      reason = wrong;
      await discard();
      if (!fetched.resumed) break;
    } catch (error) {
      if (error instanceof Stopped) throw error;
      reason = words(error);
      if (error instanceof ImportError) await discard();
      if (error instanceof Refused) break;
    }
  }
  throw new ImportError(`${file.path} could not be downloaded from ${url}: ${reason}`);
}

/** Why a file has no address, and what to do. */
export const notPublished = (file: RecipeFile) =>
  `${file.path} (${file.title}, ${file.publisher}) has no address to download from. ${file.note ?? "Use --mirror with a folder that holds it."}`;

const WEB_PAGE = "the server answered a web page instead of the file.";

/** The file as an earlier download left it, or null when there is none or its bytes are not the named ones. */
async function keptFile(file: RecipeFile, whole: string, onProgress: OnProgress): Promise<LocalFile | null> {
  const kept = await measureLocal(file.path, whole, onProgress, `Checking ${file.path}`).catch((error: unknown) => {
    if (error instanceof Stopped) throw error;
    return null;
  });
  return kept !== null && wrongFile(file, kept) === null ? kept : null;
}

/** Puts a finished download in its place. What the server said of it stays beside it where no checksum is named. */
async function keep(file: RecipeFile, part: string, whole: string, { stamp }: Fetched): Promise<string> {
  await rm(`${part}.stamp`, { force: true });
  await rm(`${whole}.stamp`, { force: true });
  await rename(part, whole);
  if (file.sha256 === undefined) await writeStamp(whole, stamp);
  return whole;
}

/** The innermost reason of a failed fetch: "fetch failed" alone says nothing. */
function words(error: unknown): string {
  const { message, cause } = error as Error;
  const outer = message === "fetch failed" || message === "terminated";
  return cause instanceof Error && outer ? words(cause) : message || String(error);
}
