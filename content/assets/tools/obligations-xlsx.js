// A workbook of one sheet: stored zip and the few parts that spreadsheets need.
import { zip } from "./obligations-zip.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>` +
  '<font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill>' +
  '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/>' +
  '<bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf borderId="1" xfId="0" applyBorder="1" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf><xf fontId="1" borderId="1" xfId="0" applyFont="1" ' +
  'applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>';

function escaped(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"]/g, (sign) => signs[sign]);
}

function column(number) {
  const letter = String.fromCharCode(65 + (number % 26));
  return number < 26 ? letter : column(Math.floor(number / 26) - 1) + letter;
}

function rowXml(cells, number) {
  const style = number === 1 ? ' s="1"' : "";
  const made = cells.map((text, n) => {
    const at = `r="${column(n)}${number}"${style}`;
    if (text === "") return `<c ${at}/>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  });
  return `<row r="${number}">${made.join("")}</row>`;
}

function sheetXml(rows, widths) {
  const all = `A1:${column(rows[0].length - 1)}${rows.length}`;
  const columns = widths.map((width, n) =>
    `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ' +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join("")}</cols><sheetData>` +
    rows.map((cells, n) => rowXml(cells, n + 1)).join("") +
    `</sheetData><autoFilter ref="${all}"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}

function relations(type, target) {
  return `<Relationships xmlns="${PACKAGE}/relationships">` +
    target.map((file, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type[n]}" Target="${file}"/>`)
      .join("") + "</Relationships>";
}

function contentTypes() {
  const part = (name, kind) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SHEET_TYPE}.${kind}+xml"/>`;
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' + part("workbook", "sheet.main") +
    part("worksheets/sheet1", "worksheet") + part("styles", "styles") + "</Types>";
}

function workbook(title, last) {
  const area = `'${title}'!$A$1:${last}`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${title}" sheetId="1" ` +
    'r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" ' +
    `localSheetId="0" hidden="1">${area}</definedName><definedName name="_xlnm.Print_Titles" ` +
    `localSheetId="0">'${title}'!$1:$1</definedName></definedNames></workbook>`;
}

// ``rows``: the header first, all cells text; ``widths`` in characters. Gives the file's bytes.
export function xlsx(title, rows, widths) {
  const last = `$${column(rows[0].length - 1)}$${rows.length}`;
  return zip([
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relations(["officeDocument"], ["xl/workbook.xml"])],
    ["xl/workbook.xml", workbook(title, last)],
    ["xl/_rels/workbook.xml.rels",
      relations(["worksheet", "styles"], ["worksheets/sheet1.xml", "styles.xml"])],
    ["xl/worksheets/sheet1.xml", sheetXml(rows, widths)],
    ["xl/styles.xml", STYLES],
  ].map(([name, xml]) => [name, new TextEncoder().encode(HEAD + xml)]));
}
