import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { type GapSettings, METHODS } from "@needs-map/shared/domain/gap/settings";
import { randomPlace } from "../unit/domain/random-place.ts";
import { type Benchmark, median, timed } from "./benchmark.ts";

const ROUNDS = 21;

const QUESTION: Omit<GapSettings, "method"> = {
  mode: "walk",
  minutes: 15,
  unit: "places",
  target: 4,
  ageFrom: 11,
  ageTo: 17,
  weights: { imd: 50, crowding: 20, age: 30 },
  uplift: 0.3,
  decay: null,
};

/** What moving a slider costs the engine on a place of some 240,000 people: reported, never judged. */
export const changedSetting: Benchmark = {
  name: "changed-setting",
  title: "A changed setting: 11,264 demand points, 57 services, 21 wards, with the whole range of settings",
  run: async () => {
    const { place, services } = randomPlace(20_260_301, { points: 11_264, services: 57, wards: 21, areas: 139 });
    const first = timed(() => createGapEngine(place, services));
    const engine = first.value;
    const move = (change: (round: number) => Partial<GapSettings>, method: GapSettings["method"]) =>
      median(
        Array.from({ length: ROUNDS }, (_, round) =>
          timed(() => engine.gaps({ ...QUESTION, method, ...change(round) })),
        ).map(({ ms }) => ms),
      ).toFixed(1);
    const lines = METHODS.map((method) => {
      const minutes = move((round) => ({ minutes: 10 + round }), method);
      const target = move((round) => ({ target: 2 + round }), method);
      const ages = move((round) => ({ ageTo: 17 + round }), method);
      const driving = move((round) => ({ mode: "car", minutes: 40 + round }), method);
      return `${method.padEnd(6)} minutes ${minutes} ms, target ${target} ms, ages ${ages} ms, by car ${driving} ms`;
    });
    return { verdicts: [], information: [`ready in ${first.ms.toFixed(0)} ms`, ...lines] };
  },
};
