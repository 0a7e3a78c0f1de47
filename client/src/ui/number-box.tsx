import { Input } from "react-aria-components/Input";
import { NumberField } from "react-aria-components/NumberField";
import field from "./field.module.css";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly format?: Intl.NumberFormatOptions;
  readonly onSettle: (value: number) => void;
  readonly describedBy?: string;
}

/** A number to type. What cannot be is brought back inside its limits when the box is left. */
export function NumberBox({ label, value, least, most, step, format, onSettle, describedBy }: Props) {
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      {...(format && { formatOptions: format })}
      {...(describedBy && { "aria-describedby": describedBy })}
      onChange={(next) => onSettle(Number.isNaN(next) ? value : next)}
    >
      <Input className={field.input ?? ""} />
    </NumberField>
  );
}
