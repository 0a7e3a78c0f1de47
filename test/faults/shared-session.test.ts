import { type Database, openDatabase } from "@needs-map/server/db/connect";
import { readEnv } from "@needs-map/server/env";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, sampleDatabase, type TestDatabase } from "../helpers/sample-database.ts";

let storage: TestDatabase;
let database: Database;

beforeAll(async () => {
  storage = await sampleDatabase();
  database = await openDatabase(readEnv(storage.settings));
});
afterAll(async () => {
  await database.close();
  await storage.remove();
});

const places = async () =>
  (await database.pool.query<{ id: string }>("select id from place order by id")).rows.map(({ id }) => id);

const addPlace =
  "insert into place (id, name, code, sample, attribution, need_weights) values ($1, 'x', 'x', true, '', '{}')";

test("many questions at once each get their own answer, among transactions", async () => {
  const ask = async (number: number) => {
    if (number % 3 === 0) {
      const answer = await database.db.transaction(
        async (tx) => (await tx.execute(sql`select ${number}::int as n`)).rows,
      );
      return answer[0]?.n;
    }
    const text = number % 3 === 1 ? "select $1::int as n" : "select $1::int as n, $2::text as other";
    const values = number % 3 === 1 ? [number] : [number, "x".repeat(number)];
    return (await database.pool.query<{ n: number }>(text, values)).rows[0]?.n;
  };
  const numbers = Array.from({ length: 300 }, (_, number) => number);
  expect(await Promise.all(numbers.map(ask))).toEqual(numbers);
});

test("a connection that is lost in a transaction leaves nothing, and the others go on", async () => {
  const client = await database.pool.connect();
  await client.query("begin");
  await client.query(addPlace, ["lost"]);
  client.release(true);
  expect(await places()).toEqual(["wendmere"]);
});

test("a question that fails says so, and leaves its connection of use", async () => {
  const client = await database.pool.connect();
  await expect(client.query("select $1::int", ["many"])).rejects.toThrow(/invalid input syntax/);
  expect((await client.query<{ n: number }>("select 1 as n")).rows).toEqual([{ n: 1 }]);
  await client.query("begin");
  await expect(client.query(addPlace, ["wendmere"])).rejects.toThrow(/duplicate key/);
  await expect(client.query("select 1")).rejects.toThrow(/aborted/);
  await client.query("rollback");
  client.release();
  expect(await places()).toEqual(["wendmere"]);
});

test("an answer of many megabytes arrives whole", async () => {
  const { rows } = await database.pool.query<{ length: number; text: string }>(
    "select repeat('a', 5000000) as text, 5000000 as length",
  );
  expect(rows[0]?.text).toHaveLength(5_000_000);
});

if (process.env.TEST_DATABASE_URL) {
  test("processes that prepare one database at the same time do not meet", async () => {
    const fresh = await emptyDatabase();
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(readEnv(fresh.settings))));
    const { rows } = await (opened[0]?.pool.query("select count(*)::int as places from place") ?? { rows: [] });
    expect(rows).toEqual([{ places: 0 }]);
    await Promise.all(opened.map((one) => one.close()));
    await fresh.remove();
  });
}
