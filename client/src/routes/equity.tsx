import { usePlace } from "../api/current-place.ts";
import { EquityPage } from "../features/equity/equity-page.tsx";

export function EquityRoute() {
  return <EquityPage place={usePlace()} />;
}
