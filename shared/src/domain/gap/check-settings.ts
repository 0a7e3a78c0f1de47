import { AGES } from "../place-arrays.ts";
import { type GapSettings, METHODS, TRAVEL_MODES, UNITS } from "./settings.ts";

/**
 * Refuses settings that have no meaning.
 *
 * @param indicators ids that may be weighted
 * @throws RangeError in plain words
 */
export function checkSettings(settings: GapSettings, indicators: ReadonlySet<string>): void {
  const { method, mode, unit, minutes, target, ageFrom, ageTo, uplift, weights } = settings;
  if (!METHODS.includes(method)) throw new RangeError(`The method must be one of ${METHODS.join(", ")}`);
  if (!TRAVEL_MODES.includes(mode)) throw new RangeError(`The way of travel must be one of ${TRAVEL_MODES.join(", ")}`);
  if (!UNITS.includes(unit)) throw new RangeError(`The unit must be one of ${UNITS.join(", ")}`);
  if (!(minutes > 0 && minutes < Infinity)) throw new RangeError("The longest journey must be above 0 minutes");
  if (!(target >= 0 && target < Infinity)) throw new RangeError("The target must be 0 or more");
  const wholeAges = Number.isInteger(ageFrom) && Number.isInteger(ageTo);
  if (!wholeAges || ageFrom < 0 || ageFrom > ageTo || ageTo >= AGES) {
    throw new RangeError(`Ages must be whole years from 0 to ${AGES - 1}, the youngest not above the oldest`);
  }
  if (!(uplift >= 0 && uplift <= 1)) throw new RangeError("The uplift by need must be between 0 and 1");
  for (const [id, weight] of Object.entries(weights)) {
    if (!indicators.has(id)) throw new RangeError(`There is no indicator "${id}"`);
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`The weight of "${id}" must be 0 or more`);
  }
  if (!Object.values(weights).some((weight) => weight > 0)) {
    throw new RangeError("At least one weight of the need index must be above 0");
  }
}
