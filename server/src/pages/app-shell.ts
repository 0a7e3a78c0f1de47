import { escapeHtml } from "./escape-html.ts";

/** What the pages are told at start. */
export interface PageSettings {
  /** Address of a map style to lay beneath the place's own layers. */
  readonly mapStyleUrl: string | null;
  readonly version: string;
}

/**
 * The built page with its settings as meta elements, since no script may stand in a page.
 *
 * A page reads them by name: `map-style-url` (only when there is one) and `version`.
 */
export function appShell(html: string, { mapStyleUrl, version }: PageSettings): string {
  const metas = [...(mapStyleUrl === null ? [] : [["map-style-url", mapStyleUrl]]), ["version", version]].map(
    ([name = "", content = ""]) => `<meta name="${name}" content="${escapeHtml(content)}" />`,
  );
  return html.replace("</head>", `${metas.join("")}</head>`);
}
