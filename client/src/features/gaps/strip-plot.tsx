interface Props {
  /** A figure a ward; NaN is left out. */
  readonly values: readonly number[];
  readonly own: number;
  readonly average: number;
}

/** A strip of all wards with the whole place's average and the ward that is looked at. The words beside it say the same. */
export function StripPlot({ values, own, average }: Props) {
  const known = [...values, average, own].filter(Number.isFinite);
  if (known.length === 0) return <svg width="100%" height={22} aria-hidden />;
  const least = Math.min(...known);
  const span = Math.max(...known) - least;
  const at = (value: number) => `${5 + (span > 0 ? (value - least) / span : 0.5) * 90}%`;
  return (
    <svg width="100%" height={22} aria-hidden>
      <line x1="2%" x2="98%" y1={11} y2={11} stroke="var(--line-strong)" strokeWidth={1.4} />
      {values.filter(Number.isFinite).map((value, index) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: wards keep their order
          key={index}
          x1={at(value)}
          x2={at(value)}
          y1={7}
          y2={15}
          stroke="var(--line-strong)"
          strokeWidth={1.2}
        />
      ))}
      {Number.isFinite(average) && (
        <line x1={at(average)} x2={at(average)} y1={3} y2={19} stroke="var(--ink)" strokeWidth={2.4} />
      )}
      {Number.isFinite(own) && (
        <circle cx={at(own)} cy={11} r={5.5} fill="var(--gap)" stroke="var(--surface)" strokeWidth={1.5} />
      )}
    </svg>
  );
}
