import type { Circle } from "./stereographic.ts";

const TURN = 2 * Math.PI;

/** A piece of a circle's edge that no other circle covers, run through anticlockwise. */
interface Arc {
  readonly circle: number;
  readonly from: number;
  readonly to: number;
  /** The circle that covers what comes before; −1 for a whole circle. */
  readonly before: number;
  /** The circle that covers what comes after. */
  readonly after: number;
}

/** Part of a circle's edge that another circle covers, from an angle in 0…2π; `to` may pass a whole turn. */
interface Cover {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/**
 * The edge of everything that lies in at least one circle, as closed rings of points.
 *
 * Rings around what is covered run anticlockwise, rings around holes clockwise. What two circles share counts once, so
 * that overlaps never look like more.
 *
 * @param step largest angle between two points of an arc, in radians; points lie on the circles themselves
 */
export function circleUnion(given: readonly Circle[], step: number): [number, number][][] {
  const circles = outermost(given);
  const arcs = circles.flatMap((_, at) => freeArcs(circles, at));
  return rings(circles, arcs).map((ring) => ring.flatMap((arc) => pointsOf(circles, arc, step)));
}

/** The circles without those that lie within another; of equal ones the first. */
function outermost(given: readonly Circle[]): Circle[] {
  const sorted = given.filter(({ radius }) => radius > 0).toSorted((a, b) => b.radius - a.radius);
  const kept: Circle[] = [];
  for (const circle of sorted) {
    const inside = kept.some(
      ({ x, y, radius }) => Math.hypot(circle.x - x, circle.y - y) + circle.radius <= radius * (1 + 1e-9),
    );
    if (!inside) kept.push(circle);
  }
  return kept;
}

function freeArcs(circles: readonly Circle[], at: number): Arc[] {
  const covers = coversOf(circles, at);
  if (covers.length === 0) return [{ circle: at, from: 0, to: TURN, before: -1, after: -1 }];
  const first = covers[0] as Cover;
  const arcs: Arc[] = [];
  let reach = first;
  for (const cover of [...covers.slice(1), { ...first, from: first.from + TURN, to: first.to + TURN }]) {
    if (cover.from > reach.to)
      arcs.push({ circle: at, from: reach.to, to: cover.from, before: reach.by, after: cover.by });
    if (cover.to > reach.to) reach = cover;
  }
  return arcs;
}

/** The covered parts of a circle's edge by their start; one that passes the start of the turn comes a turn earlier too. */
function coversOf(circles: readonly Circle[], at: number): Cover[] {
  const own = circles[at] as Circle;
  const covers = circles.flatMap((other, by): Cover[] => {
    const away = Math.hypot(other.x - own.x, other.y - own.y);
    if (by === at || away >= own.radius + other.radius || away === 0) return [];
    const cosine = (own.radius ** 2 + away ** 2 - other.radius ** 2) / (2 * own.radius * away);
    if (Math.abs(cosine) >= 1) return [];
    const half = Math.acos(cosine);
    const start = Math.atan2(other.y - own.y, other.x - own.x) - half;
    const from = ((start % TURN) + TURN) % TURN;
    const cover = { from, to: from + 2 * half, by };
    return cover.to > TURN ? [cover, { ...cover, from: from - TURN, to: cover.to - TURN }] : [cover];
  });
  return covers.toSorted((a, b) => a.from - b.from);
}

/** Arcs joined to rings: after each comes the arc of the circle that covers its end, from the same crossing on. */
function rings(circles: readonly Circle[], arcs: readonly Arc[]): Arc[][] {
  const left = new Map(arcs.map((arc) => [`${arc.before} ${arc.circle}`, arc]));
  const found: Arc[][] = [];
  for (const [key, arc] of left) {
    left.delete(key);
    const ring = [arc];
    let end = arc;
    while (end.after >= 0 && `${end.circle} ${end.after}` !== key) {
      const next = left.get(`${end.circle} ${end.after}`) ?? startingAt(circles, left.values(), end);
      if (!next) break;
      left.delete(`${next.before} ${next.circle}`);
      ring.push(next);
      end = next;
    }
    found.push(ring);
  }
  return found;
}

/** Where three circles meet in one point the crossings have no certain order; then the arc that begins there follows. */
function startingAt(circles: readonly Circle[], arcs: Iterable<Arc>, { circle, to }: Arc): Arc | undefined {
  const [x, y] = pointAt(circles, circle, to);
  for (const arc of arcs) {
    const [startX, startY] = pointAt(circles, arc.circle, arc.from);
    const near = 1e-7 * (circles[circle] as Circle).radius;
    if (Math.hypot(startX - x, startY - y) <= near) return arc;
  }
  return undefined;
}

function pointAt(circles: readonly Circle[], circle: number, angle: number): [number, number] {
  const { x, y, radius } = circles[circle] as Circle;
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

function pointsOf(circles: readonly Circle[], { circle, from, to }: Arc, step: number): [number, number][] {
  const count = Math.max(1, Math.ceil((to - from) / step));
  return Array.from({ length: count }, (_, at) => pointAt(circles, circle, from + ((to - from) * at) / count));
}
