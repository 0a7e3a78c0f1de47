import type { ServicesFile } from "@needs-map/shared/contract/recipe";
import { LEGAL_FORMS } from "@needs-map/shared/domain/legal-forms";
import type { z } from "zod";
import { readNumber } from "../formats/number.ts";
import type { Cell } from "../formats/table.ts";
import { isoDate } from "./dates.ts";
import { openingHours } from "./opening-hours.ts";

/** What is known of a service beside its name and place. A detail that cannot be read is reported and left empty. */
export function serviceDetails(
  file: z.infer<typeof ServicesFile>,
  cell: Cell,
  report: (column: string | undefined, reason: string) => void,
) {
  const { columns } = file;
  const optional = (column: string | undefined) => cell(column) || null;

  const places = cell(columns.capacity);
  const number = readNumber(places);
  const capacity = number !== null && number >= 0 ? number : null;
  if (places !== "" && capacity === null)
    report(columns.capacity, `"${places}" is not a number of places; it counts as missing`);

  const form = cell(columns.legalForm);
  const legalForm = LEGAL_FORMS.find((known) => known === form) ?? null;
  if (form !== "" && legalForm === null) report(columns.legalForm, `"${form}" is not a known legal form`);

  const checked = readChecked(cell(columns.checked));
  if (checked === null)
    report(columns.checked, `"${cell(columns.checked)}" is not yes or no; it counts as not checked`);

  const date = cell(columns.checkedOn);
  const checkedOn = isoDate(date);
  if (date !== "" && checkedOn === null) report(columns.checkedOn, `"${date}" is not a date like 2025-03-31`);

  return {
    organisation: optional(columns.organisation),
    legalForm,
    address: addressOf(file, cell),
    postcode: optional(columns.postcode),
    capacity,
    checked: checked ?? false,
    checkedOn,
    times: optional(columns.times) ?? openingHours((file.openingHours ?? []).map(cell)),
    cost: optional(columns.cost),
    phone: dialled(cell(columns.phone)) || null,
    website: optional(columns.website),
  };
}

/** A published register without such a column counts as checked. */
function readChecked(text: string): boolean | null {
  if (/^(|yes|true|y|1)$/i.test(text)) return true;
  return /^(no|false|n|0)$/i.test(text) ? false : null;
}

/** The address, its lines one after another where a source has several columns of them. */
function addressOf({ columns }: z.infer<typeof ServicesFile>, cell: Cell): string | null {
  const lines = typeof columns.address === "string" ? [columns.address] : (columns.address ?? []);
  return lines.map(cell).filter(Boolean).join(", ") || null;
}

/** A telephone number as it is dialled: one that was kept as a number has lost its leading 0. */
const dialled = (text: string): string => {
  const plain = text.replace(/\.0$/, "");
  return /^[1-9]\d{9}$/.test(plain) ? `0${plain}` : plain;
};
