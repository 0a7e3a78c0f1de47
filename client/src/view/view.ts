import { decayText, parseDecay } from "@needs-map/shared/domain/access/decay";
import { providerForms } from "@needs-map/shared/domain/gap/providers";
import { METHODS, type Method, TRAVEL_MODES, type TravelMode } from "@needs-map/shared/domain/gap/settings";
import type { ProviderForm } from "@needs-map/shared/domain/legal-forms";

export const COLOUR_BY = ["short", "need", "cover", "both"] as const;
export const LAYERS = ["services", "doubt", "reach", "areas"] as const;
export const SHOWN_AS = ["map", "table", "both"] as const;
export const SORTS = ["short", "name"] as const;
export const CLASS_POLICIES = ["auto", "equal", "quantile", "jenks"] as const;
export const THEMES = ["light", "dark"] as const;

/** Where the map looks: degrees and zoom. */
export interface Camera {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

/** Whole years, inclusive; 90 means 90 and over. */
export interface Ages {
  readonly from: number;
  readonly to: number;
}

/** All that a link carries. Null means: as the service type or the place starts. */
export interface View {
  readonly at: Camera | null;
  readonly by: (typeof COLOUR_BY)[number];
  readonly svc: string | null;
  /** Kinds of service that the explore map shows beside `svc`; none without it. */
  readonly also: readonly string[];
  readonly age: Ages | null;
  readonly go: TravelMode;
  readonly min: number | null;
  readonly target: number | null;
  readonly how: Method;
  /** As it is written in an address; null for a Gaussian of half the longest journey. */
  readonly decay: string | null;
  readonly w: Readonly<Record<string, number>> | null;
  readonly up: number | null;
  /** Legal forms whose services count, in their one order; null for all. */
  readonly form: readonly ProviderForm[] | null;
  /** Whether records that nobody has checked count. */
  readonly unchecked: boolean;
  readonly on: ReadonlySet<(typeof LAYERS)[number]>;
  readonly ward: string | null;
  /** Id of the service that the explore map tells about. */
  readonly service: string | null;
  /** Codes of the wards that are compared, in the order they were chosen. */
  readonly with: readonly string[];
  readonly view: (typeof SHOWN_AS)[number];
  readonly sort: (typeof SORTS)[number];
  readonly cls: (typeof CLASS_POLICIES)[number];
  readonly theme: (typeof THEMES)[number] | null;
}

export type Query = Readonly<Record<string, unknown>>;

/** How far need raises the target at the start, in per cent. */
export const START_UPLIFT = 30;
const START_LAYERS: readonly string[] = ["services", "doubt"];

const text = (value: unknown): string | null =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : null;

function oneOf<T extends string>(options: readonly T[], value: unknown, start: T): T {
  return options.find((option) => option === value) ?? start;
}

function number(value: unknown, least: number, most: number): number | null {
  const written = text(value);
  if (written === null || !/^-?\d{1,6}(\.\d{1,8})?$/.test(written)) return null;
  const read = Number(written);
  return read >= least && read <= most ? read : null;
}

function whole(value: unknown, least: number, most: number): number | null {
  const read = number(value, least, most);
  return read !== null && Number.isInteger(read) ? read : null;
}

function camera(value: unknown): Camera | null {
  const [lat, lon, zoom, more] = (text(value) ?? "").split(",");
  const read = { lat: number(lat, -85, 85), lon: number(lon, -180, 180), zoom: number(zoom, 0, 22) };
  if (read.lat === null || read.lon === null || read.zoom === null || more !== undefined) return null;
  return { lat: read.lat, lon: read.lon, zoom: read.zoom };
}

function ages(value: unknown): Ages | null {
  const [from, to, more] = (text(value) ?? "").split("-").map((part) => whole(part, 0, 90));
  if (from == null || to == null || more !== undefined || from > to) return null;
  return { from, to };
}

function weights(value: unknown): Record<string, number> | null {
  const read: Record<string, number> = {};
  for (const pair of (text(value) ?? "").split(",")) {
    const [id = "", written, more] = pair.split(":");
    const weight = whole(written, 0, 100);
    if (!/^[a-z][a-z0-9-]*$/.test(id) || weight === null || more !== undefined) return null;
    read[id] = weight;
  }
  return Object.values(read).some((weight) => weight > 0) ? read : null;
}

function layers(value: unknown): View["on"] {
  const written = text(value);
  const asked = written === null ? START_LAYERS : written.split(",");
  return new Set(LAYERS.filter((layer) => asked.includes(layer)));
}

function slug(value: unknown, pattern: RegExp): string | null {
  const written = text(value);
  return written !== null && pattern.test(written) ? written : null;
}

function decay(value: unknown): string | null {
  const written = text(value);
  if (written === null || written.length > 120) return null;
  try {
    return decayText(parseDecay(written));
  } catch {
    return null;
  }
}

/** Ids of kinds of service, each once; a link that names very many is no link of ours. */
function kinds(value: unknown): readonly string[] {
  const written = (text(value) ?? "").split(",").filter((id) => /^[a-z][a-z0-9-]{0,60}$/.test(id));
  return [...new Set(written)].slice(0, 20);
}

const SERVICE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/;

/** Codes of wards, each once; a link that names very many is no link of ours. */
function codes(value: unknown): readonly string[] {
  const written = (text(value) ?? "").split(",").filter((code) => CODE.test(code));
  return [...new Set(written)].slice(0, 20);
}

/** Reads a view from query values. Unknown keys and values that cannot be are left at their start. */
export function parseView(query: Query): View {
  const up = whole(query.up, 0, 100);
  const target = number(query.target, 0, 1000);
  const [svc = null, ...also] = kinds(query.svc);
  return {
    at: camera(query.at),
    by: oneOf(COLOUR_BY, query.by, "short"),
    svc,
    also,
    age: ages(query.age),
    go: oneOf(TRAVEL_MODES, query.go, "walk"),
    min: whole(query.min, 5, 60),
    target: target === 0 ? null : target,
    how: oneOf(METHODS, query.how, "share"),
    decay: decay(query.decay),
    w: weights(query.w),
    up: up === START_UPLIFT ? null : up,
    form: providerForms((text(query.form) ?? "").split(",")),
    unchecked: text(query.unchecked) !== "0",
    on: layers(query.on),
    with: codes(query.with),
    ward: slug(query.ward, CODE),
    service: slug(query.service, SERVICE),
    view: oneOf(SHOWN_AS, query.view, "both"),
    sort: oneOf(SORTS, query.sort, "short"),
    cls: oneOf(CLASS_POLICIES, query.cls, "auto"),
    theme: THEMES.find((theme) => theme === query.theme) ?? null,
  };
}

const shown = (value: string, start: string) => (value === start ? undefined : value);
const digits = (value: number, places: number) => String(Number(value.toFixed(places)));

/** The query of a view: keys in their fixed order, start values left out. */
export function viewQuery(view: View): Record<string, string> {
  const on = LAYERS.filter((layer) => view.on.has(layer)).join(",");
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["at", view.at ? `${digits(view.at.lat, 4)},${digits(view.at.lon, 4)},${digits(view.at.zoom, 1)}` : undefined],
    ["by", shown(view.by, "short")],
    ["svc", view.svc === null ? undefined : [view.svc, ...view.also].join(",")],
    ["age", view.age ? `${view.age.from}-${view.age.to}` : undefined],
    ["go", shown(view.go, "walk")],
    ["min", view.min?.toString()],
    ["target", view.target === null ? undefined : digits(view.target, 4)],
    ["how", shown(view.how, "share")],
    ["decay", view.decay ?? undefined],
    ["w", view.w ? weightsText(view.w) : undefined],
    ["up", view.up?.toString()],
    ["form", view.form?.join(",")],
    ["unchecked", view.unchecked ? undefined : "0"],
    ["on", on === START_LAYERS.join(",") ? undefined : on || "none"],
    ["with", view.with.length > 0 ? view.with.join(",") : undefined],
    ["ward", view.ward ?? undefined],
    ["service", view.service ?? undefined],
    ["view", shown(view.view, "both")],
    ["sort", shown(view.sort, "short")],
    ["cls", shown(view.cls, "auto")],
    ["theme", view.theme ?? undefined],
  ];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** "age:50,imd:50": indicators in the order of their ids, so that equal weights give equal links. */
export function weightsText(of: Readonly<Record<string, number>>): string {
  const ids = Object.keys(of).sort();
  return ids.map((id) => `${id}:${of[id]}`).join(",");
}

/** Query values from the text of an address, with or without its question mark; of a key given twice, the first. */
export function readQuery(search: string): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(search)) read[key] ??= value;
  return read;
}

/** The text of query values, with its question mark; commas and colons stay readable. */
export function writeQuery(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => {
    const written = text(value);
    if (written === null) return [];
    return [
      `${encodeURIComponent(key)}=${encodeURIComponent(written).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%3D", "=")}`,
    ];
  });
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}
