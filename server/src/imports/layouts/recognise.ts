import { asBoundaries } from "./as-boundaries.ts";
import { asCounts, asIndicators } from "./as-figures.ts";
import { asOrganisations } from "./as-organisations.ts";
import { asPeople } from "./as-people.ts";
import { asLookup, asPoints, asPostcodes } from "./as-positions.ts";
import { asServices } from "./as-services.ts";
import type { LeftOut, Recognised } from "./recognised.ts";
import type { Surveyed } from "./survey.ts";

/** Tells what a file is by its columns and their values; or that it is not understood, and why. */
export function recognise(file: Surveyed): Recognised | LeftOut {
  const out = (why: string): LeftOut => ({ path: file.path, why });
  if (file.columns.length === 0) return out("its shapes have no columns: no codes and no names");
  if (file.geometry === "points") return asServices(file) ?? out("its points have no names");
  if (file.geometry === "areas") {
    const areas = asBoundaries(file);
    if (typeof areas !== "string") {
      if (areas.draft.of !== "own") return areas;
      return asServices(file) ?? areas;
    }
    return asServices(file) ?? out(areas);
  }
  const found =
    asOrganisations(file) ??
    asPostcodes(file) ??
    asPeople(file) ??
    asPoints(file) ??
    asServices(file) ??
    asLookup(file) ??
    asCounts(file) ??
    asIndicators(file);
  if (typeof found === "string") return out(found);
  return found ?? out(whyNot(file));
}

export const isRecognised = (one: Recognised | LeftOut): one is Recognised => "draft" in one;

function whyNot({ columns, reading }: Surveyed): string {
  const headings = reading.headings
    ? "It has no headings"
    : `Its columns: ${columns
        .slice(0, 8)
        .map(({ name }) => name)
        .join(", ")}`;
  return `no codes of areas beside figures, and no names beside postcodes or coordinates. ${headings}`;
}
