import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { useQueries } from "@tanstack/react-query";
import { gapsQuery } from "../../api/queries.ts";
import { TOLD_TYPES, type WardGapLine, wardGapLine } from "./ward-gaps.ts";

/** The gaps of some wards, or why they are not here. */
export interface WardGapsAnswer {
  /** One list a ward, in the order of the codes; null until every answer is here. */
  readonly lines: readonly (readonly WardGapLine[])[] | null;
  /** The whole place, one a kind of service in the order of the lines. */
  readonly totals: readonly Gaps["total"][];
  readonly error: Error | null;
  readonly again: () => void;
}

/** What some wards are short of, for the first kinds of service, each under the settings that it starts with. */
export function useWardGaps(
  place: PlaceDetail,
  types: readonly ServiceTypeListed[],
  codes: readonly string[],
): WardGapsAnswer {
  const told = types.slice(0, TOLD_TYPES);
  const answers = useQueries({
    queries: told.map(({ id }) => gapsQuery(place.id, place.dataVersion, `?svc=${encodeURIComponent(id)}`)),
  });
  const bodies = answers.map(({ data }) => data);
  const error = answers.find((answer) => answer.error)?.error ?? null;
  const again = () => {
    for (const answer of answers) if (answer.error) void answer.refetch();
  };
  if (bodies.some((body) => body === undefined)) return { lines: null, totals: [], error, again };
  const lines = codes.map((code) =>
    told.flatMap((type, at) => {
      const body = bodies[at];
      return (body && wardGapLine(type, body, code)) ?? [];
    }),
  );
  return { lines, totals: bodies.flatMap((body) => body?.total ?? []), error, again };
}
