import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { figure, UNSAID } from "../../words/numbers.ts";
import { placeWords } from "../gaps/facts.ts";
import { StripPlot } from "../gaps/strip-plot.tsx";
import { intervalWords, type WardFact } from "./ward-facts.ts";
import styles from "./wards.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly ward: Ward;
  readonly row: number;
  readonly facts: readonly WardFact[];
}

/** The figures that a ward is told by, each with its likely range, the borough, and where it stands among the wards. */
export function FactList({ place, ward, row, facts }: Props) {
  return (
    <>
      <ul className={styles.facts} aria-label={`Key figures of ${ward.name}`}>
        {facts.map((fact) => (
          <FactItem key={fact.id} fact={fact} row={row} place={place.name} />
        ))}
      </ul>
      <p className={styles.key} aria-hidden>
        <span>
          <svg width={12} height={12} aria-hidden>
            <circle cx={6} cy={6} r={5} fill="var(--gap)" />
          </svg>
          {ward.name}
        </span>
        <span>
          <svg width={4} height={14} aria-hidden>
            <rect width={2.4} height={14} fill="var(--ink)" />
          </svg>
          {place.name}
        </span>
        <span>each tick is a ward</span>
      </p>
    </>
  );
}

function FactItem({ fact, row, place }: { readonly fact: WardFact; readonly row: number; readonly place: string }) {
  const own = fact.values[row] ?? Number.NaN;
  const known = fact.values.filter(Number.isFinite);
  const range = intervalWords(fact.intervals[row], fact.show);
  return (
    <li className={styles.fact}>
      <div>
        <strong>{fact.title}</strong>
        <small>
          {fact.unit}. {fact.source}, {fact.vintage}
        </small>
      </div>
      <div className={styles.own}>
        <strong>{fact.show(own)}</strong>
        {range && <small>{range}</small>}
      </div>
      <div className={styles.borough}>
        {fact.show(fact.average)} <small>{place}</small>
      </div>
      <div className={styles.among}>
        <StripPlot values={fact.values} own={own} average={fact.average} />
        <small>
          {Number.isFinite(own) ? `${placeWords(own, known, fact.ends, fact.show)} of ${figure(known.length)}` : UNSAID}
        </small>
      </div>
    </li>
  );
}
