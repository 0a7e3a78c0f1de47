import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalFile, measureLocal } from "@needs-map/server/imports/files/local-file";
import { afterAll } from "vitest";

/** Puts files into a folder of their own, measured as an import finds them; the folder goes after the tests. */
export function onDisk() {
  const folder = mkdtempSync(join(tmpdir(), "needs-map-formats-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name: string, contents: string | Buffer): Promise<LocalFile> => {
    const at = join(folder, name);
    writeFileSync(at, contents);
    return measureLocal(name, at, () => {}, "");
  };
}
