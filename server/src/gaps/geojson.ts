import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { Body } from "../http/body-cache.ts";
import { featureText, geoJsonBody } from "../http/send.ts";

/** The wards' shapes with their figures; the question stands beside the features, so that the file stands alone. */
export function gapsGeoJson(gaps: Gaps, shapes: readonly { readonly code: string; readonly shape: string }[]): Body {
  const { wards, ...rest } = gaps;
  const shapeOf = new Map(shapes.map(({ code, shape }) => [code, shape]));
  return geoJsonBody(
    wards.map((ward) => featureText(ward.code, shapeOf.get(ward.code) ?? "null", ward)),
    rest,
  );
}
