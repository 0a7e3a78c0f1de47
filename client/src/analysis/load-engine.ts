import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { createGapEngine, type GapEngine } from "@needs-map/shared/domain/gap/engine";
import { providersKey, withProviders } from "@needs-map/shared/domain/gap/providers";
import type { IndicatorArray, PlaceArrays, ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import type { Source } from "./messages.ts";

/** An engine with the ward codes that its rows stand for. */
export interface Ready {
  readonly engine: GapEngine;
  readonly codes: readonly string[];
  readonly indicators: readonly IndicatorArray[];
}

const places = new Map<string, Promise<PlaceArrays>>();
const offers = new Map<string, Promise<ServiceArrays>>();
const engines = new Map<string, Promise<Ready>>();

/** An engine keeps a pair list, so that only so many choices of providers are kept. */
const ENGINES_KEPT = 6;

/** The arrays of a place and of the services of one type that count: loaded once, and tried again when loading failed. */
export async function loadArrays({ people, services, providers }: Source): Promise<[PlaceArrays, ServiceArrays]> {
  const [place, offered] = await Promise.all([
    kept(places, people, async () => decodePlaceArrays(await bytes(people))),
    kept(offers, services, async () => decodeServiceArrays(await bytes(services))),
  ]);
  return [place, withProviders(offered, providers)];
}

/** An engine made of them, kept as long as few others were asked for. */
export function loadEngine(source: Source): Promise<Ready> {
  const ready = kept(engines, `${source.people} ${source.services} ${providersKey(source.providers)}`, async () => {
    const [place, services] = await loadArrays(source);
    const engine = createGapEngine(place, services);
    return { engine, codes: place.wards, indicators: place.indicators };
  });
  for (const oldest of engines.keys()) {
    if (engines.size <= ENGINES_KEPT) break;
    engines.delete(oldest);
  }
  return ready;
}

async function bytes(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${address}`);
  return response.arrayBuffer();
}

/** Keeps what was loaded, the last used last; what failed is forgotten, so that trying again loads again. */
function kept<T>(cache: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  const loading = known ?? load();
  cache.delete(key);
  cache.set(key, loading);
  if (!known) loading.catch(() => cache.get(key) === loading && cache.delete(key));
  return loading;
}
