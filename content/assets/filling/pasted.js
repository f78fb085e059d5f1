// A table that comes from the clipboard, of a spreadsheet or a Word document: rows of texts.
/** @import { Column } from "../forms/types" */
/** @import { Matched } from "./types" */
import * as strings from "../forms/text.js";
import { every } from "../tools/common-elements.js";
import { isSerial, unnumbered } from "./serial.js";

const STYLES = /<style[^]*?<\/style>|\s(?:style|bgcolor|onclick)=(?:"[^"]*"|'[^']*'|[^\s>]*)/gi;

// Cells between tabs, a row a line; a cell in quotation marks may have tabs and lines of its own.
/** @param {string} text @returns {string[][]} */
function ofText(text) {
  /** @type {string[][]} */
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;
  for (let start = 0; start <= text.length; start = cell.lastIndex + 1) {
    cell.lastIndex = start;
    const [whole, quoted] = /** @type {RegExpExecArray} */ (cell.exec(text));
    rows[rows.length - 1].push(quoted === undefined ? whole : quoted.replace(/""/g, '"'));
    cell.lastIndex = start + whole.length;
    if (text[cell.lastIndex] === "\n") rows.push([]);
  }
  return rows;
}

/** @param {HTMLElement} cell */
function wordsOf(cell) {
  const lines = every(cell, "p, li, br");
  lines.forEach((line) => line.after("\n"));
  const inner = cell.textContent.split("\n").map((line) => line.replace(/[ \t]+/g, " "));
  return inner.map((line) => strings.trimmed(line)).filter(Boolean).join("\n");
}

// The styles go first: the page's policy would name each of them in the console.
/** @param {string} html @returns {string[][]} */
function ofPage(html) {
  const table = new DOMParser().parseFromString(html.replace(STYLES, ""), "text/html").querySelector("table");
  return table ? [...table.rows].map((row) => [...row.cells].map(wordsOf)) : [];
}

// Rows of trimmed texts, each as wide as the widest; none where no table came.
/** @param {DataTransfer} clipboard @returns {string[][]} */
export function tableOf(clipboard) {
  const text = strings.settled(clipboard.getData("text/plain"));
  const html = clipboard.getData("text/html");
  const table = /<table/i.test(html) ? ofPage(html) : text.includes("\t") ? ofText(text) : [];
  const rows = table.map((row) => row.map((cell) => strings.trimmed(cell))).filter((row) => row.some(Boolean));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return width * rows.length > 1 ? rows.map((row) => [...row, ...Array(width - row.length).fill("")]) : [];
}

/** @param {string} text */
const solid = (text) => text.replace(/[\s*（）()：:]|必填/g, "");
const SERIAL = /^(?:序号?|编号|项次|[Nn][Oo]\.?|#)$/;
/** @param {string[][]} rows @param {number} n */
const column = (rows, n) => rows.map((row) => row[n]);

// {indexes: number of the table's column for each column of the list, -1 for none; rows; left: names
// of columns that go nowhere; serial: whether numbers of rows were left out}. A first row that names
// columns leads; else they go by their order, serial numbers left out.
/** @param {Column[]} columns @param {string[][]} table @returns {Matched} */
export function matched(columns, table) {
  const names = table[0].map(solid);
  const named = columns.map(({ label, formerly }) => {
    const words = [label, ...formerly].map(solid);
    return names.findIndex((name) => words.includes(name));
  });
  if (named.some((index) => index >= 0)) {
    const left = table[0].filter((name, index) => name && !named.includes(index) && !SERIAL.test(solid(name)));
    return withoutNumbers({ indexes: named, rows: table.slice(1), left, serial: false });
  }
  const headed = SERIAL.test(names[0]) && table.length > 1;
  const rows = headed ? table.slice(1) : table;
  const wide = table[0].length > columns.length || columns[0].kind !== "number";
  const serial = Number(table[0].length > 1 && (headed || (wide && isSerial(column(rows, 0)))));
  const most = table[0].length - serial;
  const left = Array.from({ length: Math.max(0, most - columns.length) }, (_, n) =>
    `第 ${columns.length + serial + n + 1} 列`);
  const indexes = columns.map((_, n) => (n < most ? n + serial : -1));
  const above = headed ? [`第一行（${table[0].join("、")}）`] : [];
  return withoutNumbers({ indexes, rows, left: [...above, ...left], serial: serial > 0 });
}

// 1. 云澜大学: the numbers that stand before the words of the first column.
/** @param {Matched} match @returns {Matched} */
function withoutNumbers(match) {
  const first = match.indexes.find((index) => index >= 0) || 0;
  const texts = match.serial ? [] : unnumbered(column(match.rows, first));
  if (!texts.some((text, n) => text !== match.rows[n][first])) return match;
  const rows = match.rows.map((row, n) => row.map((cell, index) => (index === first ? texts[n] : cell)));
  return { ...match, rows, serial: true };
}

/** @param {Matched} match */
export const cellsOf = ({ indexes, rows }) => rows.map((row) => indexes.map((index) => (index < 0 ? "" : row[index])));
