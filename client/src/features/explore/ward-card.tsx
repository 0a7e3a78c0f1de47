import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { Link } from "@tanstack/react-router";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dated, figure } from "../../words/numbers.ts";
import { Card } from "./card.tsx";
import { reachSentence, standingWords } from "./explore-words.ts";
import styles from "./rows.module.css";
import type { ReachShares } from "./use-reach-shares.ts";

interface Props {
  readonly place: PlaceDetail;
  readonly ward: Ward;
  readonly standing: Parameters<typeof standingWords>[0];
  readonly shares: ReachShares;
  readonly onClose: () => void;
}

/** A ward in a few sentences, and the way to all that is known of it. */
export function WardCard({ place, ward, standing, shares, onClose }: Props) {
  return (
    <Card name={ward.name} onClose={onClose}>
      <p>
        {ward.name} has {figure(ward.people)} people ({dated(place.peopleDate)}). {standingWords(standing)}
      </p>
      {shares.of(ward.code).map((line) => (
        <p key={line.kind.id}>{reachSentence(line)}</p>
      ))}
      {shares.waiting && <p role="status">Working out who lives in reach…</p>}
      {shares.error && (
        <Notice tone="error" action={<Button onClick={shares.again}>Try again</Button>}>
          Who lives in reach did not load. {shares.error.message}
        </Notice>
      )}
      <p className={styles.ways}>
        <Link
          to="/$place/wards/$code"
          params={{ place: place.id, code: ward.code }}
          search={true}
          className={buttonClass("primary")}
        >
          All about {ward.name}
        </Link>
      </p>
    </Card>
  );
}
