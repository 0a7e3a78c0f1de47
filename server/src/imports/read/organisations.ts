import type { Organisation } from "@needs-map/shared/contract/organisation";
import type { OrganisationsFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { isMissing } from "../formats/number.ts";
import { type Cell, readTable } from "../formats/table.ts";
import type { OnProgress } from "../progress.ts";
import { isoDate } from "./dates.ts";
import type { Measured } from "./measured.ts";

export type OrganisationRead = Organisation & { readonly source: string };

/** Reads organisations that could provide services. One without id or name, or whose id comes again, is a fault. */
export async function readOrganisations(
  file: z.infer<typeof OrganisationsFile>,
  local: LocalFile,
  taken: Set<string>,
  onProgress: OnProgress,
): Promise<Measured & { organisations: OrganisationRead[] }> {
  const { columns } = file;
  const organisations: OrganisationRead[] = [];
  const faults: Fault[] = [];
  const take = (raw: Cell, row: number) => {
    const fault = (field: string, reason: string) => void faults.push({ file: file.path, row, field, reason });
    const cell = (column: string | undefined) => (isMissing(file, raw(column)) ? "" : raw(column));
    const optional = (column: string | undefined) => cell(column) || null;
    const id = cell(columns.id);
    const name = cell(columns.name);
    if (id === "") return fault(columns.id, "There is no id");
    if (name === "") return fault(columns.name, "There is no name");
    if (taken.has(id)) return fault(columns.id, `The id ${id} comes twice; the first counts`);
    taken.add(id);
    organisations.push({
      id,
      name,
      legalForm: file.legalForm,
      kind: optional(columns.kind),
      activities: optional(columns.activities),
      companyNumber: optional(columns.companyNumber),
      registeredOn: isoDate(cell(columns.registeredOn)),
      postcode: optional(columns.postcode),
      website: optional(columns.website),
      source: file.id,
    });
  };
  const read = await readTable(file, local, Object.values(columns), take, onProgress);
  return { ...read, faults: [...read.faults, ...faults], organisations };
}
