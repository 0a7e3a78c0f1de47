import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { Button } from "../../ui/button.tsx";
import { figure } from "../../words/numbers.ts";
import { journey } from "../../words/question.ts";
import { placesWords, weightWords } from "../../words/service.ts";
import styles from "./evidence.module.css";
import type { Nearby } from "./nearby-services.ts";

interface Props {
  readonly near: readonly Nearby[];
  readonly type: ServiceTypeListed;
  readonly settings: GapSettings;
  /** The postcode or street that journeys start from; null for the middle of the ward. */
  readonly from: string | null;
  readonly onForget: () => void;
}

export function ServiceList({ near, type, settings, from, onForget }: Props) {
  const start = from ?? "the middle of the ward, where its name stands on the map";
  return (
    <div className={styles.body}>
      {from && (
        <p>
          Journeys start at <strong>{from}</strong>.{" "}
          <Button look="link" onClick={onForget}>
            Start at the middle of the ward
          </Button>
        </p>
      )}
      {!near.some(({ within }) => within) && (
        <p>
          No {type.many} in the ward or within a {journey(settings)} of {from ?? "its middle"}.
          {near.length > 0 && " The nearest are:"}
        </p>
      )}
      <ul className={styles.services}>
        {near.map(({ service, minutes, inside, within }) => (
          <li key={service.id} className={styles.service}>
            <strong>{service.name}</strong>
            <span className={styles.minutes}>{Number.isFinite(minutes) ? `${figure(minutes)} min` : ""}</span>
            <small>
              {[
                service.ward === null && "Over the border",
                inside ? "In this ward" : within ? "Near this ward" : "Farther than the longest journey",
                type.unit === "places" && placesWords(service.capacity, settings.method),
                service.times,
                service.cost,
                service.organisation,
                service.address,
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
            {!service.checked && <small className={styles.unchecked}>{weightWords(service, settings.method)}</small>}
          </li>
        ))}
      </ul>
      <p className={styles.muted}>
        Minutes are from {start}. {travelWords(settings.mode)}.
      </p>
    </div>
  );
}
