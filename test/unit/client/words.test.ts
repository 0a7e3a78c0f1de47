import { figure, list, ordinal, percent } from "@needs-map/client/words/numbers";
import { agesWords, journey, withArticle } from "@needs-map/client/words/question";
import { say } from "@needs-map/client/words/say";
import { describe, expect, test } from "vitest";

describe("numbers in words", () => {
  test("thousands are grouped, nothing is a minus nothing, and what is not known is said so", () => {
    expect(figure(1106.4)).toBe("1,106");
    expect(figure(-0.2)).toBe("0");
    expect(figure(0.25, 1)).toBe("0.3");
    expect(figure(Number.NaN)).toBe("cannot be said");
    expect(percent(0.786)).toBe("79%");
  });

  test.each([
    [1, "1st"],
    [2, "2nd"],
    [3, "3rd"],
    [4, "4th"],
    [11, "11th"],
    [12, "12th"],
    [13, "13th"],
    [21, "21st"],
    [112, "112th"],
  ])("%i is written %s", (rank, words) => expect(ordinal(rank)).toBe(words));

  test("names are listed as they are spoken", () => {
    expect(list([])).toBe("");
    expect(list(["A"])).toBe("A");
    expect(list(["A", "B", "C"])).toBe("A, B and C");
  });
});

describe("a question in words", () => {
  test.each([
    [0, 90, "of all ages"],
    [65, 90, "aged 65 and over"],
    [0, 4, "under 5"],
    [7, 7, "aged 7"],
    [11, 17, "aged 11 to 17"],
  ])("ages %i to %i are %s", (from, to, words) => expect(agesWords(from, to)).toBe(words));

  test("a journey names its minutes and its way", () => {
    expect(journey({ minutes: 15, mode: "wheel" })).toBe("15-minute journey by wheelchair");
  });

  test("a noun has its article", () => {
    expect(withArticle("allotment")).toBe("an allotment");
    expect(withArticle("youth club")).toBe("a youth club");
  });

  test("words of the map take their values, and a missing key shows itself", () => {
    expect(say("map.title.shortPlaces", { group: "young people" })).toBe("Places short for every 100 young people");
    expect(say("map.nothing.here")).toBe("map.nothing.here");
  });
});
