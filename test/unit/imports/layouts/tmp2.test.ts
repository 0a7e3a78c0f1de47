import { runCommand } from "@needs-map/server/commands/run-command";
import { test } from "vitest";

test("x", { timeout: 600000 }, async () => {
  const out: string[] = [];
  const status = await runCommand(
    {
      out: (t) => void out.push(t),
      err: (t) => void out.push(t),
      live: false,
      ask: async () => null,
      path: (w) => w,
      env: { DATA_DIR: "/tmp/imp-db", LOG_LEVEL: "error" },
    },
    (process.env.WORDS ?? "").split("|"),
  );
  require("node:fs").writeFileSync("/tmp/imp.log", out.join("") + "\nstatus " + status + "\n");
});
