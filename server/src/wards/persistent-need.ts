import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { WardDetail, WardListed } from "@needs-map/shared/contract/ward";
import type { Db } from "../db/connect.ts";
import { indicatorsOf } from "../indicators/list.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { listWards } from "./queries.ts";

/** The wards, each with the figures by which it is in the worst fifth at the latest date, the longest run first. */
export async function wardsListed(db: Db, at: PlaceVersion): Promise<WardListed[]> {
  const [wards, indicators] = await Promise.all([listWards(db, at), indicatorsOf(db, at)]);
  return wards.map((ward) => ({ ...ward, persistent: persistentIn(ward.code, indicators) }));
}

function persistentIn(code: string, indicators: readonly Indicator[]): WardListed["persistent"] {
  return indicators
    .flatMap(({ id, title, trend }) => {
      const periods = trend?.run[code] ?? 0;
      return trend && periods > 0 ? [{ id, title, periods, of: trend.periods.length }] : [];
    })
    .sort((a, b) => b.periods - a.periods);
}

/** One indicator of one ward at each of its dates, with its place among the wards. */
export function periodsOf({ trend }: Indicator, code: string): WardDetail["indicators"][number]["periods"] {
  return (trend?.periods ?? []).map(({ year, wards, higherIsMoreNeed, worst }) => {
    const value = wards[code] ?? null;
    const known = Object.values(wards).filter((other) => other !== null);
    const worse = known.filter((other) => value !== null && (higherIsMoreNeed ? other > value : other < value));
    return {
      year,
      value,
      rank: value === null ? null : worse.length + 1,
      of: known.length,
      worstFifth: value === null || worst === null ? null : worst.includes(code),
    };
  });
}
