import type { ReactNode } from "react";
import type { Piece, Sentence } from "../../words/sentence.ts";
import styles from "./sentence-card.module.css";

export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, strong }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their order
    strong ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
  );
}

interface Props {
  readonly sentence: Sentence;
  readonly state: "ready" | "working" | "error";
  /** How old the figures are, and what is missing. */
  readonly dates?: ReactNode;
  /** Part of the page rather than a card over the map. */
  readonly flat?: boolean;
  /** Where to read on. */
  readonly children?: ReactNode;
}

/** The answer in words, above the map and the list. */
export function SentenceCard({ sentence, state, dates, flat = false, children }: Props) {
  return (
    <div className={`${styles.card} ${flat ? styles.flat : ""}`} data-state={state}>
      <h1>
        <Pieces pieces={sentence.head} />
      </h1>
      {(sentence.more || children) && (
        <p>
          {sentence.more} {children}
        </p>
      )}
      {dates && <p className={styles.dates}>{dates}</p>}
      {state === "working" && (
        <div className={styles.working}>
          <span>Working it out…</span>
          <progress aria-label="Working it out" />
        </div>
      )}
    </div>
  );
}
