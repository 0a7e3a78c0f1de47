import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { createGapEngine, type GapEngine } from "@needs-map/shared/domain/gap/engine";
import type { PlaceArrays } from "@needs-map/shared/domain/place-arrays";
import type { Source } from "./messages.ts";

/** An engine with the ward codes that its rows stand for. */
export interface Ready {
  readonly engine: GapEngine;
  readonly codes: readonly string[];
}

const places = new Map<string, Promise<PlaceArrays>>();
const engines = new Map<string, Promise<Ready>>();

/** The engine of a place and one type of service: loaded once, and tried again when loading failed. */
export function loadEngine({ people, services }: Source): Promise<Ready> {
  return kept(engines, `${people} ${services}`, async () => {
    const [place, offered] = await Promise.all([
      kept(places, people, async () => decodePlaceArrays(await bytes(people))),
      bytes(services).then(decodeServiceArrays),
    ]);
    return { engine: createGapEngine(place, offered), codes: place.wards };
  });
}

async function bytes(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${address}`);
  return response.arrayBuffer();
}

/** Keeps what was loaded; what failed is forgotten, so that trying again loads again. */
function kept<T>(cache: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const loading = load();
  cache.set(key, loading);
  loading.catch(() => cache.delete(key));
  return loading;
}
