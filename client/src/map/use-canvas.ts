import type { Map as MapInstance } from "maplibre-gl";
import { useEffect } from "react";
import { IMAGE_KINDS, IMAGE_PIXEL_RATIO, imageName, mapImage } from "../layers/images.ts";
import { THEMES } from "../view/view.ts";

/** Gives a style the patterns and symbols that its layers ask for. */
export function addImages(map: MapInstance): void {
  for (const theme of THEMES) {
    for (const kind of IMAGE_KINDS) {
      const name = imageName(kind, theme);
      if (!map.hasImage(name)) map.addImage(name, mapImage(kind, theme), { pixelRatio: IMAGE_PIXEL_RATIO });
    }
  }
}

/** Names the canvas for assistive technology: what it is, and the ids of what describes it. */
export function useCanvasName(map: MapInstance | null, name: string, describedBy: string): void {
  useEffect(() => {
    const canvas = map?.getCanvas();
    canvas?.setAttribute("role", "application");
    canvas?.setAttribute("aria-label", name);
    canvas?.setAttribute("aria-describedby", describedBy);
  }, [map, name, describedBy]);
}
