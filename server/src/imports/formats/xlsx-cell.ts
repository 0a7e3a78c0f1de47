import type { NumberStyle } from "./xlsx-workbook.ts";

const DAY_MILLISECONDS = 86_400_000;
/** The calendar of Excel has a 29 February 1900, so days before it are counted from one day later. */
const FEIGNED_DAY = 60;
const DAYS_1904 = 1462;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/**
 * The number of a cell as text: a day as YYYY-MM-DD, a time of day as HH:MM, any other in plain digits without an
 * exponent and with the 15 figures that Excel keeps.
 */
export function numberText(value: string, style: NumberStyle, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  if (style === "time" && number >= 0 && number < 1) return timeOf(number);
  if (style === "date") return dayOf(number + (from1904 ? DAYS_1904 : 0)) ?? plainDigits(number);
  return plainDigits(number);
}

function timeOf(part: number): string {
  const minutes = Math.round(part * 1440) % 1440;
  return [Math.floor(minutes / 60), minutes % 60].map((two) => String(two).padStart(2, "0")).join(":");
}

/** The day of a serial number of the 1900 calendar, or null where it has none. */
function dayOf(serial: number): string | null {
  const day = Math.floor(serial);
  if (day < 1 || day > LAST_DAY || day === FEIGNED_DAY) return null;
  const first = Date.UTC(1899, 11, day < FEIGNED_DAY ? 31 : 30);
  return new Date(first + day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** "1.2E-3" → "0.0012"; a sum like 0.30000000000000004 → "0.3". */
export function plainDigits(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  const [, sign = "", whole = "", part = "", power] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  if (power === undefined) return text;
  const shift = Number(power);
  if (shift > 0) return sign + whole + part.padEnd(shift, "0");
  return `${sign}0.${"0".repeat(-shift - 1)}${whole}${part}`;
}
