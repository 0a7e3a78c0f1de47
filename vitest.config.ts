import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const source = { resolve: { conditions: ["source"] }, ssr: { resolve: { conditions: ["source"] } } };
const postgres = process.env.TEST_DATABASE_URL ?? "";

const HOLDS_DATABASE = /from "\.\.\/helpers\/(sample-app|sample-database|remote-database)\.ts"/;
const holdingDatabase = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(".test.ts") && HOLDS_DATABASE.test(readFileSync(path, "utf8")));

/** Files that may hold a database; each has its own, copied from samples that are made once, before the first file. */
const withDatabase = (name: string, include: string[], url: string): TestProjectInlineConfiguration => ({
  ...source,
  test: {
    name,
    include,
    env: { TEST_DATABASE_URL: url },
    globalSetup: ["test/helpers/prepare-samples.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});

/**
 * All files of all projects share the workers, so that every core is busy to the end.
 *
 * Unit tests are pure and need no process for each file. API and fault tests run on the embedded database; where
 * `TEST_DATABASE_URL` names a server, those that take a database from `test/helpers` run once more on it. The others (files
 * and downloads read apart from any database) have nothing to prove there.
 */
export default defineConfig({
  ...source,
  test: {
    maxWorkers: Math.min(availableParallelism(), 4),
    projects: [
      {
        ...source,
        test: { name: "unit", include: ["test/unit/**/*.test.{ts,tsx}"], isolate: false, testTimeout: 60_000 },
      },
      withDatabase("api", ["test/api/*.test.ts"], ""),
      withDatabase("faults", ["test/faults/*.test.ts"], ""),
      ...(postgres
        ? [
            withDatabase("api-postgres", holdingDatabase("test/api"), postgres),
            withDatabase("faults-postgres", holdingDatabase("test/faults"), postgres),
          ]
        : []),
    ],
  },
});
