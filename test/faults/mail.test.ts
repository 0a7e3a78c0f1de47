import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnv } from "@needs-map/server/env";
import { createMailer } from "@needs-map/server/mail/mailer";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const message = { to: "a@example.org", subject: "Eich dolen", text: "Ŵy a chŷn", language: "cy" } as const;

async function mailServer(refuse: string | null): Promise<{ url: string; got: string[] }> {
  const got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(address === refuse ? new Error("no such mailbox") : null),
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (part: Buffer) => {
        text += part.toString();
      });
      stream.on("end", () => {
        got.push(text);
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, got };
}

const mailerOf = (settings: Record<string, string>) => {
  const mailer = createMailer(readEnv(settings));
  closing.unshift(() => mailer.close());
  return mailer;
};

test("a message goes to the mail server, in its language", async () => {
  const { url, got } = await mailServer(null);
  const mailer = mailerOf({ SMTP_URL: url, BASE_URL: "https://needs.example.org" });
  expect(mailer.goesTo).toBe("server");
  await mailer.send(message);
  expect(got[0]).toContain("To: a@example.org");
  expect(got[0]).toContain("needs-map@needs.example.org");
  expect(got[0]).toContain("Content-Language: cy");
});

test("a server that refuses the address is told of, not taken for sent", async () => {
  const { url, got } = await mailServer("a@example.org");
  await expect(mailerOf({ SMTP_URL: url }).send(message)).rejects.toThrow(/no such mailbox/);
  expect(got).toEqual([]);
});

test("a server that hangs up or is not there fails the message", async () => {
  const rude = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await once(rude, "listening");
  const { port } = rude.address() as AddressInfo;
  await expect(mailerOf({ SMTP_URL: `smtp://127.0.0.1:${port}` }).send(message)).rejects.toThrow();
  rude.close();
  await once(rude, "close");
  await expect(mailerOf({ SMTP_URL: `smtp://127.0.0.1:${port}` }).send(message)).rejects.toThrow(/ECONNREFUSED/);
});

test("without a mail server it lies in a folder that others cannot read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "needs-map-mail-"));
  closing.push(() => rmSync(folder, { recursive: true }));
  const mailer = mailerOf({ DATA_DIR: folder });
  expect(mailer.goesTo).toBe("folder");
  await mailer.send(message);
  await mailer.send(message);
  const names = readdirSync(join(folder, "mail"));
  expect(names).toHaveLength(2);
  const [first = ""] = names;
  expect(readFileSync(join(folder, "mail", first), "utf8")).toContain("Auto-Submitted: auto-generated");
  expect(statSync(join(folder, "mail", first)).mode & 0o077).toBe(0);
});

test("a header cannot be put in through an address or a subject", async () => {
  const { url, got } = await mailServer(null);
  await mailerOf({ SMTP_URL: url }).send({ ...message, subject: "Hello\r\nBcc: x@example.org" });
  expect(got[0]).not.toMatch(/^Bcc:/m);
});
