import { usePlace } from "../api/current-place.ts";
import { ExplorePage } from "../features/explore/explore-page.tsx";

export function MapPage() {
  return <ExplorePage place={usePlace()} />;
}
