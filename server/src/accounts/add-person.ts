import type { PlaceRole } from "@needs-map/shared/contract/account";
import { and, eq, inArray } from "drizzle-orm";
import { audit, type Doer } from "../audit/append.ts";
import { user } from "../db/accounts-schema.ts";
import type { Db } from "../db/connect.ts";
import { place, ward } from "../db/schema.ts";
import { grantRole } from "./queries.ts";
import type { SignIn } from "./sign-in.ts";

/** Somebody to give an account, and what they may do. */
export interface NewPerson {
  readonly email: string;
  readonly name: string | null;
  readonly password: string | null;
  readonly platformAdministrator: boolean;
  readonly grant: { readonly place: string; readonly role: PlaceRole; readonly wards: readonly string[] } | null;
}

/** Why somebody cannot be added, in plain words. */
export class PersonError extends Error {}

/** Makes an account, or adds a role to the one that the address has.
 *
 * @returns whether the account is new
 * @throws PersonError for an unknown place or ward, or wards for a role that has none
 */
export async function addPerson(db: Db, signIn: SignIn, by: Doer, person: NewPerson): Promise<{ isNew: boolean }> {
  const wards = person.grant && (await wardsOf(db, person.grant));
  const { internalAdapter, password } = await signIn.$context;
  const email = person.email.toLowerCase();
  const known = (await internalAdapter.findUserByEmail(email))?.user;
  const made =
    known ??
    (await internalAdapter.createUser(
      { email, name: person.name ?? email.slice(0, email.indexOf("@")), emailVerified: true },
      { method: "admin" },
    ));
  if (person.password !== null) {
    const hash = await password.hash(person.password);
    const has = (await internalAdapter.findAccounts(made.id)).some(({ providerId }) => providerId === "credential");
    if (has) await internalAdapter.updatePassword(made.id, hash);
    else
      await internalAdapter.linkAccount({
        userId: made.id,
        providerId: "credential",
        accountId: made.id,
        password: hash,
      });
  }
  await db.transaction(async (tx) => {
    if (person.platformAdministrator)
      await tx.update(user).set({ platformAdministrator: true }).where(eq(user.id, made.id));
    const subject = { kind: "person", id: made.id };
    const { grant } = person;
    if (grant) await grantRole(tx, { userId: made.id, place: grant.place, role: grant.role, wards });
    await audit(
      tx,
      ...(known ? [] : [{ place: null, by, action: "person.add", subject }]),
      ...(person.password === null ? [] : [{ place: null, by, action: "person.password", subject }]),
      ...(person.platformAdministrator ? [{ place: null, by, action: "person.platform-administrator", subject }] : []),
      ...(grant
        ? [{ place: grant.place, by, action: "role.grant", subject, detail: { role: grant.role, wards } }]
        : []),
    );
  });
  return { isNew: known === undefined };
}

async function wardsOf(db: Db, { place: id, role, wards }: NonNullable<NewPerson["grant"]>): Promise<string[] | null> {
  const [found] = await db.select({ version: place.currentVersion }).from(place).where(eq(place.id, id));
  if (!found?.version) throw new PersonError(`There is no place "${id}".`);
  if (role !== "councillor" && wards.length > 0) throw new PersonError("Only a councillor is for certain wards.");
  if (role !== "councillor") return null;
  if (wards.length === 0) throw new PersonError("Name the wards that the councillor stands for, by their codes.");
  const rows = await db
    .select({ code: ward.code })
    .from(ward)
    .where(and(eq(ward.placeId, id), eq(ward.version, found.version), inArray(ward.code, [...wards])));
  const codes = new Set(rows.map(({ code }) => code));
  const unknown = wards.filter((code) => !codes.has(code));
  if (unknown.length > 0) throw new PersonError(`${id} has no ward ${unknown.join(", ")}.`);
  return [...codes].sort();
}
