import { placeWords } from "@needs-map/client/features/gaps/facts";
import {
  dated,
  figure,
  finePercent,
  list,
  ordinal,
  percent,
  rangeWords,
  roundedParts,
} from "@needs-map/client/words/numbers";
import { agesWords, journey, withArticle } from "@needs-map/client/words/question";
import { say } from "@needs-map/client/words/say";
import { placesWords, weightWords } from "@needs-map/client/words/service";
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
    [0, "0%"],
    [0.0004, "under 1%"],
    [0.5, "50%"],
    [0.996, "over 99%"],
    [1, "100%"],
  ])("a share of %d is %s: nothing and everything only when exact", (share, words) =>
    expect(percent(share)).toBe(words),
  );

  test("finer shares keep the same rule at their last digit", () => {
    expect(finePercent(0.9996)).toBe("over 99.9%");
    expect(finePercent(0.0001)).toBe("under 0.1%");
    expect(finePercent(0.5)).toBe("50.0%");
  });

  test("a sum of fractions that should be all or nothing counts as exact", () => {
    expect(percent(1 - 1e-12)).toBe("100%");
    expect(percent(1e-13)).toBe("0%");
    expect(percent(1 - 1e-6)).toBe("over 99%");
  });

  test("a part and the rest add up to the whole as it is shown, by largest remainder", () => {
    expect(roundedParts(162.6, 125.2, 0)).toEqual([125, 38]);
    expect(roundedParts(162.6, 125.4, 0)).toEqual([126, 37]);
    expect(roundedParts(162.6, 162.4, 0)).toEqual([163, 0]);
    expect(roundedParts(0.6, 0.4, 0)).toEqual([1, 0]);
    expect(roundedParts(3, 3, 0)).toEqual([3, 0]);
    expect(roundedParts(0.3, 0.1, 1)).toEqual([0.1, 0.2]);
    expect(roundedParts(Number.NaN, Number.NaN, 0)).toEqual([Number.NaN, Number.NaN]);
    expect(roundedParts(1.24, 0.26, 1)).toEqual([0.2, 1]);
    expect(roundedParts(0.4, 0.4, 0)).toEqual([0, 0]);
  });

  test("a range that shows the same at both ends is no range", () => {
    const tenth = (value: number) => figure(value, 1);
    expect(rangeWords(1.33, 1.5, tenth)).toBe("likely 1.3 to 1.5");
    expect(rangeWords(1.36, 1.44, tenth)).toBeNull();
  });

  test("a date is written out, and other words for a time stay", () => {
    expect(dated("2024-06-30")).toBe("30 June 2024");
    expect(dated("mid-2025")).toBe("mid-2025");
  });

  test("a value's place is counted from the end it is nearer to, and ties are told", () => {
    const values = [9, 7, 7, 5, 3, 1];
    const places = values.map((value) => placeWords(value, values));
    expect(places).toEqual(["Highest", "Joint 2nd highest", "Joint 2nd highest", "3rd lowest", "2nd lowest", "Lowest"]);
    expect(placeWords(1, values, ["most deprived", "least deprived"])).toBe("Least deprived");
  });

  test("values that are shown alike stand alike, and where all are alike that is told", () => {
    const places = (values: readonly number[]) =>
      values.map((value) => placeWords(value, values, ["highest", "lowest"], (one) => figure(one)));
    expect(places([9, 7.2, 6.9, 1])).toEqual(["Highest", "Joint 2nd highest", "Joint 2nd highest", "Lowest"]);
    expect(places([4.1, 3.9])).toEqual(["The same in each", "The same in each"]);
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

describe("what a service's record does to the figures", () => {
  const old = { checked: false, checkedOn: "2023-05-04" };

  test("a record that was not checked counts half until it is, but whole where only reach is asked for", () => {
    expect(weightWords(old, "share")).toBe("Not checked since May 2023, counts half until it is");
    expect(weightWords(old, "reach")).toBe("Not checked since May 2023");
    expect(weightWords(old, "raam")).toBe("Not checked since May 2023, counts half until it is");
    expect(weightWords({ checked: true, checkedOn: "2026-05-04" }, "share")).toBe("Checked May 2026");
  });

  test("places that are not given are left out, and the service still counts for reach", () => {
    expect(placesWords(null, "share")).toBe("places not given, left out");
    expect(placesWords(null, "reach")).toBe("places not given");
    expect(placesWords(null, "raam")).toBe("places not given, left out");
    expect(placesWords(1, "share")).toBe("1 place");
    expect(placesWords(1200, "share")).toBe("1,200 places");
  });
});
