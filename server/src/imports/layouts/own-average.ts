import type { Recipe } from "@needs-map/shared/contract/recipe";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import type { OnProgress } from "../progress.ts";
import { type PlaceRead, readPlace } from "../read/place.ts";
import type { SettledKind } from "./settle-services.ts";
import { startingType } from "./starting-type.ts";

/**
 * The recipe with the place's own averages as targets, from its files read once. It shows as well that they can be read.
 *
 * @throws ImportError when the place cannot be built from these files
 */
export async function withOwnAverages(
  recipe: Recipe,
  folder: string,
  kinds: readonly SettledKind[],
  date: string,
  onProgress: OnProgress,
): Promise<Recipe> {
  const read = await readPlace(recipe, { mirror: folder }, onProgress);
  return {
    ...recipe,
    serviceTypes: kinds.map(({ kind, places }) => {
      const inside = read.services.filter(({ type, ward }) => type === kind.id && ward >= 0);
      const told = inside.filter(({ capacity }) => capacity !== null);
      const sum = told.reduce((all, { capacity }) => all + (capacity ?? 0), 0);
      return startingType(kind, {
        place: recipe.place.name,
        count: inside.length,
        places: places && sum > 0 && told.length * 2 >= inside.length ? sum : null,
        people: peopleAged(read, kind.ageFrom, kind.ageTo),
        date,
      });
    }),
  };
}

function peopleAged({ demand: { cells, people } }: PlaceRead, from: number, to: number): number {
  let sum = 0;
  cells.ward.forEach((ward, cell) => {
    if (ward < 0) return;
    for (let age = from; age <= to; age++) sum += people[cell * AGES + age] ?? 0;
  });
  return sum;
}
