import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward, WardDetail } from "@needs-map/shared/contract/ward";
import { FigureSource } from "../../ui/figure-source.tsx";
import { figure, UNSAID } from "../../words/numbers.ts";
import { placeWords } from "../gaps/facts.ts";
import { StripPlot } from "../gaps/strip-plot.tsx";
import { alikeFigure, intervalWords, type WardFact, widerWords } from "./ward-facts.ts";
import styles from "./wards.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly ward: WardDetail;
  readonly wards: readonly Ward[];
  readonly row: number;
  readonly facts: readonly WardFact[];
}

/** The figures that a ward is told by, each with its likely range, the borough, and where it stands among the wards. */
export function FactList({ place, ward, wards, row, facts }: Props) {
  return (
    <>
      <ul className={styles.facts} data-wider={!place.sample} aria-label={`Key figures of ${ward.name}`}>
        {facts.map((fact) => (
          <FactItem key={fact.id} fact={fact} row={row} place={place} wards={wards} similar={ward.similar} />
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

interface ItemProps {
  readonly fact: WardFact;
  readonly row: number;
  readonly place: PlaceDetail;
  readonly wards: readonly Ward[];
  readonly similar: readonly string[];
}

function FactItem({ fact, row, place, wards, similar }: ItemProps) {
  const { title, unit, source, vintage, show, average, averageInterval, wider, ends, origin } = fact;
  const own = fact.values[row] ?? Number.NaN;
  const known = fact.values.filter(Number.isFinite);
  const range = intervalWords(fact.intervals[row], show);
  const alike = alikeFigure(fact, wards, similar);
  const missing = widerWords(place);
  return (
    <li className={styles.fact}>
      <div>
        <strong>{title}</strong>
        <small>
          {unit}. <span className={styles.onScreen}>{source}, </span>
          {vintage}
        </small>
        <FigureSource place={place.id} of={title} origin={origin} />
      </div>
      <div className={styles.own}>
        <strong>{show(own)}</strong>
        {range && <small>{range}</small>}
      </div>
      <Beside
        value={show(average)}
        label={place.name}
        range={averageInterval && intervalWords(averageInterval, show)}
      />
      {alike && (
        <Beside value={show(alike.mean)} label="wards like it" range={`${show(alike.low)} to ${show(alike.high)}`} />
      )}
      {!alike && <div />}
      {wider && <Beside value={show(wider.mean)} label={wider.name} range={null} />}
      {!wider && missing && <Beside value={null} label={missing} range={null} />}
      <div className={styles.among}>
        <StripPlot values={fact.values} own={own} average={average} />
        <small>
          {Number.isFinite(own) ? `${placeWords(own, known, ends, show)} of ${figure(known.length)}` : UNSAID}
        </small>
      </div>
    </li>
  );
}

interface BesideProps {
  readonly value: string | null;
  /** Whose it is. */
  readonly label: string;
  readonly range: string | null;
}

/** A figure that stands beside the ward's own. */
function Beside({ value, label, range }: BesideProps) {
  return (
    <div className={styles.beside}>
      {value} <small>{label}</small>
      {range && <small className={styles.range}>{range}</small>}
    </div>
  );
}
