import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { indicatorsQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { PageFrame } from "../../ui/page-frame.tsx";
import { Select } from "../../ui/select.tsx";
import { useView } from "../../view/use-view.ts";
import { figure } from "../../words/numbers.ts";
import { CompareBar } from "./compare-bar.tsx";
import { WardListSources } from "./ward-list-sources.tsx";
import { longestRun, WardListTable } from "./ward-list-table.tsx";
import styles from "./wards.module.css";
import { choose } from "./wards-to-compare.ts";

/** Every ward with its people and one figure of choice, each leading to its profile. */
export function WardList({ place }: { readonly place: PlaceDetail }) {
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const indicators = useQuery(indicatorsQuery(place.id, place.dataVersion));
  const [picked, setPicked] = useState<string | null>(null);
  const [view, change] = useView();
  const [full, setFull] = useState(false);
  const [lasting, setLasting] = useState(false);
  const tick = (code: string, on: boolean) => {
    const chosen = choose(view.with, code, on);
    setFull(chosen.full);
    if (!chosen.full) void change({ with: chosen.codes });
  };
  const shown = indicators.data?.find(({ id }) => id === picked) ?? indicators.data?.[0];
  const dated = indicators.data?.some(({ trend }) => trend !== null) ?? false;
  const failed = wards.error ?? indicators.error;
  const again = () => {
    for (const query of [wards, indicators]) if (query.error) void query.refetch();
  };
  return (
    <PageFrame title="Wards" place={place} wide>
      <h1>Wards of {place.name}</h1>
      {failed && (
        <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
          The wards did not load. {failed.message}
        </Notice>
      )}
      {!failed && !(wards.data && indicators.data) && <p role="status">Opening the wards…</p>}
      {wards.data && indicators.data && (
        <>
          {shown && (
            <div className={page.choice}>
              <Select
                label="Figure to show"
                value={shown.id}
                options={indicators.data.map(({ id, title, theme }) => ({ id, label: `${title} (${theme})` }))}
                onChange={setPicked}
              />
            </div>
          )}
          {dated && (
            <p className={styles.lasting}>
              <label className={styles.check}>
                <input type="checkbox" checked={lasting} onChange={(event) => setLasting(event.target.checked)} />
                Only wards where need persists: in the worst fifth for 2 or more periods in a row
              </label>
              <span role="status" className={page.muted}>
                {lasting &&
                  `${figure(wards.data.filter((ward) => longestRun(ward) > 1).length)} of ${figure(wards.data.length)} wards`}
              </span>
            </p>
          )}
          <CompareBar
            place={place}
            names={view.with.flatMap((one) => wards.data.find(({ code }) => code === one)?.name ?? [])}
            full={full}
            onClear={() => {
              setFull(false);
              void change({ with: [] });
            }}
          />
          <WardListTable
            place={place}
            wards={wards.data.filter((ward) => !lasting || longestRun(ward) > 1)}
            shown={shown}
            dated={dated}
            ticked={view.with}
            tick={tick}
          />
          <WardListSources place={place} wards={wards.data} indicators={indicators.data} shown={shown} />
        </>
      )}
    </PageFrame>
  );
}
