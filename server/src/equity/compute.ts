import type { EquityTold } from "@needs-map/shared/contract/equity";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import type { Equity } from "@needs-map/shared/domain/gap/equity";
import { whyUnsaid } from "@needs-map/shared/domain/gap/equity-reasons";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import type { PlaceAnalysis } from "../analysis/place-analysis.ts";
import type { Db } from "../db/connect.ts";
import type { Question } from "../gaps/settings.ts";
import { listIndicators } from "../indicators/queries.ts";
import type { PlaceVersion } from "../places/current-versions.ts";

const DIGITS = 12;

/** Twelve significant digits; null for what cannot be said. */
const figure = (value: number): number | null => (Number.isNaN(value) ? null : clean(value));
const clean = (value: number): number => Number(value.toPrecision(DIGITS));
const held = ({ people, access }: Equity["all"]) => ({ people: clean(people), access: figure(access) });
const curve = (points: Equity["lorenz"]) => points.map(([x, y]): [number, number] => [clean(x), clean(y)]);

/** How evenly access is spread, by the overall deprivation measure of the place's small areas. */
export async function computeEquity(
  db: Db,
  analysis: PlaceAnalysis,
  at: PlaceVersion,
  question: Question,
): Promise<EquityTold> {
  const { type, settings, providers } = question;
  const indicators = await listIndicators(db, at);
  const measure = deprivationOf(indicators.filter(({ of }) => of === "small-areas"));
  const told = await analysis.workOut(
    { at, type: type.id, unit: type.unit, providers },
    { kind: "equity", settings, deprivation: measure?.id ?? null },
  );
  return {
    settings: question.told,
    unit: type.unit,
    dataVersion: at.version,
    travel: travelWords(settings.mode),
    compared: told.compared,
    deprivation: measure && { id: measure.id, title: measure.title, vintage: measure.vintage },
    all: held(told.all),
    fifths: told.fifths.map(held),
    ages: told.ages.map(({ from, to, ...of }) => ({ from, to, ...held(of) })),
    gini: figure(told.gini),
    palma: figure(told.palma),
    concentration: figure(told.concentration),
    below: figure(told.below),
    depth: figure(told.depth),
    severity: figure(told.severity),
    lorenz: curve(told.lorenz),
    concentrationCurve: curve(told.concentrationCurve),
    crowdingGap: figure(told.crowdingGap),
    withoutScore: clean(told.withoutScore),
    notes: whyUnsaid(told),
  };
}
