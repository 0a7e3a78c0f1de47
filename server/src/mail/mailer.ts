import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Env } from "../env.ts";

/** A message to one person. Text only: it reads everywhere and carries nothing that loads. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Language of the text; English when left out. */
  readonly language?: "en" | "cy";
}

/** Sends messages, or keeps them where somebody of the council can take them from. */
export interface Mailer {
  /** "folder" where no mail server is set: messages wait in `DATA_DIR/mail`. */
  readonly goesTo: "server" | "folder";
  /** @throws when the server does not take it; nothing is then sent */
  send(message: Message): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 10_000;

/** By the server of `SMTP_URL`, or into the folder `mail` of the data folder. */
export function createMailer(env: Env): Mailer {
  return env.SMTP_URL ? byServer(env.SMTP_URL, senderOf(env)) : intoFolder(join(env.DATA_DIR, "mail"), senderOf(env));
}

const senderOf = ({ MAIL_FROM, BASE_URL }: Env) =>
  MAIL_FROM ?? `Needs Map <needs-map@${BASE_URL ? new URL(BASE_URL).hostname : "localhost"}>`;

const written = ({ to, subject, text, language = "en" }: Message, from: string) => ({
  from,
  to,
  subject,
  text,
  headers: { "Content-Language": language, "Auto-Submitted": "auto-generated" },
});

function byServer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    goesTo: "server",
    send: async (message) => void (await transport.sendMail(written(message, from))),
    close: () => transport.close(),
  };
}

function intoFolder(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    goesTo: "folder",
    async send(message) {
      const { message: bytes } = await transport.sendMail(written(message, from));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(/[:.]/g, "-")}-${randomUUID().slice(0, 8)}`;
      const making = join(folder, `${name}.part`);
      await writeFile(making, bytes as Buffer, { mode: 0o600 });
      await rename(making, join(folder, `${name}.eml`));
    },
    close: () => transport.close(),
  };
}
