import { usePlace } from "../api/current-place.ts";
import { WardList } from "../features/wards/ward-list.tsx";

export function WardsPage() {
  return <WardList place={usePlace()} />;
}
