import type { GapQuery, Gaps } from "@needs-map/shared/contract/gaps";
import { withProviders } from "@needs-map/shared/domain/gap/providers";
import { AGE_INDICATOR } from "@needs-map/shared/domain/gap/settings";
import type { PlaceAnalysis } from "../analysis/place-analysis.ts";
import type { Db } from "../db/connect.ts";
import { listIndicators } from "../indicators/queries.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { badRequest, type Refusal } from "../problem.ts";
import { serviceTypes } from "../services/queries.ts";
import { gapsAnswer } from "./answer.ts";
import { groundOf, needWeights, wardNames } from "./queries.ts";
import { type Question, resolveQuestion } from "./settings.ts";

/** The question of an address, with its blanks filled from the version in force. */
export async function questionOf(db: Db, at: PlaceVersion, query: GapQuery): Promise<Question | Refusal> {
  const [types, weights, indicators] = await Promise.all([
    serviceTypes(db, at),
    needWeights(db, at.id),
    listIndicators(db, at),
  ]);
  const question = resolveQuestion(query, {
    types,
    needWeights: weights,
    indicators: indicators.filter(({ of }) => of === "small-areas").map(({ id }) => id),
  });
  return "settings" in question ? question : badRequest(question);
}

/** Works one question out. */
export async function computeGaps(
  db: Db,
  analysis: PlaceAnalysis,
  at: PlaceVersion,
  question: Question,
): Promise<Gaps> {
  const { type, settings, providers } = question;
  const offered = { at, type: type.id, unit: type.unit, providers };
  const [result, arrays, services, names, indicators, ground] = await Promise.all([
    analysis.workOut(offered, { kind: "gaps", settings }),
    analysis.arrays(at),
    analysis.services(at, type.id, type.unit),
    wardNames(db, at),
    listIndicators(db, at),
    groundOf(db, at, type.id),
  ]);
  const titles = new Map(indicators.map(({ id, title }) => [id, title]));
  const wards = arrays.wards.map((code) => ({ code, name: names.get(code) ?? code }));
  const resting =
    result.servicesHalfWeight === 0
      ? []
      : await analysis.workOut(
          { ...offered, providers: { ...providers, unchecked: false } },
          { kind: "resting", settings, wards: result.wards },
        );
  return gapsAnswer(question, result, {
    dataVersion: at.version,
    wards,
    counted: withProviders(services, providers).lon.length,
    resting: resting.map((row) => wards[row]?.name ?? ""),
    titleOf: (id) => (id === AGE_INDICATOR ? "Share of residents of these ages" : (titles.get(id) ?? id)),
    ground,
  });
}
