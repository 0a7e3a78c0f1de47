import { Share2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import field from "../../ui/field.module.css";
import { Flyout } from "../../ui/flyout.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type View, viewQuery, writeQuery } from "../../view/view.ts";
import styles from "./menus.module.css";

interface Props {
  readonly place: string;
  readonly view: View;
}

/** Copies a link to exactly this view, with or without where the map looks. */
export function ShareMenu({ place, view }: Props) {
  const [position, setPosition] = useState(true);
  const tell = useToast();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const link = `${location.origin}/${place}/gaps${writeQuery(viewQuery(position ? view : { ...view, at: null }))}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      tell("Link copied");
    } catch {
      box.current?.select();
      tell("The link is selected. Copy it with Ctrl and C.");
    }
  };
  return (
    <Flyout
      name="Share"
      buttonClass={styles.barButton ?? ""}
      label={
        <>
          <Share2 size={17} aria-hidden /> <span className={styles.word}>Share</span>
        </>
      }
    >
      {() => (
        <div className={styles.body}>
          <label className={field.field} htmlFor={id}>
            Link to this view
            <input
              id={id}
              ref={box}
              className={field.input}
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
            />
          </label>
          <label className={styles.check}>
            <input type="checkbox" checked={position} onChange={(event) => setPosition(event.target.checked)} />
            Include map position
          </label>
          <Button look="primary" onClick={() => void copy()}>
            Copy link
          </Button>
        </div>
      )}
    </Flyout>
  );
}
