/** The overall deprivation measure of a place: the English index where there is one, else the first of its theme. */
export function deprivationOf<Indicator extends { readonly id: string; readonly theme: string }>(
  indicators: readonly Indicator[],
): Indicator | null {
  const about = indicators.filter(({ theme }) => /depriv/i.test(theme));
  return about.find(({ id }) => id === "imd") ?? about[0] ?? null;
}
