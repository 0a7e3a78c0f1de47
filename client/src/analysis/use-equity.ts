import type { EquityTold } from "@needs-map/shared/contract/equity";
import type { Equity } from "@needs-map/shared/domain/gap/equity";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { apiPath, getJson } from "../api/client.ts";
import type { Answer, Ask } from "./messages.ts";
import { type Question, questionQuery } from "./question.ts";
import { sourceOf } from "./source.ts";

/** How evenly access is spread, with the question that it answers. */
export interface EquityAnswered {
  readonly asked: Question;
  readonly equity: Equity;
}

/** The browser could not work it out, so the server is asked. */
class NotHere extends Error {}

let asks = 0;

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "equity" });
  } catch {
    return null;
  }
}

/**
 * Works out in a worker how evenly access is spread; the server does where the worker cannot.
 *
 * @param deprivation id of the indicator that small areas are ordered by; undefined while it is not known
 */
export function useEquity(place: string, version: number, asked: Question, deprivation: string | null | undefined) {
  const [worker, setWorker] = useState<Worker | null | undefined>(undefined);
  useEffect(() => {
    const started = startWorker();
    setWorker(started);
    return () => started?.terminate();
  }, []);
  const query = questionQuery(asked);
  return useQuery<EquityAnswered>({
    queryKey: [place, version, "equity", query, deprivation],
    enabled: worker !== undefined && deprivation !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      const ask = (): Ask => ({
        id: ++asks,
        ...sourceOf(place, asked),
        settings: asked.settings,
        equity: { deprivation: deprivation ?? null },
      });
      try {
        if (!worker) throw new NotHere();
        return { asked, equity: await byWorker(worker, ask(), signal) };
      } catch (error) {
        if (!(error instanceof NotHere)) throw error;
        const told = await getJson<EquityTold>(`${apiPath("places", place, "equity")}${query}`, signal);
        return { asked, equity: fromServer(told) };
      }
    },
  });
}

function byWorker(worker: Worker, ask: Ask, signal: AbortSignal): Promise<Equity> {
  return new Promise<Equity>((resolve, reject) => {
    const over = new AbortController();
    const end = (settle: () => void) => {
      over.abort();
      settle();
    };
    const until = { signal: over.signal };
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<Answer>) => {
        if (data.id !== ask.id) return;
        if (data.kind === "equity") end(() => resolve(data.equity));
        else if (data.kind === "refused") end(() => reject(new RangeError(data.reason)));
        else end(() => reject(new NotHere()));
      },
      until,
    );
    worker.addEventListener("error", () => end(() => reject(new NotHere())), until);
    signal.addEventListener("abort", () => end(() => reject(signal.reason)), until);
    worker.postMessage(ask);
  });
}

/** The server's answer in the shape of the engine's: null becomes NaN. */
export function fromServer(told: EquityTold): Equity {
  const known = (value: number | null) => value ?? Number.NaN;
  const held = <Of extends { readonly access: number | null }>(of: Of) => ({ ...of, access: known(of.access) });
  return {
    compared: told.compared,
    all: held(told.all),
    fifths: told.fifths.map(held),
    ages: told.ages.map(held),
    gini: known(told.gini),
    palma: known(told.palma),
    concentration: known(told.concentration),
    below: known(told.below),
    depth: known(told.depth),
    severity: known(told.severity),
    lorenz: told.lorenz,
    concentrationCurve: told.concentrationCurve,
    crowdingGap: known(told.crowdingGap),
    withoutScore: told.withoutScore,
  };
}
