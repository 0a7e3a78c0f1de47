import { Label } from "react-aria-components/Label";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import field from "./field.module.css";
import { NumberBox } from "./number-box.tsx";
import styles from "./number-slider.module.css";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The box goes further than the slider when given. */
  readonly boxMost?: number;
  /** Unit of the number: how the slider reads it out, and what the box writes after it. */
  readonly unit?: { readonly format: Intl.NumberFormatOptions; readonly suffix: string };
  /** While the thumb moves. */
  readonly onMove: (value: number) => void;
  /** When it rests, and when a number was typed. */
  readonly onSettle: (value: number) => void;
}

/** A slider with a number box beside it, so that nothing has to be dragged. */
export function NumberSlider({ label, value, least, most, step, boxMost, unit, onMove, onSettle }: Props) {
  return (
    <Slider
      className={styles.row ?? ""}
      value={value}
      minValue={least}
      maxValue={Math.max(most, value)}
      step={step}
      {...(unit && { formatOptions: unit.format })}
      onChange={onMove}
      onChangeEnd={onSettle}
    >
      <Label className={`${field.label} ${styles.label}`}>{label}</Label>
      <SliderTrack className={styles.track ?? ""}>
        {({ state }) => (
          <>
            <svg className={styles.fill} width={`${state.getThumbPercent(0) * 100}%`} height="4" aria-hidden>
              <rect width="100%" height="4" rx="2" fill="var(--primary)" />
            </svg>
            <SliderThumb className={styles.thumb ?? ""} />
          </>
        )}
      </SliderTrack>
      <NumberBox
        label={label}
        value={value}
        least={least}
        most={boxMost ?? most}
        step={step}
        {...(unit && { suffix: unit.suffix })}
        onSettle={onSettle}
      />
    </Slider>
  );
}
