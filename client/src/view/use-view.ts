import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { parseView, type View, viewQuery } from "./view.ts";

export type ViewChange = (changed: Partial<View>, history?: "push" | "replace") => Promise<void>;

/** The view in the address, and a way to change it. Changes replace the entry unless they are a step to come back from. */
export function useView(): readonly [View, ViewChange] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = useMemo(() => parseView(search), [search]);
  const change = useCallback<ViewChange>(
    (changed, history = "replace") =>
      navigate({
        to: ".",
        search: (now: Record<string, unknown>) => viewQuery({ ...parseView(now), ...changed }),
        replace: history === "replace",
        resetScroll: false,
      }),
    [navigate],
  );
  return [view, change];
}
