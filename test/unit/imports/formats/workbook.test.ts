import type { LocalFile } from "@needs-map/server/imports/files/local-file";
import { peekTable } from "@needs-map/server/imports/formats/peek";
import { type Cell, readTable, type TableFile } from "@needs-map/server/imports/formats/table";
import { plainDigits } from "@needs-map/server/imports/formats/xlsx-cell";
import { describe, expect, test } from "vitest";
import { buildXlsx, textRow } from "./build-xlsx.ts";
import { buildZip } from "./build-zip.ts";
import { onDisk } from "./on-disk.ts";

const put = onDisk();

async function read(local: LocalFile, columns: string[], file: Partial<TableFile> = {}) {
  const rows: (string | number)[][] = [];
  const take = (cell: Cell, row: number) => rows.push([row, ...columns.map((column) => cell(column))]);
  const { rows: count, faults } = await readTable({ path: local.path, format: "xlsx", ...file }, local, columns, take);
  return { rows, count, faults };
}
const one = (rows: string, parts: object = {}) => put("a.xlsx", buildXlsx({ sheets: { People: rows }, ...parts }));

describe("cells", () => {
  test("shared, rich and written-in texts are read, without how they are pronounced", async () => {
    const texts = [
      "<t>code</t>",
      "<r><t>na</t></r><r><t xml:space='preserve'>me </t></r>",
      "<t>Ash &amp; Elm</t><rPh><t>x</t></rPh>",
    ];
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="inlineStr"><is><t> W1 </t></is></c><c r="B2" t="s"><v>2</v></c></row>';
    expect((await read(await one(rows, { texts }), ["code", "name"])).rows).toEqual([[2, "W1", "Ash & Elm"]]);
  });

  test("cells stand where they say, and rows keep their number in the sheet", async () => {
    const rows = `${textRow("a", "b", "c")}<row r="5"><c r="A5"/><c r="C5"><v>3</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>`;
    expect((await read(await one(rows), ["a", "b", "c"])).rows).toEqual([
      [5, "", "", "3"],
      [9, "", "2", ""],
    ]);
  });

  test("days come as days and times as times, whatever their format, and figures as figures", async () => {
    const formats = [0, 14, "dd mmm yyyy", "[$-809]d/m/yy;@", 20, "#,##0.00", "&quot;day &quot;0"];
    const cells = [45_292, 45_292, 45_292, 45_292.75, 0.375, 45_292, 45_292].map(
      (v, s) => `<c s="${s}"><v>${v}</v></c>`,
    );
    const rows = `${textRow("a", "b", "c", "d", "e", "f", "g")}<row>${cells.join("")}</row>`;
    expect((await read(await one(rows, { formats }), ["a", "b", "c", "d", "e", "f", "g"])).rows).toEqual([
      [2, "45292", "2024-01-01", "2024-01-01", "2024-01-01", "09:00", "45292", "45292"],
    ]);
  });

  test("days before March 1900 and days counted from 1904 are right", async () => {
    const rows = `${textRow("a", "b", "c")}<row>${[1, 59, 61].map((v) => `<c s="0"><v>${v}</v></c>`).join("")}</row>`;
    const columns = ["a", "b", "c"];
    expect((await read(await one(rows, { formats: [14] }), columns)).rows).toEqual([
      [2, "1900-01-01", "1900-02-28", "1900-03-01"],
    ]);
    expect((await read(await one(rows, { formats: [14], from1904: true }), ["a"])).rows).toEqual([[2, "1904-01-02"]]);
  });

  test("numbers come in plain digits, with the figures that a spreadsheet shows", async () => {
    const values = ["1.2E-3", "9.9E+10", "0.30000000000000004", "-5"];
    const rows = `${textRow("a", "b", "c", "d")}<row>${values.map((v) => `<c><v>${v}</v></c>`).join("")}</row>`;
    expect((await read(await one(rows), ["a", "b", "c", "d"])).rows).toEqual([
      [2, "0.0012", "99000000000", "0.3", "-5"],
    ]);
    expect([1e21, -1.5e-7, 123_456_789_012, 0].map(plainDigits)).toEqual([
      "1000000000000000000000",
      "-0.00000015",
      "123456789012",
      "0",
    ]);
  });

  test("a formula gives the value that was worked out for it; one without a value is a fault where it is needed", async () => {
    const formula = (value: string) => `<c><f>SUM(B2:B9)</f>${value}</c>`;
    const rows = [
      textRow("code", "people", "other"),
      `<row>${"<c><v>1</v></c>"}${formula("<v>12</v>")}${formula("")}</row>`,
      `<row>${"<c><v>2</v></c>"}${formula("<v></v>")}</row>`,
      `<row>${"<c><v>3</v></c>"}<c t="str"><f>T(B9)</f><v></v></c></row>`,
    ];
    const { rows: given, faults } = await read(await one(rows.join("")), ["code", "people"]);
    expect(given).toEqual([
      [2, "1", "12"],
      [4, "3", ""],
    ]);
    expect(faults).toEqual([
      { file: "a.xlsx", row: 3, field: "people", reason: "The cell holds a formula without a value" },
    ]);
  });

  test("a cell beyond the headings is a fault", async () => {
    const { faults } = await read(await one(textRow("a") + textRow("1") + textRow("2", "x")), ["a"]);
    expect(faults).toEqual([
      { file: "a.xlsx", row: 3, field: null, reason: "The row has 2 fields and the headings are 1" },
    ]);
  });
});

describe("sheets", () => {
  const sheets = { Notes: textRow("Read this first"), People: textRow("code", "people") + textRow("W1", "12") };

  test("a sheet is taken by its name, and a missing one is named with those that are there", async () => {
    const local = await put("a.xlsx", buildXlsx({ sheets }));
    expect((await read(local, ["code", "people"], { sheet: "People" })).rows).toEqual([[2, "W1", "12"]]);
    await expect(read(local, ["code"], { sheet: "Persons" })).rejects.toThrow(
      'a.xlsx has no sheet "Persons". Its sheets are: Notes, People.',
    );
    await expect(read(local, ["code"])).rejects.toThrow(
      'a.xlsx has no column "code". Its columns are: Read this first.',
    );
  });

  test("a peek finds the sheet with the table and its headings", async () => {
    const peek = await peekTable(await put("a.xlsx", buildXlsx({ sheets })));
    expect(peek).toEqual({
      format: "xlsx",
      encoding: null,
      delimiter: null,
      sheet: "People",
      headings: ["code", "people"],
      rows: [["W1", "12"]],
    });
  });

  test("a sheet of only headings, and an empty one, are refused", async () => {
    await expect(read(await one(textRow("code")), ["code"])).rejects.toThrow("a.xlsx has headings and no rows.");
    await expect(read(await one(""), ["code"])).rejects.toThrow("a.xlsx has no rows");
  });
});

describe("what is no workbook", () => {
  test("an old or locked workbook, another zip, and bytes are refused", async () => {
    const old = await put("a.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"));
    await expect(read(old, ["code"])).rejects.toThrow("a.xls is an old (.xls) or a locked workbook. Save it as .xlsx");
    await expect(peekTable(old)).rejects.toThrow("a.xls is an old (.xls) or a locked workbook");
    const zip = await put("a.zip", buildZip([{ name: "a.txt", contents: "x" }]));
    await expect(read(zip, ["code"])).rejects.toThrow("a.zip is a zip, but not an Excel workbook (.xlsx).");
    await expect(read(await put("a.xlsx", "code\n1\n"), ["code"])).rejects.toThrow("a.xlsx is not a zip");
  });

  test("broken XML, and entities that would grow, are refused", async () => {
    await expect(read(await one("<row><c></row>"), ["code"])).rejects.toThrow("a.xlsx cannot be read as a workbook");
    await expect(read(await one(textRow("&lol;")), ["code"])).rejects.toThrow("a.xlsx cannot be read as a workbook");
  });
});
