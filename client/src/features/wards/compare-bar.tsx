import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { Link } from "@tanstack/react-router";
import { Button, buttonClass } from "../../ui/button.tsx";
import { figure, list } from "../../words/numbers.ts";
import styles from "./wards.module.css";
import { MOST_COMPARED } from "./wards-to-compare.ts";

interface Props {
  readonly place: PlaceDetail;
  /** Names of the wards that are ticked. */
  readonly names: readonly string[];
  /** Whether a fifth was asked for. */
  readonly full: boolean;
  readonly onClear: () => void;
}

/** What is ticked for comparison, and the way there. */
export function CompareBar({ place, names, full, onClear }: Props) {
  return (
    <div className={styles.bar}>
      <p role="status">
        {names.length === 0
          ? `Tick up to ${figure(MOST_COMPARED)} wards to compare them.`
          : `${figure(names.length)} of ${figure(MOST_COMPARED)} ticked: ${list(names)}.`}
        {full && (
          <strong className={styles.full}> No more than four can be compared. Untick one to tick another.</strong>
        )}
      </p>
      {names.length > 0 && (
        <div className={styles.actions}>
          <Link
            className={buttonClass("primary")}
            to="/$place/wards/compare"
            params={{ place: place.id }}
            search={true}
          >
            {names.length === 1 ? `Compare with ${place.name}` : `Compare ${figure(names.length)} wards`}
          </Link>
          <Button look="quiet" onClick={onClear}>
            Untick all
          </Button>
        </div>
      )}
    </div>
  );
}
