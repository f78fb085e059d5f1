// A workbook of one sheet: stored zip and the few parts that spreadsheets need.
import { zipped } from "../forms/package.js";
import * as shared from "../forms/word_shared.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** What a workbook is called where a file says its kind. */
export const EXCEL = `${SHEET_TYPE}.sheet`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
// In points: the letters, a line of them, the least and the most that a row can be high.
const [LETTERS, LINE, LEAST, MOST] = [9, 12.5, 20, 409];
const SIDES = ["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("");
const LAID = '<alignment vertical="top" wrapText="1"/>';
const STYLE = { body: 1, head: 2 };
/** @param {number} font @param {number} fill */
const format = (font, fill) => `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" ` +
  `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${LAID}</xf>`;
/** @param {string} inner */
const fill = (inner) => `<fill><patternFill ${inner}</fill>`;
// Format 0 is what offices give to all empty cells: what is printed has formats of its own.
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2">` +
  ["", "<b/>"].map((bold) => `<font>${bold}<sz val="${LETTERS}"/><name val="宋体"/></font>`).join("") +
  `</fonts><fills count="3">${fill('patternType="none"/>')}${fill('patternType="gray125"/>')}` +
  `${fill('patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill>')}</fills>` +
  `<borders count="2"><border/><border>${SIDES}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
  `<cellXfs count="3"><xf xfId="0"/>${format(0, 0)}${format(1, 2)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** @param {string} text */
function escaped(text) {
  /** @type {Record<string, string>} */
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"]/g, (sign) => signs[sign]);
}

/** @param {number} number @returns {string} */
function column(number) {
  const letter = String.fromCharCode(65 + (number % 26));
  return number < 26 ? letter : column(Math.floor(number / 26) - 1) + letter;
}

// How many lines a text takes in a column; a character of Chinese is as wide as two letters. A long
// line is counted one character short, because some offices let no line begin with a stop.
/** @param {string} text @param {number} width */
function lines(text, width) {
  const room = width < 12 ? width : width - 2;
  return text.split("\n").reduce((sum, line) => {
    const taken = Array.from(line).reduce((all, sign) => all + (sign > "\u2000" ? 2 : 1), 0);
    return sum + Math.max(1, Math.ceil(taken / room));
  }, 0);
}

// Said for each row, because offices differ in which heights they find by themselves.
/** @param {string[]} cells @param {number[]} widths */
function height(cells, widths) {
  const most = Math.max(...cells.map((text, n) => lines(text, widths[n])));
  return Math.min(MOST, Math.max(LEAST, most * LINE + 4));
}

/** @param {string[]} cells @param {number} number @param {number[]} widths */
function rowXml(cells, number, widths) {
  const style = number === 1 ? STYLE.head : STYLE.body;
  const made = cells.map((text, n) => {
    const at = `r="${column(n)}${number}" s="${style}"`;
    if (text === "") return `<c ${at}/>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  });
  return `<row r="${number}" ht="${height(cells, widths)}" customHeight="1">${made.join("")}</row>`;
}

/** @param {string} title @param {string[][]} rows @param {number[]} widths */
function sheetXml(title, rows, widths) {
  const all = `A1:${column(rows[0].length - 1)}${rows.length}`;
  const columns = widths.map((width, n) =>
    `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ' +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="${LEAST}" customHeight="1"/>` +
    `<cols>${columns.join("")}</cols><sheetData>` +
    rows.map((cells, n) => rowXml(cells, n + 1, widths)).join("") +
    `</sheetData><autoFilter ref="${all}"/><printOptions horizontalCentered="1"/>` +
    '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.35" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddHeader>&amp;C${escaped(title)}</oddHeader>` +
    `<oddFooter>${shared.PAGE_OF_PAGES}</oddFooter></headerFooter></worksheet>`;
}

/** @param {string[]} type @param {string[]} target */
function relations(type, target) {
  return `<Relationships xmlns="${PACKAGE}/relationships">` +
    target.map((file, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type[n]}" Target="${file}"/>`)
      .join("") + "</Relationships>";
}

function contentTypes() {
  /** @param {string} name @param {string} kind */
  const part = (name, kind) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SHEET_TYPE}.${kind}+xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' + part("workbook", "sheet.main") +
    part("worksheets/sheet1", "worksheet") + part("styles", "styles") + "</Types>";
}

/** @param {string} title @param {string} last */
function workbook(title, last) {
  const area = `'${title}'!$A$1:${last}`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${title}" sheetId="1" ` +
    'r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" ' +
    `localSheetId="0" hidden="1">${area}</definedName><definedName name="_xlnm.Print_Titles" ` +
    `localSheetId="0">'${title}'!$1:$1</definedName></definedNames></workbook>`;
}

// ``rows``: the header first, all cells text; ``widths`` in characters. Gives the file's bytes.
/** @param {string} title @param {string[][]} rows @param {number[]} widths */
export function xlsx(title, rows, widths) {
  const last = `$${column(rows[0].length - 1)}$${rows.length}`;
  return zipped([
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relations(["officeDocument"], ["xl/workbook.xml"])],
    ["xl/workbook.xml", workbook(title, last)],
    ["xl/_rels/workbook.xml.rels",
      relations(["worksheet", "styles"], ["worksheets/sheet1.xml", "styles.xml"])],
    ["xl/worksheets/sheet1.xml", sheetXml(title, rows, widths)],
    ["xl/styles.xml", STYLES],
  ].map(([name, xml]) => [name, HEAD + xml]));
}
