import { PLACE_ROLES, type PlaceRole } from "@needs-map/shared/contract/account";
import { z } from "zod";
import { addPerson, PersonError } from "../accounts/add-person.ts";
import { createSignIn } from "../accounts/sign-in.ts";
import { readEnv } from "../env.ts";
import { createLog } from "../log.ts";
import { createMailer } from "../mail/mailer.ts";
import { readSecrets } from "../secrets/secret-key.ts";
import { BadInput } from "./bad-input.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

export interface UserAddOptions {
  readonly place?: string;
  readonly role?: PlaceRole;
  readonly ward?: readonly string[];
  readonly name?: string;
  readonly platformAdministrator?: boolean;
  readonly password?: boolean;
  readonly json?: boolean;
}

const LEAST_PASSWORD = 12;

/** `user add`: an account with a role for a place; the person then signs in by e-mail link, or by password. */
export async function userAdd(terminal: Terminal, email: string, options: UserAddOptions): Promise<void> {
  const { place, role, ward = [], name = null, platformAdministrator = false, json = false } = options;
  if (!z.email().safeParse(email).success) throw new BadInput("Write an e-mail address like name@example.org.");
  if ((place === undefined) !== (role === undefined)) throw new BadInput("Give --place and --role together.");
  if (role === undefined && !platformAdministrator)
    throw new BadInput(
      `Say what they may do: --place with --role (${PLACE_ROLES.join(", ")}), or --platform-administrator.`,
    );
  const password = options.password ? await askPassword(terminal) : null;
  const env = readEnv(terminal.env);
  const { isNew } = await withDatabase(terminal, async (db) => {
    const mailer = createMailer(env);
    const log = createLog("error");
    const signIn = createSignIn({ db, secrets: readSecrets(env), mailer, log, baseUrl: env.BASE_URL ?? null });
    try {
      const grant = place !== undefined && role !== undefined ? { place, role, wards: ward } : null;
      return await addPerson(db, signIn, { kind: "command" }, { email, name, password, platformAdministrator, grant });
    } catch (error) {
      if (error instanceof PersonError) throw new BadInput(error.message);
      throw error;
    } finally {
      mailer.close();
    }
  });
  const may = role ? `${role} of ${place}` : "platform administrator";
  terminal.out(
    json
      ? `${JSON.stringify({ email, isNew, place: place ?? null, role: role ?? null, wards: ward })}\n`
      : `${email} ${isNew ? "has an account now" : "had an account"} and is ${may}. They sign in at /sign-in.\n`,
  );
}

async function askPassword(terminal: Terminal): Promise<string> {
  const written = await terminal.ask(`Password of at least ${LEAST_PASSWORD} letters: `);
  if (written === null) throw new BadInput("Nobody can be asked here. Leave --password out: a link works too.");
  if (written.length < LEAST_PASSWORD) throw new BadInput(`Write at least ${LEAST_PASSWORD} letters.`);
  return written;
}
