import type { EquityTold } from "@needs-map/shared/contract/equity";
import type { Equity } from "@needs-map/shared/domain/gap/equity";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { apiPath, getJson } from "../api/client.ts";
import { askWorker, NotHere, nextAsk, useWorker } from "./ask-worker.ts";
import type { Ask } from "./messages.ts";
import { type Question, questionQuery } from "./question.ts";
import { sourceOf } from "./source.ts";

/** How evenly access is spread, with the question that it answers. */
export interface EquityAnswered {
  readonly asked: Question;
  readonly equity: Equity;
}

/**
 * Works out in a worker how evenly access is spread; the server does where the worker cannot.
 *
 * @param deprivation id of the indicator that small areas are ordered by; undefined while it is not known
 */
export function useEquity(place: string, version: number, asked: Question, deprivation: string | null | undefined) {
  const worker = useWorker("equity");
  const query = questionQuery(asked);
  return useQuery<EquityAnswered>({
    queryKey: [place, version, "equity", query, deprivation],
    enabled: worker !== undefined && deprivation !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      const ask = (): Ask => ({
        id: nextAsk(),
        ...sourceOf(place, asked),
        settings: asked.settings,
        equity: { deprivation: deprivation ?? null },
      });
      try {
        if (!worker) throw new NotHere();
        return { asked, equity: (await askWorker(worker, ask(), "equity", signal)).equity };
      } catch (error) {
        if (!(error instanceof NotHere)) throw error;
        const told = await getJson<EquityTold>(`${apiPath("places", place, "equity")}${query}`, signal);
        return { asked, equity: fromServer(told) };
      }
    },
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
