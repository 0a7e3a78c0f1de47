import { ratio } from "../ward-sums.ts";
import { largestTerms, type Terms } from "./terms.ts";
import type { SiteTold, WardGround } from "./ward-ground.ts";

export interface WorkedRatio {
  /** S by service inside the ward. */
  readonly sites: Terms<SiteTold>;
  /** Σ S ÷ Σ P. */
  readonly access: number;
}

/** The simple ratio: supply inside the ward for the people of the ward. */
export function workedRatio(ground: WardGround): WorkedRatio {
  const { home, siteWard, supply, wardGroup } = ground;
  const inside = Array.from(siteWard.keys()).filter((j) => siteWard[j] === home);
  const sites = largestTerms(inside, (j) => supply[j] as number, ground.site);
  return { sites, access: ratio(sites.total, wardGroup[home] as number) };
}
