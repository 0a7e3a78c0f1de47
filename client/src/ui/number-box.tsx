import { type KeyboardEvent, useState } from "react";
import field from "./field.module.css";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Written after the number while it is not being typed, as in "20 min". */
  readonly suffix?: string;
  readonly className?: string | undefined;
  readonly onSettle: (value: number) => void;
}

const tidy = (value: number) => Number(value.toFixed(4));

/** A number to type. What cannot be is brought back inside its limits, or to what it was, when the box is left. */
export function NumberBox({ label, value, least, most, step, suffix = "", className = "", onSettle }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = `${tidy(value)}${suffix}`;
  const settle = (next: number) => {
    setTyped(null);
    const kept = tidy(Math.min(most, Math.max(least, next)));
    const stepped = Number.isInteger(step) ? Math.round(kept) : kept;
    if (Number.isFinite(stepped) && stepped !== value) onSettle(stepped);
  };
  const commit = () => {
    if (typed === null) return;
    const written = typed.replace(",", ".").match(/-?\d+(\.\d+)?|-?\.\d+/);
    settle(written ? Number(written[0]) : value);
  };
  const keys = (event: KeyboardEvent) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (way) {
      event.preventDefault();
      settle(value + way * step);
    } else if (event.key === "Enter") commit();
    else if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      setTyped(null);
    }
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      role="spinbutton"
      autoComplete="off"
      className={`${field.input} ${className}`}
      aria-label={label}
      aria-valuenow={tidy(value)}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={shown}
      value={typed ?? shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={keys}
    />
  );
}
