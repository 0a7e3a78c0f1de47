import type { Geometry } from "geojson";

/** A table as comma-separated text: quotes only where they are needed, null as an empty field, a line feed after each row. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const field = (value: string | number | null) => {
    const text = value === null ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [header, ...rows].map((row) => `${row.map(field).join(",")}\n`).join("");
}

/** Features as GeoJSON text, one a line. */
export function featureCollection(
  features: readonly { readonly properties: Readonly<Record<string, string>>; readonly geometry: Geometry }[],
): string {
  const lines = features.map(({ properties, geometry }) => JSON.stringify({ type: "Feature", properties, geometry }));
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}
