import type { SearchResult } from "@needs-map/shared/contract/search";

/** How near the map goes to what was looked up. */
const FOUND_ZOOM = { ward: 13.2, postcode: 15, street: 14.5 } as const;

/** Where the map looks to show what was looked up. */
export const cameraOn = ({ kind, lat, lon }: SearchResult) => ({ lat, lon, zoom: FOUND_ZOOM[kind] });
