import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { WardDetail } from "@needs-map/shared/contract/ward";
import { useState } from "react";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Select } from "../../ui/select.tsx";
import { figure } from "../../words/numbers.ts";
import { indicatorFigure } from "./indicator-figure.ts";

interface Props {
  readonly ward: WardDetail;
  readonly indicators: readonly Indicator[];
}

/** The small areas that have people in a ward, with one figure of choice. */
export function SmallAreasTable({ ward, indicators }: Props) {
  const kept = indicators.filter(({ of }) => of === "small-areas");
  const [picked, setPicked] = useState<string | null>(null);
  const shown = kept.find(({ id }) => id === picked) ?? kept[0];
  return (
    <>
      <p>
        Only the part of a small area that lies in the ward is counted here. A figure is known for the small area as a
        whole.
      </p>
      {shown && (
        <div className={page.choice}>
          <Select
            label="Figure to show"
            value={shown.id}
            options={kept.map(({ id, title, theme }) => ({ id, label: `${title} (${theme})` }))}
            onChange={setPicked}
          />
        </div>
      )}
      <ScrollRegion label="Small areas">
        <table>
          <thead>
            <tr>
              <th scope="col">Small area</th>
              <th scope="col">Code</th>
              <th scope="col" className={page.number}>
                People in this ward
              </th>
              {shown && (
                <th scope="col" className={page.number}>
                  {shown.title}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {ward.areas.map((area) => (
              <tr key={area.code}>
                <th scope="row">{area.name}</th>
                <td>{area.code}</td>
                <td className={page.number}>{figure(area.people)}</td>
                {shown && (
                  <td className={page.number}>
                    {indicatorFigure(shown, area.indicators.find(({ id }) => id === shown.id)?.value ?? null)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
