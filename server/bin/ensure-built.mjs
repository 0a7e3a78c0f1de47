import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cutPostgis } from "./cut-postgis.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const PNPM = "pnpm@12.21.0";
const stamps = join(root, "node_modules", ".needs-map");

/** Runs a command in the checkout; ends this process with its code and output when it fails. */
const run = (command, args, { quiet }) => {
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", process.stderr, process.stderr],
  });
  if (done.status === 0) return;
  if (quiet) process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
  process.stderr.write(`\n"${command} ${args.join(" ")}" did not succeed; nothing was started.\n`);
  process.exit(done.status ?? 1);
};

/** Digest of the names, sizes and bytes of files and folders, so that a build is made again only when they change. */
const digest = (paths) => {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) return void hash.update(path).update(readFileSync(path));
    for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest("hex");
};

const unless = (name, paths, outputs, work) => {
  const stamp = join(stamps, name);
  const now = digest(paths);
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === now;
  if (fresh && outputs.every((path) => existsSync(join(root, path)))) return;
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
};

const MANIFESTS = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"].concat(
  ["shared", "server", "client", "data", "test"].map((folder) => `${folder}/package.json`),
);

/**
 * Brings a checkout from "just cloned" to "ready to run": installs what the lock file names, compiles, and builds the
 * client. Does only what has changed since the last time.
 *
 * @param {{ quiet?: boolean }} options quiet shows output only when a step fails
 */
export const ensureBuilt = ({ quiet = false } = {}) => {
  const say = (text) => quiet || process.stderr.write(`${text}\n`);
  unless("install", MANIFESTS, ["node_modules/.bin"], () => {
    say("Installing what Needs Map needs (once)…");
    run("npx", ["--yes", PNPM, "install", "--frozen-lockfile"], { quiet });
  });
  unless(
    "code",
    ["shared/src", "server/src", "data/wendmere/generate", "tsconfig.base.json"],
    ["server/dist/main.js"],
    () => {
      say("Building the server…");
      run("npx", ["--no-install", "tsc", "-b", "shared", "server"], { quiet });
    },
  );
  unless("postgis", ["pnpm-lock.yaml", "server/bin/cut-postgis.mjs"], ["server/dist/postgis.tar.gz"], () =>
    cutPostgis(root),
  );
  unless(
    "client",
    ["shared/src", "client/src", "client/public", "client/index.html", "client/vite.config.ts", "server/src/api.ts"],
    ["client/dist/index.html"],
    () => {
      say("Building the pages…");
      run("npx", ["--yes", PNPM, "--filter", "@needs-map/client", "run", "build"], { quiet });
    },
  );
};
