type Weights = Readonly<Record<string, number>>;

export const totalWeight = (weights: Weights) => Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** The same shares as whole numbers that add up to 100, by largest remainder. */
export function evenWeights(weights: Weights): Record<string, number> {
  const total = totalWeight(weights);
  if (total <= 0) return { ...weights };
  const exact = Object.entries(weights).map(([id, weight]) => ({ id, share: (weight / total) * 100 }));
  const even = Object.fromEntries(exact.map(({ id, share }) => [id, Math.floor(share)]));
  const left = 100 - totalWeight(even);
  exact.sort((a, b) => (b.share % 1) - (a.share % 1) || a.id.localeCompare(b.id));
  for (const { id } of exact.slice(0, left)) even[id] = (even[id] ?? 0) + 1;
  return even;
}
