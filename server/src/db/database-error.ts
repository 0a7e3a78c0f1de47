/** A database that cannot be used, told in plain words for the person who started the process. */
export class DatabaseError extends Error {}

const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "53300",
]);

const AWAY_WORDS = /connection terminated|timeout exceeded when trying to connect|not queryable/i;

function causes(error: unknown): unknown[] {
  const all: unknown[] = [];
  for (let at = error; at && !all.includes(at); at = (at as { cause?: unknown }).cause) {
    all.push(at);
    if (at instanceof AggregateError) all.push(...at.errors);
  }
  return all;
}

/** Whether an error says that the database cannot be reached now, and not that the question was wrong. */
export const isDatabaseAway = (error: unknown): boolean =>
  causes(error).some(
    (one) =>
      AWAY.has(String((one as { code?: unknown }).code)) || (one instanceof Error && AWAY_WORDS.test(one.message)),
  );

/** The innermost reason of an error, in the driver's words. */
export function reasonOf(error: unknown): string {
  const last = causes(error).at(-1);
  if (!(last instanceof Error)) return String(last);
  return last.message || String((last as { code?: unknown }).code ?? last.name);
}
