import type { Sensitivity } from "@needs-map/shared/domain/gap/sureness";
import type { Question } from "../analysis/question.ts";
import { hundredths, list, supplyCount } from "./numbers.ts";

const SETTINGS: Record<Sensitivity["setting"], string> = {
  target: "the target",
  minutes: "the longest journey",
  decay: "how fast the pull of a service falls",
  uplift: "how far need raises the target",
};

export interface Stays {
  readonly name: string;
  /** Share of the draws in which the ward is among the worst five. */
  readonly share: number;
}

/** "Always" at this share of the draws and above. */
const NEARLY_ALWAYS = 0.95;

/** Which wards stay among the worst five whatever the settings, and which come and go. */
export function stabilityWords(wards: readonly Stays[], draws: number): string {
  const always = wards.filter(({ share }) => share >= NEARLY_ALWAYS).map(({ name }) => name);
  const often = wards.filter(({ share }) => share >= 0.5 && share < NEARLY_ALWAYS).map(({ name }) => name);
  const some = wards.filter(({ share }) => share > 0 && share < 0.5).length;
  if (always.length + often.length + some === 0) return `In ${draws} draws no ward is short.`;
  const parts = [
    always.length > 0 &&
      `${list(always)} ${always.length === 1 ? "stays" : "stay"} among the five worst whatever the settings.`,
    often.length > 0 && `${list(often)} ${often.length === 1 ? "is" : "are"} among them more often than not.`,
    some > 0 && `${some === 1 ? "Another ward is" : `${some} more wards are`} now and then.`,
  ];
  return parts.filter(Boolean).join(" ");
}

/** "92%", as a share of the draws. */
export const shareWords = (share: number) => `${hundredths(share * 100)}%`;

/** Which setting moves the answer most, with the sums it leads to. */
export function sensitivityWords({ type }: Question, { setting, lower, higher, replaced }: Sensitivity): string {
  const count = (value: number) => supplyCount(value, type.unit);
  const wards =
    replaced === 0
      ? "the five worst wards stay the same"
      : replaced === 1
        ? "one of the five worst wards changes"
        : `${replaced} of the five worst wards change`;
  return `A quarter less or more of ${SETTINGS[setting]}: ${count(lower)} or ${count(higher)} ${type.unit} short, and ${wards}.`;
}
