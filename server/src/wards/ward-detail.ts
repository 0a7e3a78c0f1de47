import type { WardDetail } from "@needs-map/shared/contract/ward";
import type { Db } from "../db/connect.ts";
import { weightedMean } from "../indicators/means.ts";
import { indicatorValues, listIndicators, wardValues } from "../indicators/queries.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { cellPeople, listWards, smallAreaNames } from "./queries.ts";

/** One ward with its small areas (the part of each that lies in it) and their indicators; null for an unknown code. */
export async function wardDetail(db: Db, at: PlaceVersion, code: string): Promise<WardDetail | null> {
  const ward = (await listWards(db, at)).find((one) => one.code === code);
  if (!ward) return null;
  const [indicators, values, ofWards, cells, names] = await Promise.all([
    listIndicators(db, at),
    indicatorValues(db, at),
    wardValues(db, at),
    cellPeople(db, at),
    smallAreaNames(db, at),
  ]);
  const indicatorIn = (id: string, area: string) => values.get(id)?.get(area) ?? null;
  const own = cells.flatMap(({ ward: home, area, people }) => (home === code && area ? [{ area, people }] : []));
  return {
    ...ward,
    indicators: indicators.map(({ id, of }) => ({
      id,
      value:
        of === "wards"
          ? (ofWards.get(id)?.get(code) ?? null)
          : weightedMean(own.map(({ area, people }) => ({ people, value: indicatorIn(id, area) }))),
    })),
    areas: own.map(({ area, people }) => ({
      code: area,
      name: names.get(area) ?? area,
      people,
      indicators: indicators
        .filter(({ of }) => of === "small-areas")
        .map(({ id }) => ({ id, value: indicatorIn(id, area) })),
    })),
  };
}
