import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gzipSync } from "node:zlib";
import { type LocalFile, measureLocal } from "@needs-map/server/imports/files/local-file";
import { findMirrored } from "@needs-map/server/imports/files/mirror";
import { peekShapes, peekTable } from "@needs-map/server/imports/formats/peek";
import { readShapes } from "@needs-map/server/imports/formats/shapes";
import { readTable } from "@needs-map/server/imports/formats/table";
import type { OnProgress } from "@needs-map/server/imports/progress";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { tinyFiles, tinyRecipe } from "../fixtures/tiny-place.ts";
import { buildShapefile } from "../unit/imports/formats/build-shapefile.ts";
import { buildXlsx, textRow } from "../unit/imports/formats/build-xlsx.ts";
import { buildZip } from "../unit/imports/formats/build-zip.ts";

const root = mkdtempSync(join(tmpdir(), "needs-map-import-files-"));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const measure = (name: string) => measureLocal(name, join(folder, name), () => {}, "");
const put = (name: string, contents: string | Buffer): Promise<LocalFile> => {
  writeFileSync(join(folder, name), contents);
  return measure(name);
};
const shapes = (local: LocalFile, onProgress?: OnProgress) =>
  readShapes({ path: local.path, format: "shapefile" }, local, () => {}, onProgress);
const sheet = (local: LocalFile) => readTable({ path: local.path, format: "xlsx" }, local, [], () => {});

describe("zips that mean harm", () => {
  test.each(["../evil.txt", "wards/../../evil.txt", "/etc/evil", "C:/evil", "..\\evil.txt"])(
    "an entry that is called %s is refused, and nothing is unpacked",
    async (name) => {
      const local = await put("a.zip", buildShapefile([null], { more: [{ name, contents: "x" }] }));
      await expect(shapes(local)).rejects.toThrow(/a\.zip holds a file whose name leads out of the zip \(.*evil.*\)/);
      await expect(peekShapes(local)).rejects.toThrow("leads out of the zip");
      expect(readdirSync(folder)).toEqual(["a.zip"]);
    },
  );

  test("a zip bomb is refused by its list of contents, before anything is unpacked", async () => {
    const zeros = Buffer.alloc(64 * 1024 ** 2);
    const zip = await put("a.zip", buildShapefile([null], { more: [{ name: "zeros", contents: zeros }] }));
    await expect(shapes(zip)).rejects.toThrow(/a\.zip would unpack from [\d,]+ to 67,\d{3},\d{3} bytes/);
    const workbook = buildXlsx({ sheets: { A: textRow("a") }, more: [{ name: "xl/zeros.xml", contents: zeros }] });
    await expect(sheet(await put("a.xlsx", workbook))).rejects.toThrow(
      "more than source files do. It is not unpacked.",
    );
  });

  test("a zip bomb that understates itself is stopped while it is unpacked", async () => {
    const rows = `<worksheet><sheetData>${textRow("x".repeat(50)).repeat(100_000)}</sheetData></worksheet>`;
    const sheets = { A: textRow("a") };
    const lying = buildXlsx({
      sheets,
      more: [{ name: "xl/worksheets/sheet0.xml", contents: rows, claims: { bytes: 100 } }],
    });
    await expect(sheet(await put("a.xlsx", lying))).rejects.toThrow(
      /a\.xlsx: xl\/worksheets\/sheet0\.xml in it is damaged \(too many bytes in the stream\. expected 100\./,
    );
  });

  test("parts without end in each other are refused before they fill the memory", async () => {
    const deep = await put("a.geojson", `{"type":"FeatureCollection","features":[${"[".repeat(100_000)}`);
    await expect(readShapes({ path: "a.geojson", format: "geojson" }, deep, () => {})).rejects.toThrow(
      "a.geojson cannot be read as GeoJSON: its parts lie too deep in each other (byte ",
    );
    await expect(sheet(await put("a.xlsx", buildXlsx({ sheets: { A: "<row>".repeat(100_000) } })))).rejects.toThrow(
      "a.xlsx cannot be read as a workbook: its parts lie too deep in each other.",
    );
  });

  test("an encrypted zip, a truncated one and one with a wrong checksum are refused", async () => {
    const secret = buildZip([{ name: "a.shp", contents: "x", claims: { encrypted: true } }]);
    await expect(shapes(await put("a.zip", secret))).rejects.toThrow(
      "a.zip is encrypted (a.shp). Take its password away.",
    );
    const whole = buildShapefile([null]);
    await expect(shapes(await put("b.zip", whole.subarray(0, -30)))).rejects.toThrow(
      "b.zip is not a zip, or is damaged or truncated",
    );
    const wrong = buildXlsx({
      sheets: { A: textRow("a") },
      more: [{ name: "xl/worksheets/sheet0.xml", contents: "<a/>", claims: { sum: 1 } }],
    });
    await expect(sheet(await put("c.xlsx", wrong))).rejects.toThrow(
      "c.xlsx: xl/worksheets/sheet0.xml in it is damaged (its checksum is wrong).",
    );
  });
});

describe("files of a folder", () => {
  const services = Buffer.from(tinyFiles.services);
  const [file] = tinyRecipe(tinyFiles).files.filter(({ role }) => role === "services");
  if (!file) throw new Error("The tiny recipe has no services");
  const { sha256: _, bytes: __, ...free } = file;

  test("a file is found as it is or gzipped, with its length and checksum", async () => {
    writeFileSync(join(folder, `${file.path}.gz`), gzipSync(services));
    const local = await findMirrored(folder, file);
    expect(local).toMatchObject({ path: file.path, at: join(folder, `${file.path}.gz`), sha256: file.sha256 });
    expect(local.bytes).toBe(services.length);
    writeFileSync(join(folder, file.path), services);
    expect((await findMirrored(folder, file)).at).toBe(join(folder, file.path));
  });

  test("a truncated, longer or altered file is refused; a recipe without a checksum takes it", async () => {
    writeFileSync(join(folder, file.path), services.subarray(0, -5));
    await expect(findMirrored(folder, { ...file, bytes: services.length })).rejects.toThrow(
      /is truncated: expected [\d,]+ bytes, found/,
    );
    writeFileSync(join(folder, file.path), services.toString().replace("s1", "s9"));
    await expect(findMirrored(folder, file)).rejects.toThrow(/is not the file that the recipe names: expected sha256/);
    expect((await findMirrored(folder, free)).bytes).toBe(services.length);
    await expect(findMirrored(folder, { ...free, bytes: 5 })).rejects.toThrow(
      /is longer than named: expected 5 bytes, found/,
    );
  });

  test("a missing file, a folder in its place, and a damaged gzip are named", async () => {
    await expect(findMirrored(folder, file)).rejects.toThrow(`${file.path} is missing: looked in ${folder}`);
    writeFileSync(join(folder, `${file.path}.gz`), gzipSync(services).subarray(0, -12));
    await expect(findMirrored(folder, free)).rejects.toThrow(
      `${file.path}: the compressed file is truncated or damaged`,
    );
    mkdirSync(join(folder, file.path));
    await expect(findMirrored(folder, file)).rejects.toThrow(/cannot be read \(EISDIR/);
  });

  test("a file that is cut short or grows after it was checked is not taken for the checked one", async () => {
    const local = await put("a.csv", "id,name\n1,Ash\n2,Elm\n");
    truncateSync(local.at, 14);
    await expect(readTable({ path: "a.csv", format: "csv" }, local, ["id"], () => {})).rejects.toThrow(
      "a.csv changed while it was being read.",
    );
  });
});

/** 60 MB, or as many as NEEDS_MAP_TEST_FILE_MB says. */
const MEGABYTES = Number(process.env.NEEDS_MAP_TEST_FILE_MB ?? 60);
/** What a long reading may hold at its end beyond what it held at its beginning. */
const MOST_GROWTH_BYTES = 48 * 1024 ** 2;

/** Writes a long file from one piece that is repeated. */
async function write(
  name: string,
  begin: string,
  piece: (at: number) => string,
  end: string,
  { packed = false, megabytes = MEGABYTES } = {},
): Promise<LocalFile> {
  const pieces = function* () {
    yield begin;
    for (let bytes = 0, at = 0; bytes < megabytes * 1_000_000; at++) {
      const text = piece(at);
      bytes += text.length;
      yield text;
    }
    yield end;
  };
  const to = createWriteStream(join(folder, name));
  if (packed) await pipeline(Readable.from(pieces()), createGzip({ level: 1 }), to);
  else await pipeline(Readable.from(pieces()), to);
  return measure(name);
}

/** Watches the memory of a reading by what it tells of its progress. */
function watching() {
  const held: number[] = [];
  const seen: { done: number; total: number }[] = [];
  let step = 0;
  const onProgress: OnProgress = ({ done, total }) => {
    seen.push({ done, total });
    if (step++ % 40 !== 0) return;
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    held.push(heapUsed + arrayBuffers);
  };
  const growth = () => Math.min(...held.slice(-3)) - Math.min(...held.slice(0, 3));
  return { onProgress, growth, seen };
}

describe("long files", () => {
  const lines = Array.from(
    { length: 2000 },
    (_, row) => `E0500${row},"Ward, ${row}",${row},some text that fills the row\n`,
  ).join("");
  const square = JSON.stringify({
    type: "Feature",
    properties: { code: "E05000001", name: "Ash" },
    geometry: {
      type: "Polygon",
      coordinates: [Array.from({ length: 200 }, (_, at) => [-2.3 - at / 1e5, 53.4 + at / 1e5])],
    },
  });

  test.each([false, true])(
    "a long CSV file is read in flat memory with its progress told (gzipped: %s)",
    async (packed) => {
      const local = await write(packed ? "a.csv.gz" : "a.csv", "code,name,people,note\n", () => lines, "", { packed });
      const { onProgress, growth, seen } = watching();
      let people = 0;
      const { rows } = await readTable(
        { path: "a.csv", format: "csv" },
        local,
        ["code", "people"],
        (cell) => {
          people += Number(cell("people"));
        },
        onProgress,
      );
      expect(rows % 2000).toBe(0);
      expect(people).toBe((rows / 2000) * 1_999_000);
      expect(seen.at(-1)).toEqual({ done: local.bytes, total: local.bytes });
      expect(growth()).toBeLessThan(MOST_GROWTH_BYTES);
    },
  );

  test("a long GeoJSON file is read in flat memory with its progress told, and peeked at", async () => {
    const begin = '{"type":"FeatureCollection","features":[';
    const local = await write("a.geojson", `${begin}${square}`, () => `,${square}`, "]}");
    const { onProgress, growth, seen } = watching();
    let features = 0;
    const take = () => {
      features++;
    };
    const { rows } = await readShapes({ path: "a.geojson", format: "geojson" }, local, take, onProgress);
    expect(rows).toBe(features);
    expect(rows).toBe(Math.round((local.bytes - begin.length - 1) / (square.length + 1)));
    expect(seen.at(-1)).toEqual({ done: local.bytes, total: local.bytes });
    expect(growth()).toBeLessThan(MOST_GROWTH_BYTES);
    expect(await peekShapes(local)).toMatchObject({ count: rows, crs: null });
  });

  test("a fault at the end of a long file is told with its row", async () => {
    const local = await write("a.csv", "code,name,people,note\n", () => lines, '"never closed', { megabytes: 8 });
    await expect(readTable({ path: "a.csv", format: "csv" }, local, ["code"], () => {})).rejects.toThrow(
      /Quote Not Closed: .* line \d+/,
    );
  });

  test("a quotation mark that is never closed does not fill the memory", async () => {
    const local = await write("a.csv", 'code,name,people,note\n1,"', () => lines.replaceAll('"', ""), "", {
      megabytes: 8,
    });
    await expect(readTable({ path: "a.csv", format: "csv" }, local, ["code"], () => {})).rejects.toThrow(
      /Max Record Size.* A quotation mark may be missing\./,
    );
  });

  test("a table can be peeked at when its first letter that is not UTF-8 comes at its very end", async () => {
    await write("a.csv", "code,name,people,note\n", () => lines, "", { megabytes: 8 });
    writeFileSync(
      join(folder, "a.csv"),
      Buffer.concat([readFileSync(join(folder, "a.csv")), Buffer.from("1,Caf\u00E9,2,x\n", "latin1")]),
    );
    expect(await peekTable(await measure("a.csv"))).toMatchObject({
      encoding: "iso-8859-1",
      headings: ["code", "name", "people", "note"],
    });
  });

  test("a reading is stopped by what is thrown from its progress or its rows, lets the file go, and leaves nothing behind", async () => {
    const csv = await write("a.csv", "code,name,people,note\n", () => lines, "", { megabytes: 8 });
    const json = await put("a.geojson", `{"type":"FeatureCollection","features":[${Array(500).fill(square).join()}]}`);
    const packed = await put("b.zip", gzipSync(buildShapefile(Array.from({ length: 50_000 }, () => null))));
    const zip = await put("a.zip", buildShapefile(Array.from({ length: 50_000 }, () => null)));
    const xlsx = await put("a.xlsx", buildXlsx({ sheets: { A: textRow("a").repeat(50_000) } }));
    const stop = () => {
      throw new Error("stopped by hand");
    };
    await expect(readTable({ path: "a", format: "csv" }, csv, [], () => {}, stop)).rejects.toThrow("stopped by hand");
    await expect(readTable({ path: "a", format: "csv" }, csv, [], stop)).rejects.toThrow("stopped by hand");
    await expect(readShapes({ path: "a", format: "geojson" }, json, () => {}, stop)).rejects.toThrow("stopped by hand");
    await expect(readShapes({ path: "a", format: "geojson" }, json, stop)).rejects.toThrow("stopped by hand");
    await expect(shapes(packed, stop)).rejects.toThrow("stopped by hand");
    await expect(shapes(zip, stop)).rejects.toThrow("stopped by hand");
    await expect(readShapes({ path: "a", format: "shapefile" }, zip, stop)).rejects.toThrow("stopped by hand");
    await expect(readTable({ path: "a", format: "xlsx" }, xlsx, [], () => {}, stop)).rejects.toThrow("stopped by hand");
    await expect(readTable({ path: "a", format: "xlsx" }, xlsx, [], stop)).rejects.toThrow("stopped by hand");
    await expect.poll(() => openFiles(folder)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => /^needs-map-[\da-f]{8}-[\da-f]{4}-/.test(name))).toEqual([]);
  });
});

/** Files below a folder that this process holds open, where the system says so. */
function openFiles(below: string): string[] {
  if (!existsSync("/proc/self/fd")) return [];
  return readdirSync("/proc/self/fd")
    .map((handle) => join("/proc/self/fd", handle))
    .filter((handle) => existsSync(handle))
    .map((handle) => readlinkSync(handle))
    .filter((at) => at.startsWith(below));
}
