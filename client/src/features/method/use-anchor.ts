import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** Goes to the part that the address names once the page has its full length, for it grew since it was opened. */
export function useAnchor(ready: boolean): void {
  const part = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (!ready || !part) return;
    const found = document.getElementById(part);
    found?.scrollIntoView();
    found?.focus({ preventScroll: true });
  }, [ready, part]);
}
