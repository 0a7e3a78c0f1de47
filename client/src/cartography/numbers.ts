/** How many decimals a number needs to be written in full, up to three. */
export function decimalsOf(value: number): number {
  return [0, 1, 2].find((digits) => Number(value.toFixed(digits)) === value) ?? 3;
}

/** A number in the language's own form with a fixed count of decimals; an en dash for NaN. */
export function formatNumber(value: number, language: string, decimals = 0): string {
  if (Number.isNaN(value)) return "–";
  return new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );
}

/** A rate as it is read beside a ward: so many decimals under 100, none from there; an en dash for NaN. */
export function formatRate(value: number, language: string, digits: number): string {
  if (Number.isNaN(value)) return "–";
  return new Intl.NumberFormat(language, { maximumFractionDigits: Math.abs(value) < 100 ? digits : 0 }).format(value);
}
