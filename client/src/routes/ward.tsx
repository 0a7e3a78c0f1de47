import { useParams } from "@tanstack/react-router";
import { usePlace } from "../api/current-place.ts";
import { WardProfile } from "../features/wards/ward-profile.tsx";

export function WardPage() {
  const { code } = useParams({ from: "/$place/wards/$code" });
  return <WardProfile place={usePlace()} code={code} />;
}
