import { ChevronDown } from "lucide-react";
import { MethodLink } from "../../ui/method-link.tsx";
import { dated, figure } from "../../words/numbers.ts";
import styles from "./evidence.module.css";
import { type Fact, placeWords } from "./facts.ts";
import { StripPlot } from "./strip-plot.tsx";

interface Props {
  readonly fact: Fact;
  readonly row: number;
  /** Id of the place, and name of the ward. */
  readonly place: string;
  readonly ward: string;
}

/** One fact on a strip of all wards; opened, it says how it was worked out and from what. */
export function FactRow({ fact, row, place, ward }: Props) {
  const own = fact.values[row] ?? Number.NaN;
  const known = fact.values.filter(Number.isFinite);
  return (
    <details className={styles.fact}>
      <summary>
        <span>{fact.title}</span>
        <span className={styles.value}>{fact.show(own)}</span>
        <StripPlot values={fact.values} own={own} average={fact.average} />
        <ChevronDown size={15} aria-hidden />
      </summary>
      <div className={styles.source}>
        <p>
          {fact.show(fact.average)} is the {fact.averageWords}.
          {Number.isFinite(own) && ` ${placeWords(own, known, fact.ends, fact.show)} of ${figure(known.length)} wards.`}
        </p>
        <p>
          {fact.formula}{" "}
          {fact.part && (
            <MethodLink place={place} part={fact.part}>
              Worked through for {ward}
            </MethodLink>
          )}
        </p>
        {fact.origins.map((origin) => (
          <p key={origin.title}>
            Source: {origin.title}. {origin.publisher}, {dated(origin.vintage)}. {origin.licence}.
          </p>
        ))}
      </div>
    </details>
  );
}
