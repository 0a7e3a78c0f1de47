import { decayWeight } from "../../access/decay.ts";
import { choiceWeights } from "../../access/three-step.ts";
import { metresWithin, travelMinutes } from "../../access/travel.ts";
import type { WeightedPairs } from "../../access/two-step.ts";
import { type Pairs, pairsWithin } from "../../geo/pairs.ts";
import { TIME_FACTORS } from "../range.ts";
import { takesDecay } from "../settings.ts";
import type { WardGround } from "./ward-ground.ts";

/** The pairs of a floating catchment area with the weights of one length of journeys. */
export interface Catchments {
  /** W: the decayed weight of each pair, 0 past the longest journey. */
  readonly pull: Float64Array;
  /** f in both steps: W, or with choice W·G. */
  readonly used: WeightedPairs;
  /** Minutes of each pair. */
  readonly minutes: Float64Array;
}

/** Gives the catchments of the question with every journey taken so many times as long. */
export function catchmentsOf({ points, sites, settings }: WardGround): (factor: number) => Catchments {
  const list = pairsWithin(points, sites, metresWithin(settings.minutes, settings.mode, TIME_FACTORS[0]));
  return (factor) => weighed(list, points.count, settings, factor);
}

function weighed(list: Pairs, points: number, settings: WardGround["settings"], factor: number): Catchments {
  const { method, mode, minutes: longest } = settings;
  const count = list.starts[points] as number;
  const decay = settings.decay ?? { kind: "gaussian", sigma: longest / 2 };
  const minutes = list.metres.slice(0, count).map((metres) => travelMinutes(metres, mode) * factor);
  const pull = minutes.map((cost) => (cost > longest ? 0 : takesDecay(method) ? decayWeight(decay, cost) : 1));
  const plain = { starts: list.starts, column: list.column.subarray(0, count), weight: pull };
  return { pull, used: method === "3sfca" ? choiceWeights(plain) : plain, minutes };
}

/** Σ P·f of each service: everyone who shares it, each by the weight of the journey. */
export function demandOf({ starts, column, weight }: WeightedPairs, people: Float64Array, sites: number): Float64Array {
  const demand = new Float64Array(sites);
  for (let i = 0; i < people.length; i++)
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) {
      const j = column[at] as number;
      demand[j] = (demand[j] as number) + (people[i] as number) * (weight?.[at] as number);
    }
  return demand;
}
