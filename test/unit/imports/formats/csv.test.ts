import { gzipSync } from "node:zlib";
import type { LocalFile } from "@needs-map/server/imports/files/local-file";
import { peekTable } from "@needs-map/server/imports/formats/peek";
import { type Cell, readTable, type TableFile } from "@needs-map/server/imports/formats/table";
import { describe, expect, test } from "vitest";
import { onDisk } from "./on-disk.ts";

const put = onDisk();

/** The rows that a reading gives: number, then the cells of some columns. */
async function read(local: LocalFile, columns: string[], file: Partial<TableFile> = {}) {
  const rows: (string | number)[][] = [];
  const take = (cell: Cell, row: number) => rows.push([row, ...columns.map((column) => cell(column))]);
  const { rows: count, faults } = await readTable({ path: local.path, format: "csv", ...file }, local, columns, take);
  return { rows, count, faults };
}

describe("rows and columns", () => {
  test("cells are trimmed, and rows numbered as in a spreadsheet with the headings as row 1", async () => {
    const { rows, count } = await read(await put("a.csv", " id , name\n1, Ash \n\n2,Elm\n"), ["id", "name"]);
    expect(rows).toEqual([
      [2, "1", "Ash"],
      [4, "2", "Elm"],
    ]);
    expect(count).toBe(2);
  });

  test("line ends of Windows, and line breaks and delimiters in quotes, are read", async () => {
    const local = await put("a.csv", 'id,name\r\n1,"Ash\r\nWard, north"\r\n2,"Elm ""X"""\r\n');
    expect((await read(local, ["id", "name"])).rows).toEqual([
      [2, "1", "Ash\r\nWard, north"],
      [3, "2", 'Elm "X"'],
    ]);
  });

  test("a row that holds nothing but delimiters is passed over", async () => {
    expect((await read(await put("a.csv", "id,name\n,\n1,Ash\n,\n"), ["id"])).rows).toEqual([[3, "1"]]);
  });

  test("a row with another number of fields is a fault and is not given", async () => {
    const { rows, faults, count } = await read(await put("a.csv", "id,name\n1,Ash\n2\n3,Oak,x\n"), ["id"]);
    expect(rows).toEqual([[2, "1"]]);
    expect(count).toBe(3);
    expect(faults).toEqual([
      { file: "a.csv", row: 3, field: null, reason: "The row has 1 fields and the headings are 2" },
      { file: "a.csv", row: 4, field: null, reason: "The row has 3 fields and the headings are 2" },
    ]);
  });

  test("a missing column is named with those that are there", async () => {
    await expect(read(await put("a.csv", "id,name\n1,Ash\n"), ["id", "people"])).rejects.toThrow(
      'a.csv has no column "people". Its columns are: id, name.',
    );
  });

  test("a wrong delimiter is guessed at when the headings come in one piece", async () => {
    await expect(read(await put("a.csv", "id;name\n1;Ash\n"), ["id"])).rejects.toThrow(
      'a.csv has no column "id". Its columns are: id;name. The "delimiter" may be ";".',
    );
  });

  test("a column that comes twice is refused when it is needed, and let be when it is not", async () => {
    const local = await put("a.csv", "id,x,x\n1,2,3\n");
    expect((await read(local, ["id"])).rows).toEqual([[2, "1"]]);
    await expect(read(local, ["x"])).rejects.toThrow('a.csv has the column "x" more than once.');
  });

  test("titles above the headings are passed over", async () => {
    const local = await put("a.csv", "Population estimates\nSource: the office\n\nid,name\n1,Ash\n");
    expect((await read(local, ["id", "name"])).rows).toEqual([[5, "1", "Ash"]]);
    await expect(read(local, ["code"])).rejects.toThrow('a.csv has no column "code". Its columns are: id, name.');
  });

  test("a file without a heading row takes its headings from the recipe, and its first row is 1", async () => {
    const local = await put("a.csv", "1,Ash\n2,Elm\n");
    expect((await read(local, ["b"], { headings: ["a", "b"] })).rows).toEqual([
      [1, "Ash"],
      [2, "Elm"],
    ]);
    await expect(read(local, ["b"], { headings: ["a", "b", "c"] })).rejects.toThrow(
      "a.csv, row 1: it has 2 fields, and the recipe names 3 headings.",
    );
  });

  test("another number of rows than the recipe says is refused, counted before any are left out", async () => {
    const local = await put("a.csv", "id,kind\n1,a\n2,b\n3,a\n");
    const { rows, count } = await read(local, ["id"], { rows: 3, only: { kind: "a" } });
    expect(rows).toEqual([
      [2, "1"],
      [4, "3"],
    ]);
    expect(count).toBe(3);
    await expect(read(local, ["id"], { rows: 2 })).rejects.toThrow("a.csv: expected 2 rows, found 3.");
  });

  test("only rows with one of some values are given, and their column must be there", async () => {
    const local = await put("a.csv", "id,kind\n1,a\n2,b\n3,c\n");
    expect((await read(local, ["id"], { only: { kind: ["a", "c"] } })).rows).toHaveLength(2);
    await expect(read(local, ["id"], { only: { sort: "a" } })).rejects.toThrow('a.csv has no column "sort"');
  });

  test("text that is no CSV is refused with its line", async () => {
    await expect(read(await put("a.csv", 'id,name\n1,"Ash"x\n'), ["id"])).rejects.toThrow(
      /a\.csv cannot be read as CSV: .*line 2/,
    );
    await expect(read(await put("b.csv", 'id,name\n1,"Ash\n2,Elm\n'), ["id"])).rejects.toThrow(
      /b\.csv cannot be read as CSV: Quote Not Closed/,
    );
  });
});

describe("empty files", () => {
  test.each([
    ["no bytes", "", "a.csv is empty (0 bytes)."],
    ["a byte-order mark", "\uFEFF", "a.csv has no rows: it holds nothing but blanks or a byte-order mark."],
    ["blank lines", "\n \n", "a.csv has no rows: it holds nothing but blanks or a byte-order mark."],
    ["headings", "id,name\n", "a.csv has headings and no rows."],
  ])("a file of nothing but %s is refused", async (_, text, message) => {
    await expect(read(await put("a.csv", text), ["id"])).rejects.toThrow(message);
  });
});

describe("delimiters and encodings", () => {
  test.each([";", "\t", "|", "\u00AC"])("fields parted by %j are read and found", async (delimiter) => {
    const local = await put(
      "a.csv",
      [
        ["id", "name"],
        ["1", "Ash, north"],
        ["2", "Elm"],
      ]
        .map((row) => row.join(delimiter))
        .join("\n"),
    );
    expect((await read(local, ["id", "name"], { delimiter })).rows[0]).toEqual([2, "1", "Ash, north"]);
    expect(await peekTable(local)).toMatchObject({ delimiter, headings: ["id", "name"], encoding: "utf-8" });
  });

  test("the byte 0xAC parts fields in a file of one byte a letter", async () => {
    const bytes = Buffer.from("id\u00ACname\n1\u00ACCaf\u00E9\n2\u00AC\u00C9\n", "latin1");
    const local = await put("a.csv", bytes);
    const peek = await peekTable(local);
    expect(peek).toMatchObject({ encoding: "iso-8859-1", delimiter: "\u00AC", headings: ["id", "name"] });
    const { rows } = await read(local, ["name"], { encoding: "iso-8859-1", delimiter: "\u00AC" });
    expect(rows).toEqual([
      [2, "Caf\u00E9"],
      [3, "\u00C9"],
    ]);
  });

  test("a byte-order mark is no part of the first heading, and says how the letters are written", async () => {
    expect((await read(await put("a.csv", "\uFEFFid,name\n1,Ca\u00F1on\n"), ["id", "name"])).rows).toEqual([
      [2, "1", "Ca\u00F1on"],
    ]);
    const wide = await put("b.csv", Buffer.from("\uFEFFid,name\n1,Ca\u00F1on\n", "utf16le"));
    expect((await read(wide, ["id", "name"])).rows).toEqual([[2, "1", "Ca\u00F1on"]]);
    expect((await peekTable(wide)).encoding).toBe("utf-16le");
  });

  test("a byte-order mark that the recipe contradicts is named", async () => {
    await expect(read(await put("a.csv", "\uFEFFid\n1\n"), ["id"], { encoding: "iso-8859-1" })).rejects.toThrow(
      "a.csv, row 1: the file begins with the mark of utf-8, not iso-8859-1.",
    );
    const wide = await put("b.csv", Buffer.from("\uFEFFid\n1\n", "utf16le").swap16());
    await expect(read(wide, ["id"])).rejects.toThrow("b.csv is written in big-endian UTF-16");
    await expect(peekTable(wide)).rejects.toThrow("b.csv is written in big-endian UTF-16");
  });

  test.each([
    ["windows-1252", 0x92, "\u2019"],
    ["iso-8859-1", 0xe9, "\u00E9"],
  ] as const)(
    "%s is found where the bytes are not UTF-8, and read as the recipe says",
    async (encoding, byte, letter) => {
      const local = await put("a.csv", Buffer.concat([Buffer.from("id,name\n1,Ash\n2,O"), Buffer.from([byte, 0x0a])]));
      expect((await peekTable(local)).encoding).toBe(encoding);
      expect((await read(local, ["name"], { encoding })).rows[1]).toEqual([3, `O${letter}`]);
    },
  );

  test("text in another encoding than is said ends in a message with its row", async () => {
    const latin = await put("a.csv", Buffer.from("id,name\n1,Ash\n2,Caf\u00E9 X\n", "latin1"));
    await expect(read(latin, ["id"])).rejects.toThrow(
      'a.csv, row 3: the text is not utf-8. Set "encoding" in the recipe.',
    );
    const utf8 = await put("b.csv", "id,name\n1,Ash\n2,Caf\u00E9 X\n");
    await expect(read(utf8, ["id"], { encoding: "iso-8859-1" })).rejects.toThrow(
      'b.csv, row 3: the text is utf-8, not iso-8859-1. Set "encoding" in the recipe.',
    );
    const unused = await put("c.csv", Buffer.concat([Buffer.from("id,name\n1,Ash\n2,"), Buffer.from([0x81, 0x0a])]));
    await expect(read(unused, ["id"], { encoding: "windows-1252" })).rejects.toThrow(
      "c.csv, row 3: the text is not windows-1252.",
    );
  });

  test("letters that lie across two pieces of a long file are whole", async () => {
    const lines = Array.from({ length: 60_000 }, (_, row) => `${row},caf\u00E9 \u20AC \u{1F333}`);
    const { rows } = await read(await put("a.csv", ["id,name", ...lines].join("\n")), ["name"]);
    expect(new Set(rows.map(([, name]) => name))).toEqual(new Set(["caf\u00E9 \u20AC \u{1F333}"]));
  });

  test("a gzipped file is read as it is when unpacked", async () => {
    expect((await read(await put("a.csv.gz", gzipSync("id\n1\n")), ["id"])).rows).toEqual([[2, "1"]]);
  });
});

describe("a peek at a table", () => {
  test("words over figures are headings; a first row of codes is data", async () => {
    const headed = await peekTable(await put("a.csv", "code,sex,0,1,2\nE05000001,F,5,6,7\nE05000002,F,7,8,9\n"));
    expect(headed).toMatchObject({
      headings: ["code", "sex", "0", "1", "2"],
      rows: [["E05000001", "F", "5", "6", "7"], {}],
    });
    const bare = await peekTable(await put("b.csv", "A81001,The Surgery,TS18 1HU\nA81002,Queens Park,TS18 2AW\n"));
    expect(bare.headings).toBeNull();
    expect(bare.rows).toHaveLength(2);
  });

  test("words over words are headings when they do not come again", async () => {
    expect((await peekTable(await put("a.csv", "name,kind\nAsh,park\nElm,park\n"))).headings).toEqual(["name", "kind"]);
    expect((await peekTable(await put("b.csv", "Ash,park\nElm,park\nOak,wood\n"))).headings).toBeNull();
  });

  test("titles above the headings are passed over", async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `E0500000${row % 10},Ward,${row}`);
    const local = await put("a.csv", ["Title", "", "code,name,people", ...rows].join("\n"));
    expect((await peekTable(local)).headings).toEqual(["code", "name", "people"]);
  });

  test("at most 200 rows are given", async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `${row},x`);
    expect((await peekTable(await put("a.csv", ["id,name", ...rows].join("\n")))).rows.length).toBeLessThanOrEqual(200);
  });

  test.each([
    ["JSON", '{"type":"FeatureCollection"}', "it is JSON"],
    ["a web page", "<!DOCTYPE html><html></html>", "it is a web page"],
    ["a PDF", "%PDF-1.7\n1,2", "it is %PDF-"],
    ["bytes", "\0\u0001,\u0002\n\0", "it is not text"],
    ["prose", "One, two, and three.\nFour.\nFive, six.\nA, b, c, d\n", "its rows have no common number of fields"],
  ])("%s is no table", async (_, text, reason) => {
    await expect(peekTable(await put("a.txt", text))).rejects.toThrow(`a.txt is not a table: ${reason}`);
  });
});
