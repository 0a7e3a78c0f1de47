import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { indicatorsQuery, serviceTypesQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { PageFrame } from "../../ui/page-frame.tsx";
import { Select } from "../../ui/select.tsx";
import { useView } from "../../view/use-view.ts";
import { figure, list } from "../../words/numbers.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { useWardGaps } from "./use-ward-gaps.ts";
import { INTERVAL_NOTE } from "./ward-facts.ts";
import styles from "./wards.module.css";
import { choose, comparedWards, MOST_COMPARED } from "./wards-to-compare.ts";

/** Up to four wards side by side with the borough, chosen in the address. */
export function WardComparison({ place }: { readonly place: PlaceDetail }) {
  const [view, change] = useView();
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const indicators = useQuery(indicatorsQuery(place.id, place.dataVersion));
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const queries = [wards, indicators, types];
  const failed = queries.find(({ error }) => error)?.error;
  const again = () => {
    for (const query of queries) if (query.error) void query.refetch();
  };
  const all = wards.data ?? [];
  const asked = comparedWards(view.with, new Set(all.map(({ code }) => code)));
  const nameOf = (code: string) => all.find((ward) => ward.code === code)?.name ?? code;
  const gaps = useWardGaps(place, types.data ?? [], asked.shown);
  const set = (codes: readonly string[]) => void change({ with: codes });
  const more = all.filter(({ code }) => !asked.shown.includes(code));
  return (
    <PageFrame title={asked.shown.length > 0 ? list(asked.shown.map(nameOf)) : "Compare wards"} place={place} wide>
      <nav className={`${page.trail} ${styles.onScreen}`} aria-label="You are here">
        <Link to="/$place/wards" params={{ place: place.id }} search={true}>
          Wards of {place.name}
        </Link>
      </nav>
      <h1>{asked.shown.length > 0 ? `${list(asked.shown.map(nameOf))}, with ${place.name}` : "Compare wards"}</h1>
      {failed && (
        <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
          The wards did not load. {failed.message}
        </Notice>
      )}
      {!failed && !(wards.data && indicators.data && types.data) && <p role="status">Opening the wards…</p>}
      {wards.data && indicators.data && types.data && (
        <>
          {asked.unknown.length > 0 && (
            <Notice tone="warn">
              {place.name} has no ward with the code {list(asked.unknown)}. The others are compared.
            </Notice>
          )}
          {asked.beyond.length > 0 && (
            <Notice tone="warn">
              No more than four wards can be compared. {list(asked.beyond.map(nameOf))}{" "}
              {asked.beyond.length === 1 ? "is" : "are"} left out.
            </Notice>
          )}
          <div className={`${page.choices} ${styles.onScreen}`}>
            {asked.shown.length < MOST_COMPARED && (
              <Select
                label={asked.shown.length === 0 ? "Choose a ward" : "Add a ward"}
                value=""
                options={[{ id: "", label: "Choose…" }, ...more.map(({ code, name }) => ({ id: code, label: name }))]}
                onChange={(code) => code !== "" && set(choose(asked.shown, code, true).codes)}
              />
            )}
            {asked.shown.length > 0 && (
              <Button className={`${styles.printing} ${styles.start}`} onClick={() => window.print()}>
                <Printer size={18} aria-hidden /> Print
              </Button>
            )}
          </div>
          {asked.shown.length === 0 && (
            <p>Choose up to {figure(MOST_COMPARED)} wards here, or tick them in the list of wards.</p>
          )}
          {asked.shown.length > 0 && (
            <>
              <ComparisonTable
                place={place}
                wards={wards.data}
                indicators={indicators.data}
                codes={asked.shown}
                gaps={gaps}
                onRemove={(code) => set(choose(asked.shown, code, false).codes)}
              />
              <p className={page.muted}>{INTERVAL_NOTE} The address of this page holds the wards.</p>
            </>
          )}
        </>
      )}
    </PageFrame>
  );
}
