import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import styles from "./toast.module.css";

const Tell = createContext<(words: string) => void>(() => {});

/** Gives the page one place that says what was just done. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ words: string; turn: number }>({ words: "", turn: 0 });
  const tell = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  useEffect(() => {
    if (!said.words) return;
    const timer = setTimeout(() => setSaid(({ turn }) => ({ words: "", turn })), 6000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Tell value={tell}>
      {children}
      <div className={styles.toast} role="status">
        {said.words}
      </div>
    </Tell>
  );
}

/** Says in a toast, and to screen readers, what was just done. */
export const useToast = () => useContext(Tell);
