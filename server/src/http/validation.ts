import { z } from "zod";
import { badRequest, problemResponse } from "../problem.ts";

type Issue = z.core.$ZodIssue;

type Result = { readonly data?: unknown } & (
  | { readonly success: true }
  | { readonly success: false; readonly error: { readonly issues: Issue[] } }
);

/** The query of a route: these keys and no others; an unknown key is told with those that are allowed. */
export function strictQuery<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape);
  const allowed = keys.length === 0 ? "This address takes no keys." : `Allowed keys: ${keys.join(", ")}.`;
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? `This key is not known. ${allowed}` : undefined),
  });
}

/** The hook of every route: what the contract refuses is answered with the field and the reason in plain words. */
export function refuseInvalid(result: Result) {
  if (result.success) return undefined;
  const given = (result.data ?? {}) as Readonly<Record<string, unknown>>;
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, given));
  const first = errors.filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at);
  return problemResponse(badRequest(first));
}

function fieldErrors(issue: Issue, given: Readonly<Record<string, unknown>>) {
  if (issue.code === "unrecognized_keys") return issue.keys.map((field) => ({ field, reason: issue.message }));
  const field = issue.path.map(String).join(".");
  return [{ field, reason: Array.isArray(given[field]) ? "Give this key once" : plainReason(issue) }];
}

function plainReason(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return "Write something here";
      return `The number must be ${issue.inclusive === false ? "above" : "at least"} ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return `Write at most ${issue.maximum} letters`;
      return `The number must be ${issue.inclusive === false ? "below" : "at most"} ${issue.maximum}`;
    case "invalid_value":
      return `Choose one of ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return typeReason(issue.expected, issue.message);
    default:
      return issue.message;
  }
}

function typeReason(expected: string, message: string): string {
  if (expected === "int") return "Write a whole number";
  if (expected === "number") return "Write a number";
  return message.includes("received undefined") ? "This is needed" : "This cannot be read";
}
