import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeBorough, SEED } from "./borough.ts";

/** Compiled to data/dist/wendmere/generate; the sample lies in data/wendmere. */
const folder = join(import.meta.dirname, "../../../wendmere");

for (const [name, text] of makeBorough(SEED)) {
  writeFileSync(join(folder, name), text);
  process.stdout.write(`${name} ${(Buffer.byteLength(text) / 1024).toFixed(0)} kB\n`);
}
