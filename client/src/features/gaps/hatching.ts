import { hasShortfall, type Method } from "@needs-map/shared/domain/gap/settings";
import type { View } from "../../view/view.ts";

/** Whether what wards are coloured by has a likely range, so that some can be hatched as less certain. */
export const canBeHatched = (by: View["by"], method: Method): boolean =>
  (by === "short" && method !== "raam") || (by === "cover" && !hasShortfall(method));
