import { supplyPerPerson } from "../../access/catchment-access.ts";
import { twoStepAccess } from "../../access/two-step.ts";
import { ratio } from "../ward-sums.ts";
import { largestTerms, type Terms } from "./terms.ts";
import { type PointTold, type SiteTold, sumOver, type WardGround } from "./ward-ground.ts";
import { type Catchments, demandOf } from "./worked-catchments.ts";

/** What one service gives to the ward: r_j × Σ P·f over the ward's points. */
export interface SiteShare extends SiteTold {
  /** Σ P·f over everyone who shares it. */
  readonly demand: number;
  /** r_j, supply a person: S_j ÷ Σ P·f. */
  readonly rate: number;
  /** Σ P·f over the ward's points alone. */
  readonly own: number;
}

/** What one service gives to each person of one point: r_j × f. */
export interface SiteUse extends SiteTold {
  readonly minutes: number;
  /** W. */
  readonly weight: number;
  /** G = W ÷ Σ W of the point: the chance that it is the one chosen; null where nobody chooses. */
  readonly choice: number | null;
  /** f: W, or W·G. */
  readonly used: number;
  readonly demand: number;
  readonly rate: number;
}

export interface WorkedAccess {
  /** P·A by service; its total is the supply that reaches the ward. */
  readonly sites: Terms<SiteShare>;
  /** P·A by point: the same total. */
  readonly points: Terms<PointTold & { readonly access: number }>;
  /** One point in full: of those that reach most services, the one with most people. Null without points. */
  readonly example: {
    readonly point: PointTold;
    /** Σ W over the services in reach. */
    readonly weights: number;
    /** r_j·f by service; the total is A of the point. */
    readonly uses: Terms<SiteUse>;
  } | null;
  /** Σ P·A ÷ Σ P. */
  readonly access: number;
}

/** A of the ward by floating catchment areas (2SFCA, E2SFCA, 3SFCA, spatial availability). */
export function workedAccess(ground: WardGround, { pull, used, minutes }: Catchments): WorkedAccess {
  const { rows, supply, sites } = ground;
  const people = ground.people.middle;
  const here = (i: number) => people[i] as number;
  const { starts, column, weight } = used;
  const demand = demandOf(used, people, sites.count);
  const rates = supplyPerPerson(supply, demand);
  const access = twoStepAccess(used, people, supply);
  const pairsOf = (i: number) => {
    const first = starts[i] as number;
    return Array.from({ length: (starts[i + 1] as number) - first }, (_, k) => first + k).filter(
      (at) => (pull[at] as number) > 0,
    );
  };
  const own = new Float64Array(sites.count);
  for (const i of rows)
    for (const at of pairsOf(i)) {
      const j = column[at] as number;
      own[j] = (own[j] as number) + here(i) * (weight?.[at] as number);
    }
  const reaching = rows.filter((i) => (access[i] as number) > 0);
  const most = Math.max(0, ...reaching.map((i) => pairsOf(i).length));
  const shown = mostPeople(reaching.length > 0 ? reaching.filter((i) => pairsOf(i).length === most) : rows, here);
  const weights = shown === null ? 0 : pairsOf(shown).reduce((sum, at) => sum + (pull[at] as number), 0);
  const share = (j: number) => ({ demand: demand[j] as number, rate: rates[j] as number });
  return {
    sites: largestTerms(
      [...own.keys()].filter((j) => (own[j] as number) > 0),
      (j) => (rates[j] as number) * (own[j] as number),
      (j) => ({ ...ground.site(j), ...share(j), own: own[j] as number }),
    ),
    points: largestTerms(
      rows,
      (i) => here(i) * (access[i] as number),
      (i) => ({ ...ground.point(i), access: access[i] as number }),
    ),
    example:
      shown === null
        ? null
        : {
            point: ground.point(shown),
            weights,
            uses: largestTerms(
              pairsOf(shown),
              (at) => (rates[column[at] as number] as number) * (weight?.[at] as number),
              (at) => ({
                ...ground.site(column[at] as number),
                ...share(column[at] as number),
                minutes: minutes[at] as number,
                weight: pull[at] as number,
                choice: ground.settings.method === "3sfca" ? (pull[at] as number) / weights : null,
                used: weight?.[at] as number,
              }),
            ),
          },
    access: ratio(
      sumOver(ground, (i) => here(i) * (access[i] as number)),
      sumOver(ground, here),
    ),
  };
}

/** The row with most people, the first of several; null without rows. */
export const mostPeople = (rows: readonly number[], here: (row: number) => number): number | null =>
  rows.reduce<number | null>((most, row) => (most === null || here(row) > here(most) ? row : most), null);
