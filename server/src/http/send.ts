import type { Context, TypedResponse } from "hono";
import type { JSONParsed } from "hono/utils/types";
import type { Deps } from "../deps.ts";
import type { PlaceVersion, VersionsInForce } from "../places/current-versions.ts";
import { notFound, problemResponse, Refusal } from "../problem.ts";

import type { AppEnv } from "./app-env.ts";
import { askedBy } from "./asked.ts";
import type { Body, BodyKey } from "./body-cache.ts";
import type { FeatureCollectionBody } from "./describe.ts";

/** Data could change while a body is built from them; it is then built again, this many times at most. */
const MOST_TRIES = 3;

type Ctx = Context<AppEnv>;

interface Options {
  /** What is asked, in one spelling; the path when left out. */
  readonly name?: string;
  /** "quick" for one of very many possible answers. */
  readonly effort?: "once" | "quick";
}

/** A body and the name under which it is kept. */
interface Named {
  readonly name: string;
  build(): Promise<Body | Refusal>;
}

/**
 * Sends a body that depends on one place's data: kept, or built now.
 *
 * @param plan names and makes it from the version in force; that version's rows may go while they are read, so what
 * was made is used only if the version is still in force afterwards
 */
export async function sendPlanned(
  c: Ctx,
  deps: Deps,
  effort: "once" | "quick",
  plan: (place: PlaceVersion) => Promise<Named | Refusal>,
): Promise<Response> {
  const { id } = c.var.place;
  return send(c, deps, effort, async ({ places }) => {
    const place = places.get(id);
    if (!place) return notFound("place", id);
    const planned = await plan(place);
    if (planned instanceof Refusal) return planned;
    return { key: { place: id, stamp: place.stamp, name: planned.name }, build: () => planned.build() };
  });
}

/** Sends a body that depends on one place's data, under a name known beforehand. */
export const sendOfPlace = (
  c: Ctx,
  deps: Deps,
  build: (place: PlaceVersion) => Promise<Body | Refusal>,
  { name = c.req.path, effort = "once" }: Options = {},
): Promise<Response> => sendPlanned(c, deps, effort, async (place) => ({ name, build: () => build(place) }));

/** Sends a body that depends on the data of all places. */
export const sendOfAll = (c: Ctx, deps: Deps, build: () => Promise<Body | Refusal>): Promise<Response> =>
  send(c, deps, "once", async ({ stamp }) => ({ key: { place: null, stamp, name: c.req.path }, build }));

interface Plan {
  readonly key: BodyKey;
  readonly build: () => Promise<Body | Refusal>;
}

async function send(
  c: Ctx,
  { bodies, versions }: Deps,
  effort: "once" | "quick",
  planOf: (versions: VersionsInForce) => Promise<Plan | Refusal>,
): Promise<Response> {
  let inForce = c.var.versions;
  for (let tries = 1; ; tries++) {
    const plan = await planOf(inForce);
    if (plan instanceof Refusal) return problemResponse(plan);
    const before = bodies.find(plan.key);
    if (before) return bodies.answer(before, askedBy(c.req.raw));
    const built = await plan.build();
    const after = await versions.reread();
    if (after.stamp !== inForce.stamp && tries < MOST_TRIES) {
      inForce = after;
      continue;
    }
    if (built instanceof Refusal) return problemResponse(built);
    return bodies.answer(bodies.keep(plan.key, built, effort), askedBy(c.req.raw));
  }
}

/** A JSON answer of the contract's type, for the client's inferred types. */
export type JsonAnswer<T> = Response & TypedResponse<JSONParsed<T>, 200, "json">;

export type FeatureCollectionAnswer = JsonAnswer<FeatureCollectionBody>;

const asJson = (value: unknown): Body | Refusal =>
  value instanceof Refusal ? value : { type: "application/json", bytes: Buffer.from(JSON.stringify(value)) };

/** As `sendOfPlace`, for JSON that the contract names. */
export const jsonOfPlace = async <T>(
  c: Ctx,
  deps: Deps,
  build: (place: PlaceVersion) => Promise<T | Refusal>,
  options?: Options,
): Promise<JsonAnswer<T>> =>
  (await sendOfPlace(c, deps, async (place) => asJson(await build(place)), options)) as JsonAnswer<T>;

/** As `sendOfAll`, for JSON that the contract names. */
export const jsonOfAll = async <T>(c: Ctx, deps: Deps, build: () => Promise<T>): Promise<JsonAnswer<T>> =>
  (await sendOfAll(c, deps, async () => asJson(await build()))) as JsonAnswer<T>;

/** As `sendOfPlace`, for GeoJSON. */
export const geoJsonOfPlace = async (
  c: Ctx,
  deps: Deps,
  build: (place: PlaceVersion) => Promise<Body | Refusal>,
  options?: Options,
): Promise<FeatureCollectionAnswer> => (await sendOfPlace(c, deps, build, options)) as FeatureCollectionAnswer;

/** GeoJSON from features that are already text. */
export const geoJsonBody = (features: readonly string[], members: Record<string, unknown> = {}): Body => {
  const rest = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`);
  const text = `{"type":"FeatureCollection",${rest.join("")}"features":[${features.join(",\n")}]}`;
  return { type: "application/geo+json", bytes: Buffer.from(text) };
};

/** One feature as text, from a shape that is already text. */
export const featureText = (id: string | number, geometry: string, properties: Record<string, unknown>): string =>
  `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${geometry},"properties":${JSON.stringify(properties)}}`;
