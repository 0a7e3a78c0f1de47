import type { Ward } from "@needs-map/shared/contract/ward";
import { similarUnits } from "@needs-map/shared/domain/stats/similar";

/**
 * The wards most like one, nearest first, by deprivation, density, and the shares aged 0 to 15 and 65 and over.
 *
 * @param deprivation by ward code; null where the place has no measure of it, which then takes no part
 * @returns codes of at most five others
 */
export function similarWards(
  wards: readonly Ward[],
  deprivation: ReadonlyMap<string, number | null> | null,
  code: string,
): string[] {
  const feature = (of: (ward: Ward) => number) => Float64Array.from(wards, of);
  const features = [
    feature(({ people, areaHectares }) => people / areaHectares),
    feature(({ people, aged0to15 }) => aged0to15 / people),
    feature(({ people, aged65on }) => aged65on / people),
  ];
  if (deprivation) features.push(feature((ward) => deprivation.get(ward.code) ?? Number.NaN));
  const row = wards.findIndex((ward) => ward.code === code);
  return similarUnits(features, row).flatMap((other) => wards[other]?.code ?? []);
}
