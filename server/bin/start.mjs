import { existsSync } from "node:fs";
import { ensureBuilt } from "./ensure-built.mjs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Needs Map needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const main = new URL("../dist/main.js", import.meta.url);
if (!process.argv.includes("--no-install")) ensureBuilt();
else if (!existsSync(main)) {
  console.error("Nothing is built yet. Run npm start without --no-install once.");
  process.exit(1);
}
await import(main.href);
