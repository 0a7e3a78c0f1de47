import { IOD_2025, IOD_2025_PARTS } from "./published-indicators.ts";

/** A figure that is known by its published heading. */
export interface NamedFigure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly higherIsMoreNeed: boolean;
  /** What is measured; score, rank and tenth of one subject say the same thing. */
  readonly subject: string;
  /** The lower, the better it says it. */
  readonly order: number;
  /** Whether it is of the English Indices of Deprivation. */
  readonly deprivation: boolean;
}

const SUBJECTS: readonly { id: string; title: string; named: RegExp }[] = [
  {
    id: "imd",
    title: "Multiple deprivation",
    named: /^(index of multiple deprivation( \(imd\))?|imd|multiple deprivation)$/,
  },
  { id: "idaci", title: "Income deprivation affecting children", named: /idaci|affecting children/ },
  { id: "idaopi", title: "Income deprivation affecting older people", named: /idaopi|affecting older/ },
  { id: "income", title: "Income deprivation", named: /^income( deprivation)?$/ },
  { id: "employment", title: "Employment deprivation", named: /^employment( deprivation)?$/ },
  {
    id: "education",
    title: "Education, skills and training deprivation",
    named: /^education(,? skills and training)?( deprivation)?$/,
  },
  { id: "health", title: "Health deprivation and disability", named: /^health( deprivation and disability)?$/ },
  { id: "crime", title: "Crime", named: /^crime$/ },
  { id: "housing", title: "Barriers to housing and services", named: /^(barriers to )?housing and services$/ },
  { id: "environment", title: "Living environment deprivation", named: /^(living )?environment( deprivation)?$/ },
];

const KINDS = ["score", "rank", "decile"] as const;

/** The figure that a heading of the English Indices of Deprivation names, of 2019 or 2025; null for any other. */
export function namedFigure(heading: string): NamedFigure | null {
  const words = heading
    .toLowerCase()
    .replaceAll("_", " ")
    .replaceAll(/\((where|rate|20).*?\)/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const kind = KINDS.find((one) => words.endsWith(` ${one}`));
  if (!kind) return null;
  const about = words.slice(0, -kind.length - 1).trim();
  const exact = [...IOD_2025, ...IOD_2025_PARTS].find(
    ({ column }) => column.toLowerCase().replaceAll("_", " ") === `${about} score`,
  );
  const subject = exact ?? SUBJECTS.find(({ named }) => named.test(about));
  if (!subject) return null;
  const order = KINDS.indexOf(kind);
  const common = { title: subject.title, subject: subject.id, order, deprivation: true };
  if (kind === "score") return { ...common, id: subject.id, unit: exact?.unit ?? "score", higherIsMoreNeed: true };
  const unit = kind === "rank" ? "rank in England, 1 is most deprived" : "tenth of England, 1 is most deprived";
  return { ...common, id: `${subject.id}-${kind}`, unit, higherIsMoreNeed: false };
}
