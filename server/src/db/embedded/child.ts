import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { type Extension, PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { postgis } from "@electric-sql/pglite-postgis";
import { createWireServer } from "./wire-server.ts";

/** PostGIS without the libraries that are never called, where `server/bin/cut-postgis.mjs` has made it. */
const POSTGIS_ALONE = new URL("../../postgis.tar.gz", import.meta.url);
const postgisAlone: Extension = {
  ...postgis,
  setup: async (pg, options) => ({ ...(await postgis.setup(pg, options)), bundlePath: POSTGIS_ALONE }),
};

const [dataDir, where] = process.argv.slice(2);
if (!dataDir || !where) throw new Error("The embedded database is started by the server, with its folder");

const socketPath = /^\d+$/.test(where) ? null : where;
const pg = await PGlite.create({
  dataDir,
  extensions: { postgis: existsSync(POSTGIS_ALONE) ? postgisAlone : postgis, pg_trgm, unaccent, btree_gist },
});

if (socketPath) rmSync(socketPath, { force: true });
const server = createWireServer(pg, (error) => {
  console.error("The embedded database failed:", error);
  process.exit(1);
});
server.listen(socketPath ? { path: socketPath } : { host: "127.0.0.1", port: Number(where) });
await once(server, "listening");

const addressOf = (address: AddressInfo | string | null) =>
  typeof address === "object" && address ? { host: address.address, port: address.port } : { socket: address };

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  server.close();
  await pg.exec("CHECKPOINT");
  await pg.close();
  if (socketPath) rmSync(socketPath, { force: true });
  process.exit(0);
}

process.on("SIGINT", () => {});
process.on("SIGTERM", () => void end());
process.on("disconnect", () => void end());
process.on("message", (message) => {
  if (message === "end") void end();
});
if (process.connected) process.send?.({ listening: addressOf(server.address()) });
else void end();
