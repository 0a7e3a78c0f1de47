import type { Journeys } from "@needs-map/shared/domain/access/raam";

/** Every journey of a full table of costs, demand × supply. */
export function tableJourneys(costs: readonly (readonly number[])[]): Journeys {
  const services = costs[0]?.length ?? 0;
  const cost = new Float64Array(services);
  return {
    column: Int32Array.from({ length: services }, (_, l) => l),
    cost,
    from(row) {
      cost.set(costs[row] ?? []);
      return services;
    },
  };
}
