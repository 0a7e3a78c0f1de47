import { chosenKinds, unknownKinds, withKind, withLayer } from "@needs-map/client/features/explore/chosen-kinds";
import {
  inReachWords,
  mapSentence,
  reachSentence,
  standingWords,
  summary,
} from "@needs-map/client/features/explore/explore-words";
import { listedServices } from "@needs-map/client/features/explore/listed-services";
import { parseView, type View } from "@needs-map/client/view/view";
import type { Service, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { describe, expect, test } from "vitest";

const kind = (id: string, one: string, many: string, minutes = 20) =>
  ({ id, title: many, one, many, group: "young people", minutes }) as ServiceTypeListed;
const clubs = kind("clubs", "club", "clubs");
const libraries = kind("libraries", "library", "libraries", 30);
const advice = kind("advice", "advice centre", "advice centres");
const types = [clubs, libraries, advice];
const start = parseView({});
const after = (view: View, id: string): View => ({ ...view, ...withKind(types, view, id) });
const ids = (view: View) => chosenKinds(types, view).map(({ id }) => id);

describe("the kinds of service on the map", () => {
  test("start with the first of the place and keep the place's order", () => {
    expect(ids(start)).toEqual(["clubs"]);
    const three = after(after(start, "advice"), "libraries");
    expect(ids(three)).toEqual(["clubs", "libraries", "advice"]);
    expect(three).toMatchObject({ svc: "clubs", also: ["libraries", "advice"] });
  });

  test("go one by one, and with the last go the services and their reach", () => {
    const reaching = { ...start, on: withLayer(start.on, "reach") };
    const none = after(reaching, "clubs");
    expect(ids(none)).toEqual([]);
    expect(none.on.has("services") || none.on.has("reach")).toBe(false);
    const again = after(none, "libraries");
    expect(ids(again)).toEqual(["libraries"]);
    expect(after(after(again, "clubs"), "libraries")).toMatchObject({ svc: null, also: [] });
  });

  test("come back when reach is asked for without any", () => {
    expect([...withLayer(new Set(["areas"] as const), "reach")].sort()).toEqual(["areas", "reach", "services"]);
    expect([...withLayer(new Set(["areas"] as const), "areas")]).toEqual([]);
  });

  test("that a link names and the place lacks are told", () => {
    expect(unknownKinds(types, { svc: "clubs", also: ["ice-rinks"] })).toEqual(["ice-rinks"]);
    expect(unknownKinds(types, { svc: null, also: [] })).toEqual([]);
  });
});

describe("the list", () => {
  const at = (id: string, name: string, lon: number) => ({ id, type: "clubs", name, lon, lat: 54 }) as Service;
  const services = [at("2", "Beta", 0), at("1", "Alpha", 1), { ...at("3", "Gamma", 2), type: "pools" }];

  test("holds the services of the chosen kinds by name", () => {
    expect(listedServices([clubs], services, null, "walk").map(({ service }) => service.name)).toEqual([
      "Alpha",
      "Beta",
    ]);
  });

  test("puts the place's own before those over the border", () => {
    const beyond = { ...at("4", "Aardvark", 0), ward: null };
    const listed = listedServices([clubs], [beyond, ...services], null, "walk");
    expect(listed.map(({ service }) => service.name)).toEqual(["Alpha", "Beta", "Aardvark"]);
  });

  test("tells minutes, nearest first, once something was looked up", () => {
    const [first, second] = listedServices([clubs], services, { lon: 0, lat: 54 }, "walk");
    expect(first).toMatchObject({ service: { name: "Beta" }, minutes: 0 });
    expect(second?.minutes).toBeGreaterThan(1000);
  });
});

describe("words", () => {
  const shown = { wards: 24, kinds: [clubs], countOf: () => 16, over: 0, areas: null };

  test("say what the map shows, and what its blue line means", () => {
    expect(summary(shown)).toBe("16 clubs, 24 wards");
    expect(summary({ ...shown, kinds: [clubs, libraries], areas: 151 })).toBe("32 services, 24 wards, 151 small areas");
    expect(mapSentence("Wendmere", shown, null)).toBe("The map shows the 24 wards of Wendmere and 16 clubs.");
    expect(mapSentence("Wendmere", shown, { mode: "walk", minutes: [20] })).toContain(
      "Inside the blue line people live within a 20-minute walk of a club.",
    );
    expect(mapSentence("Wendmere", { ...shown, over: 7 }, null)).toBe(
      "The map shows the 24 wards of Wendmere, 16 clubs and 7 services over the border.",
    );
    const both = { ...shown, kinds: [clubs, advice] };
    expect(mapSentence("Wendmere", both, { mode: "car", minutes: [10, 10] })).toContain(
      "within a 10-minute drive of a club or an advice centre.",
    );
    expect(mapSentence("Wendmere", both, { mode: "walk", minutes: [20, 30] })).toContain(
      "within a 20-minute walk of a club or a 30-minute walk of an advice centre.",
    );
  });

  test("say who of a ward lives within reach", () => {
    const line = { kind: clubs, mode: "walk", minutes: 20, share: 0.624 } as const;
    expect(reachSentence(line)).toBe("62% of young people live within a 20-minute walk of a club.");
    expect(reachSentence({ ...line, share: null })).toBe("No young people live here.");
    expect(inReachWords([line, { ...line, kind: libraries, share: 1 }])).toBe("In reach: clubs 62%, libraries 100%");
    expect(inReachWords([{ ...line, share: null }])).toBe("");
  });

  test("say what stands in a ward", () => {
    expect(standingWords([{ kind: clubs, count: 1 }])).toBe("1 club is in it.");
    expect(
      standingWords([
        { kind: clubs, count: 0 },
        { kind: libraries, count: 2 },
      ]),
    ).toBe("No clubs and 2 libraries are in it.");
    expect(standingWords([])).toBe("");
  });
});
