import { travelWords } from "@needs-map/shared/domain/access/travel";
import type { TravelMode } from "@needs-map/shared/domain/gap/settings";
import { figure } from "../../words/numbers.ts";
import { capital } from "../../words/question.ts";
import { checkedWords } from "../../words/service.ts";
import { Card } from "./card.tsx";
import type { ListedService } from "./listed-services.ts";
import styles from "./rows.module.css";

interface Props {
  readonly listed: ListedService;
  readonly ward: string | null;
  /** What journeys start from, in words; null where nothing was looked up. */
  readonly from: string | null;
  readonly mode: TravelMode;
  readonly onClose: () => void;
}

const webAddress = (url: string) => (/^https?:\/\//i.test(url) ? url : `https://${url}`);

/** All that the public needs to know of one service. */
export function ServiceCard({ listed: { service, kind, minutes }, ward, from, mode, onClose }: Props) {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Who runs it", service.organisation],
    ["Address", [service.address, service.postcode].filter(Boolean).join(", ") || null],
    ["Ward", ward ?? "Over the border"],
    ["When", service.times],
    ["Cost", service.cost],
    ["Last checked", checkedWords(service)],
  ];
  return (
    <Card name={service.name} onClose={onClose}>
      <p>
        {capital(kind.one)}
        {minutes !== null && from && (
          <>
            , <strong>{figure(minutes)} minutes</strong> from {from}
          </>
        )}
      </p>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {service.phone && (
          <div>
            <dt>Phone</dt>
            <dd>
              <a href={`tel:${service.phone.replaceAll(" ", "")}`}>{service.phone}</a>
            </dd>
          </div>
        )}
        {service.website && (
          <div>
            <dt>Website</dt>
            <dd>
              <a href={webAddress(service.website)} rel="noreferrer">
                Open its website
              </a>
            </dd>
          </div>
        )}
      </dl>
      {minutes !== null && <p className={styles.note}>{travelWords(mode)}.</p>}
    </Card>
  );
}
