import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { compress, compressible } from "../http/compress.ts";
import { type Encoding, rememberedEncoding } from "../http/encodings.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const PRECOMPRESSED: Readonly<Record<Exclude<Encoding, "identity">, string>> = { br: ".br", gzip: ".gz" };

/** Files below this folder carry a digest in their name, so they never change. */
const IMMUTABLE = "/assets/";

/** A built file, as it is sent. */
export interface StaticFile {
  answer(request: Request, status?: 200 | 404): Promise<Response>;
}

/** A text or file that is the same for everyone until the server starts again. */
export function staticFile(
  path: string,
  read: (encoding: Encoding) => Buffer | null,
  headers: Readonly<Record<string, string>>,
): StaticFile {
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const encodingOf = rememberedEncoding();
  const made = new Map<Encoding, Promise<Buffer>>();
  let plain: Buffer | null = null;
  let tag = "";

  const bytesPlain = (): Buffer => {
    plain ??= read("identity") ?? Buffer.alloc(0);
    tag ||= createHash("sha256").update(plain).digest("base64url").slice(0, 22);
    return plain;
  };

  const bytesIn = (encoding: Encoding): Promise<Buffer> => {
    const before = made.get(encoding);
    if (before) return before;
    const bytes =
      encoding === "identity"
        ? Promise.resolve(bytesPlain())
        : Promise.resolve(read(encoding) ?? compress(bytesPlain(), encoding, "once"));
    made.set(encoding, bytes);
    return bytes;
  };

  return {
    async answer(request, status = 200) {
      const encoding = compressible(type, bytesPlain().length)
        ? encodingOf(request.headers.get("accept-encoding"))
        : "identity";
      const own: Record<string, string> = {
        ...headers,
        etag: `"${tag}-${encoding}"`,
        vary: "accept-encoding",
        "cache-control": path.startsWith(IMMUTABLE) ? "public, max-age=31536000, immutable" : "no-cache",
      };
      if (status === 200 && request.headers.get("if-none-match")?.includes(`"${tag}`)) {
        return new Response(null, { status: 304, headers: own });
      }
      const bytes = await bytesIn(encoding);
      if (encoding !== "identity") own["content-encoding"] = encoding;
      return new Response(bytes as Buffer<ArrayBuffer>, {
        status,
        headers: { ...own, "content-type": type, "content-length": String(bytes.length) },
      });
    },
  };
}

/**
 * The files of a folder by the path of their address; read when first asked for.
 *
 * A file with `.br` or `.gz` beside it is sent so; others are compressed once.
 */
export function staticFiles(folder: string, headers: Readonly<Record<string, string>>): Map<string, StaticFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const compressed = new Set(names);
  return new Map(
    names
      .filter((name) => !/\.(br|gz)$/.test(name))
      .map((name) => {
        const path = `/${name.split(sep).join("/")}`;
        const read = (encoding: Encoding) => {
          const file = encoding === "identity" ? name : `${name}${PRECOMPRESSED[encoding]}`;
          return compressed.has(file) ? readFileSync(join(folder, file)) : null;
        };
        return [path, staticFile(path, read, headers)];
      }),
  );
}
