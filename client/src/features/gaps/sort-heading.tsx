import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import styles from "./table-view.module.css";

export interface Sorting {
  readonly by: string;
  readonly down: boolean;
}

/** Rows in the order of one column; figures that cannot be said come last either way. */
export function useSorted<T>(
  given: readonly T[],
  start: Sorting,
  figureOf: (row: T, by: string) => number | string,
): { rows: readonly T[]; sorting: Sorting; sortBy: (by: string) => void } {
  const [sorting, setSorting] = useState(start);
  const { by, down } = start;
  useEffect(() => setSorting({ by, down }), [by, down]);
  const rows = useMemo(() => {
    const way = sorting.down ? -1 : 1;
    return [...given].sort((one, other) => {
      const a = figureOf(one, sorting.by);
      const b = figureOf(other, sorting.by);
      if (typeof a === "string" || typeof b === "string") return way * String(a).localeCompare(String(b), "en-GB");
      if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
      return way * (a - b);
    });
  }, [given, sorting, figureOf]);
  const sortBy = (next: string) => {
    const text = next === "name" || next === "rank";
    setSorting(sorting.by === next ? { by: next, down: !sorting.down } : { by: next, down: !text });
  };
  return { rows, sorting, sortBy };
}

interface Props {
  readonly by: string;
  readonly sorting: Sorting;
  readonly sortBy: (by: string) => void;
  readonly className?: string | undefined;
  /** Beside the button: how the figures come about. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function SortHeading({ by, sorting, sortBy, className, aside, children }: Props) {
  const here = sorting.by === by;
  return (
    <th scope="col" className={className} aria-sort={here ? (sorting.down ? "descending" : "ascending") : "none"}>
      <button type="button" className={styles.sort} onClick={() => sortBy(by)}>
        {children}
        {here && (sorting.down ? <ArrowDown size={14} aria-hidden /> : <ArrowUp size={14} aria-hidden />)}
      </button>
      {aside}
    </th>
  );
}
