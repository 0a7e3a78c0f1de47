import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { pageHeaders } from "../http/security-headers.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { noSuchAddress, problemResponse } from "../problem.ts";
import { appShell, type PageSettings } from "./app-shell.ts";
import { type StaticFile, staticFile, staticFiles } from "./static-files.ts";

/** Pages outside any place. */
const PAGES = ["/", "/accessibility", "/sign-in"];

/** Pages of a place, after its name. */
const PLACE_PAGES = ["", "map", "gaps", "wards", "services", "equity", "method", "data"];

/** Pages of one thing of a place, after the kind of thing. */
const THING_PAGES = ["wards"];

const isPage = (path: string, places: ReadonlyMap<string, PlaceVersion> | null): boolean => {
  if (PAGES.includes(path)) return true;
  const [, place = "", page = "", thing, ...more] = path.split("/");
  const known = thing === undefined ? PLACE_PAGES.includes(page) : thing !== "" && THING_PAGES.includes(page);
  return more.length === 0 && known && (places === null || places.has(place));
};

/** Whether an address is for programs, which want a problem and not a page. */
const isForPrograms = (path: string) => /^\/(api|open|assets)(\/|$)/.test(path);

/**
 * The pages: built files as they are, and one page for every address that the client draws.
 *
 * An address that no page or place has gets the same page with status 404; the client then says what is missing.
 */
export function pageRoutes({ versions }: Deps, clientFolder: string, settings: PageSettings): Hono<AppEnv> {
  const headers = pageHeaders(settings.mapStyleUrl);
  const files = staticFiles(clientFolder, headers);
  const shell = files.has("/index.html") ? shellFile(clientFolder, settings, headers) : null;
  files.delete("/index.html");

  return new Hono<AppEnv>().get("/*", async (c) => {
    const { path } = c.req;
    const file = files.get(path);
    if (file) return file.answer(c.req.raw);
    if (isForPrograms(path) || !shell) return problemResponse(noSuchAddress(path));
    const known = await versions.current().catch(() => null);
    return shell.answer(c.req.raw, isPage(path, known?.places ?? null) ? 200 : 404);
  });
}

function shellFile(folder: string, settings: PageSettings, headers: Readonly<Record<string, string>>): StaticFile {
  const html = Buffer.from(appShell(readFileSync(join(folder, "index.html"), "utf8"), settings));
  return staticFile("/index.html", (encoding) => (encoding === "identity" ? html : null), headers);
}
