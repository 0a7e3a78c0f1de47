import type { GapSureness } from "@needs-map/shared/contract/gaps";
import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import { canBeStable } from "@needs-map/shared/domain/gap/stability";
import type { PlaceAnalysis } from "../analysis/place-analysis.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { badRequest, type Refusal } from "../problem.ts";
import type { Question } from "./settings.ts";

/** How often each ward stays among the worst five, and which setting moves the answer most. */
export async function gapSureness(
  analysis: PlaceAnalysis,
  at: PlaceVersion,
  question: Question,
): Promise<GapSureness | Refusal> {
  const { settings, type, providers } = question;
  const { wards } = await analysis.arrays(at);
  if (!canBeStable(wards.length, hasShortfall(settings.method))) {
    const reason = hasShortfall(settings.method)
      ? "With fewer than six wards, five worst ones say nothing"
      : "This measure has no amount to be short of";
    return badRequest([{ field: "how", reason }]);
  }
  const offered = { at, type: type.id, unit: type.unit, providers };
  const { worst, draws, sensitivities } = await analysis.workOut(offered, { kind: "sureness", settings });
  return {
    settings: question.told,
    dataVersion: at.version,
    draws,
    wards: wards.map((code, row) => ({ code, worst: worst[row] ?? 0 })),
    sensitivities: sensitivities.map((one) => ({ ...one })),
  };
}
