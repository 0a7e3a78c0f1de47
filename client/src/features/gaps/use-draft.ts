import { useCallback, useMemo, useState } from "react";
import type { ViewChange } from "../../view/use-view.ts";
import type { View } from "../../view/view.ts";

/** A view that runs ahead of the address while a control moves, so that figures follow without a history entry a step. */
export function useDraft(view: View, change: ViewChange) {
  const [draft, setDraft] = useState<Partial<View> | null>(null);
  const ahead = useMemo(() => (draft ? { ...view, ...draft } : view), [view, draft]);
  const move = useCallback((changed: Partial<View>) => setDraft((now) => ({ ...now, ...changed })), []);
  const settle = useCallback(
    (changed: Partial<View>) => {
      setDraft((now) => {
        const settled = { ...now, ...changed };
        void change(changed).then(() => setDraft((latest) => (latest === settled ? null : latest)));
        return settled;
      });
    },
    [change],
  );
  return { ahead, move, settle };
}
