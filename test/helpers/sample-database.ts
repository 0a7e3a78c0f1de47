import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@needs-map/server/db/connect";
import { readEnv } from "@needs-map/server/env";
import { loadSampleIfEmpty } from "@needs-map/server/imports/sample";
import pg from "pg";
import { digestOf, inCheckout } from "./checkout.ts";

/** Settings of a database of its own for one test file, and how to throw it away. */
export interface TestDatabase {
  /** For `readEnv` in this process, or for the environment of another. */
  readonly settings: Readonly<Record<string, string>>;
  readonly embedded: boolean;
  remove(): Promise<void>;
}

const template = () =>
  digestOf("server/migrations", "server/src/imports", "data/wendmere", "test/helpers/sample-database.ts");
const quiet = { LOG_LEVEL: "error" };

/** Loads the sample once, by the product's own path, on this server or (with none) embedded; it is copied from then on. */
export async function prepareSample(server: string): Promise<void> {
  if (server) await buildOnPostgres(server);
  else await buildEmbedded();
}

/** A database with Wendmere in it, embedded or on the server of `TEST_DATABASE_URL`: a copy of the prepared sample. */
export async function sampleDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? copyOnPostgres(server) : copyEmbedded("sample");
}

/** A database without any place: the tables alone on the embedded one, nothing at all on the server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? createOnPostgres(server, null) : copyEmbedded("empty");
}

const newFolder = () => mkdtempSync(join(tmpdir(), "needs-map-"));

const embeddedIn = (folder: string): TestDatabase => ({
  settings: { ...quiet, DATA_DIR: folder },
  embedded: true,
  remove: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
});

const KEPT = inCheckout("node_modules", ".cache", "needs-map");

async function copyEmbedded(kind: "empty" | "sample"): Promise<TestDatabase> {
  const folder = newFolder();
  cpSync(join(KEPT, template(), kind), join(folder, "database"), { recursive: true });
  return embeddedIn(folder);
}

async function buildEmbedded(): Promise<void> {
  const target = join(KEPT, template());
  if (existsSync(target)) return;
  mkdirSync(KEPT, { recursive: true });
  for (const name of readdirSync(KEPT)) rmSync(join(KEPT, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(KEPT, "making-"));
  const settings = { ...quiet, DATA_DIR: folder };
  await (await openDatabase(readEnv(settings), { role: "command" })).close();
  cpSync(join(folder, "database"), join(folder, "empty"), { recursive: true });
  await loadSample(settings);
  renameSync(join(folder, "database"), join(folder, "sample"));
  renameSync(folder, target);
}

async function loadSample(settings: Readonly<Record<string, string>>): Promise<void> {
  const database = await openDatabase(readEnv(settings), { role: "command" });
  await loadSampleIfEmpty(database.db, () => {});
  await database.close();
}

const urlOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

async function ask<Row extends pg.QueryResultRow>(server: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const nameOnPostgres = () => `needs_map_sample_${template()}`;
const copyOnPostgres = (server: string) => createOnPostgres(server, nameOnPostgres());

async function buildOnPostgres(server: string): Promise<void> {
  const found = await ask(server, `SELECT 1 FROM pg_database WHERE datname = '${nameOnPostgres()}'`);
  if (found.length > 0) return;
  const making = await createOnPostgres(server, null);
  await loadSample(making.settings);
  const name = new URL(making.settings.DATABASE_URL ?? "").pathname.slice(1);
  await ask(server, `ALTER DATABASE "${name}" RENAME TO "${nameOnPostgres()}"`);
}

let made = 0;

async function createOnPostgres(server: string, source: string | null): Promise<TestDatabase> {
  made += 1;
  const name = `needs_map_test_${process.pid}_${Date.now().toString(36)}_${made}`;
  await ask(server, `CREATE DATABASE "${name}"${source ? ` TEMPLATE "${source}"` : ""}`);
  const folder = newFolder();
  return {
    settings: { ...quiet, DATABASE_URL: urlOf(server, name), DATA_DIR: folder },
    embedded: false,
    remove: async () => {
      await ask(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
