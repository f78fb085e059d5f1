// Mirrors scripts/lawbook/word/layout/markup.py: WordprocessingML as text.
/** @import { Control } from "./types" */
import * as strings from "./text.js";
import * as answerValues from "./values.js";
import * as shared from "./word_shared.js";

const LATIN = "Times New Roman";
const [HEI, KAI, FANG, SONG] = ["黑体", shared.KAI, shared.FANG, "宋体"];
const BOX_FONT = "MS Gothic";
const [OFF, ON] = ["☐", "☑"];
// The styles whose runs are made here; all others stand in the fixed XML.
/** @type {Record<string, string>} */
export const FONTS = { TableHead1: HEI, TableHead2: KAI, ColumnHead: HEI };
/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

// Text for an element or an attribute: cleaned and escaped.
/** @param {string} text */
export function safe(text) {
  return answerValues.clean(text).replace(/[&<>"']/gu, (sign) => ESCAPES[sign]);
}

/** @param {string} name */
function font(name) {
  const latin = name === BOX_FONT ? name : LATIN;
  return `<w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:eastAsia="${name}"` +
    ` w:hAnsi="${latin}" w:cs="${latin}"/>`;
}

// A run of text; line ends become breaks, tabs become tabs.
/** @param {string} text @param {string} [name] */
export function run(text, name = FANG, { style = "", bold = false, scale = 0 } = {}) {
  const properties = (style ? `<w:rStyle w:val="${style}"/>` : "") + font(name) + (bold ? "<w:b/>" : "") +
    (scale ? `<w:w w:val="${scale}"/>` : "");
  // XML would read \r as \n.
  const pieces = text.replace(/\r\n?/gu, "\n").split(/([\n\t])/u).filter(Boolean);
  return `<w:r><w:rPr>${properties}</w:rPr>${pieces.map(piece).join("")}</w:r>`;
}

/** @param {string} text */
function piece(text) {
  if (text === "\n") return "<w:br/>";
  return text === "\t" ? "<w:tab/>" : `<w:t xml:space="preserve">${safe(text)}</w:t>`;
}

/** @param {string} style @param {string} [runs] */
export function paragraph(style, runs = "") {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
}

// A content control {number, tag, alias, lock, temporary} around runs; without tag there is none.
/** @param {Control} control @param {string} runs */
export function around(control, runs, { hint = false, kind = "" } = {}) {
  if (!control.tag) return runs;
  const properties =
    `<w:alias w:val="${safe(strings.slice(control.alias, 0, 60))}"/>` +
    `<w:tag w:val="${control.tag}"/><w:id w:val="${control.number}"/>` +
    (control.lock ? `<w:lock w:val="${control.lock}"/>` : "") +
    (control.temporary ? "<w:temporary/>" : "") +
    (hint ? "<w:showingPlcHdr/>" : "") + kind;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${runs}</w:sdtContent></w:sdt>`;
}

// A box that can be clicked in Word and is ☐ or ☑ elsewhere.
/** @param {Control} control @param {boolean} ticked */
export function box(control, ticked) {
  const kind =
    `<w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/>` +
    `<w14:checkedState w14:val="2611" w14:font="${BOX_FONT}"/>` +
    `<w14:uncheckedState w14:val="2610" w14:font="${BOX_FONT}"/></w14:checkbox>`;
  return around(control, run(ticked ? ON : OFF, BOX_FONT), { kind });
}

/** @param {string} iso */
export function dateKind(iso) {
  const full = iso ? ` w:fullDate="${iso}T00:00:00Z"` : "";
  return `<w:date${full}><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>` +
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>';
}

/** @param {number} width @param {string} paragraphs */
export function cell(width, paragraphs) {
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/>`;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs}</w:tc>`;
}

/** @param {number} height @param {string} cells @param {boolean} [header] */
export function row(height, cells, header) {
  const properties = `<w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/>` +
    (header ? "<w:tblHeader/>" : "");
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
}

// A table of an answer, centred; the caption is read aloud by screen readers.
/** @param {number} width @param {number} columns @param {string} caption @param {string} rows */
export function table(width, columns, caption, rows) {
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="${width * columns}" w:type="dxa"/>` +
    '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>' +
    '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0"' +
    ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' +
    `<w:tblCaption w:val="${safe(caption)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`;
}

export { FANG, SONG };
