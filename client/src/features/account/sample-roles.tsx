import { PLACE_ROLES, type PlaceRole } from "@needs-map/shared/contract/account";
import { useQuery } from "@tanstack/react-query";
import { placesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { capital } from "../../words/question.ts";
import styles from "./account.module.css";
import { ROLE_NAMES } from "./role-names.ts";

/** One click into each role, offered for invented places alone. */
export function SampleRoles({ onChoose }: { readonly onChoose: (place: string, role: PlaceRole) => void }) {
  const { data: places } = useQuery(placesQuery);
  const samples = places?.filter(({ sample }) => sample) ?? [];
  return samples.map(({ id, name }) => (
    <section key={id} aria-labelledby={`sample-${id}`}>
      <h2 id={`sample-${id}`}>Try {name}</h2>
      <p>{name} is invented, so anyone may look at it through the eyes of each role.</p>
      <ul className={styles.roles}>
        {PLACE_ROLES.map((role) => (
          <li key={role}>
            <Button onClick={() => onChoose(id, role)}>{capital(ROLE_NAMES[role])}</Button>
          </li>
        ))}
      </ul>
    </section>
  ));
}
