// Mirrors scripts/lawbook/word/read/enumeration.py: a list that was written as lines, one row a line.
/** @import { Paragraph } from "./content.js" */
/** @import { Column, Field } from "./types" */
import { numbered } from "./headings.js";
import * as normalForm from "./normal.js";
import { ORGANISATIONS } from "./word_shared.js";
import * as strings from "./text.js";

const BETWEEN = /[\t|｜]| {2,}|\u3000+/u;
const SEVERAL = /[、；;]/u;
const ENDS = "，,、；;。：:—- \t\u3000";
const ORGANISATION = new RegExp(`(?:${ORGANISATIONS})(?:[（(][^（）()]*[)）])?$`, "u");
const BRACKETS = /^(.+)[（(]([^（）()]+)[)）]$/u;
/** @param {string} text */
const stripped = (text) => strings.stripped(text, ENDS);

// The rows of a list, each with its line: [line, texts]; a line that only names a kind goes for the next.
/** @param {Field} field @param {Paragraph[]} lines @returns {[Paragraph, string[]][]} */
export function rows(field, lines) {
  const kinds = field.columns.find((column) => column.options.length) || null;
  /** @type {[Paragraph, string[]][]} */
  const rows = [];
  let above = "";
  for (const line of lines) {
    const text = stripped(numbered(stripped(line.text))[2]);
    const only = kindOf(text, kinds);
    if (only) {
      above = only;
      continue;
    }
    const colon = text.search(/[：:]/u);
    const kind = colon < 0 ? "" : kindOf(text.slice(0, colon), kinds);
    if (kind) {
      const names = stripped(text.slice(colon + 1).replace(/:/gu, "：")).split(SEVERAL);
      for (const name of names) rows.push([line, rowOf(field, [stripped(name)], kind, kinds)]);
      continue;
    }
    for (const unit of units(text)) {
      const cells = unit.split(BETWEEN).map(stripped).filter(Boolean);
      rows.push([line, rowOf(field, cells, above, kinds)]);
    }
  }
  return rows;
}

// The organisations that a line names one after the other; the whole line where not all are.
/** @param {string} text */
function units(text) {
  const parts = text.split(SEVERAL).map(stripped);
  return parts.length > 1 && parts.every((part) => ORGANISATION.test(part)) ? parts : [text];
}

// The option that a text names, also with 类 behind it.
/** @param {string} text @param {Column | null} column */
function kindOf(text, column) {
  const solid = normalForm.solid(text);
  const words = solid.endsWith("类") ? solid.slice(0, -1) : solid;
  return (column && column.options.find((option) => normalForm.solid(option) === words)) || "";
}

// The cells under their columns; the kind is the cell or the bracket that names one.
/** @param {Field} field @param {string[]} given @param {string} above @param {Column | null} kinds */
function rowOf(field, given, above, kinds) {
  let [cells, kind] = [given, above];
  const inside = cells.length ? BRACKETS.exec(cells[0]) : null;
  const named = inside ? kindOf(inside[2], kinds) : "";
  if (inside && named) [cells, kind] = [[inside[1], ...cells.slice(1)], named];
  const number = cells.findIndex((cell, n) => n > 0 && kindOf(cell, kinds));
  if (number > 0) [cells, kind] = [cells.filter((_, n) => n !== number), kindOf(cells[number], kinds)];
  let [name = "", ...more] = cells;
  const free = field.columns.slice(1).filter((column) => column !== kinds).map((column) => column.key);
  if (more.length > free.length) [name, more] = [[name, ...more].join("　"), []];
  const texts = new Map(free.slice(0, more.length).map((key, n) => [key, more[n]]));
  texts.set(field.columns[0].key, name);
  if (kinds) texts.set(kinds.key, kind);
  return field.columns.map((column) => texts.get(column.key) || "");
}
