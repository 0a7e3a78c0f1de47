import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Question } from "../../analysis/question.ts";
import type { RankedWard } from "../../analysis/ranking.ts";
import type { WardColours } from "../../cartography/ward-colours.ts";
import { Button } from "../../ui/button.tsx";
import { MethodLink } from "../../ui/method-link.tsx";
import { Segments } from "../../ui/segments.tsx";
import type { View } from "../../view/view.ts";
import { gapDigits, gapKind, gapPart } from "../../words/gap.ts";
import { figure, rangeWords, UNSAID } from "../../words/numbers.ts";
import { capital } from "../../words/question.ts";
import { RangeBar } from "./range-bar.tsx";
import styles from "./ranked-wards.module.css";

interface Props {
  /** Id of the place. */
  readonly place: string;
  readonly ranked: readonly RankedWard[];
  readonly question: Question;
  readonly colours: WardColours;
  readonly sort: View["sort"];
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly onSort: (sort: View["sort"]) => void;
  readonly onHover: (code: string | null) => void;
  readonly onSelect: (code: string) => void;
  readonly onTable: () => void;
  /** How sure the order is, beneath it. */
  readonly sure?: ReactNode;
}

const sorts = (cost: boolean) =>
  [
    { id: "short", label: cost ? "Cost" : "Gap" },
    { id: "name", label: "A to Z" },
  ] as const;

/** Every ward with its gap and likely range, tied to the map by what is pointed at and what is chosen. */
export const RankedWards = memo(function RankedWards(props: Props) {
  const { ranked, question, colours, sort, selected, hovered, onHover } = props;
  const { unit } = question.type;
  const kind = gapKind(question.settings.method);
  const digits = gapDigits(question.settings.method, unit);
  const words = (count: string) =>
    ({
      short: `${count === "1" ? unit.slice(0, -1) : unit} short`,
      outOfReach: "out of reach",
      cost: "for crowding and journey",
    })[kind];
  const rows = useMemo(
    () => (sort === "name" ? [...ranked].sort((a, b) => a.name.localeCompare(b.name, "en-GB")) : ranked),
    [ranked, sort],
  );
  const most = Math.max(0, ...rows.flatMap(({ value, high }) => [value, high]).filter(Number.isFinite));
  const list = useRef<HTMLOListElement>(null);
  const [entry, setEntry] = useState<string | null>(null);
  const stop = rows.some(({ code }) => code === entry) ? entry : (selected ?? rows[0]?.code);

  useEffect(() => {
    const shown = hovered ?? selected;
    const row = shown && list.current?.querySelector(`[data-code="${CSS.escape(shown)}"]`);
    if (row) row.scrollIntoView({ block: "nearest" });
  }, [hovered, selected]);

  const keys = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = rows.findIndex(({ code }) => code === stop);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (!next) return;
    list.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(next.code)}"]`)?.focus();
  };

  return (
    <section className={styles.panel} aria-label="Wards">
      <div className={styles.head}>
        <h2>
          {sort === "name"
            ? "Wards by name"
            : kind === "cost"
              ? "Wards with the highest cost"
              : "Wards with the biggest gaps"}
        </h2>
        <Segments label="Order of wards" value={sort} options={sorts(kind === "cost")} onChange={props.onSort} />
      </div>
      <div className={styles.columns} aria-hidden>
        <span>Ward</span>
        <span>
          <strong>
            {{ short: `${capital(unit)} short`, outOfReach: "People out of reach", cost: "Crowding and journey" }[kind]}
          </strong>
          {kind === "cost" ? "lower is better" : "line shows likely range"}
        </span>
      </div>
      <ol ref={list} className={styles.list} onKeyDown={keys}>
        {rows.map((ward) => {
          const count = figure(ward.value, digits);
          const range = rangeWords(ward.low, ward.high, (value) => figure(value, digits));
          const look = ward.code === selected ? styles.selected : ward.code === hovered ? styles.hovered : "";
          return (
            <li key={ward.code}>
              <button
                type="button"
                className={`${styles.row} ${look}`}
                data-code={ward.code}
                tabIndex={ward.code === stop ? 0 : -1}
                aria-pressed={ward.code === selected}
                aria-label={
                  count === UNSAID
                    ? `${ward.name}: cannot be said`
                    : [`${ward.rank}. ${ward.name}: ${count} ${words(count)}`, range].filter(Boolean).join(", ")
                }
                onClick={() => props.onSelect(ward.code)}
                onPointerEnter={() => onHover(ward.code)}
                onPointerLeave={() => onHover(null)}
                onFocus={() => {
                  setEntry(ward.code);
                  onHover(ward.code);
                }}
                onBlur={() => onHover(null)}
              >
                <span className={styles.rank}>{ward.rank}</span>
                <span className={styles.name}>{ward.name}</span>
                <RangeBar
                  value={ward.value}
                  low={range ? ward.low : Number.NaN}
                  high={range ? ward.high : Number.NaN}
                  most={most}
                  fill={colours.byCode.get(ward.code)?.fill ?? "var(--line)"}
                />
                <span className={styles.count}>{Number.isFinite(ward.value) ? count : "–"}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {props.sure}
      <div className={styles.foot}>
        <span>{ranked.length} wards</span>
        <MethodLink place={props.place} part={gapPart(question.settings.method)} />
        <Button look="link" onClick={props.onTable}>
          Show all as a table
        </Button>
      </div>
    </section>
  );
});
