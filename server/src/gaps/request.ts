import { GapQuery } from "@needs-map/shared/contract/gaps";
import { PROVIDER_FORMS } from "@needs-map/shared/domain/legal-forms";
import { PlaceParam } from "../http/describe.ts";
import { strictQuery } from "../http/validation.ts";

const { svc, age, go, min, target, how, decay, w, up, form, unchecked } = GapQuery.shape;

/** A place, and a question about it in the query. */
export const questionRequest = {
  params: PlaceParam,
  query: strictQuery({
    svc: svc.meta({ description: "Id of a service type; the first of the place when left out" }),
    age: age.meta({ description: "Youngest and oldest age that count; 90 means 90 and over", example: "11-17" }),
    go: go.meta({ description: "Way of getting there", example: "walk" }),
    min: min.meta({ description: "Longest journey in minutes", example: 20 }),
    target: target.meta({ description: "Target per 100 people (places) or per 10,000 (sites)" }),
    how: how.meta({
      description:
        "share: two-step floating catchment with distance decay; 2sfca: the same without decay; 3sfca: people choose among the services in reach; availability: share, as a count; raam: crowding and journey at equilibrium; reach: share of people within the time; ratio: supply in the ward against its people",
      example: "share",
    }),
    decay: decay.meta({
      description:
        "For share, 3sfca and availability: binary:30, step:10=1,20=.68, gaussian:σ, exponential:β or power:scale,exponent,least; a Gaussian of half the longest journey when left out",
      example: "gaussian:10",
    }),
    w: w.meta({ description: "Weights of the need index, indicator:weight, at most 100 each", example: "age:100" }),
    up: up.meta({ description: "How far need raises the target, in percent", example: 30 }),
    form: form.meta({
      description: `Legal forms whose services count, with commas between: ${PROVIDER_FORMS.join(", ")}; all when left out`,
      example: "public,voluntary",
    }),
    unchecked: unchecked.meta({
      description: "0 leaves out records that nobody has checked lately; they count half when left out",
    }),
  }),
};
