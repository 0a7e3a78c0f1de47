/** What the engine answers: one row a ward, and the same sums for the whole place. NaN means "cannot be said". */
export interface WardGaps {
  /** Everyone in the ward. */
  readonly people: Float64Array;
  /** People of the target ages. */
  readonly group: Float64Array;
  /** Supply that reaches them, Σ P·A, in the unit of supply (for the simple ratio: supply inside the ward). */
  readonly supply: Float64Array;
  /** Short in the unit of supply; NaN for can reach. */
  readonly short: Float64Array;
  /** Least and greatest short over the range of settings. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The two causes of short, which add up to it: no service within reach, and not enough within reach. */
  readonly shortOutOfReach: Float64Array;
  readonly shortNotEnough: Float64Array;
  /** People of the target ages with no service within the longest journey. */
  readonly outOfReach: Float64Array;
  /** Share of the group with a service within the longest journey, 0…1, with its range over journey times. */
  readonly reach: Float64Array;
  readonly reachLow: Float64Array;
  readonly reachHigh: Float64Array;
  /** Share of the target that is met, 0…1. */
  readonly coverage: Float64Array;
  /** People-weighted mean access, in supply a person. */
  readonly access: Float64Array;
  /** For RAAM, people-weighted mean cost, crowding plus journey: lower is better. NaN for every other measure. */
  readonly cost: Float64Array;
  /** People-weighted mean minutes to the nearest service; NaN without services. */
  readonly nearestMinutes: Float64Array;
  /** People-weighted mean need index, 0…1. */
  readonly need: Float64Array;
}

export interface GapTotal {
  readonly people: number;
  readonly group: number;
  readonly supply: number;
  readonly short: number;
  readonly low: number;
  readonly high: number;
  readonly shortOutOfReach: number;
  readonly shortNotEnough: number;
  readonly outOfReach: number;
  readonly reach: number;
  readonly coverage: number;
  readonly access: number;
  readonly cost: number;
  readonly nearestMinutes: number;
  readonly need: number;
}

export interface GapResult {
  readonly wards: WardGaps;
  readonly total: GapTotal;
  /** For RAAM, by how much a used service costs more than the least at most (`RaamAnswer.gap`); NaN for other measures. */
  readonly crowdingGap: number;
  /** Services left out because their capacity is missing. */
  readonly servicesWithoutCapacity: number;
  /** Services whose record is unchecked or stale, counted at half. */
  readonly servicesHalfWeight: number;
  /** Indicators of weight > 0 missing for at least one small area, with how many. */
  readonly missingIndicators: readonly { readonly id: string; readonly areas: number }[];
  /** Small areas with people but no indicator at all; their target is not raised. */
  readonly areasWithoutNeed: number;
}
