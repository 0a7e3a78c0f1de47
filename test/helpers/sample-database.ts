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

const template = () => digestOf("server/migrations", "server/src/imports", "data/wendmere");
const quiet = { LOG_LEVEL: "error" };

/**
 * A database with Wendmere in it, embedded or on the server of `TEST_DATABASE_URL`.
 *
 * The sample is loaded once, by the product's own path, and copied from then on.
 */
export async function sampleDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? copyOnPostgres(server) : copyEmbedded();
}

/** A folder of its own without any database in it yet, or an empty database on the server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? createOnPostgres(server, null) : embeddedIn(newFolder());
}

const newFolder = () => mkdtempSync(join(tmpdir(), "needs-map-"));

const embeddedIn = (folder: string): TestDatabase => ({
  settings: { ...quiet, DATA_DIR: folder },
  embedded: true,
  remove: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
});

async function copyEmbedded(): Promise<TestDatabase> {
  const kept = inCheckout("node_modules", ".cache", "needs-map");
  const source = join(kept, template());
  if (!existsSync(source)) await buildEmbedded(kept, source);
  const folder = newFolder();
  cpSync(source, join(folder, "database"), { recursive: true });
  return embeddedIn(folder);
}

async function buildEmbedded(kept: string, target: string): Promise<void> {
  mkdirSync(kept, { recursive: true });
  for (const name of readdirSync(kept)) rmSync(join(kept, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(kept, "making-"));
  await loadSample({ ...quiet, DATA_DIR: folder });
  renameSync(join(folder, "database"), target);
  rmSync(folder, { recursive: true, force: true });
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

async function copyOnPostgres(server: string): Promise<TestDatabase> {
  const source = `needs_map_sample_${template()}`;
  const found = await ask(server, `SELECT 1 FROM pg_database WHERE datname = '${source}'`);
  if (found.length === 0) {
    const making = await createOnPostgres(server, null);
    await loadSample(making.settings);
    const name = new URL(making.settings.DATABASE_URL ?? "").pathname.slice(1);
    await ask(server, `ALTER DATABASE "${name}" RENAME TO "${source}"`);
  }
  return createOnPostgres(server, source);
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
