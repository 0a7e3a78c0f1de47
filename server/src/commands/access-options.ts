/** Measures that `analyse access` knows. */
export const ACCESS_METHODS = ["2sfca", "e2sfca", "3sfca", "raam", "availability"] as const;

export interface AccessOptions {
  readonly demand: string;
  readonly supply: string;
  readonly cost: string;
  readonly method: (typeof ACCESS_METHODS)[number];
  readonly decay?: string;
  readonly max?: number;
  readonly tau?: number;
  readonly json?: boolean;
}
