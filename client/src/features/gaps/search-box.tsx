import type { SearchResult } from "@needs-map/shared/contract/search";
import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { searchQuery } from "../../api/queries.ts";
import styles from "./menus.module.css";

interface Props {
  readonly place: string;
  readonly version: number;
  /** The postcode or street that is marked on the map; null for none. */
  readonly found: SearchResult | null;
  readonly onFound: (found: SearchResult) => void;
  /** Takes the mark away: Escape, an emptied box, or the cross. */
  readonly onClear: () => void;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));

/** Goes to a ward, postcode or street, and keeps the name of what is marked. "/" puts the cursor here. */
export function SearchBox({ place, version, found: marked, onFound, onClear }: Props) {
  const id = useId();
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const asked = useDeferredValue(open ? words.trim() : "");
  const { data, error, isFetching } = useQuery(searchQuery(place, version, asked));
  const found = asked.length > 1 ? (data ?? []) : [];

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      event.preventDefault();
      box.current?.select();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);

  useEffect(() => setWords(marked?.label ?? ""), [marked]);

  const go = (result: SearchResult) => {
    setOpen(false);
    setWords(result.kind === "ward" ? "" : result.label);
    onFound(result);
  };
  const clear = () => {
    setOpen(false);
    setWords("");
    onClear();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") clear();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && words.trim().length > 1) {
      event.preventDefault();
      setOpen(true);
      if (found.length > 0) setAt((at + step + found.length) % found.length);
    }
    const chosen = found[at];
    if (event.key === "Enter" && open && chosen) go(chosen);
  };

  const shown = open && asked.length > 1;
  const told = error
    ? "The search did not work. Try again."
    : isFetching
      ? "Looking…"
      : "Nothing found. Try a postcode or a ward.";
  return (
    <search className={styles.search}>
      <Search size={17} aria-hidden />
      <input
        ref={box}
        type="text"
        role="combobox"
        aria-label="Ward, postcode or street"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[at] ? `${id}-${at}` : undefined}
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        placeholder="Ward or postcode"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setOpen(true);
          setAt(0);
          if (event.target.value === "") clear();
        }}
        onKeyDown={keys}
        onBlur={() => setOpen(false)}
      />
      {marked ? (
        <button
          type="button"
          className={styles.clear}
          aria-label={`Clear ${marked.label}`}
          onClick={() => {
            clear();
            box.current?.focus();
          }}
        >
          <X size={16} aria-hidden />
        </button>
      ) : (
        <kbd aria-hidden>/</kbd>
      )}
      {shown && found.length > 0 && (
        <div id={`${id}-list`} className={styles.results} role="listbox" aria-label="Found">
          {found.map((result, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option
            <div
              key={`${result.kind} ${result.label} ${result.ward}`}
              id={`${id}-${index}`}
              className={styles.result}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                go(result);
              }}
              onPointerEnter={() => setAt(index)}
            >
              {result.label}
              <small>{result.detail}</small>
            </div>
          ))}
        </div>
      )}
      {shown && found.length === 0 && (
        <p id={`${id}-list`} className={`${styles.results} ${styles.nothing}`} role="status">
          {told}
        </p>
      )}
    </search>
  );
}
