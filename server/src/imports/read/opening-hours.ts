const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * A week's opening hours in one line: days with the same hours are joined, "Mon–Fri 09:00–18:00, Sat and Sun closed".
 *
 * @param hours a text a day, Monday first; "closed" in any case, or empty where nothing is known
 * @returns null when no day has hours
 */
export function openingHours(hours: readonly string[]): string | null {
  const runs: { from: number; to: number; hours: string }[] = [];
  hours.forEach((text, day) => {
    const words = /^closed$/i.test(text) ? "closed" : text.replaceAll("-", "–").replaceAll(",", " and ");
    const last = runs.at(-1);
    if (last?.hours === words) last.to = day;
    else runs.push({ from: day, to: day, hours: words });
  });
  const known = runs.filter((run) => run.hours !== "");
  return known.length === 0 ? null : known.map((run) => `${days(run.from, run.to)} ${run.hours}`).join(", ");
}

function days(from: number, to: number): string {
  if (from === to) return DAYS[from] ?? "";
  return `${DAYS[from]}${to === from + 1 ? " and " : "–"}${DAYS[to]}`;
}
