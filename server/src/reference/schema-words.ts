import type { ApiDocument } from "./document.ts";

type Schemas = NonNullable<NonNullable<ApiDocument["components"]>["schemas"]>;
export type SchemaOrRef = Schemas[string];

/** Name of a schema that stands in the list of forms; null for one that is written where it is used. */
export const schemaName = (schema: SchemaOrRef): string | null =>
  "$ref" in schema && schema.$ref ? (schema.$ref.split("/").at(-1) ?? null) : null;

/** What a value may be, in a few words: "whole number, 5 to 60". */
export function schemaWords(schema: SchemaOrRef): string {
  const name = schemaName(schema);
  if (name) return name;
  if ("$ref" in schema) return "value";
  const { type, enum: choices, anyOf, oneOf, const: only } = schema;
  if (choices) return `one of ${choices.map(String).join(", ")}`;
  if (only !== undefined) return JSON.stringify(only);
  const either = anyOf ?? oneOf;
  if (either) return either.map(schemaWords).join(" or ");
  if (Array.isArray(type)) return type.map((one) => typeWords({ ...schema, type: one })).join(" or ");
  return typeWords(schema);
}

function typeWords(schema: Exclude<SchemaOrRef, { $ref: string }>): string {
  const { type, items, prefixItems, additionalProperties, format, properties } = schema;
  switch (type) {
    case "integer":
      return `whole number${limits(schema)}`;
    case "number":
      return `number${limits(schema)}`;
    case "array":
      if (prefixItems) return `list of ${(prefixItems as SchemaOrRef[]).length} values`;
      return items ? `list of ${schemaWords(items)}` : "list";
    case "object":
      if (properties) return `{ ${Object.keys(properties).join(", ")} }`;
      return typeof additionalProperties === "object" ? `${schemaWords(additionalProperties)} by name` : "object";
    case "string":
      return format ? format.replace("date-time", "date and time") : "text";
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    default:
      return "any value";
  }
}

function limits({ minimum, maximum, exclusiveMinimum }: Exclude<SchemaOrRef, { $ref: string }>): string {
  const least = typeof exclusiveMinimum === "number" ? `above ${exclusiveMinimum}` : minimum;
  const isKnown = (value: unknown) => value !== undefined && Math.abs(Number(value)) < Number.MAX_SAFE_INTEGER;
  if (typeof least === "string" && isKnown(maximum)) return `, ${least}, at most ${maximum}`;
  if (typeof least === "string") return `, ${least}`;
  if (isKnown(least) && isKnown(maximum)) return `, ${least} to ${maximum}`;
  return isKnown(least) ? `, at least ${least}` : "";
}
