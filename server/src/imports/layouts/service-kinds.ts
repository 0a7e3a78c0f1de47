import type { ServiceType } from "@needs-map/shared/contract/service";

/** A kind of service that councils list: the words and the question it starts from, without a target. */
export interface ServiceKind extends Omit<ServiceType, "target" | "targetFrom" | "unit"> {
  /** How a file or a column names it, in small letters. */
  readonly named: RegExp;
}

type Row = readonly [
  id: string,
  title: string,
  one: string,
  group: string,
  icon: ServiceType["icon"],
  ages: readonly [number, number],
  minutes: number,
  named: RegExp,
  many?: string,
];

const EVERYONE = "residents";
const ANY_AGE = [0, 90] as const;
const ADULTS = [18, 90] as const;

const ROWS: readonly Row[] = [
  [
    "general-practices",
    "General practices",
    "general practice",
    EVERYONE,
    "stethoscope",
    ANY_AGE,
    20,
    /general practi[ct]|\bgps?\b|gp (practi|surger)|\bsurger|epraccur/,
  ],
  ["pharmacies", "Pharmacies", "pharmacy", EVERYONE, "pill", ANY_AGE, 15, /pharmac|chemist/, "pharmacies"],
  ["dentists", "Dentists", "dentist", EVERYONE, "heart-pulse", ANY_AGE, 20, /dentist|dental/],
  ["opticians", "Opticians", "optician", EVERYONE, "heart-pulse", ANY_AGE, 20, /optician|optometr/],
  ["hospitals", "Hospitals", "hospital", EVERYONE, "heart-pulse", ANY_AGE, 40, /hospital/],
  ["clinics", "Clinics and health centres", "clinic", EVERYONE, "heart-pulse", ANY_AGE, 30, /clinic|health cent/],
  [
    "mental-health",
    "Mental health services",
    "mental health service",
    "people aged 16 and over",
    "message-circle",
    [16, 90],
    30,
    /mental health|counsell|wellbeing/,
  ],
  [
    "care-homes",
    "Care homes",
    "care home",
    "older people",
    "home",
    [75, 90],
    30,
    /care homes?|nursing home|residential home/,
  ],
  [
    "day-centres",
    "Day centres",
    "day centre",
    "older people",
    "hand-heart",
    [65, 90],
    30,
    /day (care )?cent|lunch club/,
  ],
  ["libraries", "Libraries", "library", EVERYONE, "library", ANY_AGE, 30, /librar/, "libraries"],
  [
    "nurseries",
    "Nurseries and childcare",
    "nursery",
    "children under 5",
    "baby",
    [0, 4],
    20,
    /nurser|childcare|child ?mind|early years|pre ?-?school/,
    "nurseries",
  ],
  [
    "childrens-centres",
    "Children's centres",
    "children's centre",
    "children under 5",
    "baby",
    [0, 4],
    30,
    /child(ren'?s?|rens) cent|family hub|sure start/,
  ],
  [
    "schools",
    "Schools",
    "school",
    "children and young people",
    "school",
    [4, 16],
    30,
    /schools?|establishmentname|edubase/,
  ],
  ["colleges", "Colleges", "college", "people aged 16 to 18", "graduation-cap", [16, 18], 40, /college|sixth form/],
  ["youth-clubs", "Youth clubs", "youth club", "young people", "users", [11, 18], 20, /youth/],
  ["play-areas", "Play areas", "play area", "children", "trees", [0, 12], 15, /play ?(area|ground|space)/],
  [
    "food-banks",
    "Food banks",
    "food bank",
    EVERYONE,
    "utensils",
    ANY_AGE,
    30,
    /food ?bank|food (aid|pantr)|pantr(y|ies)/,
  ],
  ["warm-spaces", "Warm spaces", "warm space", EVERYONE, "hand-heart", ANY_AGE, 20, /warm (space|hub|place)/],
  [
    "jobcentres",
    "Jobcentres",
    "jobcentre",
    "people of working age",
    "briefcase",
    [16, 66],
    40,
    /job ?cent|employment support/,
  ],
  [
    "advice",
    "Advice services",
    "advice service",
    "adults",
    "message-circle",
    ADULTS,
    30,
    /advice|citizens advice|law cent/,
  ],
  [
    "debt-help",
    "Help with money and debt",
    "money and debt service",
    "adults",
    "wallet",
    ADULTS,
    30,
    /debt|money help|credit union/,
  ],
  [
    "community-centres",
    "Community centres",
    "community centre",
    EVERYONE,
    "users",
    ANY_AGE,
    20,
    /community (cent|hub|venue|hall|building)|village hall/,
  ],
  [
    "places-of-worship",
    "Places of worship",
    "place of worship",
    EVERYONE,
    "hand-heart",
    ANY_AGE,
    20,
    /places? of worship|church|mosque|religious/,
    "places of worship",
  ],
  ["allotments", "Allotments", "allotment site", "adults", "trees", ADULTS, 20, /allotment/],
  ["parks", "Parks and green spaces", "park", EVERYONE, "trees", ANY_AGE, 15, /\bparks?\b|green ?space|open space/],
  ["sports-clubs", "Sports clubs", "sports club", "people aged 5 and over", "users", [5, 90], 20, /sports? clubs?/],
  [
    "leisure-centres",
    "Leisure centres",
    "leisure centre",
    "people aged 5 and over",
    "heart-pulse",
    [5, 90],
    30,
    /leisure|swimming|sports? (cent|facilit|hall)|\bgyms?\b/,
  ],
  ["police-stations", "Police stations", "police station", EVERYONE, "shield-check", ANY_AGE, 30, /police/],
  ["probation-offices", "Probation offices", "probation office", "adults", "shield-check", ADULTS, 40, /probation/],
  ["bus-stops", "Bus stops", "bus stop", EVERYONE, "bus", ANY_AGE, 10, /bus ?stops?/],
  ["toilets", "Public toilets", "public toilet", EVERYONE, "users", ANY_AGE, 15, /toilet/],
];

export const SERVICE_KINDS: readonly ServiceKind[] = ROWS.map(
  ([id, title, one, group, icon, [ageFrom, ageTo], minutes, named, many]) => ({
    id,
    title,
    one,
    many: many ?? `${one}s`,
    group,
    icon,
    ageFrom,
    ageTo,
    minutes,
    named,
  }),
);

/** The kind that a title names; the more particular come before the general in the words of a title. */
export function kindNamed(title: string): ServiceKind | null {
  const words = title
    .toLowerCase()
    .replaceAll(/[_\-.]+/g, " ")
    .replaceAll("’", "'");
  const hits = SERVICE_KINDS.map((kind) => ({ kind, length: kind.named.exec(words)?.[0].length ?? 0 }));
  const best = hits.reduce((most, hit) => (hit.length > most.length ? hit : most));
  return best.length > 0 ? best.kind : null;
}

/** A kind that no list knows, in generic words from its title ("Repair cafes"). */
export function kindFromTitle(title: string): ServiceKind {
  const words = title.toLowerCase();
  const many = plural(words);
  const id = words
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[-0-9]+|-+$/g, "");
  return {
    id: id || "services",
    title: title.slice(0, 1).toUpperCase() + title.slice(1),
    one: singular(words),
    many,
    group: EVERYONE,
    icon: "hand-heart",
    ageFrom: 0,
    ageTo: 90,
    minutes: 20,
    named: /(?!)/,
  };
}

/** Words for what can be counted; others are left as they are ("transport"). */
function plural(words: string): string {
  if (/s$|(support|help|care|advice|housing|health|transport|provision|ing)$/.test(words)) return words;
  return /[^aeiou]y$/.test(words) ? words.replace(/y$/, "ies") : `${words}s`;
}

function singular(words: string): string {
  if (/ies$/.test(words)) return words.replace(/ies$/, "y");
  if (/(ch|sh|ss|x)es$/.test(words)) return words.replace(/es$/, "");
  return /[^s]s$/.test(words) ? words.replace(/s$/, "") : words;
}
