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
  readonly format?: Intl.NumberFormatOptions;
  /** While the thumb moves. */
  readonly onMove: (value: number) => void;
  /** When it rests, and when a number was typed. */
  readonly onSettle: (value: number) => void;
}

/** A slider with a number box beside it, so that nothing has to be dragged. */
export function NumberSlider({ label, value, least, most, step, boxMost, format, onMove, onSettle }: Props) {
  const top = Math.max(most, value);
  return (
    <div className={field.field}>
      <div className={styles.row}>
        <Slider
          className={field.field ?? ""}
          value={value}
          minValue={least}
          maxValue={top}
          step={step}
          {...(format && { formatOptions: format })}
          onChange={onMove}
          onChangeEnd={onSettle}
        >
          <Label className={field.label ?? ""}>{label}</Label>
          <SliderTrack className={styles.track ?? ""}>
            {({ state }) => (
              <>
                <svg className={styles.fill} width={`${state.getThumbPercent(0) * 100}%`} height="4" aria-hidden />
                <SliderThumb className={styles.thumb ?? ""} />
              </>
            )}
          </SliderTrack>
        </Slider>
        <NumberBox
          label={label}
          value={value}
          least={least}
          most={boxMost ?? most}
          step={step}
          {...(format && { format })}
          onSettle={onSettle}
        />
      </div>
    </div>
  );
}
