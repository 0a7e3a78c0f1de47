import type { ButtonHTMLAttributes, Ref } from "react";
import styles from "./button.module.css";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: "plain" | "primary" | "quiet" | "link";
  /** Only an icon inside: the button is square and must have an aria-label. */
  readonly icon?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Class names of a button, for links that look like one. */
export const buttonClass = (look: Props["look"] = "plain", icon = false) =>
  [styles.button, look === "plain" ? "" : styles[look], icon ? styles.icon : ""].filter(Boolean).join(" ");

export function Button({ look = "plain", icon = false, className = "", ...rest }: Props) {
  return <button type="button" className={`${buttonClass(look, icon)} ${className}`.trim()} {...rest} />;
}
