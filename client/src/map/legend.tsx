import { useTranslation } from "react-i18next";
import type { ClassPolicy } from "../cartography/classify.ts";
import type { WardColours } from "../cartography/ward-colours.ts";
import { ClassLegend } from "./class-legend.tsx";
import { ClassMenu } from "./class-menu.tsx";
import styles from "./legend.module.css";
import { TwoWayLegend } from "./two-way-legend.tsx";

interface Props {
  readonly colours: WardColours;
  /** Code of the ward that is pointed at or selected: the legend shows where it falls. */
  readonly marked: string | null;
  /** Hatch is drawn on the map. */
  readonly doubt: boolean;
  readonly policy: ClassPolicy;
  /** Offers the choice of classes when given. */
  readonly onPolicy?: (policy: ClassPolicy) => void;
}

/** What the colours of the wards mean, with one dot or count for every ward. */
export function Legend({ colours, marked, doubt, policy, onPolicy }: Props) {
  const { t } = useTranslation();
  const ward = marked === null ? undefined : colours.byCode.get(marked);
  const doubtful = doubt && colours.of.some((other) => other.doubtful && other.classIndex >= 0);
  const noFigure = colours.of.filter((other) => other.classIndex < 0).length;
  return (
    <section className={styles.legend} aria-label={t("map.legend.name")}>
      <header className={styles.head}>
        <h2 className={styles.title}>{colours.title}</h2>
        {onPolicy && colours.twoWay === null && <ClassMenu policy={policy} onPolicy={onPolicy} />}
      </header>
      {colours.twoWay ? (
        <TwoWayLegend palette={colours.palette} twoWay={colours.twoWay} marked={ward?.classIndex ?? -1} />
      ) : (
        <ClassLegend colours={colours} marked={ward} />
      )}
      <ul className={styles.keys}>
        {colours.twoWay === null && colours.classes.count > 1 && (
          <li>
            <span className={styles.dot} aria-hidden="true" />
            {t("map.legend.oneWard")}
          </li>
        )}
        {doubtful && (
          <li>
            <span className={styles.hatch} aria-hidden="true" />
            {t("map.legend.doubt")}
          </li>
        )}
        {noFigure > 0 && (
          <li>
            <span className={styles.noFigure} aria-hidden="true" />
            {t("map.legend.noFigure", { count: noFigure })}
          </li>
        )}
      </ul>
    </section>
  );
}
