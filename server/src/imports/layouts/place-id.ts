import { PlaceId } from "@needs-map/shared/contract/place";

const LONGEST = 40;

/** The id of a place for its name: "Kingston upon Hull" → "kingston-upon-hull". */
export function placeIdOf(name: string): string {
  const id = name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/['’.]|\p{M}/gu, "")
    .replaceAll("&", " and ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[-0-9]+/g, "")
    .slice(0, LONGEST)
    .replaceAll(/-+$/g, "");
  return PlaceId.safeParse(id).success ? id : `place-${id}`.slice(0, LONGEST).replaceAll(/-+$/g, "");
}
