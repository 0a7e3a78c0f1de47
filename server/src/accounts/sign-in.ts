import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { magicLink } from "better-auth/plugins";
import { account, session, user, verification } from "../db/accounts-schema.ts";
import type { Db } from "../db/connect.ts";
import type { Log } from "../log.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { Secrets } from "../secrets/secret-key.ts";
import { sampleSignIn } from "./sample-sign-in.ts";
import { SIGN_IN_BASE } from "./sign-in-routes.ts";

const LINK_MINUTES = 15;
const SESSION_DAYS = 7;
const DAY_SECONDS = 86_400;

/** A link is never written for the host that a request claims: whoever asks could name their own. */
const ON_THIS_MACHINE = {
  allowedHosts: ["localhost", "127.0.0.1", "[::1]"].flatMap((host) => [host, `${host}:*`]),
  fallback: "http://localhost",
  protocol: "http",
} as const;

interface Parts {
  readonly db: Db;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly log: Log;
  /** Where the deployment is reached; null: on this machine alone. */
  readonly baseUrl: string | null;
}

/**
 * Sign-in by a link sent by e-mail or by password, with sessions in the database.
 *
 * Nobody signs up here: accounts are made by `needsmap user add` or by an administrator. An answer never tells whether
 * an e-mail address is known: a link that nobody can use is sent to nobody.
 */
export function createSignIn({ db, secrets, mailer, log, baseUrl }: Parts) {
  const secure = baseUrl?.startsWith("https:") ?? false;
  return betterAuth({
    appName: "Needs Map",
    basePath: SIGN_IN_BASE,
    baseURL: baseUrl ?? ON_THIS_MACHINE,
    secret: secrets.keyFor("sessions").toString("base64url"),
    database: drizzleAdapter(db, { provider: "pg", schema: { user, session, account, verification } }),
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level](message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    user: { additionalFields: { platformAdministrator: { type: "boolean", required: false, input: false } } },
    rateLimit: { enabled: false },
    advanced: {
      disableCSRFCheck: false,
      disableOriginCheck: false,
      cookiePrefix: "needs-map",
      useSecureCookies: secure,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, secure },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_MINUTES * 60,
        storeToken: "hashed",
        sendMagicLink: async ({ email, url }) => {
          const known = await db.query.user.findFirst({
            columns: { id: true },
            where: (row, { eq }) => eq(row.email, email.toLowerCase()),
          });
          if (!known) return;
          const text = [
            "Somebody, we think you, asked to sign in to Needs Map.",
            `Open this link within ${LINK_MINUTES} minutes, in the same browser:`,
            url,
            "It works once. If you did not ask for it, do nothing.",
          ].join("\n\n");
          await mailer.send({ to: email, subject: "Your link to sign in to Needs Map", text });
        },
      }),
      sampleSignIn(db),
    ],
  });
}

export type SignIn = ReturnType<typeof createSignIn>;
