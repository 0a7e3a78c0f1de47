import { PlaceRole } from "@needs-map/shared/contract/account";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { audit } from "../audit/append.ts";
import type { Db } from "../db/connect.ts";
import { place, ward } from "../db/schema.ts";
import { grantRole } from "./queries.ts";

const Body = z.object({ place: z.string().max(40), role: PlaceRole });

/** Wards that the sample's councillor stands for. */
const SAMPLE_WARDS = 2;

/**
 * One click signs in as a role, on the sample place alone: for any other place this door answers that there is none.
 *
 * The account holds that role for that place and nothing else, and its address can receive no mail.
 */
export const sampleSignIn = (db: Db) =>
  ({
    id: "sample-sign-in",
    endpoints: {
      signInSample: createAuthEndpoint("/sign-in/sample", { method: "POST", body: Body }, async (ctx) => {
        const { place: placeId, role } = ctx.body;
        const [found] = await db
          .select({ name: place.name, version: place.currentVersion })
          .from(place)
          .where(and(eq(place.id, placeId), eq(place.sample, true)));
        if (!found?.version) throw new APIError("NOT_FOUND", { message: "There is no sample place of that name." });
        const email = `${role}@${placeId}.invalid`;
        const { internalAdapter } = ctx.context;
        const find = async () => (await internalAdapter.findUserByEmail(email))?.user;
        const make = () => {
          const name = `Sample ${role.replaceAll("-", " ")}`;
          return internalAdapter.createUser({ email, name, emailVerified: true }, { method: "admin" });
        };
        const person =
          (await find()) ??
          (await make().catch(async (error: unknown) => {
            const others = await find();
            if (others) return others;
            throw error;
          }));
        const wards = role === "councillor" ? await firstWards(db, placeId, found.version) : null;
        await db.transaction(async (tx) => {
          const isNew = await grantRole(tx, { userId: person.id, place: placeId, role, wards });
          if (!isNew) return;
          const subject = { kind: "person", id: person.id };
          await audit(tx, {
            place: placeId,
            by: { kind: "system" },
            action: "role.grant",
            subject,
            detail: { role, wards },
          });
        });
        const session = await internalAdapter.createSession(person.id);
        if (!session)
          throw new APIError("INTERNAL_SERVER_ERROR", { message: "You could not be signed in. Try again." });
        await setSessionCookie(ctx, { session, user: person });
        return ctx.json({ signedIn: true });
      }),
    },
  }) satisfies BetterAuthPlugin;

async function firstWards(db: Db, placeId: string, version: number): Promise<string[]> {
  const rows = await db
    .select({ code: ward.code })
    .from(ward)
    .where(and(eq(ward.placeId, placeId), eq(ward.version, version)))
    .orderBy(asc(ward.name))
    .limit(SAMPLE_WARDS);
  return rows.map(({ code }) => code);
}
