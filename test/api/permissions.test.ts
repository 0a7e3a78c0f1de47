import { PERMISSIONS } from "@needs-map/server/http/permissions";
import { PLACE_ROLES } from "@needs-map/shared/contract/account";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
const cookies = new Map<string, string>();

const signIn = async (place: string, role: string) => {
  const response = await sample.app.request("http://localhost/api/auth/sign-in/sample", {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost" },
    body: JSON.stringify({ place, role }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(";")))
    .join("; ");
};

/** A second place with the same data, so that a role of one can be tried in the other. */
const secondPlace = async () => {
  const { db } = sample.database;
  await db.execute(sql`insert into place (id, name, code, sample, attribution, current_version, need_weights)
    select 'otherton', 'Otherton', 'X06', true, attribution, null, need_weights from place where id = 'wendmere'`);
  await db.execute(sql`insert into data_version (place_id, version, status, recipe, counts, ready_at)
    select 'otherton', version, status, recipe, counts, ready_at from data_version where place_id = 'wendmere'`);
  await db.execute(sql`update place set current_version = w.current_version from place w
    where place.id = 'otherton' and w.id = 'wendmere'`);
};

beforeAll(async () => {
  sample = await sampleApp();
  await secondPlace();
  cookies.set("visitor", "");
  for (const role of PLACE_ROLES) {
    cookies.set(role, await signIn("wendmere", role));
    cookies.set(`${role} elsewhere`, await signIn("otherton", role));
  }
});
afterAll(() => sample.close());

const PARTS: Readonly<Record<string, string>> = { ":place": "wendmere", ":code": "X05000001", ":svc": "advice" };

describe("what is not allowed is refused", () => {
  const closed = Object.entries(PERMISSIONS).filter(([, { who }]) => who !== "everyone");

  test("there is something that not everyone may", () => {
    expect(closed.length).toBeGreaterThan(0);
  });

  test.each(closed)("%s answers those alone who may", async (route, { place, who }) => {
    const [method = "", pattern = ""] = route.split(" ");
    const path = pattern.replaceAll(/:\w+/g, (part) => PARTS[part] ?? "x");
    for (const [name, cookie] of cookies) {
      const [role = "", elsewhere] = name.split(" ");
      const may =
        who === "signed-in"
          ? role !== "visitor"
          : role === "administrator" || (who as readonly string[]).includes(role);
      const allowed = may && !(place && elsewhere);
      const { status } = await sample.app.request(`http://localhost${path}`, {
        method,
        headers: { cookie, origin: "http://localhost" },
      });
      if (allowed) expect(status, name).not.toBe(403);
      else expect(status, name).toBe(403);
    }
  });
});
