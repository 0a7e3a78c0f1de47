interface Props {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The figure at the right end. */
  readonly most: number;
  readonly fill: string;
  readonly className?: string;
}

/** A bar with the likely range as a line over it. The words beside it say the same. */
export function RangeBar({ value, low, high, most, fill, className }: Props) {
  const at = (figure: number) => `${most > 0 && Number.isFinite(figure) ? Math.min(100, (figure / most) * 100) : 0}%`;
  const ranged = Number.isFinite(low) && Number.isFinite(high) && high > low;
  return (
    <svg width="100%" height={13} className={className} aria-hidden>
      <rect width="100%" height={13} rx={2} fill="var(--sunken)" />
      <rect width={at(value)} height={13} rx={2} fill={fill} stroke="var(--line-strong)" strokeWidth={0.6} />
      {ranged && (
        <g stroke="var(--surface)" strokeWidth={4}>
          <line x1={at(low)} x2={at(high)} y1={6.5} y2={6.5} />
        </g>
      )}
      {ranged && (
        <g stroke="var(--ink)" strokeWidth={1.6}>
          <line x1={at(low)} x2={at(high)} y1={6.5} y2={6.5} />
          <line x1={at(low)} x2={at(low)} y1={2.5} y2={10.5} />
          <line x1={at(high)} x2={at(high)} y1={2.5} y2={10.5} />
        </g>
      )}
    </svg>
  );
}
