import type { Council, Councils } from "./councils.ts";

/** The council that was meant, or why it cannot be told. */
export type FoundCouncil = { readonly council: Council } | { readonly why: string };

/** Whether a word is written like the code of a council anywhere in the United Kingdom. */
export const isCouncilCode = (written: string): boolean => /^[EWSN]\d{8}$/i.test(written.trim());

/** Finds a council by its code, its name, or a part of its name that no other council has. */
export function findCouncil({ councils, former }: Councils, written: string): FoundCouncil {
  const asked = written.trim();
  if (isCouncilCode(asked)) return byCode({ councils, former }, asked.toUpperCase());
  const wanted = plain(asked);
  const named = councils.filter(({ name }) => plain(name) === wanted);
  const holding = named.length > 0 ? named : councils.filter(({ name }) => ` ${plain(name)} `.includes(` ${wanted} `));
  const [only, second] = holding;
  if (only && !second) return { council: only };
  if (second) return { why: `"${asked}" may be ${listed(holding)}.` };
  const before = former.find(({ name }) => plain(name) === wanted);
  if (before) return { why: `${before.name} is now part of ${nowOf(councils, before.now)}.` };
  return { why: `No council of England is called "${asked}". Nearest: ${listed(nearest(councils, wanted))}.` };
}

function byCode({ councils, former }: Councils, code: string): FoundCouncil {
  const council = councils.find((known) => known.code === code);
  if (council) return { council };
  const before = former.find((known) => known.code === code);
  if (before) return { why: `${code} is the former code of ${before.name}: use ${nowOf(councils, before.now)}.` };
  if (/^E10/.test(code))
    return { why: `${code} is a county: it has no wards of its own. Use one of its districts (E07…).` };
  if (!code.startsWith("E")) return { why: `${code} is not in England; the files are of England alone.` };
  const alike = councils.filter((known) => known.code.slice(0, 3) === code.slice(0, 3));
  const near = (alike.length > 0 ? alike : councils).toSorted(
    (a, b) => Math.abs(number(a.code) - number(code)) - Math.abs(number(b.code) - number(code)),
  );
  return { why: `${code} is no council of England. Nearest: ${listed(near.slice(0, 3))}.` };
}

const nowOf = (councils: readonly Council[], code: string) => {
  const now = councils.find((known) => known.code === code);
  return now ? `${now.name} (${now.code})` : code;
};

const number = (code: string) => Number(code.slice(3));

const listed = (councils: readonly Council[]) =>
  councils
    .slice(0, 6)
    .map(({ name, code }) => `${name} (${code})`)
    .join(", ");

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/[^a-z]+/g, " ")
    .trim();

function nearest(councils: readonly Council[], wanted: string): Council[] {
  const far = new Map(
    councils.map((council) => {
      const words = plain(council.name);
      const apart = Math.min(distance(words, wanted), ...words.split(" ").map((word) => distance(word, wanted) + 1));
      return [council, apart];
    }),
  );
  return councils.toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0)).slice(0, 3);
}

/** Letters to add, drop or change to make one word the other. (Levenshtein 1966) */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
