import type { Session } from "@needs-map/shared/contract/account";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../ui/button.tsx";
import field from "../../ui/field.module.css";
import { Notice } from "../../ui/notice.tsx";
import styles from "./account.module.css";

interface Props {
  readonly mail: Session["mail"];
  /** Settles with whether it was taken. */
  readonly onSend: (step: string, body: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

const isAddress = (written: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written);

/** By a link sent by e-mail, or by password. Neither tells whether an address is known. */
export function SignInForm({ mail, onSend }: Props) {
  const id = useId();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const withAddress = async (work: (address: string) => Promise<void>) => {
    const address = email.trim();
    setWrong(!isAddress(address));
    setSentTo(null);
    if (!isAddress(address)) return void document.getElementById(`${id}-email`)?.focus();
    setBusy(true);
    await work(address);
    setBusy(false);
  };
  const sendLink = (event: FormEvent) => {
    event.preventDefault();
    void withAddress(async (address) => {
      const taken = await onSend("sign-in/magic-link", {
        email: address,
        callbackURL: "/sign-in",
        errorCallbackURL: "/sign-in?link=used",
      });
      if (taken) setSentTo(address);
    });
  };
  const byPassword = () =>
    void withAddress(async (address) => void (await onSend("sign-in/email", { email: address, password })));

  return (
    <>
      {new URLSearchParams(location.search).has("link") && sentTo === null && (
        <Notice tone="warn">That link was used already, or is older than 15 minutes. Ask for another.</Notice>
      )}
      <form className={styles.form} onSubmit={sendLink} noValidate>
        <div className={field.field}>
          <label className={field.label} htmlFor={`${id}-email`}>
            E-mail address
          </label>
          <input
            id={`${id}-email`}
            className={field.input}
            type="email"
            autoComplete="email"
            value={email}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => setEmail(event.target.value)}
          />
          {wrong && <p id={`${id}-wrong`}>Enter an email like name@example.com</p>}
        </div>
        <Button type="submit" look="primary" disabled={busy}>
          Send me a link
        </Button>
        <div role="status">
          {sentTo && (
            <Notice>
              If {sentTo} has an account, a link is on its way. It works once, within 15 minutes.
              {mail === "folder" &&
                " No mail server is set here, so the message lies in the folder “mail” of the server's data folder."}
            </Notice>
          )}
        </div>
      </form>
      <details className={styles.other}>
        <summary>Use a password</summary>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            byPassword();
          }}
        >
          <div className={field.field}>
            <label className={field.label} htmlFor={`${id}-password`}>
              Password
            </label>
            <input
              id={`${id}-password`}
              className={field.input}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </div>
          <Button type="submit" disabled={busy}>
            Sign in with the address above
          </Button>
        </form>
      </details>
    </>
  );
}
