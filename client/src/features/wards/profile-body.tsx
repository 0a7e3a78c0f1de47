import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import { Link } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { date, dated, figure } from "../../words/numbers.ts";
import { Pieces } from "../gaps/sentence-card.tsx";
import { FactList } from "./fact-list.tsx";
import { gapSentence, peopleSentence } from "./profile-words.ts";
import { SimilarWards } from "./similar-wards.tsx";
import { SmallAreasTable } from "./small-areas-table.tsx";
import { useWardGaps } from "./use-ward-gaps.ts";
import { INTERVAL_NOTE, indicatorFact, keyFacts, peopleFacts } from "./ward-facts.ts";
import { WardFiguresTable } from "./ward-figures-table.tsx";
import { WardGapsTable } from "./ward-gaps-table.tsx";
import type { ProfileParts } from "./ward-profile.tsx";
import { WardTrends } from "./ward-trends.tsx";
import styles from "./wards.module.css";

/** A ward's page: what fits one side of A4 first, then every figure and the small areas. */
export function ProfileBody({ place, ward, wards, indicators, types }: ProfileParts) {
  const [everything, setEverything] = useState(false);
  const gaps = useWardGaps(place, types, [ward.code]);
  const lines = gaps.lines?.[0] ?? null;
  const row = wards.findIndex(({ code }) => code === ward.code);
  const indicator = deprivationOf(indicators);
  const deprivation = indicator && indicatorFact(indicator, wards, place);
  const alike = [...(deprivation ? [deprivation] : []), ...peopleFacts(wards, place)];
  return (
    <div className={styles.profile} data-everything={everything}>
      <nav className={`${page.trail} ${styles.onScreen}`} aria-label="You are here">
        <Link to="/$place/wards" params={{ place: place.id }} search={true}>
          Wards of {place.name}
        </Link>
      </nav>
      <h1>{ward.name}</h1>
      {ward.nameWelsh && (
        <p lang="cy" className={page.muted}>
          {ward.nameWelsh}
        </p>
      )}
      <p className={styles.lead}>
        <Pieces pieces={peopleSentence(ward, row, deprivation)} />{" "}
        {lines ? (
          <Pieces pieces={gapSentence(lines)} />
        ) : (
          !gaps.error && <span role="status">Working out its gaps…</span>
        )}
      </p>
      {gaps.error && (
        <Notice tone="error" action={<Button onClick={gaps.again}>Try again</Button>}>
          Its gaps did not load. {gaps.error.message}
        </Notice>
      )}
      <p className={page.muted}>
        {figure(ward.people)} people ({dated(place.peopleDate)}) in {figure(ward.smallAreas)} small areas on{" "}
        {figure(ward.areaHectares)} hectares.
      </p>
      <div className={styles.tools}>
        <Link
          to="/$place/gaps"
          params={{ place: place.id }}
          search={(now: Record<string, unknown>) => ({ ...now, ward: ward.code })}
        >
          See its gaps on the map
        </Link>
        <span className={styles.printing}>
          <Button onClick={() => window.print()}>
            <Printer size={18} aria-hidden /> Print
          </Button>
          <label className={styles.check}>
            <input type="checkbox" checked={everything} onChange={(event) => setEverything(event.target.checked)} />
            Print every figure
          </label>
        </span>
      </div>
      <h2>Key figures</h2>
      <FactList place={place} ward={ward} wards={wards} row={row} facts={keyFacts(wards, indicators, place)} />
      <p className={`${page.muted} ${styles.note}`}>
        {place.sample
          ? `${place.name} is invented, so nothing stands for England. `
          : "England's figure is the mean of its small areas, each counted once. No decile is given, because England's wards are not loaded. "}
        Wards like it: the mean of their people, their lowest and highest.
      </p>
      <WardTrends place={place} ward={ward} indicators={indicators} everything={everything} />
      {lines && lines.length > 0 && (
        <>
          <h2>What it is short of</h2>
          <WardGapsTable place={place} ward={ward} lines={lines} indicators={indicators} />
          <p className={`${page.muted} ${styles.note}`}>
            The first {figure(lines.length)} kinds of service, each under the settings that it starts with. The biggest
            gap is where the least of the target is met. A likely range shows how the gap moves when journeys and people
            are a little more or fewer.
          </p>
        </>
      )}
      <h2>Wards most like it</h2>
      <SimilarWards place={place} ward={ward} wards={wards} facts={alike} />
      <p className={`${page.muted} ${styles.note}`}>{INTERVAL_NOTE}</p>
      <footer className={styles.foot}>
        {place.sample && "Sample data: an invented borough. "}
        {place.attribution} Data version {place.dataVersion}, loaded {date(place.loadedAt)}.{" "}
        {`${window.location.origin}${window.location.pathname}`}
      </footer>
      <div className={styles.long}>
        <h2>Every figure of {ward.name}</h2>
        <p>
          A ward's figure is the mean of its small areas, each counted by its people. The range runs from its lowest to
          its highest small area: a mean can hide a street that is much better or worse off.
        </p>
        <WardFiguresTable place={place} ward={ward} indicators={indicators} />
        <h2>The small areas under it</h2>
        <SmallAreasTable ward={ward} indicators={indicators} />
      </div>
    </div>
  );
}
