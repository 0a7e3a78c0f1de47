import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { Place, PlaceDetail } from "@needs-map/shared/contract/place";
import type { SearchResult } from "@needs-map/shared/contract/search";
import type { Service, ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import { queryOptions } from "@tanstack/react-query";
import type { FeatureCollection, MultiPolygon, Point, Polygon } from "geojson";
import { apiPath, getJson } from "./client.ts";

export type Areas = FeatureCollection<Polygon | MultiPolygon>;

const at = (place: string, ...rest: readonly string[]) => apiPath("places", place, ...rest);

export const placesQuery = queryOptions({
  queryKey: ["places"],
  queryFn: ({ signal }) => getJson<{ places: Place[] }>(apiPath("places"), signal),
  select: (body) => body.places,
});

export const placeQuery = (place: string) =>
  queryOptions({ queryKey: [place, "place"], queryFn: ({ signal }) => getJson<PlaceDetail>(at(place), signal) });

export const wardsQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "wards"],
    queryFn: ({ signal }) => getJson<{ wards: Ward[] }>(at(place, "wards"), signal),
    select: (body) => body.wards,
  });

export const wardShapesQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "wards.geojson"],
    queryFn: ({ signal }) => getJson<Areas>(at(place, "wards.geojson"), signal),
  });

export const smallAreaShapesQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "small-areas.geojson"],
    queryFn: ({ signal }) => getJson<Areas>(at(place, "small-areas.geojson"), signal),
  });

export const basemapQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "basemap.geojson"],
    queryFn: ({ signal }) => getJson<FeatureCollection>(at(place, "basemap.geojson"), signal),
  });

export const indicatorsQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "indicators"],
    queryFn: ({ signal }) => getJson<{ indicators: Indicator[] }>(at(place, "indicators"), signal),
    select: (body) => body.indicators,
  });

export const serviceTypesQuery = (place: string, version: number) =>
  queryOptions({
    queryKey: [place, version, "service-types"],
    queryFn: ({ signal }) => getJson<{ serviceTypes: ServiceTypeListed[] }>(at(place, "service-types"), signal),
    select: (body) => body.serviceTypes,
  });

export const servicesQuery = (place: string, version: number, type: string) =>
  queryOptions({
    queryKey: [place, version, "services", type],
    queryFn: ({ signal }) =>
      getJson<{ services: Service[] }>(`${at(place, "services")}?type=${encodeURIComponent(type)}`, signal),
    select: (body) => body.services,
  });

export const searchQuery = (place: string, version: number, words: string) =>
  queryOptions({
    queryKey: [place, version, "search", words],
    queryFn: ({ signal }) =>
      getJson<{ results: SearchResult[] }>(`${at(place, "search")}?q=${encodeURIComponent(words)}`, signal),
    select: (body) => body.results,
    enabled: words.length > 1,
  });

/** The gaps as the server works them out, for when the browser cannot. */
export const gapsQuery = (place: string, version: number, query: string) =>
  queryOptions({
    queryKey: [place, version, "gaps", query],
    queryFn: ({ signal }) => getJson<Gaps>(`${at(place, "gaps")}${query}`, signal),
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
