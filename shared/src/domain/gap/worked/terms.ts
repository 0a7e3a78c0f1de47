/** A sum told by its largest terms, and the others together: `largest` and `rest` add up to `total`. */
export interface Terms<Term> {
  readonly largest: readonly (Term & { readonly value: number })[];
  /** How many other terms are not 0. */
  readonly others: number;
  /** Their sum. */
  readonly rest: number;
  readonly total: number;
}

/** Terms that are shown one by one. */
const SHOWN = 3;

/**
 * @param rows   what is summed over
 * @param termOf the term of each
 * @param tell   what is to be known of a term that is shown
 */
export function largestTerms<Row, Term extends object>(
  rows: readonly Row[],
  termOf: (row: Row) => number,
  tell: (row: Row) => Term,
): Terms<Term> {
  const all = rows.map((row) => ({ row, value: termOf(row) }));
  const order = all.filter(({ value }) => value !== 0).sort((a, b) => b.value - a.value);
  const sum = (terms: readonly { readonly value: number }[]) => terms.reduce((so, { value }) => so + value, 0);
  return {
    largest: order.slice(0, SHOWN).map(({ row, value }) => ({ ...tell(row), value })),
    others: Math.max(0, order.length - SHOWN),
    rest: sum(order.slice(SHOWN)),
    total: sum(all),
  };
}
