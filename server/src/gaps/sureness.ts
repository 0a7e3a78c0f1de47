import type { GapSureness } from "@needs-map/shared/contract/gaps";
import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import { canBeStable } from "@needs-map/shared/domain/gap/stability";
import { sureness } from "@needs-map/shared/domain/gap/sureness";
import type { PlaceAnalysis } from "../analysis/place-analysis.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { badRequest, type Refusal } from "../problem.ts";
import type { Question } from "./settings.ts";

/** Draws between two looks at what else the process has to do. */
const BREATH = 10;

/** How often each ward stays among the worst five, and which setting moves the answer most. */
export async function gapSureness(
  analysis: PlaceAnalysis,
  at: PlaceVersion,
  question: Question,
): Promise<GapSureness | Refusal> {
  const { settings, type, providers } = question;
  const [engine, { wards }] = await Promise.all([
    analysis.engine(at, type.id, type.unit, providers),
    analysis.arrays(at),
  ]);
  if (!canBeStable(wards.length, hasShortfall(settings.method))) {
    const reason = hasShortfall(settings.method)
      ? "With fewer than six wards, five worst ones say nothing"
      : "This measure has no amount to be short of";
    return badRequest([{ field: "how", reason }]);
  }
  const going = sureness(engine, settings);
  for (;;) {
    const step = going.next();
    if (step.done) {
      const { worst, draws, sensitivities } = step.value;
      return {
        settings: question.told,
        dataVersion: at.version,
        draws,
        wards: wards.map((code, row) => ({ code, worst: worst[row] ?? 0 })),
        sensitivities: sensitivities.map((one) => ({ ...one })),
      };
    }
    if (step.value % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
