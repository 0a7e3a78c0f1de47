import { usePlace } from "../api/current-place.ts";
import { WardComparison } from "../features/wards/ward-comparison.tsx";

export function ComparePage() {
  return <WardComparison place={usePlace()} />;
}
