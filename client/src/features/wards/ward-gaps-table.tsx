import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { Link } from "@tanstack/react-router";
import { FigureSource } from "../../ui/figure-source.tsx";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { parseView, viewQuery } from "../../view/view.ts";
import { journey } from "../../words/question.ts";
import { gapOrigin } from "./gap-origin.ts";
import type { WardGapLine } from "./ward-gaps.ts";
import styles from "./wards.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly ward: Ward;
  readonly lines: readonly WardGapLine[];
  readonly indicators: readonly Indicator[];
}

/** What a ward is short of, one kind of service a row, each leading to its question on the map. */
export function WardGapsTable({ place, ward, lines, indicators }: Props) {
  return (
    <ScrollRegion label={`Gaps of ${ward.name}`} className={`${page.scroll} ${styles.narrow}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Within a</th>
            <th scope="col" className={page.number}>
              Short
            </th>
            <th scope="col" className={page.number}>
              Target met
            </th>
            <th scope="col">Among wards</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ type, settings, short, range, met, rank }) => (
            <tr key={type.id}>
              <th scope="row">
                <Link
                  to="/$place/gaps"
                  params={{ place: place.id }}
                  search={(now: Record<string, unknown>) =>
                    viewQuery({ ...parseView({ theme: now.theme }), svc: type.id, ward: ward.code })
                  }
                >
                  {type.title}
                </Link>
                <FigureSource place={place.id} of={type.title} origin={gapOrigin(type, settings, place, indicators)} />
              </th>
              <td>{journey({ minutes: settings.min, mode: settings.go })}</td>
              <td className={page.number}>
                {short}
                {range && <div className={page.muted}>{range}</div>}
              </td>
              <td className={page.number}>{met}</td>
              <td>{rank ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
