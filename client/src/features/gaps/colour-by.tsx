import { hasShortfall, type Method, type Unit } from "@needs-map/shared/domain/gap/settings";
import { Palette as PaletteIcon } from "lucide-react";
import { useId } from "react";
import { coverage5, need5, needByCoverage9, type Theme } from "../../cartography/palettes.ts";
import type { View } from "../../view/view.ts";
import { gapKind } from "../../words/gap.ts";
import { capital } from "../../words/question.ts";
import styles from "./question-panel.module.css";

interface Props {
  readonly view: View;
  readonly theme: Theme;
  readonly method: Method;
  readonly unit: Unit;
  readonly onChange: (changed: Partial<View>) => void;
}

export function ColourBy({ view, theme, method, unit, onChange }: Props) {
  const name = useId();
  const cells = needByCoverage9[theme].fills;
  const gap = { short: `${capital(unit)} short`, outOfReach: "Out of reach", cost: "Crowding and journey" };
  const options = [
    { id: "short", label: gap[gapKind(method)], fills: need5[theme].fills },
    { id: "need", label: "Need", fills: need5[theme].fills },
    { id: "cover", label: hasShortfall(method) ? "Coverage" : "In reach", fills: coverage5[theme].fills },
    { id: "both", label: "Need against coverage", fills: [cells[6], cells[0], cells[1], cells[2]] },
  ] as const;
  return (
    <div className={`${styles.part} ${styles.colour}`}>
      <h2 id={`${name}-title`}>
        <PaletteIcon size={18} aria-hidden /> Colour wards by
      </h2>
      <fieldset aria-labelledby={`${name}-title`}>
        {options.map(({ id, label, fills }) => (
          <label key={id} className={styles.choice}>
            <input type="radio" name={name} checked={view.by === id} onChange={() => onChange({ by: id })} />
            {label}
            <svg width={64} height={11} aria-hidden>
              {fills.map((fill, index) => (
                <rect key={fill} x={(index * 64) / fills.length} width={64 / fills.length} height={11} fill={fill} />
              ))}
            </svg>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
