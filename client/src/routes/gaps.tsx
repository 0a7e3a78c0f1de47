import { usePlace } from "../api/current-place.ts";
import { Workspace } from "../features/gaps/workspace.tsx";

export function GapsPage() {
  return <Workspace place={usePlace()} />;
}
