import type { Place } from "@needs-map/shared/contract/place";
import type { AgesLayout, Recipe } from "@needs-map/shared/contract/recipe";
import { and, eq } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { dataVersion } from "../db/schema.ts";
import { ageBands } from "../imports/read/ages.ts";
import type { PlaceVersion } from "./current-versions.ts";

type PeopleFile = Extract<Recipe["files"][number], { ages: AgesLayout }>;

const peopleFiles = ({ files }: Recipe) => files.filter((file): file is PeopleFile => "ages" in file);

/** The date that the people of a place were counted for, and in which age bands, as its recipe has it. */
export function peopleOf(recipe: Recipe): Pick<Place, "peopleDate" | "ageBands"> {
  const file = peopleFiles(recipe).find((one) => one.role !== "people-points" || !one.neighbours);
  const bands = file ? ageBands(file.ages) : null;
  return { peopleDate: file?.date ?? "", ageBands: bands?.map(([from, to]) => [from, to]) ?? null };
}

/** The date of the people over the border; empty where there are none. */
export const neighboursDateOf = (recipe: Recipe): string =>
  peopleFiles(recipe).find((file) => file.role === "people-points" && file.neighbours)?.date ?? "";

/** What is to be told of the people of the version in force: their age bands, and the date of those over the border. */
export async function peopleFacts(db: Db, { id, version }: PlaceVersion) {
  const [row] = await db
    .select({ recipe: dataVersion.recipe })
    .from(dataVersion)
    .where(and(eq(dataVersion.placeId, id), eq(dataVersion.version, version)));
  return {
    ageBands: row ? peopleOf(row.recipe).ageBands : null,
    neighboursDate: row ? neighboursDateOf(row.recipe) : "",
  };
}
