/// <reference lib="webworker" />
import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { createGapEngine, type GapEngine } from "@needs-map/shared/domain/gap/engine";
import type { PlaceArrays } from "@needs-map/shared/domain/place-arrays";
import type { Answer, Ask } from "./messages.ts";

const places = new Map<string, Promise<PlaceArrays>>();
interface Ready {
  readonly engine: GapEngine;
  readonly codes: readonly string[];
}

const engines = new Map<string, Promise<Ready>>();
let newest: Ask | null = null;

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

function readyFor({ people, services }: Ask): Promise<Ready> {
  return kept(engines, `${people} ${services}`, async () => {
    const [place, offered] = await Promise.all([
      kept(places, people, async () => decodePlaceArrays(await bytes(people))),
      bytes(services).then(decodeServiceArrays),
    ]);
    return { engine: createGapEngine(place, offered), codes: place.wards };
  });
}

async function answer(ask: Ask): Promise<Answer | null> {
  try {
    const { engine, codes } = await readyFor(ask);
    if (ask !== newest) return null;
    const began = performance.now();
    const result = engine.gaps(ask.settings);
    return { id: ask.id, kind: "result", result, codes, milliseconds: performance.now() - began };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: ask.id, kind: error instanceof RangeError ? "refused" : "failed", reason };
  }
}

/** Takes asks as they come and answers only the newest: a macrotask lets the asks that wait in the queue overtake. */
self.addEventListener("message", (event: MessageEvent<Ask>) => {
  const ask = event.data;
  newest = ask;
  setTimeout(async () => {
    if (ask !== newest) return;
    const told = await answer(ask);
    if (told && ask === newest) self.postMessage(told);
  });
});
