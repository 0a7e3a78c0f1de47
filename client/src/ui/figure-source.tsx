import type { Source } from "@needs-map/shared/contract/source";
import { Link } from "@tanstack/react-router";
import type { MethodPart } from "../words/method-parts.ts";
import { dated } from "../words/numbers.ts";
import styles from "./figure-source.module.css";
import { MethodLink } from "./method-link.tsx";

/** What a figure rests on, for whoever asks. */
export interface FigureOrigin {
  /** How it is worked out, in one line. */
  readonly formula: string;
  /** What goes into it, in words, with dates where a source does not say them. */
  readonly inputs: readonly string[];
  readonly sources: readonly Source[];
  /** The part of the page on method that explains it. */
  readonly part: MethodPart;
}

interface Props {
  readonly place: string;
  /** The figure, as its heading names it. */
  readonly of: string;
  readonly origin: FigureOrigin;
}

/** A line that opens to a figure's formula, inputs, dates, sources and licence. */
export function FigureSource({ place, of, origin }: Props) {
  const { formula, inputs, sources, part } = origin;
  return (
    <details className={styles.origin}>
      <summary>
        Where this comes from<span className="visually-hidden">: {of}</span>
      </summary>
      <dl>
        <dt>Worked out as</dt>
        <dd>{formula}</dd>
        <dt>From</dt>
        <dd>
          <ul>
            {inputs.map((input) => (
              <li key={input}>{input}</li>
            ))}
          </ul>
        </dd>
        <dt>{sources.length === 1 ? "Source" : "Sources"}</dt>
        <dd>
          <ul>
            {sources.map(({ id, title, publisher, vintage, licence }) => (
              <li key={id}>
                {title}. {publisher}, {dated(vintage)}. {licence}.
              </li>
            ))}
            {sources.length === 0 && <li>None is named.</li>}
          </ul>
        </dd>
      </dl>
      <p>
        <MethodLink place={place} part={part}>
          The method in full
        </MethodLink>{" "}
        ·{" "}
        <Link to="/$place/data" params={{ place }} search={true}>
          The files
        </Link>
      </p>
    </details>
  );
}
