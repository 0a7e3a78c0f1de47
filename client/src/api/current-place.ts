import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { createContext, useContext } from "react";

export const CurrentPlace = createContext<PlaceDetail | null>(null);

/** The place that the address names; only below the frame that loads it. */
export function usePlace(): PlaceDetail {
  const place = useContext(CurrentPlace);
  if (!place) throw new Error("usePlace stands outside a place");
  return place;
}
