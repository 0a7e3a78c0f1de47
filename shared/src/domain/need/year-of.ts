/** The last year that a date in words names ("Census 2021", "mid-2025", "2023 to 2025"); null where it names none. */
export function yearOf(vintage: string): number | null {
  const years = vintage.match(/(?<!\d)(19|20)\d\d(?!\d)/g);
  return years ? Number(years.at(-1)) : null;
}
