import { createUseEdges } from "./use-edges.ts";
import { createUseTree } from "./use-tree.ts";

/** Who uses which services, and how crowded each is. */
export interface UseForest {
  /** Crowding of each service, people ÷ capacity; Infinity for one without capacity. */
  readonly crowding: Float64Array;
  /** Cost of a demand, as it is now: crowding plus journey of a service that it uses; NaN where it uses none. */
  costOf(demand: number): number;
  /** Crowding of a service if so many more used it. */
  crowdingWith(service: number, more: number): number;
  /** Sends all people of a demand to one service, before anyone uses several. */
  place(demand: number, service: number, journey: number): void;
  /** Lets people of a demand go over to a cheaper service until it costs them the same as those they used. */
  shift(demand: number, service: number, journey: number): void;
  /** Sums the people of each service anew, so that no rounding of earlier steps remains in the crowding. */
  count(): Float64Array;
  /** The most that a service in use costs a demand. */
  dearestOf(demand: number): number;
}

const NONE = -1;

/**
 * A pattern of use without circles, in which all services that a demand uses cost it the same.
 *
 * Demands that use several services tie their crowding together, as the edges of a tree tie its nodes: when people leave
 * or enter a tree, the crowding of all its services falls or rises alike, and how many go along each edge follows from the
 * capacity beyond it. So a shift is worked out exactly: along a circle no crowding changes, and people move round it until
 * an edge is empty; between two trees they move until the costs are level or an edge is empty. An empty edge is cut, and
 * the rest goes on.
 *
 * @param people   of each demand
 * @param capacity people of each service that raise its crowding by 1
 */
export function createUseForest(people: Float64Array, capacity: Float64Array): UseForest {
  const [demands, services] = [people.length, capacity.length];
  const crowding = capacity.map((holds) => (holds > 0 ? 0 : Number.POSITIVE_INFINITY));
  /** The one service of a demand, with its journey; a demand that uses several has edges instead. */
  const home = new Int32Array(demands).fill(NONE);
  const homeJourney = new Float64Array(demands);
  const edges = createUseEdges(demands, services);
  const { demandOf, serviceOf, journeyOf, flow, next } = edges;
  const here = createUseTree(edges, capacity);
  const there = createUseTree(edges, capacity);

  const settleAlone = (demand: number, edge: number) => {
    home[demand] = serviceOf[edge] as number;
    homeJourney[demand] = journeyOf[edge] as number;
    edges.cut(edge);
  };

  /** Cuts an empty edge; a demand left with one service uses it alone, and there is nothing more to level. */
  const cut = (edge: number, mover: number): boolean => {
    const demand = demandOf[edge] as number;
    edges.cut(edge);
    const left = edges.first[demand] as number;
    if ((next[2 * left] as number) === NONE) settleAlone(demand, left);
    return demand === mover && home[demand] !== NONE;
  };

  const move = (amount: number, entering: number) => {
    flow[entering] = (flow[entering] as number) + amount;
    here.enter(-amount, crowding);
    there.enter(amount, crowding);
  };

  const costOf = (demand: number): number => {
    const only = home[demand] as number;
    if (only !== NONE) return (crowding[only] as number) + (homeJourney[demand] as number);
    const edge = edges.first[demand] as number;
    return edge === NONE ? Number.NaN : (crowding[serviceOf[edge] as number] as number) + (journeyOf[edge] as number);
  };

  return {
    crowding,
    costOf,
    crowdingWith: (service, more) => {
      const holds = capacity[service] as number;
      return holds > 0 ? (crowding[service] as number) + more / holds : Number.POSITIVE_INFINITY;
    },
    place(demand, service, journey) {
      crowding[service] = (crowding[service] as number) + (people[demand] as number) / (capacity[service] as number);
      home[demand] = service;
      homeJourney[demand] = journey;
    },
    shift(demand, service, journey) {
      if (home[demand] !== NONE) {
        edges.add(demand, home[demand] as number, homeJourney[demand] as number, people[demand] as number);
        home[demand] = NONE;
      }
      const entering = edges.add(demand, service, journey, 0);
      for (;;) {
        let empty: number;
        here.grow(demand, entering);
        if (here.holds(demands + service)) {
          empty = here.turn(demands + service, entering);
        } else {
          there.grow(demands + service, entering);
          const old = edges.otherThan(entering, demand);
          const saved =
            (crowding[serviceOf[old] as number] as number) +
            (journeyOf[old] as number) -
            (crowding[service] as number) -
            journey;
          const level = Math.max(0, saved) / (1 / here.room() + 1 / there.room());
          const [fewest, most] = [here.mostToLeave(), there.mostToEnter()];
          const amount = Math.min(level, fewest, most);
          move(amount, entering);
          if (amount === level) return;
          empty = fewest <= most ? here.emptied() : there.emptied();
        }
        if (cut(empty, demand)) return;
      }
    },
    count() {
      const load = new Float64Array(services);
      const add = (service: number, amount: number) => {
        load[service] = (load[service] as number) + amount;
      };
      for (let demand = 0; demand < demands; demand++) {
        if (home[demand] !== NONE) add(home[demand] as number, people[demand] as number);
        for (let edge = edges.first[demand] as number; edge !== NONE; edge = next[2 * edge] as number)
          add(serviceOf[edge] as number, flow[edge] as number);
      }
      for (let l = 0; l < services; l++)
        if ((capacity[l] as number) > 0) crowding[l] = (load[l] as number) / (capacity[l] as number);
      return load;
    },
    dearestOf(demand) {
      let dearest = costOf(demand);
      for (let edge = edges.first[demand] as number; edge !== NONE; edge = next[2 * edge] as number)
        dearest = Math.max(dearest, (crowding[serviceOf[edge] as number] as number) + (journeyOf[edge] as number));
      return dearest;
    },
  };
}
