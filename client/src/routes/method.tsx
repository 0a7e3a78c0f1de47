import { usePlace } from "../api/current-place.ts";
import { HowItWorks } from "../features/method/how-it-works.tsx";

export function MethodPage() {
  return <HowItWorks place={usePlace()} />;
}
