import { gapSentence, peopleSentence } from "@needs-map/client/features/wards/profile-words";
import { intervalWords, type WardFact } from "@needs-map/client/features/wards/ward-facts";
import { biggestGap, type WardGapLine, wardGapLine } from "@needs-map/client/features/wards/ward-gaps";
import { choose, comparedWards } from "@needs-map/client/features/wards/wards-to-compare";
import { parseView, viewQuery } from "@needs-map/client/view/view";
import { plain } from "@needs-map/client/words/sentence";
import { countedInWards, shareInterval } from "@needs-map/server/indicators/intervals";
import type { Gaps, WardGap } from "@needs-map/shared/contract/gaps";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import { describe, expect, test } from "vitest";

const eastgate = { code: "E", name: "Eastgate", people: 12_345 } as Ward;
const deprivation = (values: number[]) =>
  ({ values, ends: ["most deprived", "least deprived"], show: String }) as unknown as WardFact;

describe("the first sentence of a ward", () => {
  test("tells people and where it stands among the wards", () => {
    expect(plain(peopleSentence(eastgate, 0, deprivation([30, 10, 40, 20])))).toBe(
      "Eastgate has 12,345 people and is the 2nd most deprived of 4 wards.",
    );
    expect(plain(peopleSentence(eastgate, 1, deprivation([30, 10, 40, 20])))).toContain("is the least deprived of 4");
    expect(plain(peopleSentence(eastgate, 0, deprivation([40, 40, 10, 20])))).toContain("the joint most deprived of 4");
  });

  test("leaves out what is not known", () => {
    expect(plain(peopleSentence(eastgate, 0, null))).toBe("Eastgate has 12,345 people.");
    expect(plain(peopleSentence(eastgate, 0, deprivation([Number.NaN, 1])))).toBe("Eastgate has 12,345 people.");
    expect(plain(peopleSentence(eastgate, 0, deprivation([5, 5])))).toContain("as deprived as every other ward");
  });
});

const type = (title: string, unit: "places" | "sites") =>
  ({ id: title, title, one: "club", unit }) as ServiceTypeListed;
const gaps = (wards: Partial<WardGap>[]) => ({ wards, settings: { min: 20, go: "walk" } }) as Gaps;
const line = (title: string, unit: "places" | "sites", wards: Partial<WardGap>[]) =>
  wardGapLine(type(title, unit), gaps(wards), "E") as WardGapLine;

describe("what a ward is short of", () => {
  const clubs = line("Clubs", "places", [
    { code: "E", short: 45.2, low: 38, high: 51.7, coverage: 0.38 },
    { code: "W", short: 60, low: 50, high: 70, coverage: 0.2 },
    { code: "N", short: 10, low: 5, high: 12, coverage: 0.9 },
    { code: "S", short: 0, low: 0, high: 0, coverage: 1 },
  ]);
  const hubs = line("Hubs", "sites", [{ code: "E", short: 0.4, low: 0.3, high: 0.5, coverage: 0.6 }]);
  const none = line("Pools", "places", [{ code: "E", short: 0.3, low: 0, high: 2, coverage: 0.99 }]);
  const unsaid = line("Nurseries", "places", [{ code: "E", short: null, low: null, high: null, coverage: null }]);

  test("a gap has its count, range, part of the target and place among wards", () => {
    expect(clubs).toMatchObject({ short: "45 places", range: "likely 38 to 52", met: "38%", rank: "2nd biggest gap" });
    expect(none).toMatchObject({ short: "None", rank: null, falls: false });
    expect(unsaid).toMatchObject({ short: "cannot be said", range: null, met: "cannot be said", falls: false });
    expect(line("Halls", "places", [{ code: "E", short: 1, low: 0, high: 2, coverage: 0.5 }]).short).toBe("1 place");
    expect(wardGapLine(type("Clubs", "places"), gaps([]), "E")).toBeNull();
  });

  test("the biggest gap is where the least of the target is met, whatever the unit", () => {
    expect(biggestGap([hubs, clubs, none, unsaid])).toBe(clubs);
    expect(biggestGap([none, unsaid])).toBeNull();
    expect(plain(gapSentence([hubs, clubs]))).toBe(
      "Its biggest gap is in clubs: 45 club places short, likely 38 to 52, with 38% of the target met within a 20-minute walk.",
    );
    expect(plain(gapSentence([none]))).toContain("not short of any");
    expect(plain(gapSentence([]))).toContain("No services are listed");
  });
});

describe("intervals", () => {
  test("are told as a range, and a share without counts has none", () => {
    const interval = shareInterval(12.34, 5000);
    expect(interval?.[0]).toBeLessThan(12.34);
    expect(interval?.[1]).toBeGreaterThan(12.34);
    expect(intervalWords(interval, (value) => `${value.toFixed(1)}%`)).toBe("likely 11.5% to 13.3%");
    expect(shareInterval(12, null)).toBeNull();
    expect(shareInterval(null, 100)).toBeNull();
    expect(shareInterval(0, 0)).toBeNull();
    expect(intervalWords(null, String)).toBeNull();
  });

  test("wards have the part of a shared small area that their people are, and the parts add up", () => {
    const cells = [
      { ward: "W", area: "A", people: 30 },
      { ward: "E", area: "A", people: 10 },
      { ward: "E", area: "B", people: 5 },
      { ward: "E", area: null, people: 7 },
    ];
    const counted = countedInWards(
      cells,
      new Map([
        ["A", 100],
        ["B", 60],
      ]),
    );
    expect([counted.get("W"), counted.get("E")]).toEqual([75, 85]);
  });
});

describe("wards to compare", () => {
  test("a fifth ward is refused and the four stay", () => {
    const four = ["A", "B", "C", "D"];
    expect(choose(four, "E", true)).toEqual({ codes: four, full: true });
    expect(choose(four, "B", false)).toEqual({ codes: ["A", "C", "D"], full: false });
    expect(choose(["A"], "A", true)).toEqual({ codes: ["A"], full: false });
  });

  test("a link is read in its order, each ward once, and what is left out is known", () => {
    const view = parseView({ with: "W5,W1,W5,<b>,W2,W3,W9,W4" });
    expect(view.with).toEqual(["W5", "W1", "W2", "W3", "W9", "W4"]);
    expect(viewQuery(view)).toEqual({ with: "W5,W1,W2,W3,W9,W4" });
    expect(comparedWards(view.with, new Set(["W1", "W2", "W3", "W4", "W5"]))).toEqual({
      shown: ["W5", "W1", "W2", "W3"],
      beyond: ["W4"],
      unknown: ["W9"],
    });
  });
});

test("the overall measure of deprivation comes before its parts, and other themes are none", () => {
  const parts = [
    { id: "income", theme: "Deprivation 2025" },
    { id: "imd", theme: "Deprivation 2025" },
  ];
  expect(deprivationOf(parts)?.id).toBe("imd");
  expect(deprivationOf([{ id: "no-car", theme: "Households" }])).toBeNull();
});
