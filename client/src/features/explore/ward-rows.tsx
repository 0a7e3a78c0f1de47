import type { Ward } from "@needs-map/shared/contract/ward";
import { figure } from "../../words/numbers.ts";
import { inReachWords } from "./explore-words.ts";
import styles from "./rows.module.css";
import type { ReachShares } from "./use-reach-shares.ts";

interface Props {
  readonly wards: readonly Ward[];
  readonly selected: string | null;
  /** Whether reach is on the map, so that each ward says who lives in it. */
  readonly reach: boolean;
  readonly shares: ReachShares;
  readonly onHover: (code: string | null) => void;
  readonly onSelect: (code: string) => void;
}

export function WardRows({ wards, selected, reach, shares, onHover, onSelect }: Props) {
  return (
    <ul className={styles.rows}>
      {wards.map(({ code, name, people }) => (
        <li key={code}>
          <button
            type="button"
            className={styles.row}
            data-ward={code}
            aria-pressed={code === selected}
            onPointerEnter={() => onHover(code)}
            onPointerLeave={() => onHover(null)}
            onFocus={() => onHover(code)}
            onBlur={() => onHover(null)}
            onClick={() => onSelect(code)}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.figure}>{figure(people)} people</span>
            {reach && <small>{inReachWords(shares.of(code))}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
