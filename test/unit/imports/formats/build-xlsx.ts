import { buildZip, type ZipEntry } from "./build-zip.ts";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>${text}`;

interface WorkbookParts {
  /** The rows of each sheet as XML, by its name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly texts?: readonly string[];
  /** Formats of numbers by style: a built-in number, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly from1904?: boolean;
  readonly more?: readonly ZipEntry[];
}

/** An Excel workbook from the XML of its rows. */
export function buildXlsx({ sheets, texts = [], formats = [0], from1904 = false, more = [] }: WorkbookParts): Buffer {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const codes = formats.map((format, at) => (typeof format === "string" ? { id: 164 + at, format } : { id: format }));
  const custom = codes.map(({ id, format }) => (format ? `<numFmt numFmtId="${id}" formatCode="${format}"/>` : ""));
  return buildZip([
    {
      name: "_rels/.rels",
      contents: xml(`<Relationships>${relation("r", "officeDocument", "xl/workbook.xml")}</Relationships>`),
    },
    {
      name: "xl/workbook.xml",
      contents: xml(
        `<workbook xmlns:r="${RELATIONS}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>` +
          names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`).join("") +
          "</sheets></workbook>",
      ),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      contents: xml(
        `<Relationships>${names.map((_, at) => relation(`s${at}`, "worksheet", `worksheets/sheet${at}.xml`)).join("")}` +
          relation("t", "sharedStrings", "sharedStrings.xml") +
          `${relation("y", "styles", "/xl/styles.xml")}</Relationships>`,
      ),
    },
    { name: "xl/sharedStrings.xml", contents: xml(`<sst>${texts.map((text) => `<si>${text}</si>`).join("")}</sst>`) },
    {
      name: "xl/styles.xml",
      contents: xml(
        `<styleSheet><numFmts>${custom.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
          `<cellXfs>${codes.map(({ id }) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
      ),
    },
    ...names.map((name, at) => ({
      name: `xl/worksheets/sheet${at}.xml`,
      contents: xml(`<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`),
    })),
    ...more,
  ]);
}

/** A row of texts written into its cells. */
export const textRow = (...cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
