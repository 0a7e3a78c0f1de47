import { createGapEngine, type GapEngine } from "@needs-map/shared/domain/gap/engine";
import { EVERY_PROVIDER, type Providers, providersKey, withProviders } from "@needs-map/shared/domain/gap/providers";
import type { Unit } from "@needs-map/shared/domain/gap/settings";
import type { PlaceArrays, ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import type { Db } from "../db/connect.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { loadPlaceArrays, loadServiceArrays } from "./load-arrays.ts";
import { createRecent } from "./recent.ts";

/** The arithmetic of places, with the arrays that it works on: loaded once per data version. */
export interface PlaceAnalysis {
  arrays(at: PlaceVersion): Promise<PlaceArrays>;
  services(at: PlaceVersion, type: string, unit: Unit): Promise<ServiceArrays>;
  /** Answers over the services that count: every one that is listed when it is not said whose. */
  engine(at: PlaceVersion, type: string, unit: Unit, providers?: Providers): Promise<GapEngine>;
}

/** A place's arrays take a few megabytes; an engine keeps a pair list, tens of megabytes by car. */
const PLACES_KEPT = 4;
const ENGINES_KEPT = 4;
const SERVICES_KEPT = 8;

export function createPlaceAnalysis(db: Db): PlaceAnalysis {
  const places = createRecent<PlaceArrays>(PLACES_KEPT);
  const offered = createRecent<ServiceArrays>(SERVICES_KEPT);
  const engines = createRecent<GapEngine>(ENGINES_KEPT);
  const nameOf = ({ id, stamp }: PlaceVersion) => `${id} ${stamp}`;

  const arrays = (at: PlaceVersion) => places.get(nameOf(at), () => loadPlaceArrays(db, at));
  const services = (at: PlaceVersion, type: string, unit: Unit) =>
    offered.get(`${nameOf(at)} ${type}`, async () => loadServiceArrays(db, at, type, unit, (await arrays(at)).wards));

  return {
    arrays,
    services,
    engine: (at, type, unit, providers = EVERY_PROVIDER) =>
      engines.get(`${nameOf(at)} ${type} ${providersKey(providers)}`, async () =>
        createGapEngine(await arrays(at), withProviders(await services(at, type, unit), providers)),
      ),
  };
}
