import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { PERMISSIONS } from "@needs-map/server/http/permissions";
import { Problem } from "@needs-map/shared/contract/problem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp("https://tiles.example.org/styles/plain.json");
});
afterAll(() => sample.close());

const ask = async (path: string, init: RequestInit = {}): Promise<Response> => sample.app.request(path, init);
const WARDS = "/api/v1/places/wendmere/wards.geojson";

async function problem(path: string, init: RequestInit, status: number): Promise<Problem> {
  const response = await ask(path, init);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const told = Problem.strict().parse(await response.json());
  expect(told.status).toBe(status);
  return told;
}

describe("problems", () => {
  const missing: readonly (readonly [string, RegExp])[] = [
    ["/api/v1/places/atlantis", /no place "atlantis"/],
    ["/api/v1/places/atlantis/gaps", /no place "atlantis"/],
    ["/api/v1/places/wendmere/wards/X05999999", /no ward "X05999999"/],
    ["/api/v1/places/wendmere/arrays/services/castles", /no service type "castles"/],
    ["/api/v1/nothing", /nothing at \/api\/v1\/nothing/],
    ["/api/v2/places", /nothing at/],
  ];
  test.each(missing)("%s is not found, in plain words", async (path, words) => {
    expect((await problem(path, {}, 404)).detail).toMatch(words);
  });

  test("an unknown service type in a query is refused with those that there are", async () => {
    const { errors } = await problem("/api/v1/places/wendmere/services?type=castles", {}, 400);
    expect(errors?.[0]).toEqual({ field: "type", reason: expect.stringMatching(/Choose one of .*youth-clubs/) });
  });

  test.each(["/api/v1/places?x=1", `${WARDS}?x=1`, "/api/v1/places/wendmere?x=1"])(
    "%s is refused, naming the key",
    async (path) => {
      const { errors } = await problem(path, {}, 400);
      expect(errors).toEqual([{ field: "x", reason: "This key is not known. This address takes no keys." }]);
    },
  );

  test("a search without words is refused", async () => {
    expect((await problem("/api/v1/places/wendmere/search", {}, 400)).errors?.[0]?.field).toBe("q");
    expect((await problem("/api/v1/places/wendmere/search?q=%20", {}, 400)).errors?.[0]?.field).toBe("q");
    expect((await problem("/api/v1/places/wendmere/search?q=a%00b", {}, 400)).errors?.[0]?.field).toBe("q");
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("%s is told which methods are possible", async (method) => {
    const response = await ask(WARDS, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  test("a body that is too large is refused", async () => {
    await problem("/api/v1/places", { method: "POST", body: "x".repeat(70_000) }, 413);
  });

  test("an address that cannot be read is not found, and breaks nothing", async () => {
    await problem("/api/v1/places/%E0%A4%A", {}, 404);
  });
});

describe("kept answers", () => {
  test("the same data come with the same entity tag, and are not sent again", async () => {
    const first = await ask(WARDS);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w.-]+"$/);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    for (const held of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await ask(WARDS, { headers: { "if-none-match": held } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("etag")).toBe(tag);
    }
    expect((await ask(WARDS, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  test("entity tags differ between answers, questions and codings", async () => {
    const tags = await Promise.all(
      [WARDS, "/api/v1/places/wendmere/gaps", "/api/v1/places/wendmere/gaps?min=15"].map(async (path) =>
        (await ask(path)).headers.get("etag"),
      ),
    );
    tags.push((await ask(WARDS, { headers: { "accept-encoding": "br" } })).headers.get("etag"));
    expect(new Set(tags).size).toBe(tags.length);
  });

  test("the same question in other words is one kept answer", async () => {
    const one = await ask("/api/v1/places/wendmere/gaps?min=25&svc=youth-clubs");
    const other = await ask("/api/v1/places/wendmere/gaps?svc=youth-clubs&how=share&min=25&go=walk");
    expect(other.headers.get("etag")).toBe(one.headers.get("etag"));
  });

  test("an answer is compressed as the client likes best", async () => {
    const plain = await (await ask(WARDS)).text();
    const asked = async (accept: string) => {
      const response = await ask(WARDS, { headers: { "accept-encoding": accept } });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-length")).toBe(String(bytes.length));
      expect(response.headers.get("vary")).toBe("accept-encoding");
      return { coding: response.headers.get("content-encoding"), bytes };
    };
    const br = await asked("gzip, deflate, br");
    expect(br.coding).toBe("br");
    expect(brotliDecompressSync(br.bytes).toString()).toBe(plain);
    const gzip = await asked("gzip;q=1, br;q=0.5");
    expect(gzip.coding).toBe("gzip");
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain);
    expect((await asked("br;q=0, gzip;q=0")).coding).toBeNull();
    expect((await asked("identity, br;q=0.1")).coding).toBeNull();
    expect((await asked("*")).coding).toBe("br");
  });

  test("HEAD tells the same without the body", async () => {
    const got = await ask(WARDS);
    const head = await ask(WARDS, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    for (const name of ["etag", "content-length", "content-type"]) {
      expect(head.headers.get(name)).toBe(got.headers.get(name));
    }
  });
});

describe("pages", () => {
  test.each([
    "/",
    "/wendmere",
    "/wendmere/map",
    "/wendmere/gaps",
    "/wendmere/method",
    "/wendmere/data",
    "/accessibility",
  ])("%s is the client's page, told where the map style is", async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await response.text()).toContain(
      '<meta name="map-style-url" content="https://tiles.example.org/styles/plain.json" />',
    );
  });

  test.each(["/atlantis", "/atlantis/gaps", "/wendmere/nothing", "/wendmere/gaps/more"])(
    "%s is not found, in the client's page",
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    },
  );

  test("a built file may be kept for ever and comes compressed", async () => {
    const response = await ask("/assets/app-1a2b3c4d.js", { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("content-encoding")).toBe("br");
    const tag = response.headers.get("etag") ?? "";
    expect((await ask("/assets/app-1a2b3c4d.js", { headers: { "if-none-match": tag } })).status).toBe(304);
  });

  test("a file outside the built client cannot be had", async () => {
    for (const path of ["/assets/../index.html", "/assets/..%2f..%2fpackage.json", "/assets/missing.js"]) {
      expect((await ask(path)).headers.get("content-type")).not.toBe("application/json");
    }
    await problem("/assets/..%2f..%2f..%2fpackage.json", {}, 404);
  });

  test("no page may run anything from elsewhere, and only the map style's origin may be asked", async () => {
    const policy = (await ask("/wendmere/gaps")).headers.get("content-security-policy") ?? "";
    const directives = new Map(policy.split("; ").map((one) => [one.split(" ")[0], one.split(" ").slice(1)]));
    expect(directives.get("script-src")).toEqual(["'self'"]);
    expect(directives.get("connect-src")).toEqual(["'self'", "https://tiles.example.org"]);
    expect(directives.get("frame-ancestors")).toEqual(["'none'"]);
  });
});

describe("the reference", () => {
  interface Described {
    openapi: string;
    paths: Record<string, { get?: { summary?: string; responses: Record<string, unknown> } }>;
  }
  const described = async () => (await (await ask("/api/v1/openapi.json")).json()) as Described;

  test("every route of the API is described, in OpenAPI 3.1", async () => {
    const { openapi, paths } = await described();
    expect(openapi).toMatch(/^3\.1/);
    const routes = Object.keys(PERMISSIONS)
      .filter((route) => /^GET \/(api\/v1\/|healthz|readyz)/.test(route) && !route.endsWith("openapi.json"))
      .map((route) => route.slice(4).replaceAll(/:(\w+)/g, "{$1}"));
    expect(Object.keys(paths).sort()).toEqual(routes.sort());
    for (const [path, { get }] of Object.entries(paths)) {
      expect(get?.summary).toBeTruthy();
      const codes = path.startsWith("/api/") ? ["200", "304", "400", "404", "503"] : ["200"];
      expect(Object.keys(get?.responses ?? {})).toEqual(expect.arrayContaining(codes));
    }
  });

  test("the page to read names every route, needs no script, and its examples work", async () => {
    const html = await (await ask("/api")).text();
    for (const path of Object.keys((await described()).paths)) expect(html).toContain(`<code>${path}</code>`);
    expect(html).not.toContain("<script");
    const examples = [...html.matchAll(/Example: <a href="([^"]+)"/g)].map(([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    );
    expect(examples.length).toBeGreaterThan(10);
    for (const example of examples) expect([example, (await ask(example)).status]).toEqual([example, 200]);
  });
});

test("every registered route stands in the table of who may do what, and the table names no other", () => {
  const registered = sample.app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  expect(new Set(registered)).toEqual(new Set(Object.keys(PERMISSIONS)));
});

test("the process lives, and is ready with a place loaded", async () => {
  expect((await ask("/healthz")).status).toBe(200);
  expect(await (await ask("/readyz")).json()).toEqual({ status: "ready" });
});
