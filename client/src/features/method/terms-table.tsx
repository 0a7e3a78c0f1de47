import type { Terms } from "@needs-map/shared/domain/gap/worked/terms";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure } from "../../words/numbers.ts";
import { roundedTerms } from "../../words/rounded-terms.ts";
import styles from "./method.module.css";

interface Props<Term> {
  readonly caption: string;
  readonly terms: Terms<Term>;
  /** What a row is, and what many of them are: "Postcode", "postcodes". */
  readonly one: string;
  readonly many: string;
  readonly name: (term: Term) => string;
  readonly columns: readonly (readonly [title: string, of: (term: Term) => string])[];
  /** What the last column is, with its digits after the point. */
  readonly value: string;
  readonly digits: number;
  /** What the sum is. */
  readonly total: string;
}

/** The largest terms of a sum, the others together, and the sum: as they are shown, they add up. */
export function TermsTable<Term>(props: Props<Term>) {
  const { caption, terms, one, many, name, columns, value, digits, total } = props;
  const { largest, others, rest } = terms;
  const values = roundedTerms(terms.total, [...largest.map((term) => term.value), rest], digits);
  return (
    <ScrollRegion label={caption} className={styles.scroll}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{one}</th>
            {columns.map(([title]) => (
              <th key={title} scope="col" className={page.number}>
                {title}
              </th>
            ))}
            <th scope="col" className={page.number}>
              {value}
            </th>
          </tr>
        </thead>
        <tbody>
          {largest.map((term, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the largest terms stand in their order
            <tr key={at}>
              <th scope="row">{name(term)}</th>
              {columns.map(([title, of]) => (
                <td key={title} className={page.number}>
                  {of(term)}
                </td>
              ))}
              <td className={page.number}>{figure(values[at] ?? Number.NaN, digits)}</td>
            </tr>
          ))}
          {others > 0 && (
            <tr>
              <th scope="row" colSpan={columns.length + 1}>
                and {figure(others)} more {many}, together
              </th>
              <td className={page.number}>{figure(values.at(-1) ?? Number.NaN, digits)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={columns.length + 1}>
              {total}
            </th>
            <td className={page.number}>{figure(terms.total, digits)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
