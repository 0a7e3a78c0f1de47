import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import styles from "./rows.module.css";

interface Props {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What was chosen on the map or in the list, above the list. The focus follows the choice, and Escape closes it. */
export function Card({ name, onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows what is newly chosen
  useEffect(() => {
    if (!first.current || document.activeElement !== document.body) heading.current?.focus();
    first.current = false;
  }, [name]);
  return (
    <section
      className={styles.card}
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <Button icon look="quiet" aria-label={`Close ${name}`} onClick={onClose}>
          <X size={20} aria-hidden />
        </Button>
      </header>
      {children}
    </section>
  );
}
