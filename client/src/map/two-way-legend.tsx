import { useTranslation } from "react-i18next";
import { GAP_CELL, type Palette } from "../cartography/palettes.ts";
import type { TwoWay } from "../cartography/two-way.ts";
import styles from "./legend.module.css";

/** Cells as they are drawn: most coverage at the top, most need at the right. */
const DRAWN = [6, 7, 8, 3, 4, 5, 0, 1, 2];

interface Props {
  readonly palette: Palette;
  readonly twoWay: TwoWay;
  /** Cell of the ward that is pointed at or selected; −1 for none. */
  readonly marked: number;
}

/** Nine cells with the number of wards in each; the cell that answers the question is outlined and said in words. */
export function TwoWayLegend({ palette, twoWay, marked }: Props) {
  const { t } = useTranslation();
  const level = (index: number) => t(`map.levels.${["low", "middle", "high"][index]}`);
  return (
    <div className={styles.twoWay}>
      <div className={styles.square} aria-hidden="true">
        <span className={styles.up}>{t("map.legend.moreCoverage")} →</span>
        <div className={styles.cells}>
          {DRAWN.map((cell) => (
            <span
              key={cell}
              className={cell === GAP_CELL ? styles.gapCell : styles.cell}
              data-marked={cell === marked || undefined}
              style={{ background: palette.fills[cell], color: palette.texts[cell] }}
            >
              {twoWay.counts[cell]}
            </span>
          ))}
        </div>
        <span className={styles.across}>{t("map.legend.moreNeed")} →</span>
      </div>
      <p className={styles.sentence}>
        <strong>{t("map.legend.outlined")}</strong> {t("map.legend.gapCell")}{" "}
        {t("map.legend.wards", { count: twoWay.counts[GAP_CELL] ?? 0 })}.
        <span className={styles.small}>{t("map.legend.numbers")}</span>
      </p>
      <ul className={styles.hidden}>
        {DRAWN.map((cell) => (
          <li key={cell}>
            {t("map.legend.cell", { need: level(cell % 3), coverage: level(Math.floor(cell / 3)) })}:{" "}
            {t("map.legend.wards", { count: twoWay.counts[cell] ?? 0 })}
          </li>
        ))}
      </ul>
    </div>
  );
}
