import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { useQueries } from "@tanstack/react-query";
import { gapsQuery } from "../../api/queries.ts";
import { type View, writeQuery } from "../../view/view.ts";
import type { ReachLine } from "./explore-words.ts";

/** Who of each ward lives within reach of the chosen kinds. */
export interface ReachShares {
  readonly of: (ward: string) => readonly ReachLine[];
  readonly waiting: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** Asked of the server, one answer a kind, and only while it is shown. */
export function useReachShares(
  place: PlaceDetail,
  kinds: readonly ServiceTypeListed[],
  { go, min }: Pick<View, "go" | "min">,
  shown: boolean,
): ReachShares {
  const answers = useQueries({
    queries: kinds.map(({ id }) => ({
      ...gapsQuery(place.id, place.dataVersion, writeQuery({ svc: id, go, min })),
      enabled: shown,
    })),
  });
  const of = (code: string) =>
    kinds.flatMap((kind, at): ReachLine[] => {
      const body = answers[at]?.data;
      const ward = body?.wards.find((one) => one.code === code);
      return body && ward ? [{ kind, mode: body.settings.go, minutes: body.settings.min, share: ward.reach }] : [];
    });
  return {
    of,
    waiting: shown && answers.some(({ isPending, error }) => isPending && !error),
    error: answers.find(({ error }) => error)?.error ?? null,
    again: () => {
      for (const answer of answers) if (answer.error) void answer.refetch();
    },
  };
}
