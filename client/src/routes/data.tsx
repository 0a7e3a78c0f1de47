import { usePlace } from "../api/current-place.ts";
import { SourcesPage } from "../features/sources/sources-page.tsx";

export function DataPage() {
  return <SourcesPage place={usePlace()} />;
}
