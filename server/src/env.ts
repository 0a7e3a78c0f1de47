import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const whole = (least: number, most: number, start: number) =>
  z.preprocess(blankIsAbsent, z.coerce.number().int().min(least).max(most).default(start));

const webAddress = z.url({ protocol: /^https?$/, error: "write a web address such as https://example.org" });

const databaseAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: "write a database address such as postgres://user@host:5432/name",
});

const Env = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z.preprocess(blankIsAbsent, z.string().default("127.0.0.1")),
  BASE_URL: optional(webAddress),
  DATA_DIR: z
    .preprocess(blankIsAbsent, z.string().default(resolve(CHECKOUT, "var")))
    .transform((path) => resolve(path)),
  DATABASE_URL: optional(databaseAddress),
  /** Seconds to wait for a database that is away at start. */
  DATABASE_WAIT: whole(0, 3600, 60),
  MAP_STYLE_URL: optional(webAddress),
  SECRET_KEY: optional(z.string().min(32, "write at least 32 letters and digits, drawn by chance")),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: "write a mail server's address such as smtp://user:word@host:587" }),
  ),
  MAIL_FROM: optional(z.string().max(200)),
  CHROMIUM_PATH: optional(z.string()),
  LOG_LEVEL: z.preprocess(blankIsAbsent, z.enum(["silent", "error", "warn", "info", "debug"]).default("info")),
});

export type Env = z.infer<typeof Env>;

/** A setting that cannot be used: one line a setting, in plain words. */
export class EnvError extends Error {}

/**
 * The settings of a process, from its environment alone.
 *
 * @throws EnvError naming every setting that is wrong, with the reason
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const known = Object.fromEntries(Object.keys(Env.shape).map((name) => [name, source[name]]));
  const result = Env.safeParse(known);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new EnvError(`These settings cannot be used:\n${lines.join("\n")}`);
}

/** Makes the data folder, closed to other users. */
export function prepareDataDir(env: Env): void {
  try {
    mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new EnvError(`DATA_DIR: the folder ${env.DATA_DIR} cannot be made (${(error as Error).message})`);
  }
}
