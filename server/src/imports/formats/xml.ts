import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import { ImportError } from "../import-error.ts";

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
 * @throws ImportError on text that is not XML
 */
export async function readXml(path: string, bytes: Readable, taker: XmlTaker): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const plain = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw new ImportError(`${path} cannot be read as a workbook: ${error.message.replace(/\.$/, "")}.`);
  });
  parser.on("opentag", ({ name, attributes }) => taker.open?.(plain(name), attributes));
  parser.on("text", (text) => taker.text?.(text));
  parser.on("closetag", ({ name }) => taker.close?.(plain(name)));
  const letters = new StringDecoder("utf8");
  let read = 0;
  for await (const chunk of bytes) {
    parser.write(letters.write(chunk as Buffer));
    read += (chunk as Buffer).length;
    taker.progress?.(read);
  }
  parser.write(letters.end());
  parser.close();
}
