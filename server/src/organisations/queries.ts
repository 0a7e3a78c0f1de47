import type { Organisation } from "@needs-map/shared/contract/organisation";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { organisation } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";

/** The organisations of a place, by name. */
export const listOrganisations = (db: Db, { id, version }: PlaceVersion): Promise<Organisation[]> =>
  db
    .select({
      id: organisation.id,
      name: organisation.name,
      legalForm: organisation.legalForm,
      kind: organisation.kind,
      activities: organisation.activities,
      companyNumber: organisation.companyNumber,
      registeredOn: organisation.registeredOn,
      postcode: organisation.postcode,
      website: organisation.website,
    })
    .from(organisation)
    .where(and(eq(organisation.placeId, id), eq(organisation.version, version)))
    .orderBy(asc(organisation.name), asc(organisation.id));
