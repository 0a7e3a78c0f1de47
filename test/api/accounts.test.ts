import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyAudit } from "@needs-map/server/audit/verify";
import { auditEntry } from "@needs-map/server/db/audit-schema";
import { place } from "@needs-map/server/db/schema";
import { Session } from "@needs-map/shared/contract/account";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needsmap } from "../helpers/needsmap.ts";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
});
afterAll(() => sample.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  sample.app.request(`http://localhost${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost", ...headers },
    body: JSON.stringify(body),
  });

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(";")))
    .join("; ");

const sessionBy = async (cookie: string) =>
  Session.parse(await (await sample.app.request("/api/v1/session", { headers: { cookie } })).json());

const messages = (): string[] => {
  const folder = join(sample.settings.DATA_DIR ?? "", "mail");
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("=\n", "").replaceAll("=3D", "="));
};

describe("who is signed in", () => {
  test("nobody, without a session", async () => {
    expect(await sessionBy("")).toEqual({ person: null, roles: [], mail: "folder" });
    expect((await sessionBy("needs-map.session_token=made-up.signature")).person).toBeNull();
  });

  test("one click signs in as each role on the sample place, and signing out ends it", async () => {
    const response = await post("/api/auth/sign-in/sample", { place: "wendmere", role: "moderator" });
    expect(response.status).toBe(200);
    const [line = ""] = response.headers.getSetCookie();
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    const cookie = cookieOf(response);
    const told = await sessionBy(cookie);
    expect(told.person?.platformAdministrator).toBe(false);
    expect(told.roles).toEqual([{ place: "wendmere", role: "moderator", wards: null }]);
    expect((await post("/api/auth/sign-out", {}, { cookie })).status).toBe(200);
    expect((await sessionBy(cookie)).person).toBeNull();
  });

  test("the sample's councillor stands for two wards", async () => {
    const cookie = cookieOf(await post("/api/auth/sign-in/sample", { place: "wendmere", role: "councillor" }));
    expect((await sessionBy(cookie)).roles[0]?.wards).toHaveLength(2);
  });

  test("that door is not there for any other place, nor for a role that is none", async () => {
    const { db } = sample.database;
    await db.update(place).set({ sample: false }).where(eq(place.id, "wendmere"));
    expect((await post("/api/auth/sign-in/sample", { place: "wendmere", role: "moderator" })).status).toBe(404);
    await db.update(place).set({ sample: true }).where(eq(place.id, "wendmere"));
    expect((await post("/api/auth/sign-in/sample", { place: "atlantis", role: "moderator" })).status).toBe(404);
    expect((await post("/api/auth/sign-in/sample", { place: "wendmere", role: "queen" })).status).toBe(400);
  });
});

describe("people with an account", () => {
  test("a councillor is added with wards, and wrong ones are refused in words", async () => {
    const add = (...words: string[]) => needsmap(sample.settings, "user", "add", ...words);
    const [first] = (await (await sample.app.request("/api/v1/places/wendmere/wards")).json()).wards;
    const made = await add("c@example.org", "--place", "wendmere", "--role", "councillor", "--ward", first.code);
    expect(made.err).toBe("");
    expect(made.out).toContain("c@example.org has an account now and is councillor of wendmere");
    const refused = await add("c@example.org", "--place", "wendmere", "--role", "councillor", "--ward", "E09");
    expect(refused).toMatchObject({ code: 2, err: "wendmere has no ward E09.\n" });
    expect((await add("c@example.org", "--place", "atlantis", "--role", "moderator")).err).toMatch(
      /no place "atlantis"/,
    );
    expect((await add("c@example", "--platform-administrator")).err).toMatch(/e-mail address/);
    expect((await add("c@example.org")).err).toMatch(/Say what they may do/);
  });

  test("a link sent by e-mail signs in once; for an address nobody has the answer is the same and nothing is sent", async () => {
    await needsmap(sample.settings, "user", "add", "m@example.org", "--place", "wendmere", "--role", "moderator");
    const known = await post("/api/auth/sign-in/magic-link", { email: "m@example.org", callbackURL: "/wendmere" });
    const sent = messages();
    const unknown = await post("/api/auth/sign-in/magic-link", { email: "no@example.org", callbackURL: "/wendmere" });
    expect(await unknown.text()).toBe(await known.text());
    expect(messages()).toEqual(sent);
    const link = new URL(/http\S+verify\S+/.exec(sent.at(-1) ?? "")?.[0] ?? "");
    const opened = await sample.app.request(link.href);
    expect(opened.headers.get("location")).toMatch(/\/wendmere$/);
    expect((await sessionBy(cookieOf(opened))).person?.email).toBe("m@example.org");
    expect(cookieOf(await sample.app.request(link.href))).toBe("");
  });

  test("a link leads here, whatever host the request claims to be for", async () => {
    const body = JSON.stringify({ email: "m@example.org", callbackURL: "/wendmere" });
    await sample.app.request("http://evil.example/api/auth/sign-in/magic-link", {
      method: "POST",
      headers: { "content-type": "application/json", host: "evil.example" },
      body,
    });
    for (const text of messages()) expect(text).not.toContain("evil.example");
    const foreign = await post("/api/auth/sign-in/magic-link", {
      email: "m@example.org",
      callbackURL: "https://evil.example/",
    });
    expect(foreign.status).toBe(403);
  });

  test("many first clicks at once make one account, whose role is in the audit once", async () => {
    const clicks = Array.from({ length: 6 }, () =>
      post("/api/auth/sign-in/sample", { place: "wendmere", role: "researcher" }),
    );
    expect((await Promise.all(clicks)).map(({ status }) => status)).toEqual(Array(6).fill(200));
    const { db } = sample.database;
    const rows = await db.select().from(auditEntry).where(eq(auditEntry.action, "role.grant"));
    expect(rows.filter(({ detail }) => detail.role === "researcher")).toHaveLength(1);
  });

  test("what the library of sign-in can do besides has no address here", async () => {
    const cookie = cookieOf(await post("/api/auth/sign-in/sample", { place: "wendmere", role: "moderator" }));
    const renamed = await post("/api/auth/update-user", { name: "Somebody else" }, { cookie });
    expect([404, 405]).toContain(renamed.status);
    expect((await sessionBy(cookie)).person?.name).toBe("Sample moderator");
  });

  test("nobody signs up by themselves", async () => {
    const body = { email: "x@example.org", password: "a long enough word", name: "X" };
    expect([404, 405]).toContain((await post("/api/auth/sign-up/email", body)).status);
  });

  test("another site's page changes nothing", async () => {
    const body = { place: "wendmere", role: "moderator" };
    const foreign = await post("/api/auth/sign-in/sample", body, { origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    const crossSite = await post("/api/auth/sign-in/sample", body, { "sec-fetch-site": "cross-site" });
    expect(crossSite.status).toBe(403);
  });
});

test("links are not sent to somebody over and over", async () => {
  const body = { email: "often@example.org", callbackURL: "/" };
  const statuses: number[] = [];
  for (let at = 0; at < 6; at++) statuses.push((await post("/api/auth/sign-in/magic-link", body)).status);
  expect(statuses).toEqual([...Array(5).fill(200), 429]);
});

test("passwords cannot be tried for ever", async () => {
  const body = { email: "tried@example.org", password: "a wrong guess of it" };
  const statuses: number[] = [];
  for (let at = 0; at < 11; at++) statuses.push((await post("/api/auth/sign-in/email", body)).status);
  expect(statuses).toEqual([...Array(10).fill(401), 429]);
  const other = await post("/api/auth/sign-in/email", { ...body, email: "other@example.org" });
  expect(other.status).toBe(401);
});

describe("the audit", () => {
  test("tells who was given what, and is whole", async () => {
    const { db } = sample.database;
    const rows = await db.select().from(auditEntry).orderBy(asc(auditEntry.seq));
    expect(rows.map(({ action }) => action)).toContain("role.grant");
    expect(JSON.stringify(rows)).not.toContain("@example.org");
    expect(await verifyAudit(db)).toEqual({ entries: rows.length, broken: null });
  });

  test("can be neither changed, nor shortened, nor emptied", async () => {
    const { db } = sample.database;
    const refused = /only grows/;
    const why = async (work: Promise<unknown>) => {
      const error: unknown = await work.catch((reason: unknown) => reason);
      return String((error as { cause?: unknown }).cause ?? error);
    };
    expect(await why(db.execute(sql`update audit_entry set action = 'nothing'`))).toMatch(refused);
    expect(await why(db.execute(sql`delete from audit_entry`))).toMatch(refused);
    expect(await why(db.execute(sql`truncate audit_entry`))).toMatch(refused);
  });

  test("a row that was changed behind the trigger's back is found", async () => {
    const { db } = sample.database;
    await db.transaction(async (tx) => {
      await tx.execute(sql`alter table audit_entry disable trigger user`);
      await tx.execute(sql`update audit_entry set action = 'nothing' where seq = 2`);
      await tx.execute(sql`alter table audit_entry enable trigger user`);
    });
    expect((await verifyAudit(db)).broken).toEqual({ seq: 2, reason: "The row is not what was written" });
    expect(await needsmap(sample.settings, "audit", "verify")).toMatchObject({ code: 1, out: "" });
  });
});
