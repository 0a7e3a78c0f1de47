import { z } from "@hono/zod-openapi";
import { Problem } from "@needs-map/shared/contract/problem";

/** Path of one place, below which everything of it lies. */
export const PLACE_PATH = "/places/{place}";

export const PlaceParam = z.object({
  place: z
    .string()
    .openapi({ param: { name: "place", in: "path" }, description: "Id of a place", example: "wendmere" }),
});

const ProblemForm = Problem.meta({ id: "Problem" });

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ProblemForm } },
});

/** Problems that any route may answer with. */
export const PROBLEMS = {
  400: problem("A key or value cannot be used; each is named with the reason"),
  404: problem("There is no such thing"),
  503: problem("The database cannot be reached just now"),
} as const;

/** A JSON answer with its schema. */
export const jsonAnswer = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

const Feature = z.object({
  type: z.literal("Feature"),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
  properties: z.record(z.string(), z.unknown()),
});

const FeatureCollection = z
  .object({ type: z.literal("FeatureCollection"), features: z.array(Feature) })
  .openapi("FeatureCollection");

export type FeatureCollectionBody = z.infer<typeof FeatureCollection>;

/** A GeoJSON answer; what its features' properties hold is in the description. */
export const geoJsonAnswer = (description: string) => ({
  description,
  content: { "application/geo+json": { schema: FeatureCollection } },
});
