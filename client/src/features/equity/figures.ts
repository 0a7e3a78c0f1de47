import type { Point } from "@needs-map/shared/domain/stats/inequality";
import type { EquityAnswered } from "../../analysis/use-equity.ts";
import {
  accessFigure,
  accessTitle,
  ageGroupName,
  agesSentence,
  concentrationSentence,
  FIFTHS,
  fifthsSentence,
  giniSentence,
} from "../../words/equity.ts";
import { figure } from "../../words/numbers.ts";
import { capital, groupWords } from "../../words/question.ts";
import type { FigureTold } from "./equity-figure.tsx";

/** The four charts of an answer, each with its sentence and its numbers. */
export function figures({ asked, equity }: EquityAnswered): FigureTold[] {
  const group = groupWords(asked.type, asked.settings);
  const show = (value: number) => accessFigure(asked, equity, value);
  const access = accessTitle(asked, equity);
  const cost = equity.compared === "cost";
  const curve = (points: readonly Point[], across: string): Pick<FigureTold, "parts" | "rows"> => ({
    parts: points.length > 0 ? { kind: "curve", points, across, up: cost ? "Share of cost" : "Share of access" } : null,
    rows: points.map(([x, y]) => [`${figure(x * 100, 2)}%`, `${figure(y * 100, 2)}%`]),
  });
  const shares = [`Share of ${group}`, cost ? "Share of cost" : "Share of access"];
  const whole = equity.fifths.length > 0 ? " The dashed line is the mean of the whole place." : "";
  return [
    {
      title: "By deprivation",
      sentence: fifthsSentence(asked, equity),
      note: `Five equal parts of ${group}, by the deprivation of their small area.${whole}`,
      formula: `Mean of what ${group} have, each person counted once, in each fifth of them. A small area that a cut goes through is split by its people.`,
      parts:
        equity.fifths.length > 0
          ? {
              kind: "bars",
              bars: equity.fifths.map((fifth, part) => ({
                label: FIFTHS[part] ?? "",
                value: fifth.access,
                shown: show(fifth.access),
              })),
              average: equity.all.access,
            }
          : null,
      head: ["Fifth", "People", access],
      rows: equity.fifths.map((fifth, part) => [FIFTHS[part] ?? "", figure(fifth.people), show(fifth.access)]),
    },
    {
      title: "By age",
      sentence: agesSentence(asked, equity),
      note: "The same question asked for each age group alone, as if the services were for nobody else.",
      formula: "Mean of what people of these ages have, when only they share the services.",
      parts: {
        kind: "bars",
        bars: equity.ages.map(({ from, to, access: value }) => ({
          label: ageGroupName(from, to),
          value,
          shown: show(value),
        })),
        average: Number.NaN,
      },
      head: ["Ages", "People", access],
      rows: equity.ages.map(({ from, to, people, access: value }) => [
        ageGroupName(from, to),
        figure(people),
        show(value),
      ]),
    },
    {
      title: "Between people (Lorenz curve)",
      sentence: giniSentence(asked, equity),
      note: `${capital(group)} in the order of what they have, the least first. On the dashed line everyone would have the same.`,
      formula: "Gini coefficient = 1 − 2 × the area under the curve, by trapezoids over people.",
      ...curve(equity.lorenz, `Share of ${group}, least ${cost ? "cost" : "access"} first`),
      head: shares,
    },
    {
      title: "Along deprivation (concentration curve)",
      sentence: concentrationSentence(asked, equity),
      note: `${capital(group)} in the order of deprivation, the most deprived first. Below the dashed line the more deprived have less than their share.`,
      formula:
        "Concentration index = 2 × covariance of access and rank, by people ÷ mean access; rank 0 is the most deprived.",
      ...curve(equity.concentrationCurve, `Share of ${group}, most deprived first`),
      head: shares,
    },
  ];
}
