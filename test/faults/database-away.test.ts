import { Problem } from "@needs-map/shared/contract/problem";
import { afterEach, expect, test } from "vitest";
import { askUntil } from "../helpers/ask-until.ts";
import { type RemoteDatabase, remoteDatabase } from "../helpers/remote-database.ts";
import { type ServerProcess, startServer } from "../helpers/server-process.ts";

let database: RemoteDatabase;
let server: ServerProcess;

afterEach(async () => {
  server.kill("SIGKILL");
  await server.ended;
  await database.close();
});

test("a database that is away at start is waited for, then the server ends with a reason", async () => {
  database = await remoteDatabase(false);
  server = startServer({ DATABASE_URL: database.url, DATABASE_WAIT: "2" });
  await server.says(/the database is away; trying again/);
  expect(await server.ended).toBe(1);
  const { host, pathname } = new URL(database.url);
  expect(server.output()).toContain(`The database at ${host}${pathname} did not answer within 2 seconds`);
  expect(server.output()).not.toContain(database.url);
});

test("a database that comes while it is waited for is taken", async () => {
  database = await remoteDatabase(false);
  server = startServer({ DATABASE_URL: database.url });
  await server.says(/the database is away; trying again/);
  await database.mend();
  expect((await fetch(`${await server.ready}/api/v1/places/wendmere`)).status).toBe(200);
});

test("a database that goes away later is told with a reason, and its return needs no restart", async () => {
  database = await remoteDatabase(true);
  server = startServer({ DATABASE_URL: database.url });
  const address = await server.ready;
  const wards = `${address}/api/v1/places/wendmere/wards`;
  expect((await fetch(wards)).status).toBe(200);

  await database.cut();
  const away = Problem.parse(await (await askUntil(wards, 503)).json());
  expect(away.detail).toMatch(/The database cannot be reached just now/);
  const ready = Problem.parse(await (await askUntil(`${address}/readyz`, 503)).json());
  expect(ready.detail).toMatch(/The database cannot be reached: /);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect((await fetch(`${address}/wendmere/gaps`)).status).toBeLessThan(500);

  await database.mend();
  await askUntil(`${address}/readyz`, 200);
  expect((await askUntil(wards, 200)).headers.get("content-type")).toBe("application/json");
});
