import type { View } from "../../view/view.ts";

type Chosen = Pick<View, "svc" | "also" | "on">;

interface Kind {
  readonly id: string;
}

/** The kinds of service on the map, in the order of the place's list; the first of the place where none is named. */
export function chosenKinds<Of extends Kind>(types: readonly Of[], { svc, also, on }: Chosen): Of[] {
  if (!on.has("services")) return [];
  const asked = svc === null ? types.slice(0, 1).map(({ id }) => id) : [svc, ...also];
  return types.filter(({ id }) => asked.includes(id));
}

/** Kinds that a link names and the place does not have. */
export const unknownKinds = (types: readonly Kind[], { svc, also }: Pick<Chosen, "svc" | "also">): string[] =>
  svc === null ? [] : [svc, ...also].filter((asked) => !types.some(({ id }) => id === asked));

/** The view after one kind is put on the map or taken off; without any there is no reach either. */
export function withKind(types: readonly Kind[], view: Chosen, kind: string): Chosen {
  const before = chosenKinds(types, view).map(({ id }) => id);
  const after = types.map(({ id }) => id).filter((id) => (id === kind ? !before.includes(kind) : before.includes(id)));
  const on = new Set(view.on).add("services");
  if (after.length === 0) {
    on.delete("services");
    on.delete("reach");
    return { svc: null, also: [], on };
  }
  const alone = after.length === 1 && after[0] === types[0]?.id;
  return { svc: alone ? null : (after[0] ?? null), also: after.slice(1), on };
}

/** The view after a layer is shown or hidden; reach brings the services that are reached. */
export function withLayer(on: View["on"], layer: "reach" | "areas"): View["on"] {
  const after = new Set(on);
  if (!after.delete(layer)) {
    after.add(layer);
    if (layer === "reach") after.add("services");
  }
  return after;
}
