import type { MapShapes } from "../api/use-map-shapes.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** Says that the shapes of a map did not load, with the way to try again; nothing where they did. */
export function MapFailed({ shapes: { error, again } }: { readonly shapes: MapShapes }) {
  if (!error) return null;
  return (
    <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
      The map did not load. {error.message}
    </Notice>
  );
}
