/** Content codings that bodies are kept in, best first. */
export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const REMEMBERED = 200;

/**
 * The best coding that a client takes, by its weights and then by ours; plain when it takes none.
 *
 * @param header value of Accept-Encoding, if there was one
 */
export function preferredEncoding(header: string | null | undefined): Encoding {
  if (!header) return "identity";
  const weights = new Map(header.toLowerCase().split(",").map(codingAndWeight));
  const weightOf = (coding: Encoding) =>
    weights.get(coding) ?? weights.get("*") ?? (coding === "identity" ? Number.MIN_VALUE : 0);
  let best: Encoding = "identity";
  for (const coding of [...ENCODINGS].reverse()) {
    const weight = weightOf(coding);
    if (weight > 0 && weight >= weightOf(best)) best = coding;
  }
  return best;
}

function codingAndWeight(part: string): [string, number] {
  const [coding = "", ...parameters] = part.split(";").map((text) => text.trim());
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = q === undefined ? 1 : Number(q.slice(2));
  return [coding === "x-gzip" ? "gzip" : coding, Number.isFinite(weight) ? weight : 0];
}

/** The same, remembering the few headers that browsers send. */
export function rememberedEncoding(): (header: string | null | undefined) => Encoding {
  const known = new Map<string, Encoding>();
  return (header) => {
    if (!header) return "identity";
    const before = known.get(header);
    if (before) return before;
    const encoding = preferredEncoding(header);
    if (known.size >= REMEMBERED) known.clear();
    known.set(header, encoding);
    return encoding;
  };
}
