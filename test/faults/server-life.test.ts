import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { openDatabase } from "@needs-map/server/db/connect";
import { fault } from "@needs-map/server/db/schema";
import { readEnv } from "@needs-map/server/env";
import { asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askUntil } from "../helpers/ask-until.ts";
import { sampleDatabase, type TestDatabase } from "../helpers/sample-database.ts";
import { type ServerProcess, startServer } from "../helpers/server-process.ts";

let storage: TestDatabase;
let started: ServerProcess[] = [];

const start = (more: Record<string, string> = {}): ServerProcess => {
  const server = startServer({ ...storage.settings, LOG_LEVEL: "info", ...more });
  started.push(server);
  return server;
};

beforeEach(async () => {
  storage = await sampleDatabase();
});
afterEach(async () => {
  for (const server of started) server.kill("SIGKILL");
  await Promise.all(started.map(({ ended }) => ended));
  started = [];
  await storage.remove();
});

const lockOf = ({ settings }: TestDatabase) => join(settings.DATA_DIR ?? "", "database.lock");

test("a server says its address when it can answer, and ends cleanly when asked", async () => {
  const server = start();
  const address = await server.ready;
  expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: "ready" });
  server.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(existsSync(lockOf(storage))).toBe(false);
  expect((await fetch(`${await start().ready}/api/v1/places/wendmere`)).status).toBe(200);
});

test("a command beside a running server writes to its database, and the server takes up what it wrote", async () => {
  const address = await start().ready;
  const before = await fetch(`${address}/api/v1/places`);
  const command = await openDatabase(readEnv(storage.settings), { role: "command" });
  await command.db.execute(
    sql`update place set name = 'Wendmere Bay', switched_at = switched_at + interval '1 minute'`,
  );
  await command.close();
  for (;;) {
    const after = await fetch(`${address}/api/v1/places`, {
      headers: { "if-none-match": before.headers.get("etag") ?? "" },
    });
    if (after.status === 304) continue;
    const { places } = (await after.json()) as { places: { name: string }[] };
    expect(places.map(({ name }) => name)).toEqual(["Wendmere Bay"]);
    return;
  }
});

test("a server that is killed while rows are written loses none that was acknowledged, and starts again", async () => {
  const server = start();
  await server.ready;
  const command = await openDatabase(readEnv(storage.settings), { role: "command" });
  const row = (seq: number) => ({ placeId: "wendmere", version: 1, seq, file: "kill", reason: `row ${seq}` });
  const acknowledged: number[] = [];
  const writing = (async () => {
    for (let seq = 1000; seq < 50_000; seq++) {
      await command.db.insert(fault).values(row(seq));
      acknowledged.push(seq);
      if (acknowledged.length === 200) server.kill("SIGKILL");
      if (acknowledged.length >= 400 && !storage.embedded) return;
    }
  })();
  await writing.catch(() => {});
  expect(await server.ended).toBeNull();
  await command.close().catch(() => {});
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);

  await start().ready;
  const again = await openDatabase(readEnv(storage.settings), { role: "command" });
  const rows = await again.db
    .select({ seq: fault.seq })
    .from(fault)
    .where(eq(fault.file, "kill"))
    .orderBy(asc(fault.seq));
  await again.close();
  expect(rows.slice(0, acknowledged.length).map(({ seq }) => seq)).toEqual(acknowledged);
  expect(rows.length - acknowledged.length).toBeLessThanOrEqual(1);
});

describe("a start that cannot succeed ends with a reason", () => {
  test("settings that cannot be used are each named", async () => {
    const server = start({ PORT: "many", MAP_STYLE_URL: "here", DATABASE_URL: "mysql://localhost/x" });
    expect(await server.ended).toBe(2);
    for (const name of ["PORT", "MAP_STYLE_URL", "DATABASE_URL"]) expect(server.output()).toContain(name);
    expect(server.output()).toContain("write a database address such as postgres://");
  });

  test("a port that is taken is named", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const server = start({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(`Port ${port} is taken by another program.`);
    taken.close();
  });
});

if (!process.env.TEST_DATABASE_URL) {
  describe("the embedded database's folder", () => {
    test("a second server on it is refused, naming the first and the folder; the first goes on", async () => {
      const first = start();
      const address = await first.ready;
      const second = start();
      expect(await second.ended).toBe(1);
      expect(second.output()).toContain(`The folder ${storage.settings.DATA_DIR} is in use`);
      expect(second.output()).toContain(`(process ${first.pid})`);
      expect((await fetch(`${address}/api/v1/places/wendmere/wards`)).status).toBe(200);
    });

    test("two servers that start at once do not both get it", async () => {
      const both = [start(), start()];
      const outcomes = await Promise.allSettled(both.map(({ ready }) => ready));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    });

    test("a database process that is killed is started again, and the server recovers by itself", async () => {
      const server = start();
      const address = await server.ready;
      const { child } = JSON.parse(readFileSync(lockOf(storage), "utf8")) as { child: { pid: number } };
      process.kill(child.pid, "SIGKILL");
      await server.says(/the embedded database ended; starting it again/);
      expect(await (await askUntil(`${address}/readyz`, 503)).json()).toMatchObject({
        status: 503,
        detail: expect.stringMatching(/database cannot be reached/),
      });
      await askUntil(`${address}/readyz`, 200);
      expect((await fetch(`${address}/api/v1/places/wendmere/gaps?min=17`)).status).toBe(200);
    });
  });
}
