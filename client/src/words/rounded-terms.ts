/** What a sum of many fractions may be away from the number that it stands for. */
const NOISE = 1e-9;

/**
 * The terms of a sum, rounded so that they add up to it as it is shown: all are cut off, and what is then missing goes to
 * those that lost most (the largest remainders).
 *
 * @param terms of 0 or more, which come to `total`
 */
export function roundedTerms(total: number, terms: readonly number[], digits: number): readonly number[] {
  const scale = 10 ** digits;
  const cut = terms.map((term) => Math.floor(term * scale + NOISE));
  const missing = Math.round(Number(total.toFixed(digits)) * scale) - cut.reduce((sum, term) => sum + term, 0);
  const lost = (at: number) => (terms[at] as number) * scale - (cut[at] as number);
  const order = [...terms.keys()].sort((a, b) => lost(b) - lost(a));
  const given = new Set(order.slice(0, Math.max(0, missing)));
  return cut.map((term, at) => (term + (given.has(at) ? 1 : 0)) / scale);
}
