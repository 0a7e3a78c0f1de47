import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { Service } from "@needs-map/shared/contract/service";
import type { TravelMode } from "@needs-map/shared/domain/gap/settings";
import { queryOptions } from "@tanstack/react-query";
import type { FeatureCollection, MultiPolygon, Point, Polygon } from "geojson";
import { api, apiPath, getJson, told } from "./client.ts";

type Areas = FeatureCollection<Polygon | MultiPolygon>;

const one = api.places[":place"];
const of = (place: string) => ({ param: { place }, query: {} });
const until = (signal: AbortSignal) => ({ init: { signal } });

export const placesQuery = queryOptions({
  queryKey: ["places"],
  queryFn: ({ signal }) => told(api.places.$get({ query: {} }, until(signal))),
  select: (body) => body.places,
});

/** Who is signed in; asked again whenever a page that shows it is opened. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => told(api.session.$get({ query: {} }, until(signal))),
});

export const placeQuery = (place: string) =>
  queryOptions({ queryKey: [place, "place"], queryFn: ({ signal }) => told(one.$get(of(place), until(signal))) });

export const wardsQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "wards"],
    queryFn: ({ signal }) => told(one.wards.$get(of(place), until(signal))),
    select: (body) => body.wards,
  });

const shapesQuery = <Shapes extends FeatureCollection>(place: string, version: number, file: string) =>
  queryOptions({
    queryKey: [place, version, file],
    queryFn: ({ signal }) => getJson<Shapes>(apiPath("places", place, file), signal),
  });

export const wardShapesQuery = (place: string, version: number) => shapesQuery<Areas>(place, version, "wards.geojson");

export const smallAreaShapesQuery = (place: string, version: number) =>
  shapesQuery<Areas>(place, version, "small-areas.geojson");

export const basemapQuery = (place: string, version: number) =>
  shapesQuery<FeatureCollection>(place, version, "basemap.geojson");

export const indicatorsQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "indicators"],
    queryFn: ({ signal }) => told(one.indicators.$get(of(place), until(signal))),
    select: (body) => body.indicators,
  });

export const serviceTypesQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "service-types"],
    queryFn: ({ signal }) => told(one["service-types"].$get(of(place), until(signal))),
    select: (body) => body.serviceTypes,
  });

export const servicesQuery = (place: string, version: number, type: string) =>
  queryOptions({
    queryKey: [place, version, "services", type],
    queryFn: ({ signal }) => told(one.services.$get({ param: { place }, query: { type } }, until(signal))),
    select: (body) => body.services,
  });

export const wardQuery = (place: string, version: number, code: string) =>
  queryOptions({
    queryKey: [place, version, "ward", code],
    queryFn: ({ signal }) => told(one.wards[":code"].$get({ param: { place, code }, query: {} }, until(signal))),
  });

/** The services nearest to a postcode or to the middle of a ward; all types when none is named. */
export const servicesNearQuery = (
  place: string,
  version: number,
  asked: {
    readonly from: { readonly postcode: string } | { readonly ward: string } | null;
    readonly type: string | null;
    readonly go: TravelMode;
  },
) =>
  queryOptions({
    queryKey: [place, version, "services-near", asked],
    queryFn: ({ signal }) => {
      const { from, type, go } = asked;
      const query = { ...from, go, most: "50", ...(type === null ? {} : { type }) };
      return told(one.services.near.$get({ param: { place }, query }, until(signal)));
    },
    enabled: asked.from !== null,
    retry: false,
  });

export const searchQuery = (place: string, version: number, words: string) =>
  queryOptions({
    queryKey: [place, version, "search", words],
    queryFn: ({ signal }) => told(one.search.$get({ param: { place }, query: { q: words } }, until(signal))),
    select: (body) => body.results,
    enabled: words.length > 1,
  });

/** The gaps as the server works them out, for when the browser cannot; `query` is the question in full. */
export const gapsQuery = (place: string, version: number, query: string) =>
  queryOptions({
    queryKey: [place, version, "gaps", query],
    queryFn: ({ signal }) => getJson<Gaps>(`${apiPath("places", place, "gaps")}${query}`, signal),
  });

/** Services as points for the map. */
export function servicePoints(services: readonly Service[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: services.map(({ id, name, lon, lat, checked, capacity, ward }) => ({
      type: "Feature",
      id,
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { id, name, checked, capacity, ward },
    })),
  };
}
