import { pipeline } from "node:stream/promises";
import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import { type LocalFile, openLocal } from "../files/local-file.ts";
import { counted, ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { crsOfMember, type SaidCrs } from "./crs.ts";
import { counting } from "./csv-rows.ts";
import { byteOrderMark, utf8Check } from "./decode.ts";

/** A feature longer than this, or parts within parts deeper than this, are no map but would fill the memory. */
const MOST_FEATURE_BYTES = 128 * 1024 ** 2;
const MOST_DEPTH = 64;

/** Takes what a file of shapes holds, in the order in which it comes. */
export interface ShapesTaker {
  /** What the file says of its reference system: before the features, or after them. */
  readonly crs: (said: SaidCrs) => void;
  /** A feature as the file has it, not yet known to be one, and its number from 1. */
  readonly feature: (value: unknown, row: number) => void;
}

/**
 * Goes through a GeoJSON collection feature by feature; one feature and a piece of the file are held at a time.
 *
 * @throws ImportError on text that is not JSON, with the place in the file; on JSON that is no FeatureCollection; and
 * on text that is not UTF-8, which GeoJSON is always written in
 */
export async function readGeoJson(local: LocalFile, taker: ShapesTaker, onProgress: OnProgress): Promise<void> {
  const { path } = local;
  let row = 0;
  let offset = 0;
  let type: unknown;
  let read = 0;
  let since = 0;
  const after = () => (row === 0 ? "before the first feature" : `after feature ${counted(row)}`);
  const broken = (reason: string) =>
    new ImportError(`${path} cannot be read as GeoJSON: ${reason} (byte ${counted(offset)}, ${after()}).`);
  /** The parsers hand on what is thrown inside them as faults of the text: the first is the one that counts. */
  let first: { readonly error: unknown } | null = null;
  const stop = (error: unknown): never => {
    first ??= { error };
    throw first.error;
  };

  const tokenizer = new Tokenizer();
  const parser = new TokenParser({ paths: ["$.type", "$.crs", "$.features.*"], keepStack: false });
  let depth = 0;
  tokenizer.onToken = (token) => {
    offset = token.offset;
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth++;
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth--;
    if (depth > MOST_DEPTH) stop(broken("its parts lie too deep in each other"));
    parser.write(token);
  };
  tokenizer.onError = (error) => {
    offset = Number(/absolute position "(\d+)"/.exec(error.message)?.[1] ?? offset);
    stop(broken(plainWords(error.message)));
  };
  parser.onError = (error) => stop(broken(plainWords(error.message)));
  parser.onValue = ({ value, key, parent }) => {
    try {
      if (Array.isArray(parent)) {
        since = read;
        taker.feature(value, ++row);
      } else if (key === "type") type = value;
      else if (key === "crs") takeCrs(value);
    } catch (error) {
      stop(error);
    }
  };
  const takeCrs = (member: unknown) => {
    const said = crsOfMember(member);
    if (said) taker.crs(said);
  };

  const utf8 = utf8Check();
  const take = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      const mark = read === 0 ? byteOrderMark(chunk) : null;
      utf8.take(chunk);
      if (!utf8.isSound()) {
        offset = read;
        stop(broken("the text is not UTF-8"));
      }
      tokenizer.write(mark ? chunk.subarray(mark.length) : chunk);
      read += chunk.length;
      if (read - since > MOST_FEATURE_BYTES)
        stop(broken(`there is no end of a feature within ${counted(MOST_FEATURE_BYTES)} bytes`));
    }
  };
  await pipeline(openLocal(local), counting(local, onProgress), take).catch((error: unknown) => {
    throw first === null ? error : first.error;
  });
  if (!parser.isEnded) {
    offset = read;
    throw broken("it ends in the middle: the file is truncated");
  }
  if (type !== "FeatureCollection") throw new ImportError(`${path} is not a GeoJSON FeatureCollection${typed(type)}.`);
  if (row === 0) throw new ImportError(`${path} holds no features.`);
}

const typed = (type: unknown): string => (typeof type === "string" ? `, but a ${type.slice(0, 40)}` : "");

/** The parser's message without its own places and states. */
function plainWords(message: string): string {
  const [, what] = /^Unexpected (.*?)( at chunk position .*| in state .*)?$/s.exec(message) ?? [];
  if (what === undefined) return "it is not JSON";
  const [, sign = what] = /\((.*)\)$/s.exec(what) ?? [];
  return `there is an unexpected ${sign}`;
}
