const NONE = -1;

/** Edges between demands that use several services and those services, listed by either end. */
export interface UseEdges {
  /** First edge at each node, demands and then services; −1 without one. */
  readonly first: Int32Array;
  /** The edges after an edge, in the list of its demand and in that of its service, two a row; −1 at the end. */
  readonly next: Int32Array;
  readonly demandOf: Int32Array;
  readonly serviceOf: Int32Array;
  readonly journeyOf: Float64Array;
  /** People who go along it. */
  readonly flow: Float64Array;
  add(demand: number, service: number, journey: number, people: number): number;
  cut(edge: number): void;
  /** Another edge of a demand. */
  otherThan(edge: number, demand: number): number;
}

/** Room for a forest: it has less than two edges a service, and two more while one is changed. */
export function createUseEdges(demands: number, services: number): UseEdges {
  const room = 2 * services + 4;
  const first = new Int32Array(demands + services).fill(NONE);
  const next = new Int32Array(2 * room).fill(NONE);
  const before = new Int32Array(2 * room).fill(NONE);
  const demandOf = new Int32Array(room);
  const serviceOf = new Int32Array(room);
  const journeyOf = new Float64Array(room);
  const flow = new Float64Array(room);
  const free = Int32Array.from({ length: room }, (_, k) => room - 1 - k);
  let left = room;

  const link = (edge: number, side: 0 | 1, node: number) => {
    const head = first[node] as number;
    next[2 * edge + side] = head;
    before[2 * edge + side] = NONE;
    if (head !== NONE) before[2 * head + side] = edge;
    first[node] = edge;
  };
  const unlink = (edge: number, side: 0 | 1, node: number) => {
    const [ahead, behind] = [next[2 * edge + side] as number, before[2 * edge + side] as number];
    if (behind === NONE) first[node] = ahead;
    else next[2 * behind + side] = ahead;
    if (ahead !== NONE) before[2 * ahead + side] = behind;
  };

  return {
    first,
    next,
    demandOf,
    serviceOf,
    journeyOf,
    flow,
    add(demand, service, journey, people) {
      left--;
      const edge = free[left] as number;
      demandOf[edge] = demand;
      serviceOf[edge] = service;
      journeyOf[edge] = journey;
      flow[edge] = people;
      link(edge, 0, demand);
      link(edge, 1, demands + service);
      return edge;
    },
    cut(edge) {
      unlink(edge, 0, demandOf[edge] as number);
      unlink(edge, 1, demands + (serviceOf[edge] as number));
      free[left] = edge;
      left++;
    },
    otherThan(edge, demand) {
      const head = first[demand] as number;
      return head === edge ? (next[2 * head] as number) : head;
    },
  };
}
