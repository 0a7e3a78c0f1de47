import type { SortedJourneys } from "./raam.ts";

/** Use below this share of a demand's people is not taken for real when the pattern of use is read off. */
const TRACE = 1e-9;

interface Edge {
  readonly demand: number;
  readonly pair: number;
  readonly service: number;
}

/**
 * The equilibrium that belongs to a pattern of use, worked out directly.
 *
 * Demands that use several services tie their crowding together: within a connected group every crowding is a common
 * level plus a known difference of journeys, and the level follows from the people of the group. Who goes where is then
 * settled from the leaves of the group's tree. A pair that would need fewer than no people is not used, so it leaves the
 * pattern and the rest is worked out again.
 *
 * @param use people of each pair as far as they are known; written over with the answer
 * @param load written over with the people of each service
 */
export function settleForest(
  { starts, column, cost }: SortedJourneys,
  people: Float64Array,
  capacity: Float64Array,
  tau: number,
  use: Float64Array,
  load: Float64Array,
): void {
  const edges: Edge[] = [];
  for (let demand = 0; demand < people.length; demand++) {
    const here = people[demand] as number;
    if (!(here > 0)) continue;
    for (let pair = starts[demand] as number; pair < (starts[demand + 1] as number); pair++)
      if ((use[pair] as number) > here * TRACE) edges.push({ demand, pair, service: column[pair] as number });
  }
  const count = new Int32Array(people.length);
  for (const { demand } of edges) count[demand] = (count[demand] as number) + 1;
  const shared = edges.filter(({ demand }) => (count[demand] as number) > 1);
  const alone = edges.filter(({ demand }) => count[demand] === 1);
  let pattern = withoutCircles(shared, people.length, use, cost).concat(alone);
  for (let turn = 0; turn <= edges.length; turn++) {
    const flows = flowsOf(pattern, people, capacity, cost, tau);
    const negative = pattern.filter((_, at) => (flows[at] as number) < 0);
    if (negative.length > 0 && turn < edges.length) {
      const least = Math.min(...flows);
      pattern = pattern.filter((_, at) => (flows[at] as number) !== least);
      continue;
    }
    use.fill(0);
    load.fill(0);
    pattern.forEach(({ pair, service }, at) => {
      const here = Math.max(0, flows[at] as number);
      use[pair] = here;
      load[service] = (load[service] as number) + here;
    });
    return;
  }
}

/**
 * The edges without circles. Moving people around a circle changes no crowding, only journeys, and evenly; so they are
 * moved the way that shortens journeys until an edge of the circle is empty, and that edge is left out.
 */
function withoutCircles(edges: readonly Edge[], demands: number, use: Float64Array, cost: Float64Array): Edge[] {
  const around = new Map<number, Set<Edge>>();
  const of = (node: number) => around.get(node) ?? new Set<Edge>();
  const link = (edge: Edge) => {
    for (const node of [edge.demand, demands + edge.service]) around.set(node, of(node).add(edge));
  };
  const unlink = (edge: Edge) => {
    for (const node of [edge.demand, demands + edge.service]) of(node).delete(edge);
  };
  const left = new Set(edges);
  for (const edge of edges) {
    const path = pathBetween(demands + edge.service, edge.demand, of, demands);
    if (path) {
      const circle = [edge, ...path];
      const change = circle.reduce((sum, { pair }, at) => sum + (at % 2 === 0 ? 1 : -1) * (cost[pair] as number), 0);
      const gains = (at: number) => (at % 2 === 0) === change <= 0;
      const losing = circle.filter((_, at) => !gains(at));
      const moved = Math.min(...losing.map(({ pair }) => use[pair] as number));
      circle.forEach(({ pair }, at) => {
        use[pair] = Math.max(0, (use[pair] as number) + (gains(at) ? moved : -moved));
      });
      const empty = losing.find(({ pair }) => use[pair] === 0) ?? (losing[0] as Edge);
      left.delete(empty);
      if (empty === edge) continue;
      unlink(empty);
    }
    link(edge);
  }
  return [...left];
}

/** The edges of the way between two nodes of a forest; null where there is none. */
function pathBetween(
  from: number,
  to: number,
  around: (node: number) => ReadonlySet<Edge>,
  demands: number,
): Edge[] | null {
  const came = new Map<number, { edge: Edge; before: number } | null>([[from, null]]);
  const queue = [from];
  for (let k = 0; k < queue.length && !came.has(to); k++) {
    const node = queue[k] as number;
    for (const edge of around(node)) {
      const other = node < demands ? demands + edge.service : edge.demand;
      if (came.has(other)) continue;
      came.set(other, { edge, before: node });
      queue.push(other);
    }
  }
  if (!came.has(to)) return null;
  const path: Edge[] = [];
  for (let step = came.get(to); step; step = came.get(step.before)) path.push(step.edge);
  return path.reverse();
}

/** People of each edge of a forest at its equilibrium, in the order of the edges. */
function flowsOf(
  forest: readonly Edge[],
  people: Float64Array,
  capacity: Float64Array,
  cost: Float64Array,
  tau: number,
): Float64Array {
  const demands = people.length;
  const nodes = demands + capacity.length;
  const around = Array.from({ length: nodes }, (): number[] => []);
  forest.forEach(({ demand, service }, at) => {
    around[demand]?.push(at);
    around[demands + service]?.push(at);
  });
  const flows = new Float64Array(forest.length);
  const seen = new Uint8Array(nodes);
  const height = new Float64Array(nodes);
  const above = new Int32Array(nodes).fill(-1);
  for (let first = demands; first < nodes; first++) {
    if (seen[first] || around[first]?.length === 0) continue;
    const order = [first];
    seen[first] = 1;
    for (let k = 0; k < order.length; k++) {
      const node = order[k] as number;
      for (const at of around[node] ?? []) {
        const { demand, service, pair } = forest[at] as Edge;
        const other = node === demand ? demands + service : demand;
        if (seen[other]) continue;
        seen[other] = 1;
        above[other] = at;
        const journey = (cost[pair] as number) / tau;
        height[other] = (height[node] as number) + (node === demand ? -journey : journey);
        order.push(other);
      }
    }
    let [all, room, tilted] = [0, 0, 0];
    for (const node of order) {
      if (node < demands) all += people[node] as number;
      else {
        const holds = capacity[node - demands] as number;
        room += holds;
        tilted += holds * (height[node] as number);
      }
    }
    const level = (all - tilted) / room;
    const left = new Map<number, number>();
    for (let k = order.length - 1; k > 0; k--) {
      const node = order[k] as number;
      const at = above[node] as number;
      const { demand, service } = forest[at] as Edge;
      const own =
        node < demands
          ? (people[node] as number)
          : -(capacity[node - demands] as number) * (level + (height[node] as number));
      const flow = own + (left.get(node) ?? 0);
      flows[at] = node < demands ? flow : -flow;
      const up = node === demand ? demands + service : demand;
      left.set(up, (left.get(up) ?? 0) + flow);
    }
  }
  return flows;
}
