import { Moon, Sun, SunMoon } from "lucide-react";
import type { ThemeChoice } from "../view/theme.ts";
import { Flyout } from "./flyout.tsx";
import styles from "./theme-menu.module.css";

interface Props {
  readonly choice: ThemeChoice;
  readonly onChoose: (choice: ThemeChoice) => void;
}

const CHOICES = [
  { id: "light", label: "Light", icon: Sun },
  { id: "dark", label: "Dark", icon: Moon },
  { id: "system", label: "As the system", icon: SunMoon },
] as const;

export function ThemeMenu({ choice, onChoose }: Props) {
  const Icon = CHOICES.find(({ id }) => id === choice)?.icon ?? SunMoon;
  return (
    <Flyout name="Colours of the screen" buttonClass={styles.button ?? ""} label={<Icon size={18} aria-hidden />}>
      {() => (
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">Colours of the screen</legend>
          {CHOICES.map(({ id, label, icon: Mark }) => (
            <label key={id}>
              <input type="radio" name="theme" checked={choice === id} onChange={() => onChoose(id)} />
              <Mark size={17} aria-hidden />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </Flyout>
  );
}
