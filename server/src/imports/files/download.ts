import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { unpacked, wrongBytes } from "./verify.ts";

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

/** A small file may grow when it is gzipped. */
const SLACK_BYTES = 1024;

/** An answer that trying again will not change. */
class Refused extends Error {}

/**
 * A file of the recipe from its published address. A broken download goes on where it stopped; a whole one is kept,
 * and used again when its bytes are still right.
 *
 * @throws ImportError when it is not published in this form, cannot be had, or is not the file that was named
 */
export async function readDownloaded(options: DownloadOptions, file: RecipeFile, onProgress: OnProgress) {
  const { folder, tries = 5, pauseMilliseconds = 1000 } = options;
  if (file.url === null) throw new ImportError(notPublished(file));
  const whole = join(folder, file.sha256);
  const part = `${whole}.part`;
  await mkdir(folder, { recursive: true });

  const kept = await readFile(whole).catch(() => null);
  if (kept !== null && wrongBytes(file, kept) === null) return kept;

  let reason = "";
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await pause(pauseMilliseconds * 2 ** (attempt - 1));
    try {
      const resumed = await fetchOnto(part, file.url, file, options, onProgress);
      const contents = unpacked(file, await readFile(part));
      const wrong = wrongBytes(file, contents);
      if (wrong === null) {
        await rename(part, whole);
        return contents;
      }
      reason = wrong;
      await rm(part, { force: true });
      if (!resumed) break;
    } catch (error) {
      reason = words(error);
      if (error instanceof ImportError) await rm(part, { force: true });
      if (error instanceof Refused) break;
    }
  }
  throw new ImportError(`${file.path} could not be downloaded from ${file.url}: ${reason}`);
}

/** Why a file has no address, and what to do. */
export const notPublished = (file: RecipeFile) =>
  `${file.path} (${file.title}, ${file.publisher}) has no address to download from. ${file.note ?? "Use --mirror with a folder that holds it."}`;

/** Fetches what is not there yet; says whether an earlier part was gone on with. */
async function fetchOnto(
  part: string,
  url: string,
  file: RecipeFile,
  { stallMilliseconds = 30_000 }: DownloadOptions,
  onProgress: OnProgress,
): Promise<boolean> {
  const had = (await stat(part).catch(() => null))?.size ?? 0;
  const stalled = new AbortController();
  const giveUp = () => stalled.abort(new Error(`the server sent nothing for ${stallMilliseconds / 1000} seconds`));
  let timer = setTimeout(giveUp, stallMilliseconds);
  try {
    const answer = await fetch(url, {
      headers: { "accept-encoding": "identity", ...(had > 0 ? { range: `bytes=${had}-` } : {}) },
      signal: stalled.signal,
    });
    if (answer.status === 416) {
      await rm(part, { force: true });
      throw new Error("the part that was kept is longer than the file");
    }
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429)
      throw new Refused(`the server answered ${answer.status} ${answer.statusText}`);
    if (!answer.ok || answer.body === null)
      throw new Error(`the server answered ${answer.status} ${answer.statusText}`);
    const goesOn = answer.status === 206 && answer.headers.get("content-range")?.startsWith(`bytes ${had}-`) === true;
    if (answer.status === 206 && !goesOn) {
      await rm(part, { force: true });
      throw new Error("the server went on from another place than it was asked to");
    }
    let done = goesOn ? had : 0;
    const total = file.bytes ?? done + Number(answer.headers.get("content-length") ?? 0);
    const kept = await open(part, goesOn ? "a" : "w");
    try {
      for await (const chunk of answer.body) {
        clearTimeout(timer);
        timer = setTimeout(giveUp, stallMilliseconds);
        await kept.write(chunk);
        done += chunk.length;
        if (done > (file.bytes ?? Infinity) + SLACK_BYTES) {
          await rm(part, { force: true });
          throw new Refused(`the server sent more than the ${file.bytes} bytes of the file`);
        }
        onProgress({ step: `Downloading ${file.path}`, done, total: Math.max(total, done) });
      }
    } finally {
      await kept.close();
    }
    return goesOn;
  } finally {
    clearTimeout(timer);
  }
}

/** The innermost reason of a failed fetch: "fetch failed" alone says nothing. */
function words(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && message === "fetch failed" ? words(cause) : message || String(error);
}
