import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@needs-map/server/db/connect";
import type { Role } from "@needs-map/server/db/embedded/lock";
import { cell, dataVersion, demandPoint, place } from "@needs-map/server/db/schema";
import { readEnv } from "@needs-map/server/env";
import { sweepImports } from "@needs-map/server/imports/write/sweep";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { crowded, type TinyFiles, tinyFiles, tinyMirror, tinyRecipe } from "../fixtures/tiny-place.ts";
import { sampleDatabase, type TestDatabase } from "../helpers/sample-database.ts";

const CLI = fileURLToPath(new URL("../../server/dist/cli.js", import.meta.url));
const ID = "tiny-killed";
let storage: TestDatabase;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  storage = await sampleDatabase();
});
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  await storage.remove();
});

const open = (role: Role) => openDatabase(readEnv(storage.settings), { role });

/** Starts `place add` for these files; gives its output so far and a wait for words on standard error. */
function startAdd(files: TinyFiles) {
  const mirror = tinyMirror(files);
  const recipe = join(mirror, "recipe.json");
  writeFileSync(recipe, JSON.stringify(tinyRecipe(files, ID)));
  const child = spawn(process.execPath, [CLI, "place", "add", recipe, "--mirror", mirror], {
    env: { PATH: process.env.PATH, ...storage.settings },
  });
  running.add(child);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const says = (words: string) =>
    new Promise<void>((found, failed) => {
      child.stderr.on("data", () => said.err.includes(words) && found());
      child.once("exit", () => failed(new Error(said.err)));
    });
  return { child, said, says, ended: once(child, "exit") };
}

async function add(files: TinyFiles): Promise<string> {
  const { said, ended } = startAdd(files);
  const [code] = await ended;
  expect(said.err.concat(` ended with ${code}`)).toMatch(/ended with 0$/);
  return said.out;
}

async function killWhileWriting() {
  const { child, says, ended } = startAdd(crowded(20_000));
  await says("Writing postcodes");
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

async function standing({ db }: Awaited<ReturnType<typeof open>>) {
  const [current] = await db.select({ version: place.currentVersion }).from(place).where(eq(place.id, ID));
  const versions = await db
    .select({ version: dataVersion.version, status: dataVersion.status })
    .from(dataVersion)
    .where(eq(dataVersion.placeId, ID))
    .orderBy(asc(dataVersion.version));
  const points = await db.$count(demandPoint, eq(demandPoint.placeId, ID));
  return { current: current?.version, versions: versions.map(({ version, status }) => `${version} ${status}`), points };
}

test("an import that is killed beside a running server leaves the version before; the next one is clean", async () => {
  const server = await open("server");
  try {
    expect(await add(tinyFiles)).toMatch(/loaded as version 1/);
    await killWhileWriting();
    const left = await standing(server);
    expect(left).toMatchObject({ current: 1, versions: ["1 ready", "2 loading"] });
    expect(left.points).toBeGreaterThan(6);

    expect(await add(tinyFiles)).toMatch(/loaded as version 2/);
    expect(await standing(server)).toEqual({ current: 2, versions: ["1 ready", "2 ready"], points: 12 });
    expect(await server.db.$count(cell, eq(cell.placeId, ID))).toBe(8);
  } finally {
    await server.close();
  }
});

test("an import that is killed with its own database leaves the version before, and the next start sweeps it", async () => {
  expect(await add(tinyFiles)).toMatch(/loaded as version 1/);
  await killWhileWriting();
  const server = await open("server");
  try {
    expect(await standing(server)).toMatchObject({ current: 1, versions: ["1 ready", "2 loading"] });
    expect(await sweepImports(server.db)).toEqual([{ place: ID, version: 2 }]);
    expect(await standing(server)).toEqual({ current: 1, versions: ["1 ready"], points: 6 });
  } finally {
    await server.close();
  }
});
