import { apiPath } from "../api/client.ts";
import type { Source } from "./messages.ts";
import type { Question } from "./question.ts";

/** What a worker makes the engine of a question from. */
export const sourceOf = (place: string, { type, providers }: Pick<Question, "type" | "providers">): Source => ({
  people: `${location.origin}${apiPath("places", place, "arrays", "people")}`,
  services: `${location.origin}${apiPath("places", place, "arrays", "services", type.id)}`,
  providers,
});
