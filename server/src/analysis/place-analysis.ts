import { EVERY_PROVIDER, type Providers, providersKey, withProviders } from "@needs-map/shared/domain/gap/providers";
import type { Unit } from "@needs-map/shared/domain/gap/settings";
import type { PlaceArrays, ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import type { Db } from "../db/connect.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import type { EngineWork } from "./engine-task.ts";
import type { EngineThreads } from "./engine-threads.ts";
import { loadPlaceArrays, loadServiceArrays } from "./load-arrays.ts";
import { createRecent } from "./recent.ts";

/** The services of one type of a place that count: every one that is listed when it is not said whose. */
export interface Offered {
  readonly at: PlaceVersion;
  readonly type: string;
  readonly unit: Unit;
  readonly providers?: Providers;
}

/** The arithmetic of places, with the arrays that it works on: loaded once per data version. */
export interface PlaceAnalysis {
  arrays(at: PlaceVersion): Promise<PlaceArrays>;
  services(at: PlaceVersion, type: string, unit: Unit): Promise<ServiceArrays>;
  /** Works a task out over the services that count, beside the thread that answers requests. */
  workOut<Kind extends keyof EngineWork>(
    offered: Offered,
    task: { readonly kind: Kind } & EngineWork[Kind]["asked"],
  ): Promise<EngineWork[Kind]["answer"]>;
}

/** A place's arrays take a few megabytes. */
const PLACES_KEPT = 4;
const SERVICES_KEPT = 8;

export function createPlaceAnalysis(db: Db, threads: EngineThreads): PlaceAnalysis {
  const places = createRecent<PlaceArrays>(PLACES_KEPT);
  const offers = createRecent<ServiceArrays>(SERVICES_KEPT);
  const nameOf = ({ id, stamp }: PlaceVersion) => `${id} ${stamp}`;

  const arrays = (at: PlaceVersion) => places.get(nameOf(at), () => loadPlaceArrays(db, at));
  const services = (at: PlaceVersion, type: string, unit: Unit) =>
    offers.get(`${nameOf(at)} ${type}`, async () => loadServiceArrays(db, at, type, unit, (await arrays(at)).wards));

  return {
    arrays,
    services,
    workOut: ({ at, type, unit, providers = EVERY_PROVIDER }, task) =>
      threads.run(
        {
          name: `${nameOf(at)} ${type} ${providersKey(providers)}`,
          arrays: async () => ({
            place: await arrays(at),
            services: withProviders(await services(at, type, unit), providers),
          }),
        },
        task,
      ),
  };
}
