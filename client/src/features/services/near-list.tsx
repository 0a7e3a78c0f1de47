import type { ServiceNear, ServiceTypeListed } from "@needs-map/shared/contract/service";
import page from "../../ui/page.module.css";
import { figure } from "../../words/numbers.ts";
import { capital } from "../../words/question.ts";
import { checkedWords } from "../../words/service.ts";

interface Props {
  readonly near: {
    readonly from: { readonly label: string };
    readonly travel: string;
    readonly services: readonly ServiceNear[];
  };
  readonly types: readonly ServiceTypeListed[];
  /** The kind that was asked for; null for every kind. */
  readonly kind: ServiceTypeListed | null;
  /** Longest journey to that kind, in minutes. */
  readonly longest: number | null;
}

const webAddress = (url: string) => (/^https?:\/\//i.test(url) ? url : `https://${url}`);

export function NearList({ near: { from, travel, services }, types, kind, longest }: Props) {
  const titles = new Map(types.map(({ id, one }) => [id, capital(one)]));
  const nearest = services[0];
  const none = kind && longest !== null && !(nearest && nearest.minutes <= longest);
  return (
    <>
      <p role="status">
        {none && `No ${kind.many} within ${longest} minutes of ${from.label}. `}
        {none && nearest && `Nearest: ${nearest.name}, ${figure(nearest.minutes)} minutes.`}
        {!none && `${figure(services.length)} nearest to ${from.label}, nearest first.`}
      </p>
      <ol className={page.cards}>
        {services.map((service) => (
          <li key={service.id} className={page.card}>
            <h2 className={page.cardTitle}>
              {service.name} <span className={page.minutes}>{figure(service.minutes)} min</span>
            </h2>
            <p>
              {[
                titles.get(service.type) ?? service.type,
                service.ward === null ? "over the border" : null,
                service.organisation,
                service.times,
                service.cost,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {(service.address || service.postcode) && (
              <p>{[service.address, service.postcode].filter(Boolean).join(", ")}</p>
            )}
            <p className={page.muted}>
              {service.phone && <a href={`tel:${service.phone.replaceAll(" ", "")}`}>{service.phone}</a>}
              {service.phone && service.website && " · "}
              {service.website && (
                <a href={webAddress(service.website)} rel="noreferrer">
                  Website<span className="visually-hidden"> of {service.name}</span>
                </a>
              )}
              {(service.phone || service.website) && " · "}
              {checkedWords(service)}
            </p>
          </li>
        ))}
      </ol>
      <p className={page.muted}>{travel}.</p>
    </>
  );
}
