import type { Gaps, WardGap } from "@needs-map/shared/contract/gaps";

type Cell = string | number | null;

/** People that a rate is told for, as on the map and in the table. */
const RATE_PER = { places: 100, sites: 10_000 } as const;

const rate = ({ short, group }: WardGap, per: number): number | null =>
  short === null || group === 0 ? null : Number(((short / group) * per).toPrecision(12));

const COLUMNS: readonly (readonly [string, (ward: WardGap) => Cell])[] = [
  ["code", ({ code }) => code],
  ["name", ({ name }) => name],
  ["people", ({ people }) => people],
  ["group", ({ group }) => group],
  ["supply", ({ supply }) => supply],
  ["short", ({ short }) => short],
  ["low", ({ low }) => low],
  ["high", ({ high }) => high],
  ["short_out_of_reach", ({ shortOutOfReach }) => shortOutOfReach],
  ["short_not_enough", ({ shortNotEnough }) => shortNotEnough],
  ["out_of_reach", ({ outOfReach }) => outOfReach],
  ["reach", ({ reach }) => reach],
  ["reach_low", ({ reachLow }) => reachLow],
  ["reach_high", ({ reachHigh }) => reachHigh],
  ["coverage", ({ coverage }) => coverage],
  ["access", ({ access }) => access],
  ["cost", ({ cost }) => cost],
  ["nearest_minutes", ({ nearestMinutes }) => nearestMinutes],
  ["need", ({ need }) => need],
];

/**
 * The wards as a table that stands alone: every row repeats the question and the data version.
 *
 * The figures are those of the API; one that cannot be said is an empty cell; lines end with CR LF as RFC 4180 has it.
 */
export function gapsCsv({ settings, unit, travel, dataVersion, wards }: Gaps): string {
  const trailing: readonly (readonly [string, Cell])[] = [
    ["service", settings.svc],
    ["ages", settings.age],
    ["travel", travel],
    ["minutes", settings.min],
    ["target", settings.target],
    ["unit", unit],
    ["method", settings.how],
    ["decay", settings.decay],
    [
      "need_weights",
      Object.entries(settings.w)
        .map(([id, weight]) => `${id}:${weight}`)
        .join(" "),
    ],
    ["raised_by_need_percent", settings.up],
    ["providers", settings.form?.join(" ") ?? "all"],
    ["unchecked_records", settings.unchecked ? "half" : "left out"],
    ["data_version", dataVersion],
  ];
  const per = RATE_PER[unit];
  const header = [...COLUMNS.map(([name]) => name), "short_rate", "rate_per", ...trailing.map(([name]) => name)];
  const rows = wards.map((ward) => [
    ...COLUMNS.map(([, of]) => of(ward)),
    rate(ward, per),
    per,
    ...trailing.map(([, value]) => value),
  ]);
  return [header, ...rows].map((cells) => `${cells.map(written).join(",")}\r\n`).join("");
}

/** One cell. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
