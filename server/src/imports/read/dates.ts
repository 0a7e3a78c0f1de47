/** A date that is written as 2025-03-31 and exists, else null. */
export function isoDate(text: string): string | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return time !== null && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : null;
}
