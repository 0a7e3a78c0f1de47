import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { noSuchServices } from "@needs-map/shared/domain/gap/providers-words";
import type { useGaps } from "../../analysis/use-gaps.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

interface Props {
  readonly gaps: ReturnType<typeof useGaps>;
  readonly type: ServiceTypeListed;
  /** Services that count; null until they are known. */
  readonly counted: number | null;
  readonly onCountAll: () => void;
}

/** What went wrong with the answer, or what it lacks. */
export function DeskNotices({ gaps, type, counted, onCountAll }: Props) {
  return (
    <>
      {gaps.state === "error" && (
        <Notice tone="error" action={<Button onClick={gaps.retry}>Try again</Button>}>
          The figures did not load. {gaps.reason} {gaps.last && "What you see answers the question before."}
        </Notice>
      )}
      {type.count === 0 && (
        <Notice tone="warn">
          No {type.many} are listed in this place. The gap is all of the target until a list of them is loaded.
        </Notice>
      )}
      {type.count > 0 && counted === 0 && (
        <Notice tone="warn" action={<Button onClick={onCountAll}>Count all</Button>}>
          {noSuchServices(type.many)}
        </Notice>
      )}
    </>
  );
}
