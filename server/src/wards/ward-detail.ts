import type { WardDetail } from "@needs-map/shared/contract/ward";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import type { Db } from "../db/connect.ts";
import { indicatorsOf } from "../indicators/list.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { periodsOf } from "./persistent-need.ts";
import { cellPeople, listWards, smallAreaNames } from "./queries.ts";
import { similarWards } from "./similar-wards.ts";

/**
 * One ward with its indicators, the wards like it, and its small areas (the part of each that lies in it) with theirs;
 * null for an unknown code.
 */
export async function wardDetail(db: Db, at: PlaceVersion, code: string): Promise<WardDetail | null> {
  const wards = await listWards(db, at);
  const ward = wards.find((one) => one.code === code);
  if (!ward) return null;
  const [indicators, cells, names] = await Promise.all([
    indicatorsOf(db, at),
    cellPeople(db, at),
    smallAreaNames(db, at),
  ]);
  const deprivation = deprivationOf(indicators);
  const own = cells.flatMap(({ ward: home, area, people }) => (home === code && area ? [{ area, people }] : []));
  return {
    ...ward,
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      value: indicator.wards[code] ?? null,
      interval: indicator.intervals[code] ?? null,
      periods: periodsOf(indicator, code),
      run: indicator.trend?.run[code] ?? null,
      brokenBy: indicator.trend?.brokenBy[code] ?? null,
    })),
    similar: similarWards(wards, deprivation && new Map(Object.entries(deprivation.wards)), code),
    areas: own.map(({ area, people }) => ({
      code: area,
      name: names.get(area) ?? area,
      people,
      indicators: indicators
        .filter(({ of }) => of === "small-areas")
        .map(({ id, areas }) => ({ id, value: areas[area] ?? null })),
    })),
  };
}
