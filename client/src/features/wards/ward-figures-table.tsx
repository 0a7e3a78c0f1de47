import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { WardDetail } from "@needs-map/shared/contract/ward";
import { Fragment } from "react";
import { FigureSource } from "../../ui/figure-source.tsx";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, ordinal, UNSAID } from "../../words/numbers.ts";
import { indicatorFigure } from "./indicator-figure.ts";
import { indicatorOrigin, intervalWords } from "./ward-facts.ts";
import { type WardFigure, wardFigures } from "./ward-figures.ts";

interface Props {
  readonly place: PlaceDetail;
  readonly ward: WardDetail;
  readonly indicators: readonly Indicator[];
}

export function WardFiguresTable({ place, ward, indicators }: Props) {
  return (
    <ScrollRegion label={`Figures of ${ward.name}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className={page.number}>
              {ward.name}
            </th>
            <th scope="col" className={page.number}>
              {place.name}
            </th>
            {!place.sample && (
              <th scope="col" className={page.number}>
                England
              </th>
            )}
            <th scope="col" className={page.number}>
              Range of small areas
            </th>
            <th scope="col" className={page.number}>
              Among wards
            </th>
            <th scope="col">Source and date</th>
          </tr>
        </thead>
        <tbody>
          {[...wardFigures(ward, indicators)].map(([theme, figures]) => (
            <Fragment key={theme}>
              <tr>
                <th scope="rowgroup" colSpan={place.sample ? 6 : 7} className={page.theme}>
                  {theme}
                </th>
              </tr>
              {figures.map((one) => (
                <FigureRow key={one.indicator.id} figure={one} place={place} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps {
  readonly figure: WardFigure;
  readonly place: PlaceDetail;
}

function FigureRow({ figure: { indicator, value, interval, range, rank, of }, place }: RowProps) {
  const { title, unit, source, vintage, carriedFrom, placeInterval, wider } = indicator;
  const show = (number: number | null) => indicatorFigure(indicator, number);
  return (
    <tr>
      <th scope="row">
        {title}
        <div className={page.muted}>{unit}</div>
        <FigureSource place={place.id} of={title} origin={indicatorOrigin(indicator, place)} />
      </th>
      <td className={page.number}>
        {show(value)}
        {interval && <div className={page.muted}>{intervalWords(interval, show)}</div>}
      </td>
      <td className={page.number}>
        {show(indicator.place)}
        {placeInterval && <div className={page.muted}>{intervalWords(placeInterval, show)}</div>}
      </td>
      {!place.sample && <td className={page.number}>{wider ? show(wider.mean) : "not loaded"}</td>}
      <td className={page.number}>
        {range ? `${show(range[0])} to ${show(range[1])}` : indicator.of === "wards" ? "known for wards alone" : UNSAID}
      </td>
      <td className={page.number}>{rank === null ? UNSAID : `${ordinal(rank)} highest of ${figure(of)}`}</td>
      <td>
        {source}
        <div className={page.muted}>
          {vintage}
          {carriedFrom !== null && `, counted on the wards of ${carriedFrom} and carried over`}
        </div>
      </td>
    </tr>
  );
}
