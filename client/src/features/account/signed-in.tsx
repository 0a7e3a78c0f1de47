import type { Session } from "@needs-map/shared/contract/account";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { placesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { list } from "../../words/numbers.ts";
import { ROLE_NAMES } from "./role-names.ts";

interface Props {
  readonly session: Session;
  readonly onLeave: () => void;
}

/** What somebody may do, by place, and the way out. */
export function SignedIn({ session: { person, roles }, onLeave }: Props) {
  const { data: places } = useQuery(placesQuery);
  const nameOf = (id: string) => places?.find((place) => place.id === id)?.name ?? id;
  const held = [...new Set(roles.map(({ place }) => place))];
  return (
    <>
      <p>{person?.email}</p>
      {person?.platformAdministrator && <p>You may do everything in every place.</p>}
      {held.length > 0 && (
        <ul>
          {held.map((place) => (
            <li key={place}>
              <Link to="/$place" params={{ place }} search={{}}>
                {nameOf(place)}
              </Link>
              : {list(roles.filter((grant) => grant.place === place).map(({ role }) => ROLE_NAMES[role]))}
            </li>
          ))}
        </ul>
      )}
      {held.length === 0 && !person?.platformAdministrator && <p>Your account has no role for any place yet.</p>}
      <Button look="primary" onClick={onLeave}>
        Sign out
      </Button>
    </>
  );
}
