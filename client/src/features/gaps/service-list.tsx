import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { figure } from "../../words/numbers.ts";
import { journey } from "../../words/question.ts";
import styles from "./evidence.module.css";
import type { Nearby } from "./nearby-services.ts";
import { checkedWords } from "./services-table.tsx";

interface Props {
  readonly near: readonly Nearby[];
  readonly type: ServiceTypeListed;
  readonly settings: GapSettings;
}

export function ServiceList({ near, type, settings }: Props) {
  const from = `Minutes are from the middle of the ward, where its name stands on the map. ${travelWords(settings.mode)}.`;
  return (
    <div className={styles.body}>
      {near.length === 0 && (
        <p>
          No {type.many} in the ward or within a {journey(settings)} of its middle.
        </p>
      )}
      <ul className={styles.services}>
        {near.map(({ service, minutes, inside }) => (
          <li key={service.id} className={styles.service}>
            <strong>{service.name}</strong>
            <span className={styles.minutes}>{Number.isFinite(minutes) ? `${figure(minutes)} min` : ""}</span>
            <small>
              {[
                inside ? "In this ward" : "Near this ward",
                type.unit === "places" &&
                  (service.capacity === null ? "places not given" : `${figure(service.capacity)} places`),
                service.times,
                service.cost,
                service.organisation,
                service.address,
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
            {!service.checked && (
              <small className={styles.unchecked}>{checkedWords(service)}. Counts at half weight.</small>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.muted}>{from}</p>
    </div>
  );
}
