import { useQuery } from "@tanstack/react-query";
import { basemapQuery, wardShapesQuery } from "./queries.ts";

/** What every map of a place is drawn from. */
export function useMapShapes(place: string, version: number, enabled = true) {
  const wards = useQuery({ ...wardShapesQuery(place, version), enabled });
  const basemap = useQuery({ ...basemapQuery(place, version), enabled });
  return {
    /** Both at once, or null until both are here. */
    drawn: wards.data && basemap.data ? { wards: wards.data, basemap: basemap.data } : null,
    error: wards.error ?? basemap.error,
    again: () => {
      for (const query of [wards, basemap]) if (query.error) void query.refetch();
    },
  };
}

export type MapShapes = ReturnType<typeof useMapShapes>;
