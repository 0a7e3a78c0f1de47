import type { WorkedWard } from "@needs-map/shared/domain/gap/worked/work-ward";
import { useQuery } from "@tanstack/react-query";
import { askWorker, NotHere, nextAsk, useWorker } from "./ask-worker.ts";
import { type Question, questionQuery } from "./question.ts";
import { sourceOf } from "./source.ts";

/** A ward's terms with the question and the ward that they answer. */
export interface WorkedAnswer {
  readonly asked: Question;
  readonly code: string;
  readonly worked: WorkedWard;
}

/** Works one ward through in a worker; fails where the browser cannot. */
export function useWorked(place: string, version: number, asked: Question, code: string | null) {
  const worker = useWorker("worked");
  return useQuery<WorkedAnswer>({
    queryKey: [place, version, "worked", questionQuery(asked), code],
    enabled: worker !== undefined && code !== null,
    retry: false,
    queryFn: async ({ signal }) => {
      if (!worker || code === null) throw new NotHere("This browser cannot work the terms out.");
      const ask = { id: nextAsk(), ...sourceOf(place, asked), settings: asked.settings, worked: { ward: code } };
      return { asked, code, worked: (await askWorker(worker, ask, "worked", signal)).worked };
    },
  });
}
