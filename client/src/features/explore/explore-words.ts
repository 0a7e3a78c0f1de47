import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { TravelMode } from "@needs-map/shared/domain/gap/settings";
import { figure, list, percent } from "../../words/numbers.ts";
import { journey, withArticle } from "../../words/question.ts";

/** "16 youth clubs" */
const countOf = ({ one, many }: ServiceTypeListed, count: number) => `${figure(count)} ${count === 1 ? one : many}`;

/** "a youth club", "a youth club or a pharmacy" */
const anyOf = (kinds: readonly ServiceTypeListed[]): string => {
  const named = kinds.map(({ one }) => withArticle(one));
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
};

interface Shown {
  readonly wards: number;
  readonly kinds: readonly ServiceTypeListed[];
  /** Services of a kind inside the place. */
  readonly countOf: (kind: ServiceTypeListed) => number;
  /** Services of these kinds over the border. */
  readonly over: number;
  /** Small areas, where they are shown. */
  readonly areas: number | null;
}

/** "16 youth clubs, 24 wards": what is on the map, shortly. */
export function summary({ wards, kinds, countOf: count, areas }: Shown): string {
  const services = kinds.length > 1 ? kinds.reduce((sum, kind) => sum + count(kind), 0) : null;
  const only = kinds[0];
  return [
    ...(services !== null ? [`${figure(services)} services`] : only ? [countOf(only, count(only))] : []),
    `${figure(wards)} wards`,
    ...(areas === null ? [] : [`${figure(areas)} small areas`]),
  ].join(", ");
}

/** What the map shows, in a sentence that stands in for it. */
export function mapSentence(
  place: string,
  shown: Shown,
  reach: { readonly mode: TravelMode; readonly minutes: readonly number[] } | null,
): string {
  const parts = [
    `the ${figure(shown.wards)} wards of ${place}`,
    ...shown.kinds.map((kind) => countOf(kind, shown.countOf(kind))),
    ...(shown.over > 0 ? [`${figure(shown.over)} services over the border`] : []),
    ...(shown.areas === null ? [] : [`${figure(shown.areas)} small areas`]),
  ];
  const sentence = `The map shows ${list(parts)}.`;
  if (!reach || shown.kinds.length === 0) return sentence;
  return `${sentence} Inside the blue line people live within ${reachWords(reach, shown.kinds)}.`;
}

function reachWords(
  { mode, minutes }: { mode: TravelMode; minutes: readonly number[] },
  kinds: readonly ServiceTypeListed[],
): string {
  const [first = 0] = minutes;
  if (minutes.every((other) => other === first)) return `a ${journey({ minutes: first, mode })} of ${anyOf(kinds)}`;
  return kinds
    .map((kind, at) => `a ${journey({ minutes: minutes[at] ?? first, mode })} of ${withArticle(kind.one)}`)
    .join(" or ");
}

/** Who of a ward lives within reach of a kind of service. */
export interface ReachLine {
  readonly kind: ServiceTypeListed;
  readonly mode: TravelMode;
  readonly minutes: number;
  /** 0…1; null where nobody of these ages lives in the ward. */
  readonly share: number | null;
}

/** "62% of young people live within a 20-minute walk of a youth club." */
export const reachSentence = ({ kind, mode, minutes, share }: ReachLine): string =>
  share === null
    ? `No ${kind.group} live here.`
    : `${percent(share)} of ${kind.group} live within a ${journey({ minutes, mode })} of ${withArticle(kind.one)}.`;

/** "In reach: youth clubs 62%, pharmacies 98%"; empty where nothing is known. */
export function inReachWords(lines: readonly ReachLine[]): string {
  const told = lines.flatMap(({ kind, share }) => (share === null ? [] : [`${kind.many} ${percent(share)}`]));
  return told.length === 0 ? "" : `In reach: ${told.join(", ")}`;
}

/** "2 youth clubs and 1 pharmacy are in it." */
export function standingWords(counts: readonly { readonly kind: ServiceTypeListed; readonly count: number }[]): string {
  if (counts.length === 0) return "";
  const told = counts.map(({ kind, count }) => (count === 0 ? `no ${kind.many}` : countOf(kind, count)));
  const single = counts.length === 1 && counts[0]?.count === 1;
  const sentence = `${list(told)} ${single ? "is" : "are"} in it.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
