import { usePlace } from "../api/current-place.ts";
import { ServicesNear } from "../features/services/services-near.tsx";

export function ServicesPage() {
  return <ServicesNear place={usePlace()} />;
}
