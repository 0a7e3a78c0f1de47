import { usePlace } from "../api/current-place.ts";
import { StartPage } from "../features/start/start-page.tsx";

export function PlaceStartPage() {
  return <StartPage place={usePlace()} />;
}
