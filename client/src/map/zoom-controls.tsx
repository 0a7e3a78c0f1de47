import { Maximize, Minus, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import styles from "./zoom-controls.module.css";

interface Props {
  readonly onIn: () => void;
  readonly onOut: () => void;
  readonly onFit: () => void;
}

/** The buttons that do what wheel and pinch do, so that nothing needs a drag. */
export function ZoomControls({ onIn, onOut, onFit }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{t("map.zoom.group")}</legend>
      <button type="button" className={styles.button} aria-label={t("map.zoom.in")} onClick={onIn}>
        <Plus size={18} aria-hidden />
      </button>
      <button type="button" className={styles.button} aria-label={t("map.zoom.out")} onClick={onOut}>
        <Minus size={18} aria-hidden />
      </button>
      <button type="button" className={styles.button} aria-label={t("map.zoom.fit")} onClick={onFit}>
        <Maximize size={17} aria-hidden />
      </button>
    </fieldset>
  );
}
