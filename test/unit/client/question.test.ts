import { question, questionQuery, withoutStartValues } from "@needs-map/client/analysis/question";
import { parseView, readQuery } from "@needs-map/client/view/view";
import { GapQuery } from "@needs-map/shared/contract/gaps";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { describe, expect, test } from "vitest";

const clubs: ServiceTypeListed = {
  id: "youth-clubs",
  title: "Youth clubs",
  one: "youth club",
  many: "youth clubs",
  group: "young people",
  icon: "users",
  unit: "places",
  target: 10,
  ageFrom: 11,
  ageTo: 17,
  minutes: 20,
  neighbours: 0,
  count: 3,
  capacity: 90,
  withoutCapacity: 0,
  unchecked: 0,
  source: "services",
  vintage: "2026",
  neighboursKnown: false,
};
const place = { needWeights: { imd: 60, age: 40 } };

describe("the question that a view asks", () => {
  test("is filled up from the service type and the place", () => {
    expect(question(parseView({}), clubs, place).settings).toEqual({
      method: "share",
      decay: null,
      mode: "walk",
      minutes: 20,
      unit: "places",
      target: 10,
      ageFrom: 11,
      ageTo: 17,
      weights: { imd: 60, age: 40 },
      uplift: 0.3,
    });
  });

  test("counts every provider, unchecked records too, until the view says otherwise", () => {
    expect(question(parseView({}), clubs, place).providers).toEqual({ forms: null, unchecked: true });
    const asked = question(parseView(readQuery("?unchecked=0&form=voluntary,public")), clubs, place);
    expect(asked.providers).toEqual({ forms: ["public", "voluntary"], unchecked: false });
    expect(questionQuery(asked)).toMatch(/&up=30&form=public,voluntary&unchecked=0$/);
    expect(GapQuery.safeParse(readQuery(questionQuery(asked))).success).toBe(true);
  });

  test("takes what the view says over what the type starts with", () => {
    const asked = question(
      parseView(readQuery("?min=15&target=2.5&age=5-9&up=0&go=car&how=ratio&w=imd:100")),
      clubs,
      place,
    );
    expect(asked.settings).toMatchObject({
      minutes: 15,
      target: 2.5,
      ageFrom: 5,
      ageTo: 9,
      uplift: 0,
      mode: "car",
      method: "ratio",
      weights: { imd: 100 },
    });
  });

  test("is written for the API with every setting, and the API takes it", () => {
    const query = questionQuery(question(parseView({ min: "15" }), clubs, place));
    expect(query).toBe("?svc=youth-clubs&age=11-17&go=walk&min=15&target=10&how=share&w=age:40,imd:60&up=30");
    expect(GapQuery.safeParse(readQuery(query)).success).toBe(true);
  });

  test("leaves out of the address what equals its start, and nothing else", () => {
    const changed = { min: 20, target: 10, age: { from: 11, to: 17 }, up: 30, w: { age: 40, imd: 60, crime: 0 } };
    expect(withoutStartValues(changed, clubs, place)).toEqual({
      min: null,
      target: null,
      age: null,
      up: null,
      w: null,
    });
    expect(withoutStartValues({ min: 21 }, clubs, place)).toEqual({ min: 21 });
  });
});
