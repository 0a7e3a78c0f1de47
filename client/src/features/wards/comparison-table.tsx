import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { FigureSource } from "../../ui/figure-source.tsx";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, list, percent, supplyCount, UNSAID } from "../../words/numbers.ts";
import { journey } from "../../words/question.ts";
import { gapOrigin } from "./gap-origin.ts";
import { runWords } from "./trend-lines.ts";
import { trendOrigin } from "./trend-origin.ts";
import type { WardGapsAnswer } from "./use-ward-gaps.ts";
import { allFacts, intervalWords, peopleFacts, type WardFact } from "./ward-facts.ts";
import styles from "./wards.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly wards: readonly Ward[];
  readonly indicators: readonly Indicator[];
  /** Wards in the order of the columns. */
  readonly codes: readonly string[];
  readonly gaps: WardGapsAnswer;
  readonly onRemove: (code: string) => void;
}

/** Every figure of some wards, one a column, and the borough's in the last. */
export function ComparisonTable({ place, wards, indicators, codes, gaps, onRemove }: Props) {
  const rows = codes.map((code) => wards.findIndex((ward) => ward.code === code));
  const facts = allFacts(wards, indicators, place);
  const themes = [...new Set(facts.map(({ theme }) => theme))];
  const columns = codes.length + (place.sample ? 2 : 3);
  const [density] = peopleFacts(wards, place);
  return (
    <ScrollRegion label="Wards side by side" className={`${page.scroll} ${styles.compared}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {rows.map((row, at) => {
              const ward = wards[row];
              return (
                ward && (
                  <th key={ward.code} scope="col" className={page.number}>
                    <span className={styles.column}>
                      <Link to="/$place/wards/$code" params={{ place: place.id, code: codes[at] ?? "" }} search={true}>
                        {ward.name}
                      </Link>
                      <Button look="quiet" icon aria-label={`Remove ${ward.name}`} onClick={() => onRemove(ward.code)}>
                        <X size={18} aria-hidden />
                      </Button>
                    </span>
                  </th>
                )
              );
            })}
            <th scope="col" className={page.number}>
              {place.name}
            </th>
            {!place.sample && (
              <th scope="col" className={page.number}>
                England
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              People
              {density && (
                <FigureSource
                  place={place.id}
                  of="People"
                  origin={{ ...density.origin, formula: "People at the postcodes of the ward, of every age." }}
                />
              )}
            </th>
            {rows.map((row) => (
              <td key={row} className={page.number}>
                {figure(wards[row]?.people ?? Number.NaN)}
              </td>
            ))}
            <td className={page.number}>{figure(place.people)}</td>
            {!place.sample && <td className={page.number}>not loaded</td>}
          </tr>
          <GapRows gaps={gaps} columns={columns} place={place} indicators={indicators} />
          <PersistenceRows place={place} indicators={indicators} codes={codes} columns={columns} />
          {themes.map((theme) => (
            <Fragment key={theme}>
              <Theme columns={columns}>{theme}</Theme>
              {facts
                .filter((fact) => fact.theme === theme)
                .map((fact) => (
                  <FactRow key={fact.id} fact={fact} rows={rows} place={place} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Theme({ columns, children }: { readonly columns: number; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={columns} className={page.theme}>
        {children}
      </th>
    </tr>
  );
}

interface FactRowProps {
  readonly fact: WardFact;
  readonly rows: readonly number[];
  readonly place: PlaceDetail;
}

function FactRow({ fact, rows, place }: FactRowProps) {
  const whole = intervalWords(fact.averageInterval, fact.show);
  return (
    <tr>
      <th scope="row">
        {fact.title}
        <div className={page.muted}>
          {fact.unit}. {fact.source}, {fact.vintage}
        </div>
        <FigureSource place={place.id} of={fact.title} origin={fact.origin} />
      </th>
      {rows.map((row) => {
        const range = intervalWords(fact.intervals[row], fact.show);
        return (
          <td key={row} className={page.number}>
            {fact.show(fact.values[row] ?? Number.NaN)}
            {range && <div className={page.muted}>{range}</div>}
          </td>
        );
      })}
      <td className={page.number}>
        {fact.show(fact.average)}
        {whole && <div className={page.muted}>{whole}</div>}
      </td>
      {!place.sample && <td className={page.number}>{fact.wider ? fact.show(fact.wider.mean) : "not loaded"}</td>}
    </tr>
  );
}

interface PersistenceProps {
  readonly place: PlaceDetail;
  readonly indicators: readonly Indicator[];
  readonly codes: readonly string[];
  readonly columns: number;
}

/** For how long each ward has been in the worst fifth, by every figure of several dates. */
function PersistenceRows({ place, indicators, codes, columns }: PersistenceProps) {
  const dated = indicators.flatMap((indicator) => (indicator.trend ? [{ ...indicator, trend: indicator.trend }] : []));
  if (dated.length === 0) return null;
  return (
    <>
      <Theme columns={columns}>In the worst fifth of wards, up to the latest date</Theme>
      {dated.map((indicator) => (
        <tr key={indicator.id}>
          <th scope="row">
            {indicator.title}
            <div className={page.muted}>{list(indicator.trend.periods.map(({ year }) => `${year}`))}</div>
            <FigureSource
              place={place.id}
              of={`${indicator.title}, in the worst fifth`}
              origin={trendOrigin(place, [indicator])}
            />
          </th>
          {codes.map((code) => (
            <td key={code} className={page.number}>
              {runWords(indicator.trend.run[code] ?? 0) ?? "not in it"}
              {indicator.trend.brokenBy[code] && (
                <div className={page.muted}>{indicator.trend.brokenBy[code]} is not known</div>
              )}
            </td>
          ))}
          <td />
          {!place.sample && <td />}
        </tr>
      ))}
    </>
  );
}

interface GapRowsProps {
  readonly gaps: WardGapsAnswer;
  readonly columns: number;
  readonly place: PlaceDetail;
  readonly indicators: readonly Indicator[];
}

function GapRows({ gaps, columns, place, indicators }: GapRowsProps) {
  if (gaps.error || !gaps.lines) {
    return (
      <tr>
        <td colSpan={columns}>
          {gaps.error ? (
            <span role="alert">
              The gaps did not load. {gaps.error.message} <Button onClick={gaps.again}>Try again</Button>
            </span>
          ) : (
            <span role="status">Working out the gaps…</span>
          )}
        </td>
      </tr>
    );
  }
  const { lines, totals } = gaps;
  return (
    <>
      <Theme columns={columns}>Short of the target, with the part of it that is met</Theme>
      {lines[0]?.map(({ type, settings }, at) => (
        <tr key={type.id}>
          <th scope="row">
            {type.title}
            <div className={page.muted}>{journey({ minutes: settings.min, mode: settings.go })}</div>
            <FigureSource place={place.id} of={type.title} origin={gapOrigin(type, settings, place, indicators)} />
          </th>
          {lines.map((ofWard) => {
            const line = ofWard[at];
            return (
              line && (
                <td key={line.gap.code} className={page.number}>
                  {line.short}
                  {line.range && <div className={page.muted}>{line.range}</div>}
                  <div className={page.muted}>{line.met} met</div>
                </td>
              )
            );
          })}
          <td className={page.number}>
            {totals[at] && (
              <>
                {totals[at].short === null ? UNSAID : `${supplyCount(totals[at].short, type.unit)} ${type.unit}`}
                <div className={page.muted}>{percent(totals[at].coverage ?? Number.NaN)} met</div>
              </>
            )}
          </td>
          {!place.sample && <td className={page.number}>not loaded</td>}
        </tr>
      ))}
    </>
  );
}
