import type { Source } from "@needs-map/shared/contract/source";
import page from "../../ui/page.module.css";
import { dated } from "../../words/numbers.ts";
import type { Told } from "./told.ts";

interface Props {
  readonly told: Told;
  /** What the part is worked out from: people, the services, and indicators by id. */
  readonly of: readonly ("people" | "services" | { readonly indicators: readonly string[] })[];
}

/** The inputs of one part with their publishers, dates and licences. */
export function Inputs({ told, of }: Props) {
  const { sources } = told.place;
  const named = (name: string | null) => sources.filter(({ id, title }) => id === name || title === name);
  const found = of.flatMap((input) => {
    if (input === "people") return sources.filter(({ id, title }) => /people|population/i.test(`${id} ${title}`));
    if (input === "services") return named(told.asked.type.source);
    return input.indicators.flatMap((id) => named(told.sourceOf(id)));
  });
  const once = [...new Map(found.map((source) => [source.title, source])).values()];
  if (once.length === 0) return null;
  return (
    <details className={page.muted}>
      <summary>Inputs: {once.map(({ title }) => title).join("; ")}</summary>
      <ul>
        {once.map((source) => (
          <li key={source.title}>{sourceWords(source)}</li>
        ))}
      </ul>
    </details>
  );
}

const sourceWords = ({ title, publisher, vintage, licence }: Source) =>
  `${title}. ${publisher}, ${dated(vintage)}. ${licence}.`;
