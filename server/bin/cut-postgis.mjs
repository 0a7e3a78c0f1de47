import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

const BLOCK = 512;
const NEEDED =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/.*|share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql))$/;

const text = (block, from, length) => block.toString("latin1", from, from + length).split("\0")[0];

/** The entries of a tar file, each with its name and all of its blocks. */
function* entriesOf(tar) {
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const end = at + BLOCK * (1 + Math.ceil(size / BLOCK));
    const [name, folder] = [text(tar, at, 100), text(tar, at + 345, 155)];
    yield { name: folder ? `${folder}/${name}` : name, blocks: tar.subarray(at, end) };
    at = end;
  }
}

/**
 * Writes PostGIS alone, out of the bundle of its package. The embedded database compiles every library of a bundle at each
 * start, and those of raster and topology are two thirds of it.
 *
 * @param {string} root the checkout
 */
export const cutPostgis = (root) => {
  const require = createRequire(join(root, "server", "package.json"));
  const bundle = join(require.resolve("@electric-sql/pglite-postgis"), "..", "postgis.tar.gz");
  const kept = [...entriesOf(gunzipSync(readFileSync(bundle)))].filter(({ name }) => NEEDED.test(name));
  const whole = Buffer.concat([...kept.map(({ blocks }) => blocks), Buffer.alloc(2 * BLOCK)]);
  writeFileSync(join(root, "server", "dist", "postgis.tar.gz"), gzipSync(whole));
};
