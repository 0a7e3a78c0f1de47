import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Source } from "@needs-map/shared/contract/source";
import { dated } from "./numbers.ts";

const PEOPLE = /^people-(small-areas|wards|points)$/;

/** The files that the people of a place come from, without those over the border. */
export const peopleSources = ({ sources }: PlaceDetail): Source[] => {
  const all = sources.filter(({ role }) => PEOPLE.test(role));
  const own = all.filter(({ role }) => role !== "people-points");
  return own.length > 0 ? own : all.slice(0, 1);
};

/** The files of a service type: by the title that the list of types gives. */
export const serviceSources = ({ sources }: PlaceDetail, { source }: ServiceTypeListed): Source[] =>
  sources.filter(({ id, title }) => id === source || title === source);

export const sourcesById = ({ sources }: PlaceDetail, ids: readonly string[]): Source[] =>
  sources.filter(({ id }) => ids.includes(id));

/** "People by age, mid-2024, as shared among postcodes". */
export const peopleInput = ({ peopleDate }: PlaceDetail) => `People by age, ${dated(peopleDate)}`;

/** How a ward's value of an indicator comes about, in one line. */
export function indicatorFormula({ of, carriedFrom, unit }: Indicator): string {
  if (carriedFrom !== null)
    return `Counts on the wards of ${carriedFrom}, carried over to today's by where people live; then ${unit}.`;
  if (of === "wards") return `The ward's own figure, as published: ${unit}.`;
  return "Sum of (value of a small area × its people in the ward) ÷ people of the ward.";
}
