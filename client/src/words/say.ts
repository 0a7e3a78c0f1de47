import english from "../map/words.en.json";

/** Words of a key with its values put in; the key itself where there are none. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  let found: unknown = english;
  for (const part of key.split(".")) {
    found = typeof found === "object" && found !== null ? (found as Record<string, unknown>)[part] : undefined;
  }
  if (typeof found !== "string") return key;
  return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
