import type { Question } from "@needs-map/client/analysis/question";
import {
  agesSentence,
  concentrationSentence,
  fifthsSentence,
  giniSentence,
  halfway,
  indexRows,
} from "@needs-map/client/words/equity";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Equity } from "@needs-map/shared/domain/gap/equity";
import type { Method } from "@needs-map/shared/domain/gap/settings";
import { describe, expect, test } from "vitest";

const type: ServiceTypeListed = {
  id: "youth-clubs",
  title: "Youth clubs",
  one: "youth club",
  many: "youth clubs",
  icon: "users",
  unit: "places",
  ageFrom: 11,
  ageTo: 17,
  group: "young people",
  minutes: 20,
  target: 10,
  count: 3,
  neighbours: 0,
  capacity: 90,
  withoutCapacity: 0,
  unchecked: 0,
  source: "services",
  vintage: "2026",
  neighboursKnown: false,
};

const asked = (method: Method): Question => ({
  type,
  providers: { forms: null, unchecked: true },
  settings: {
    method,
    decay: null,
    mode: "walk",
    minutes: 20,
    unit: "places",
    target: 10,
    ageFrom: 11,
    ageTo: 17,
    weights: { imd: 100 },
    uplift: 0.3,
  },
});

const told: Equity = {
  compared: "access",
  all: { people: 500, access: 0.1 },
  fifths: [0.081, 0.09, 0.1, 0.11, 0.119].map((access) => ({ people: 100, access })),
  ages: [
    { from: 0, to: 15, people: 900, access: 0.05 },
    { from: 16, to: 64, people: 3000, access: 0.02 },
    { from: 65, to: 90, people: 0, access: Number.NaN },
  ],
  gini: 0.123,
  palma: 1.4,
  concentration: 0.076,
  below: 0.4,
  depth: 0.2,
  severity: 0.123,
  lorenz: [
    [0, 0],
    [0.4, 0.2],
    [0.6, 0.4],
    [1, 1],
  ],
  concentrationCurve: [
    [0, 0],
    [0.5, 0.45],
    [1, 1],
  ],
  crowdingGap: Number.NaN,
  withoutScore: 0,
};

describe("equity in words", () => {
  test("the fifths at both ends stand in one sentence", () => {
    expect(fifthsSentence(asked("share"), told)).toBe(
      "The most deprived fifth has 8.1 places per 100, the least deprived 11.9.",
    );
  });

  test("can reach speaks of who is in reach, and the rational agent model of a cost", () => {
    const reach = {
      ...told,
      compared: "reach" as const,
      fifths: [0.83, 0.91].map((access) => ({ people: 1, access })),
    };
    expect(fifthsSentence(asked("reach"), reach)).toBe(
      "In the most deprived fifth 83% have a youth club within a 20-minute walk, in the least deprived 91%.",
    );
    const cost = { ...told, compared: "cost" as const, fifths: [1.5, 1.25].map((access) => ({ people: 1, access })) };
    expect(fifthsSentence(asked("raam"), cost)).toContain("1.50 for the most deprived fifth and 1.25");
    expect(fifthsSentence(asked("raam"), cost)).toContain("lower is better");
  });

  test("an age group that nobody is in cannot be said, with the reason", () => {
    expect(agesSentence(asked("share"), told)).toContain(
      "Places per 100, if they were for one age group alone: 5.0 for people under 16 and 2.0 for people aged 16 to 64.",
    );
    expect(agesSentence(asked("share"), told)).toContain("nobody lives here");
  });

  test("what half of the people have is read off the curve", () => {
    expect(halfway(told.lorenz)).toBeCloseTo(0.3, 12);
    expect(giniSentence(asked("share"), told)).toBe(
      "The half of young people with the least access have 30.0% of all access. The Gini coefficient is 0.12.",
    );
    expect(concentrationSentence(asked("share"), told)).toContain("the less deprived have more");
    expect(concentrationSentence(asked("share"), { ...told, concentration: 0.001 })).toContain("hardly any difference");
  });

  test("what cannot be said is told with its reason, everywhere", () => {
    const none: Equity = {
      ...told,
      all: { people: 500, access: 0 },
      gini: Number.NaN,
      palma: Number.NaN,
      concentration: Number.NaN,
      lorenz: [],
      concentrationCurve: [],
    };
    const reason = "Nobody has any, so there is nothing to share out.";
    expect(giniSentence(asked("share"), none)).toBe(`Cannot be said. ${reason}`);
    expect(concentrationSentence(asked("share"), none)).toBe(`Cannot be said. ${reason}`);
    expect(indexRows(asked("share"), none).slice(0, 3)).toEqual([
      { name: "Gini coefficient", value: "cannot be said", meaning: reason },
      { name: "Concentration index", value: "cannot be said", meaning: reason },
      { name: "Palma ratio", value: "cannot be said", meaning: reason },
    ]);
    expect(fifthsSentence(asked("share"), { ...told, fifths: [] })).toContain("No deprivation of small areas is known");
  });
});
