import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import { ImportError } from "../import-error.ts";

/** Beyond these an XML text is no workbook, but would fill the memory. */
const MOST_DEPTH = 64;
const MOST_TEXT_BYTES = 16 * 1024 ** 2;

export type Attributes = Readonly<Record<string, string>>;

/** What to do with the parts of an XML text; names come without their prefix. */
export interface XmlTaker {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** After each piece, with the bytes read so far. */
  readonly progress?: (bytes: number) => void;
}

/**
 * Goes through an XML text piece by piece. Entities other than the five of XML are not expanded: they are faults.
 *
 * @throws ImportError on text that is not XML, or has more in one place than a workbook has
 */
export async function readXml(path: string, bytes: Readable, taker: XmlTaker): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const plain = (name: string) => name.slice(name.indexOf(":") + 1);
  const broken = (reason: string) => new ImportError(`${path} cannot be read as a workbook: ${reason}.`);
  const letters = new StringDecoder("utf8");
  let read = 0;
  let since = 0;
  let depth = 0;
  parser.on("error", ({ message }) => {
    throw broken(message.replace(/\.$/, ""));
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > MOST_DEPTH) throw broken("its parts lie too deep in each other");
    since = read;
    taker.open?.(plain(name), attributes);
  });
  parser.on("text", (text) => taker.text?.(text));
  parser.on("closetag", ({ name }) => {
    depth--;
    since = read;
    taker.close?.(plain(name));
  });
  for await (const chunk of bytes) {
    parser.write(letters.write(chunk as Buffer));
    read += (chunk as Buffer).length;
    if (read - since > MOST_TEXT_BYTES) throw broken("it has a text that is too long");
    taker.progress?.(read);
  }
  parser.write(letters.end());
  parser.close();
}
