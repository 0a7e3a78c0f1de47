import { createHash } from "node:crypto";
import type { VersionsInForce } from "../places/current-versions.ts";
import type { Asked } from "./asked.ts";
import { compress, compressible } from "./compress.ts";
import { type Encoding, rememberedEncoding } from "./encodings.ts";

/** Something to send: its bytes and what they are. */
export interface Body {
  readonly type: string;
  readonly bytes: Buffer;
  /** Set for answers that a browser should keep as a file. */
  readonly filename?: string;
}

/** What a kept body depends on: a place's data, or those of all places when `place` is null. */
export interface BodyKey {
  readonly place: string | null;
  readonly stamp: string;
  /** What it is, with its settings in one spelling. */
  readonly name: string;
}

interface Sendable {
  readonly bytes: Buffer;
  readonly headers: Record<string, string>;
}

interface Kept {
  readonly key: BodyKey;
  readonly name: string;
  readonly addresses: Set<string>;
  readonly body: Body;
  readonly etag: string;
  readonly effort: "once" | "quick";
  readonly sendable: Partial<Record<Encoding, Sendable>>;
}

/** Bodies that are built and compressed once per data version and kept while there is room. */
export interface BodyCache {
  /** The answer to an address that was asked before, if the data are still the same. */
  answerAgain(asked: Asked, versions: VersionsInForce): Response | null;
  /** Whether an address was answered before. */
  knows(target: string): boolean;
  /** A kept body, or null. */
  find(key: BodyKey): Kept | null;
  keep(key: BodyKey, body: Body, effort: "once" | "quick"): Kept;
  /** The answer to a request, remembered by its address. */
  answer(kept: Kept, asked: Asked): Promise<Response>;
}

const MOST_ADDRESSES = 4000;
const LONGEST_ADDRESS = 500;

/** The names under which an entity tag may come back: one for each coding. */
const tagFor = (etag: string, encoding: Encoding) =>
  encoding === "identity" ? `"${etag}"` : `"${etag}-${encoding === "br" ? "b" : "g"}"`;

/** Whether the client already holds these bytes, in whatever coding. */
function alreadyHeld(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "").startsWith(`"${etag}`));
}

/**
 * Keeps bodies up to a number of bytes; those unused the longest go first.
 *
 * @param codeVersion changes with the code, so that an entity tag does not outlive it
 * @param headers     sent with every body
 */
export function createBodyCache(
  limitBytes: number,
  codeVersion: string,
  headers: Readonly<Record<string, string>>,
): BodyCache {
  const kept = new Map<string, Kept>();
  const byAddress = new Map<string, Kept>();
  const encodingOf = rememberedEncoding();
  let bytesKept = 0;

  const nameOf = ({ place, stamp, name }: BodyKey) => `${place ?? "*"} ${stamp} ${name}`;
  const bytesOf = (one: Kept) =>
    Object.values(one.sendable).reduce((sum, { bytes }) => sum + bytes.length, 0) +
    (one.sendable.identity ? 0 : one.body.bytes.length);

  const makeRoom = () => {
    for (const [name, one] of kept) {
      if (bytesKept <= limitBytes || kept.size === 1) return;
      kept.delete(name);
      bytesKept -= bytesOf(one);
      for (const address of one.addresses) byAddress.delete(address);
    }
  };

  const touch = (one: Kept) => {
    if (kept.delete(one.name)) kept.set(one.name, one);
  };

  const remember = (target: string, one: Kept) => {
    if (target.length > LONGEST_ADDRESS || kept.get(one.name) !== one) return;
    if (byAddress.size >= MOST_ADDRESSES) {
      byAddress.clear();
      for (const { addresses } of kept.values()) addresses.clear();
    }
    byAddress.set(target, one);
    one.addresses.add(target);
  };

  const headersOf = ({ body, etag }: Kept, encoding: Encoding, length: number): Record<string, string> => ({
    ...headers,
    "content-type": body.type,
    "content-length": String(length),
    "cache-control": "no-cache",
    vary: "accept-encoding",
    etag: tagFor(etag, encoding),
    ...(encoding !== "identity" && { "content-encoding": encoding }),
    ...(body.filename && { "content-disposition": `attachment; filename="${body.filename}"` }),
  });

  const addSendable = (one: Kept, encoding: Encoding, bytes: Buffer): Sendable => {
    const existing = one.sendable[encoding];
    if (existing) return existing;
    const before = bytesOf(one);
    const sendable = { bytes, headers: headersOf(one, encoding, bytes.length) };
    one.sendable[encoding] = sendable;
    if (kept.get(one.name) === one) bytesKept += bytesOf(one) - before;
    makeRoom();
    return sendable;
  };

  const encodingFor = (one: Kept, asked: Asked): Encoding =>
    compressible(one.body.type, one.body.bytes.length) ? encodingOf(asked.header("accept-encoding")) : "identity";

  const respond = (one: Kept, { bytes, headers: own }: Sendable, asked: Asked): Response =>
    alreadyHeld(asked.header("if-none-match"), one.etag)
      ? new Response(null, { status: 304, headers: withoutContent(own) })
      : new Response(bytes as Uint8Array<ArrayBuffer>, { headers: own });

  return {
    knows: (target) => byAddress.has(target),
    answerAgain(asked, versions) {
      const one = byAddress.get(asked.target);
      if (!one) return null;
      const { place, stamp } = one.key;
      const inForce = place === null ? versions.stamp : versions.places.get(place)?.stamp;
      const sendable = one.sendable[encodingFor(one, asked)];
      if (inForce !== stamp || !sendable) return null;
      touch(one);
      return respond(one, sendable, asked);
    },
    find(key) {
      const one = kept.get(nameOf(key));
      if (one) touch(one);
      return one ?? null;
    },
    keep(key, body, effort) {
      const name = nameOf(key);
      const digest = createHash("sha256").update(`${name} ${codeVersion}`).digest("base64url").slice(0, 16);
      const etag = `${key.stamp.replaceAll(/[^\w-]/g, "").slice(0, 24)}.${digest}`;
      const one: Kept = { key, name, addresses: new Set(), body, etag, effort, sendable: {} };
      kept.set(name, one);
      bytesKept += bytesOf(one);
      makeRoom();
      return one;
    },
    async answer(one, asked) {
      const encoding = encodingFor(one, asked);
      const sendable =
        one.sendable[encoding] ??
        addSendable(
          one,
          encoding,
          encoding === "identity" ? one.body.bytes : await compress(one.body.bytes, encoding, one.effort),
        );
      remember(asked.target, one);
      return respond(one, sendable, asked);
    },
  };
}

function withoutContent(headers: Record<string, string>): Record<string, string> {
  const { "content-length": _length, "content-type": _type, "content-encoding": _coding, ...rest } = headers;
  return rest;
}
