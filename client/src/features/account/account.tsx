import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SampleRoles } from "./sample-roles.tsx";
import { sendSignIn } from "./send-sign-in.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { SignedIn } from "./signed-in.tsx";

/** Who is signed in, or the ways to sign in. */
export function Account() {
  const session = useQuery(sessionQuery);
  const client = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const send = async (step: string, body: Readonly<Record<string, unknown>>) => {
    setFault(null);
    try {
      await sendSignIn(step, body);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      return true;
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  if (session.error) {
    return (
      <>
        <h1>Sign in</h1>
        <Notice tone="error" action={<Button onClick={() => void session.refetch()}>Try again</Button>}>
          {session.error.message}
        </Notice>
      </>
    );
  }
  if (!session.data) return <p role="status">Looking who is signed in…</p>;
  const { person, mail } = session.data;
  return (
    <>
      <h1>{person ? `Signed in as ${person.name}` : "Sign in"}</h1>
      {fault && <Notice tone="error">{fault}</Notice>}
      {person ? (
        <SignedIn session={session.data} onLeave={() => void send("sign-out", {})} />
      ) : (
        <>
          <p>For people who work for a council. Residents need no account: everything public is open to all.</p>
          <SignInForm mail={mail} onSend={send} />
          <SampleRoles onChoose={(place, role) => void send("sign-in/sample", { place, role })} />
        </>
      )}
    </>
  );
}
