import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { SiteTold } from "@needs-map/shared/domain/gap/worked/ward-ground";
import type { WorkedWard } from "@needs-map/shared/domain/gap/worked/work-ward";
import type { Question } from "../../analysis/question.ts";

/** The question, and the ward's terms once they are worked out. */
export interface Told {
  readonly place: PlaceDetail;
  readonly asked: Question;
  /** Name of the ward that is worked through. */
  readonly ward: string | null;
  readonly worked: WorkedWard | null;
  readonly nameOf: (site: SiteTold) => string;
  /** What an indicator of the need index is called. */
  readonly titleOf: (indicator: string) => string;
  readonly sourceOf: (indicator: string) => string | null;
}
