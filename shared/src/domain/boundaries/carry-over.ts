/** How the people of old units live in new ones: one row a meeting of an old and a new unit. */
export interface Overlap {
  /** Row of the old unit. */
  readonly from: Int32Array;
  /** Row of the new unit. */
  readonly to: Int32Array;
  /** Share of the old unit's people that lives in the new one; the shares of an old unit add up to 1. */
  readonly share: Float64Array;
  /** Weight of the meeting where means are carried: its people, or its points where nobody lives in the new unit. */
  readonly weight: Float64Array;
}

/**
 * Weights for carrying figures of old units over to new ones, from the people at points (postcodes) that are known to
 * stand in one of each. Points without an old unit or a new one take no part. An old unit whose points hold no people
 * is shared by its number of points.
 *
 * @param oldUnit row of each point's old unit, −1 for none
 * @param newUnit row of each point's new unit, −1 for none
 * @param people at each point, in persons
 * @see Office for National Statistics (2024), A guide to ONS best-fitting: estimates by weighted centroids
 */
export function overlapOf(oldUnit: Int32Array, newUnit: Int32Array, people: Float64Array): Overlap {
  const meetings = new Map<string, { from: number; to: number; people: number; points: number }>();
  const wholes = new Map<number, { people: number; points: number }>();
  const reached = new Map<number, number>();
  for (let point = 0; point < oldUnit.length; point++) {
    const from = oldUnit[point] ?? -1;
    const to = newUnit[point] ?? -1;
    if (from < 0 || to < 0) continue;
    const here = people[point] ?? 0;
    const meeting = meetings.get(`${from} ${to}`) ?? { from, to, people: 0, points: 0 };
    const whole = wholes.get(from) ?? { people: 0, points: 0 };
    meetings.set(`${from} ${to}`, meeting);
    wholes.set(from, whole);
    reached.set(to, (reached.get(to) ?? 0) + here);
    for (const sum of [meeting, whole]) {
      sum.people += here;
      sum.points += 1;
    }
  }
  const rows = [...meetings.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    from: Int32Array.from(rows, (row) => row.from),
    to: Int32Array.from(rows, (row) => row.to),
    share: Float64Array.from(rows, ({ from, people: some, points }) => {
      const whole = wholes.get(from);
      if (!whole) return 0;
      return whole.people > 0 ? some / whole.people : points / whole.points;
    }),
    weight: Float64Array.from(rows, ({ to, people: some, points }) => ((reached.get(to) ?? 0) > 0 ? some : points)),
  };
}

/**
 * Carries counts of old units over to new ones; their sum stays the same as long as every old unit has a share.
 *
 * @param counts one an old unit; NaN where it is missing
 * @returns one a new unit; NaN where a missing count takes part, or no old unit reaches it
 */
export function carryOver(counts: Float64Array, { from, to, share }: Overlap, newUnits: number): Float64Array {
  const carried = new Float64Array(newUnits);
  const reached = new Uint8Array(newUnits);
  for (let row = 0; row < from.length; row++) {
    const unit = to[row] as number;
    reached[unit] = 1;
    carried[unit] = (carried[unit] as number) + (counts[from[row] as number] as number) * (share[row] as number);
  }
  return carried.map((count, unit) => (reached[unit] ? count : Number.NaN));
}

/**
 * Carries means of old units (a rate, a score, a rank) over to new ones: the mean of the old units that the people of a
 * new unit stand in, each counted by those people. A missing mean drops out.
 *
 * @param means one an old unit; NaN where it is missing
 * @returns one a new unit; NaN where nothing known reaches it
 */
export function carryMeans(means: Float64Array, { from, to, weight }: Overlap, newUnits: number): Float64Array {
  const sum = new Float64Array(newUnits);
  const held = new Float64Array(newUnits);
  for (let row = 0; row < from.length; row++) {
    const mean = means[from[row] as number] as number;
    if (Number.isNaN(mean)) continue;
    const unit = to[row] as number;
    sum[unit] = (sum[unit] as number) + mean * (weight[row] as number);
    held[unit] = (held[unit] as number) + (weight[row] as number);
  }
  return sum.map((total, unit) => ((held[unit] as number) > 0 ? total / (held[unit] as number) : Number.NaN));
}
