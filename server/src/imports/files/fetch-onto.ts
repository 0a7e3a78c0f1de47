import { open, rm, stat } from "node:fs/promises";
import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { counted } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { MOST_BYTES } from "./local-file.ts";
import { isSameState, readStamp, type Stamp, stampOf, strongStamp, writeStamp } from "./stamp.ts";

/** An answer that trying again will not change. */
export class Refused extends Error {}

export interface Fetched {
  /** An earlier part was gone on with. */
  readonly resumed: boolean;
  /** The server has nothing newer than what is kept. */
  readonly unchanged: boolean;
  readonly stamp: Stamp;
}

/** A small file may grow when it is gzipped. */
const SLACK_BYTES = 1024;

/**
 * Fetches what is not there yet onto a part kept on disk. The part begins anew when the server has another state of
 * the file by now, knows no ranges, or nothing is known by which a mixture of two states would be found out.
 *
 * @param known what the server said of a whole file that is kept; null where none is
 * @throws Refused on an answer that stays the same: one of 4xx, a web page, far more bytes than the file has
 */
export async function fetchOnto(
  part: string,
  url: string,
  file: RecipeFile,
  known: Stamp | null,
  stallMilliseconds: number,
  onProgress: OnProgress,
): Promise<Fetched> {
  const { had, before } = await earlierPart(part, file);
  const stalled = new AbortController();
  const giveUp = () => stalled.abort(new Error(`the server sent nothing for ${stallMilliseconds / 1000} seconds`));
  let timer = setTimeout(giveUp, stallMilliseconds);
  try {
    const answer = await fetch(url, { headers: asked(had, before, known), signal: stalled.signal });
    const stamp = stampOf(answer.headers);
    if (answer.status === 304) return { resumed: false, unchanged: true, stamp };
    const resumed = await goesOn(answer, part, had, before);
    let done = resumed ? had : 0;
    const total = file.bytes ?? done + Number(answer.headers.get("content-length") ?? 0);
    const most = file.bytes === undefined ? MOST_BYTES : file.bytes + SLACK_BYTES;
    if (!resumed) await writeStamp(part, stamp);
    const kept = await open(part, resumed ? "a" : "w");
    try {
      for await (const chunk of answer.body ?? []) {
        clearTimeout(timer);
        timer = setTimeout(giveUp, stallMilliseconds);
        await kept.write(chunk);
        done += chunk.length;
        if (done > most) {
          await dropPart(part);
          throw new Refused(`the server sent more than the ${counted(file.bytes ?? MOST_BYTES)} bytes of the file`);
        }
        onProgress({ step: `Downloading ${file.path}`, done, total: Math.max(total, done) });
      }
    } finally {
      await kept.close();
    }
    return { resumed, unchanged: false, stamp };
  } finally {
    clearTimeout(timer);
  }
}

const dropPart = (part: string) => Promise.all([rm(part, { force: true }), rm(`${part}.stamp`, { force: true })]);

/** How much of the file is there, and what the server said of it. */
async function earlierPart(part: string, file: RecipeFile): Promise<{ had: number; before: Stamp | null }> {
  const before = await readStamp(part);
  const size = (await stat(part).catch(() => null))?.size ?? 0;
  const told = before !== null && strongStamp(before) !== null;
  return { had: told || file.sha256 !== undefined ? size : 0, before };
}

function asked(had: number, before: Stamp | null, known: Stamp | null): Record<string, string> {
  const headers: Record<string, string> = { "accept-encoding": "identity" };
  const strong = before && strongStamp(before);
  if (had > 0) headers.range = `bytes=${had}-`;
  if (had > 0 && strong) headers["if-range"] = strong;
  if (had === 0 && known?.etag) headers["if-none-match"] = known.etag;
  if (had === 0 && known?.lastModified) headers["if-modified-since"] = known.lastModified;
  return headers;
}

/** Whether an answer goes on with the part that is there; throws when it is no answer to build on. */
async function goesOn(answer: Response, part: string, had: number, before: Stamp | null): Promise<boolean> {
  const { status } = answer;
  const said = `the server answered ${status} ${answer.statusText}`;
  if (status === 416) {
    await dropPart(part);
    throw new Error("the part that was kept is longer than the file");
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) throw new Refused(said);
  if (!answer.ok || answer.body === null) throw new Error(said);
  if (/^(text\/html|application\/xhtml)/i.test(answer.headers.get("content-type") ?? ""))
    throw new Refused("the server answered a web page instead of the file.");
  if (status !== 206) return false;
  if (answer.headers.get("content-range")?.startsWith(`bytes ${had}-`) !== true) {
    await dropPart(part);
    throw new Error("the server went on from another place than it was asked to");
  }
  if (before !== null && !isSameState(before, stampOf(answer.headers))) {
    await dropPart(part);
    throw new Error("the file changed on the server while it was being downloaded");
  }
  return true;
}
