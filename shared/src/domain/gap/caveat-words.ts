import { isNearBorder } from "./border.ts";
import type { GapSettings } from "./settings.ts";

/** Said where the ages of a question cut an age band; null where they begin and end where bands do. */
export function cutBandWords(
  bands: readonly (readonly [number, number])[] | null,
  { ageFrom, ageTo }: Pick<GapSettings, "ageFrom" | "ageTo">,
): string | null {
  if (bands === null) return null;
  const along = bands.some(([from]) => from === ageFrom) && bands.some(([, to]) => to === ageTo);
  if (along) return null;
  return "These ages cut an age band, so their number is estimated: a band's people are shared among its years.";
}

/** A ward by name with its distance to the border of the place, in metres. */
interface NearWard {
  readonly name: string;
  readonly borderMetres: number;
}

/**
 * Said where services over the border are not known: whose answer that touches.
 *
 * @param many  what the services are called
 * @param named how names are put together
 */
export function unknownBorderWords(
  many: string,
  wards: readonly NearWard[],
  { mode, minutes }: Pick<GapSettings, "mode" | "minutes">,
  named: (names: readonly string[]) => string = (names) => names.join(", "),
): string {
  const near = wards.filter(({ borderMetres }) => isNearBorder(borderMetres, mode, minutes));
  const where = near.length === wards.length ? "every ward" : named(near.map(({ name }) => name));
  return `Services over the border are not known for ${many}. They lie within the longest journey of ${where}, which may be better or worse off than shown.`;
}
