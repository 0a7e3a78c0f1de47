import type { UseEdges } from "./use-edges.ts";

/** One tree of a pattern of use, with its root. Nodes are demands and then services. */
export interface UseTree {
  /** Goes from a node along all edges but one. */
  grow(root: number, without: number): void;
  holds(node: number): boolean;
  /** People that raise the crowding of all its services by 1. */
  room(): number;
  /** How many can leave, or enter, at the root until an edge is empty; `emptied` then tells which. */
  mostToLeave(): number;
  mostToEnter(): number;
  emptied(): number;
  /** Lets so many enter at the root, or leave when it is below 0, and spreads them so that all crowding changes alike. */
  enter(amount: number, crowding: Float64Array): void;
  /**
   * Moves people round the circle that an edge from the root to a node closes, until an edge of it is empty.
   *
   * @returns the empty edge
   */
  turn(node: number, closing: number): number;
}

/** @param capacity people of each service that raise its crowding by 1 */
export function createUseTree(edges: UseEdges, capacity: Float64Array): UseTree {
  const { first, next, demandOf, serviceOf, flow } = edges;
  const services = capacity.length;
  const demands = first.length - services;
  const order = new Int32Array(2 * services + 2);
  /** Edge towards the root, and place in the order of the node it leads to. */
  const above = new Int32Array(2 * services + 2);
  const parent = new Int32Array(2 * services + 2);
  const roomFrom = new Float64Array(2 * services + 2);
  const placeOf = new Int32Array(first.length);
  let size = 0;
  let empty = -1;

  const mostOf = (isFalling: (node: number) => boolean): number => {
    const all = roomFrom[0] as number;
    let most = Number.POSITIVE_INFINITY;
    for (let k = 1; k < size; k++) {
      if (!isFalling(order[k] as number)) continue;
      const until = ((flow[above[k] as number] as number) * all) / (roomFrom[k] as number);
      if (until >= most) continue;
      most = until;
      empty = above[k] as number;
    }
    return most;
  };

  return {
    grow(root, without) {
      order[0] = root;
      above[0] = without;
      placeOf[root] = 0;
      size = 1;
      for (let k = 0; k < size; k++) {
        const node = order[k] as number;
        const isDemand = node < demands;
        const side = isDemand ? 0 : 1;
        roomFrom[k] = isDemand ? 0 : (capacity[node - demands] as number);
        for (let edge = first[node] as number; edge >= 0; edge = next[2 * edge + side] as number) {
          if (edge === without || edge === above[k]) continue;
          const other = isDemand ? demands + (serviceOf[edge] as number) : (demandOf[edge] as number);
          order[size] = other;
          above[size] = edge;
          parent[size] = k;
          placeOf[other] = size;
          size++;
        }
      }
      for (let k = size - 1; k > 0; k--) {
        const up = parent[k] as number;
        roomFrom[up] = (roomFrom[up] as number) + (roomFrom[k] as number);
      }
    },
    holds: (node) => {
      const place = placeOf[node] as number;
      return place < size && order[place] === node;
    },
    room: () => roomFrom[0] as number,
    mostToLeave: () => mostOf((node) => node >= demands),
    mostToEnter: () => mostOf((node) => node < demands),
    emptied: () => empty,
    enter(amount, crowding) {
      const rise = amount / (roomFrom[0] as number);
      for (let k = 0; k < size; k++) {
        const node = order[k] as number;
        const edge = above[k] as number;
        if (node >= demands) crowding[node - demands] = (crowding[node - demands] as number) + rise;
        if (k === 0) continue;
        const beyond = rise * (roomFrom[k] as number);
        flow[edge] = (flow[edge] as number) + (node < demands ? -beyond : beyond);
      }
    },
    turn(node, closing) {
      let most = Number.POSITIVE_INFINITY;
      for (let k = placeOf[node] as number, falls = true; k > 0; k = parent[k] as number, falls = !falls) {
        const along = flow[above[k] as number] as number;
        if (!falls || along >= most) continue;
        most = along;
        empty = above[k] as number;
      }
      for (let k = placeOf[node] as number, falls = true; k > 0; k = parent[k] as number, falls = !falls) {
        const edge = above[k] as number;
        flow[edge] = (flow[edge] as number) + (falls ? -most : most);
      }
      flow[closing] = (flow[closing] as number) + most;
      return empty;
    },
  };
}
