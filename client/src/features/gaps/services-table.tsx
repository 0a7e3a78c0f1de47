import type { Service, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { counts, type Providers } from "@needs-map/shared/domain/gap/providers";
import { countsSupply, type Method } from "@needs-map/shared/domain/gap/settings";
import type { ReactNode } from "react";
import type { RankedWard } from "../../analysis/ranking.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure } from "../../words/numbers.ts";
import { FORM_NAMES } from "../../words/providers.ts";
import { checkedWords, weightWords } from "../../words/service.ts";
import { SortHeading, useSorted } from "./sort-heading.tsx";
import styles from "./table-view.module.css";

interface Props {
  readonly services: readonly Service[];
  readonly type: ServiceTypeListed;
  readonly method: Method;
  readonly providers: Providers;
  readonly wards: readonly RankedWard[];
  readonly switcher: ReactNode;
  readonly controls: ReactNode;
}

export function ServicesTable({ services, type, method, providers, wards, switcher, controls }: Props) {
  const names = new Map(wards.map(({ code, name }) => [code, name]));
  const wardOf = (service: Service) => (service.ward && names.get(service.ward)) || "Over the border";
  const formOf = ({ legalForm }: Service) => FORM_NAMES[legalForm ?? "unknown"];
  const countsWords = (service: Service) => (counts(providers, service) ? "Yes" : "No");
  const everyone = providers.forms === null && providers.unchecked;
  const checked = (service: Service) =>
    counts(providers, service) ? weightWords(service, method) : checkedWords(service);
  const { rows, sorting, sortBy } = useSorted(services, NAME_FIRST, (service, by) => {
    if (by === "form") return formOf(service);
    if (by === "counts") return countsWords(service);
    if (by === "ward") return wardOf(service);
    if (by === "places") return service.capacity ?? Number.NaN;
    if (by === "checked") return checked(service);
    return service.name;
  });
  const heading = { sorting, sortBy };
  return (
    <>
      <div className={styles.tools}>
        {switcher}
        {controls}
      </div>
      <ScrollRegion label={`Table of ${type.many}`} className={styles.scroll} bothWays>
        <table className={styles.table}>
          <caption className="visually-hidden">{`Every ${type.one} that is listed`}</caption>
          <thead>
            <tr>
              <SortHeading by="name" className={styles.first} {...heading}>
                Name
              </SortHeading>
              <SortHeading by="ward" className={styles.left} {...heading}>
                Ward
              </SortHeading>
              <SortHeading by="form" className={styles.left} {...heading}>
                Who provides
              </SortHeading>
              {!everyone && (
                <SortHeading by="counts" className={styles.left} {...heading}>
                  Counts
                </SortHeading>
              )}
              {type.unit === "places" && (
                <SortHeading by="places" {...heading}>
                  Places
                </SortHeading>
              )}
              <th scope="col" className={styles.left}>
                Address
              </th>
              <th scope="col" className={styles.left}>
                Times
              </th>
              <SortHeading by="checked" className={styles.left} {...heading}>
                Checked
              </SortHeading>
            </tr>
          </thead>
          <tbody>
            {rows.map((service) => (
              <tr key={service.id} className={counts(providers, service) ? "" : styles.muted}>
                <th scope="row" className={styles.first}>
                  {service.name}
                </th>
                <td className={styles.left}>{wardOf(service)}</td>
                <td className={styles.left}>{formOf(service)}</td>
                {!everyone && <td className={styles.left}>{countsWords(service)}</td>}
                {type.unit === "places" && (
                  <td>
                    {service.capacity === null
                      ? `not given${!countsSupply(method) ? "" : ", left out"}`
                      : figure(service.capacity)}
                  </td>
                )}
                <td className={styles.left}>{[service.address, service.postcode].filter(Boolean).join(", ")}</td>
                <td className={styles.left}>{service.times}</td>
                <td className={styles.left}>{checked(service)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

const NAME_FIRST = { by: "name", down: false };
