import type { ListingFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readTable } from "../formats/table.ts";
import type { OnProgress } from "../progress.ts";
import type { Measured } from "./measured.ts";

/** What is known of a service that was read from the file with coordinates. */
interface Known {
  readonly name: string;
  readonly postcode: string | null;
}

/** Compares a whole list with the services that have a place: each row that has none there is a fault. */
export async function readListing(
  file: z.infer<typeof ListingFile>,
  local: LocalFile,
  known: readonly Known[],
  onProgress: OnProgress,
): Promise<Measured> {
  const { name, postcode } = file.columns;
  const left = new Map<string, number>();
  const keyOf = (called: string, at: string) => `${called.toLowerCase()}\n${postcode === undefined ? "" : at}`;
  for (const service of known) {
    const key = keyOf(service.name, service.postcode ?? "");
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const faults: Fault[] = [];
  const read = await readTable(
    file,
    local,
    [name, postcode],
    (cell, row) => {
      const key = keyOf(cell(name), cell(postcode));
      const count = left.get(key) ?? 0;
      if (count > 0) return void left.set(key, count - 1);
      faults.push({ file: file.path, row, field: null, reason: `${cell(name)} has no place in the file of places` });
    },
    onProgress,
  );
  return { ...read, faults: [...read.faults, ...faults] };
}
