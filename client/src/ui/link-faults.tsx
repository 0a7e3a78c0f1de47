import { useState } from "react";
import { openedLink } from "../view/opened-link.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Tells what the link that opened the page asked for and cannot have, until it is closed. */
export function LinkFaults({ className }: { readonly className?: string | undefined }) {
  const [faults, setFaults] = useState(openedLink);
  if (faults.length === 0) return null;
  return (
    <div className={className}>
      <Notice tone="warn" action={<Button onClick={() => setFaults([])}>Close</Button>}>
        {faults.join(" ")}
      </Notice>
    </div>
  );
}
