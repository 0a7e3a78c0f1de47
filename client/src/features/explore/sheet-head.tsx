import { ChevronUp } from "lucide-react";
import styles from "./sheet-head.module.css";
import { HEIGHT_WORDS, heightByKey, nextHeight } from "./sheet-heights.ts";
import type { useSheet } from "./use-sheet.ts";

interface Props {
  readonly sheet: ReturnType<typeof useSheet>;
  /** What is on the map, shortly. */
  readonly summary: string;
  /** Id of what it opens. */
  readonly controls: string;
}

/**
 * The top edge of the list on a small screen: a button that names the list's height and changes it, by arrow keys too,
 * and that can be dragged.
 */
export function SheetHead({ sheet, summary, controls }: Props) {
  const { height, setHeight, moved, handlers } = sheet;
  return (
    <button
      type="button"
      className={styles.head}
      data-height={height}
      aria-controls={controls}
      aria-expanded={height !== "peek"}
      {...handlers}
      onClick={() => {
        if (!moved()) setHeight(nextHeight(height));
      }}
      onKeyDown={(event) => {
        const next = heightByKey(height, event.key);
        if (next === null) return;
        event.preventDefault();
        setHeight(next);
      }}
    >
      <span className={styles.grip} aria-hidden />
      <span className={styles.what}>{summary}</span>
      <span className={styles.state}>
        List {HEIGHT_WORDS[height]}
        <ChevronUp size={20} aria-hidden />
      </span>
    </button>
  );
}
