import type { Ward } from "@needs-map/shared/contract/ward";
import type { FeatureCollection } from "geojson";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./rows.module.css";

interface Props {
  readonly areas: FeatureCollection | undefined;
  readonly wards: readonly Ward[];
  readonly error: Error | null;
  readonly onAgain: () => void;
}

/** The small areas that are on the map, under their wards. */
export function AreaRows({ areas, wards, error, onAgain }: Props) {
  if (error) {
    return (
      <Notice tone="error" action={<Button onClick={onAgain}>Try again</Button>}>
        The small areas did not load. {error.message}
      </Notice>
    );
  }
  if (!areas) return <p role="status">Opening the small areas…</p>;
  const named = areas.features.map(({ properties }) => ({
    code: String(properties?.code),
    name: String(properties?.name),
    ward: String(properties?.ward),
  }));
  return (
    <div className={styles.areas}>
      {wards.map(({ code, name }) => {
        const own = named.filter(({ ward }) => ward === code);
        return (
          own.length > 0 && (
            <section key={code}>
              <h3>{name}</h3>
              <p>{own.map((area) => area.name).join(", ")}</p>
            </section>
          )
        );
      })}
    </div>
  );
}
