import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./encodings.ts";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Bodies under this many bytes gain nothing. */
const LEAST_BYTES = 1024;

/** Whether a body is worth compressing; arrays of numbers are, pictures and fonts are not. */
export const compressible = (type: string, bytes: number): boolean =>
  bytes >= LEAST_BYTES && !/^(image\/(?!svg)|font\/|video\/|audio\/)/.test(type);

/**
 * Compresses a body away from the main thread.
 *
 * @param effort "once" for what is kept as long as the data, "quick" for one of many answers
 */
export function compress(bytes: Buffer, encoding: Exclude<Encoding, "identity">, effort: "once" | "quick") {
  if (encoding === "gzip") return zip(bytes, { level: effort === "once" ? 9 : 6 });
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort === "once" ? 9 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
