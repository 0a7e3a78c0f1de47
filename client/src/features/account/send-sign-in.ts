import { ApiError } from "../../api/client.ts";

interface Refused {
  readonly detail?: string;
  readonly message?: string;
}

/** Sends one step of signing in or out; throws an `ApiError` in plain words when it is refused. */
export async function sendSignIn(step: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(`/api/auth/${step}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError(0, "The server could not be reached. Check your connection, then try again.");
  });
  if (response.ok) return;
  const refused: Refused = await response.json().then(
    (told) => told as Refused,
    () => ({}),
  );
  if (response.status === 401) throw new ApiError(401, "The e-mail address or the password is not right.");
  throw new ApiError(response.status, refused.detail ?? refused.message ?? "It did not work. Try again.");
}
