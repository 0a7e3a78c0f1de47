import { useEffect, useState } from "react";
import { useMedia } from "../ui/use-media.ts";
import type { View } from "./view.ts";

export type ThemeChoice = "light" | "dark" | "system";
const KEY = "theme";

function keptChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

/** Keeps the choice for the next visit, where the browser allows it. */
export function keepTheme(choice: ThemeChoice): void {
  try {
    if (choice === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    return;
  }
}

/**
 * The theme that shows: the link's, else the one kept from the last visit, else the system's.
 *
 * @returns what shows, what was chosen, and a way to choose
 */
export function useTheme(linked: View["theme"]) {
  const [kept, setKept] = useState(keptChoice);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const choice: ThemeChoice = linked ?? kept;
  useEffect(() => {
    if (choice === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }, [choice]);
  const choose = (next: ThemeChoice) => {
    keepTheme(next);
    setKept(next);
  };
  const shown: "light" | "dark" = choice === "system" ? (systemDark ? "dark" : "light") : choice;
  return { shown, choice, choose };
}
