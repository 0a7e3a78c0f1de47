import type { Fault } from "@needs-map/shared/contract/source";

/** What was found in a file beside its contents. */
export interface Measured {
  /** Rows or features, before any were left out. */
  readonly rows: number;
  readonly faults: readonly Fault[];
  /** Rows of the small areas or wards that the file says something about; left out where it is about none. */
  readonly matched?: readonly number[];
}
