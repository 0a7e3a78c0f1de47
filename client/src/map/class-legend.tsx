import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { positionOn, stackDots } from "../cartography/legend-dots.ts";
import { decimalsOf, formatNumber, formatRate } from "../cartography/numbers.ts";
import type { WardColour, WardColours } from "../cartography/ward-colours.ts";
import styles from "./legend.module.css";

const WIDTH = 264;
const SIDE = 10;
const PITCH = 8;
const COLUMNS = WIDTH / PITCH;
const BAR = 13;
const MARKER = 17;
const MOST_DOTS = 400;

interface Props {
  readonly colours: WardColours;
  readonly marked: WardColour | undefined;
}

/** A bar of classes with its breaks, a dot for every ward, and a marker where one ward falls. */
export function ClassLegend({ colours, marked }: Props) {
  const { t, i18n } = useTranslation();
  const { classes, of, palette } = colours;
  const language = i18n.language ?? "en";
  const dots = useMemo(() => {
    if (of.length > MOST_DOTS) return [];
    return stackDots(
      classes,
      Float64Array.from(of, (ward) => ward.value),
      COLUMNS,
    );
  }, [classes, of]);
  if (classes.count === 0) return <p className={styles.note}>{t("map.legend.nothing")}</p>;

  const words = classes.breaks.map((edge) => formatNumber(edge, language, decimalsOf(edge)));
  if (classes.count === 1) {
    return (
      <p className={styles.note}>
        <span className={styles.swatch} style={{ background: palette.fills[0] }} aria-hidden="true" />
        {t("map.legend.allEqual", { value: formatRate(classes.breaks[0] ?? Number.NaN, language, colours.digits) })}
      </p>
    );
  }

  const rows = Math.max(1, ...dots.map((dot) => dot.row + 1));
  const dotsHeight = rows * PITCH + 3;
  const barTop = MARKER + dotsHeight;
  const segment = WIDTH / classes.count;
  const height = barTop + BAR + 17;
  const at = marked ? positionOn(classes, marked.value) * WIDTH : Number.NaN;
  const counts = palette.fills.map((_, index) => of.filter((ward) => ward.classIndex === index).length);
  return (
    <>
      <svg
        className={styles.bar}
        viewBox={`${-SIDE} 0 ${WIDTH + 2 * SIDE} ${height}`}
        width={WIDTH + 2 * SIDE}
        height={height}
        aria-hidden="true"
      >
        {palette.fills.map((fill, index) => (
          <rect key={fill} x={index * segment} y={barTop} width={segment} height={BAR} fill={fill} />
        ))}
        <rect className={styles.barEdge} x={0.5} y={barTop + 0.5} width={WIDTH - 1} height={BAR - 1} />
        {!Number.isNaN(at) && (
          <g className={styles.marker} style={{ transform: `translateX(${at}px)` }}>
            <line className={styles.leader} y1={MARKER} y2={barTop} />
          </g>
        )}
        {dots.map((dot) => (
          <circle
            key={of[dot.of]?.code}
            className={of[dot.of]?.code === marked?.code ? styles.markedDot : styles.wardDot}
            cx={dot.column * PITCH + PITCH / 2}
            cy={barTop - 5.5 - dot.row * PITCH}
            r={of[dot.of]?.code === marked?.code ? 4 : 3}
          />
        ))}
        {words.map((word, index) => (
          <text key={word} className={styles.break} x={index * segment} y={barTop + BAR + 14}>
            {word}
          </text>
        ))}
        {!Number.isNaN(at) && (
          <g className={styles.marker} style={{ transform: `translateX(${at}px)` }}>
            <rect className={styles.markerBox} x={-2.5} y={barTop - 1.5} width={5} height={BAR + 3} rx={1.5} />
            <text className={styles.markerText} x={0} y={12.5} textAnchor={anchor(at)}>
              {formatRate(marked?.value ?? Number.NaN, language, colours.digits)}
            </text>
          </g>
        )}
      </svg>
      <ul className={styles.hidden}>
        {counts.map((count, index) => (
          <li key={words[index]}>
            {t("map.legend.class", { from: words[index], to: words[index + 1] })}: {t("map.legend.wards", { count })}
          </li>
        ))}
      </ul>
    </>
  );
}

function anchor(at: number): "start" | "middle" | "end" {
  if (at < 16) return "start";
  return at > WIDTH - 16 ? "end" : "middle";
}
