import type { SearchResult } from "@needs-map/shared/contract/search";
import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { searchQuery } from "../api/queries.ts";
import { Button } from "./button.tsx";
import styles from "./search-box.module.css";

interface Props {
  readonly place: string;
  readonly version: number;
  /** The postcode or street that is marked on the map; null for none. */
  readonly found: SearchResult | null;
  readonly onFound: (found: SearchResult) => void;
  /** Takes the mark away: Escape, an emptied box, or the cross. */
  readonly onClear: () => void;
  /** In the dark bar at the top, or part of a page, where it is as large as a finger. */
  readonly look?: "bar" | "page";
  /** Id of words on the page that name the box and describe it; without them it names itself. */
  readonly labelledBy?: string;
  /** Words of a button beside the box that does what Enter does. */
  readonly action?: string;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));

/** A press on the button leaves the cursor in the box, so that what was found stays open. */
const keepFocus = (event: PointerEvent) => event.preventDefault();

/** Goes to a ward, postcode or street, and keeps the name of what is marked. "/" puts the cursor here. */
export function SearchBox(props: Props) {
  const { place, version, found: marked, onFound, onClear, look = "bar", labelledBy, action } = props;
  const id = useId();
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [wanted, setWanted] = useState(false);
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
    setWanted(false);
    setOpen(false);
    setWords(result.kind === "ward" ? "" : result.label);
    onFound(result);
  };
  const clear = () => {
    setWanted(false);
    setOpen(false);
    setWords("");
    onClear();
  };
  const choose = () => {
    setOpen(true);
    setWanted(words.trim().length > 1);
  };
  const answered = asked === words.trim() ? found[at] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for is opened once its answer is here
  useEffect(() => {
    if (wanted && answered) go(answered);
  }, [wanted, answered]);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") clear();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && words.trim().length > 1) {
      event.preventDefault();
      setOpen(true);
      if (found.length > 0) setAt((at + step + found.length) % found.length);
    }
    if (event.key === "Enter") choose();
  };

  const shown = open && asked.length > 1;
  const told = error
    ? "The search did not work. Try again."
    : isFetching
      ? "Looking…"
      : "Nothing found. Try a postcode or a ward.";
  return (
    <search className={`${styles.search} ${styles[look]}`}>
      <span className={styles.box}>
        <Search size={17} aria-hidden />
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label={labelledBy ? undefined : "Ward, postcode or street"}
          aria-labelledby={labelledBy}
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={shown && found[at] ? `${id}-${at}` : undefined}
          aria-keyshortcuts="/"
          autoComplete="off"
          spellCheck={false}
          placeholder={look === "page" ? "Postcode, street or ward" : "Ward or postcode"}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setOpen(true);
            setAt(0);
            setWanted(false);
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
          look === "bar" && <kbd aria-hidden>/</kbd>
        )}
      </span>
      {action && (
        <Button look="primary" className={styles.action ?? ""} onPointerDown={keepFocus} onClick={choose}>
          {action}
        </Button>
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
