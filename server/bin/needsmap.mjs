import { ensureBuilt } from "./ensure-built.mjs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Needs Map needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
ensureBuilt({ quiet: true });
await import(new URL("../dist/cli.js", import.meta.url).href);
