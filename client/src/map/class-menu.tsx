import { SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ClassPolicy } from "../cartography/classify.ts";
import { CLASS_POLICIES } from "../view/view.ts";
import styles from "./legend.module.css";

interface Props {
  readonly policy: ClassPolicy;
  readonly onPolicy: (policy: ClassPolicy) => void;
}

/** How the classes are chosen: an icon with the browser's own list behind it. */
export function ClassMenu({ policy, onPolicy }: Props) {
  const { t } = useTranslation();
  return (
    <label className={styles.menu} title={t("map.classes.label")}>
      <SlidersHorizontal size={16} aria-hidden />
      <select
        aria-label={t("map.classes.label")}
        value={policy}
        onChange={(event) => {
          const chosen = CLASS_POLICIES.find((known) => known === event.target.value);
          if (chosen) onPolicy(chosen);
        }}
      >
        {CLASS_POLICIES.map((known) => (
          <option key={known} value={known}>
            {t(`map.classes.${known}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
