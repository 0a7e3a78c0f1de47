import { useCallback, useEffect, useMemo } from "react";
import { rankWards } from "../../analysis/ranking.ts";
import type { GapState } from "../../analysis/use-gaps.ts";
import type { Theme } from "../../cartography/palettes.ts";
import { wardColours } from "../../cartography/ward-colours.ts";
import type { View } from "../../view/view.ts";
import { groupWords } from "../../words/question.ts";
import { say } from "../../words/say.ts";
import { mapDescription, placeSentence } from "../../words/sentence.ts";
import { wardTooltip } from "./ward-tooltip-lines.ts";

interface Named {
  readonly code: string;
  readonly name: string;
}

/** The last answer as it is shown: ranked and named wards, the sentence, the colours, and the words of the map. */
export function useShownFigures(
  last: GapState["last"],
  wards: readonly Named[],
  { by, cls }: Pick<View, "by" | "cls">,
  theme: Theme,
) {
  const answer = useMemo(() => {
    if (!last) return null;
    const names = new Map(wards.map(({ code, name }) => [code, name]));
    const named = last.codes.map((code) => ({ code, name: names.get(code) ?? code }));
    const ranked = rankWards(last.result, last.asked.settings.method, named);
    return {
      last,
      ranked,
      byCode: new Map(ranked.map((ward) => [ward.code, ward])),
      sentence: placeSentence(last.asked, last.result, ranked),
    };
  }, [last, wards]);
  const colours = useMemo(() => {
    if (!last) return null;
    const { settings, type } = last.asked;
    const group = groupWords(type, settings);
    const { unit } = type;
    return wardColours({
      by,
      gaps: last.result,
      codes: last.codes,
      theme,
      cls,
      unit,
      method: settings.method,
      group,
      say,
    });
  }, [last, by, cls, theme]);
  const description = useMemo(() => {
    if (!colours || !answer) return "";
    const values = colours.of.map(({ code, value }) => ({
      name: answer.byCode.get(code)?.name ?? code,
      value,
      shown: `${Number.isFinite(value) ? Number(value.toFixed(colours.digits)) : "–"}`,
    }));
    return mapDescription(colours.title, values);
  }, [colours, answer]);
  const tooltip = useCallback(
    (code: string) => {
      const ward = answer?.byCode.get(code);
      return answer && colours && ward ? wardTooltip(answer.last.asked, colours, ward) : [];
    },
    [answer, colours],
  );
  useEffect(() => {
    if (last) performance.mark("gaps:shown");
  }, [last]);
  return { answer, colours, description, tooltip };
}
