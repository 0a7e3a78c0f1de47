import { whoMayUse } from "../http/permissions.ts";
import { escapeHtml } from "../pages/escape-html.ts";
import type { ApiDocument } from "./document.ts";
import { type SchemaOrRef, schemaName, schemaWords } from "./schema-words.ts";

type Operation = NonNullable<NonNullable<ApiDocument["paths"]>[string]["get"]>;
type Parameter = Exclude<NonNullable<Operation["parameters"]>[number], { $ref: string }>;

const text = escapeHtml;

/** The API's description as a page to read: no script, one heading a route, made from the description itself. */
export function referencePage(document: ApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    item.get ? [{ path, operation: item.get }] : [],
  );
  const sections = (document.tags ?? []).map(({ name, description = "" }) => {
    const own = operations.filter(({ operation }) => operation.tags?.includes(name));
    return `<section aria-labelledby="${idOf(name)}"><h2 id="${idOf(name)}">${text(name)}</h2><p>${text(description)}</p>${own
      .map(({ path, operation }) => operationHtml(path, operation))
      .join("")}</section>`;
  });
  const forms = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => formHtml(name, schema));
  const contents = (document.tags ?? []).map(({ name }) => `<li><a href="#${idOf(name)}">${text(name)}</a></li>`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>API reference – ${text(document.info.title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="/api/reference.css" />
</head>
<body>
<a class="skip" href="#content">Skip to the reference</a>
<header><p class="product"><a href="/">${text(document.info.title)}</a></p></header>
<nav aria-label="Contents"><ul>${contents.join("")}<li><a href="#forms">Forms of answers</a></li></ul></nav>
<main id="content" tabindex="-1">
<h1>API reference</h1>
<p>${text(document.info.description ?? "")}</p>
<p>Version ${text(document.info.version)}. For programs: <a href="/api/v1/openapi.json">the same as OpenAPI 3.1</a>.</p>
${sections.join("\n")}
<section aria-labelledby="forms"><h2 id="forms">Forms of answers</h2>${forms.join("")}</section>
</main>
</body>
</html>
`;
}

const idOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

const isParameter = (parameter: NonNullable<Operation["parameters"]>[number]): parameter is Parameter =>
  !("$ref" in parameter);

function operationHtml(path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).filter(isParameter);
  const id = idOf(path);
  const whoMay = whoMayUse(`GET ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`);
  const example = exampleAddress(path, parameters);
  return `<article aria-labelledby="${id}"><h3 id="${id}"><span class="method">GET</span> <code>${text(path)}</code></h3>
<p>${text(operation.summary ?? "")}</p>
${parametersHtml(parameters, path)}
${whoMay ? `<p>${text(whoMay)}</p>` : `<p>Example: <a href="${text(example)}"><code>${text(example)}</code></a></p>`}
${responsesHtml(operation, path)}</article>`;
}

function exampleAddress(path: string, parameters: readonly Parameter[]): string {
  const exampleOf = ({ example, schema }: Parameter): string | null => {
    const own = example ?? (schema && !("$ref" in schema) ? (schema.example ?? schema.examples?.[0]) : undefined);
    return own === undefined ? null : String(own);
  };
  let address = path;
  const query: string[] = [];
  for (const parameter of parameters) {
    const value = exampleOf(parameter);
    if (value === null) continue;
    if (parameter.in === "path") address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else query.push(`${parameter.name}=${encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%2C", ",")}`);
  }
  return query.length > 0 ? `${address}?${query.join("&")}` : address;
}

function parametersHtml(parameters: readonly Parameter[], path: string): string {
  if (parameters.length === 0) return "<p>Takes no parameters.</p>";
  const rows = parameters.map(
    ({ name, in: where, required, schema, description }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${where === "path" ? "address" : "query"}${required ? ", needed" : ""}</td><td>${schema ? wordsHtml(schema) : ""}</td><td>${text(description ?? "")}</td></tr>`,
  );
  return tableHtml(`Parameters of ${path}`, ["Name", "Where", "Value", "Meaning"], rows);
}

function responsesHtml(operation: Operation, path: string): string {
  const rows = Object.entries(operation.responses ?? {}).map(([status, response]) => {
    const { description = "", content = {} } = response as {
      description?: string;
      content?: Record<string, { schema?: SchemaOrRef }>;
    };
    const forms = Object.entries(content).map(
      ([type, { schema }]) => `<code>${text(type)}</code>${schema ? ` ${wordsHtml(schema)}` : ""}`,
    );
    return `<tr><th scope="row">${text(status)}</th><td>${text(description)}</td><td>${forms.join("<br />")}</td></tr>`;
  });
  return tableHtml(`Answers of ${path}`, ["Status", "Meaning", "Form"], rows);
}

function formHtml(name: string, schema: SchemaOrRef): string {
  const heading = `<h3 id="form-${idOf(name)}">${text(name)}</h3>`;
  if ("$ref" in schema || !schema.properties) return `${heading}<p>${wordsHtml(schema)}</p>`;
  const needed = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties).map(([field, value]) => {
    const description = "$ref" in value ? "" : (value.description ?? "");
    return `<tr><th scope="row"><code>${text(field)}</code></th><td>${wordsHtml(value)}${needed.has(field) ? "" : ", may be absent"}</td><td>${text(description)}</td></tr>`;
  });
  return `${heading}${tableHtml(`Fields of ${name}`, ["Field", "Value", "Meaning"], rows)}`;
}

/** What a value may be, with a link where it is a form of its own. */
function wordsHtml(schema: SchemaOrRef): string {
  const items = "$ref" in schema ? undefined : schema.items;
  const [only, ...more] = Object.entries("$ref" in schema ? {} : (schema.properties ?? {}));
  if (only && more.length === 0) return `${text(only[0])}: ${wordsHtml(only[1])}`;
  const name = schemaName(schema) ?? (items ? schemaName(items) : null);
  if (!name) return text(schemaWords(schema));
  const link = `<a href="#form-${idOf(name)}">${text(name)}</a>`;
  return items ? `list of ${link}` : link;
}

const tableHtml = (caption: string, columns: readonly string[], rows: readonly string[]): string =>
  `<table><caption>${text(caption)}</caption><thead><tr>${columns
    .map((column) => `<th scope="col">${column}</th>`)
    .join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
