import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import styles from "./flyout.module.css";

interface Props {
  readonly label: ReactNode;
  readonly buttonClass?: string;
  /** Named for the panel, and for the button when its label is not words. */
  readonly name: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel below it. Escape, a press elsewhere or leaving by Tab closes it. */
export function Flyout({ label, buttonClass = "", name, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", leave, true);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", leave, true);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches the focus leave
    <div
      className={styles.anchor}
      ref={anchor}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !anchor.current?.contains(next)) setOpen(false);
      }}
    >
      <Button
        ref={button}
        className={buttonClass}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && (
        <section id={id} className={styles.panel} aria-label={name}>
          {children(close)}
        </section>
      )}
    </div>
  );
}
