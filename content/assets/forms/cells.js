// Mirrors scripts/lawbook/word/read/cells.py: the cells around a label and the columns of a list.
/** @import { Cell, Paragraph, Table } from "./content.js" */
/** @import { Block, Field } from "./types" */
import { solid } from "./normal.js";
import { BLANKS, COLONS } from "./shared.js";
import * as strings from "./text.js";

export { COLONS };

// [number of the header row, Map of column → cell of the row]; -1 where there is none.
/** @param {Table} table @param {Field} field @returns {[number, Map<string, number>]} */
export function headerRow(table, field) {
  const former = field.columns.flatMap(({ formerly, key }) =>
    formerly.map((old) => /** @type {[string, string]} */ ([solid(old), key])));
  const labels = new Map([...former, ...field.columns.map((column) =>
    /** @type {[string, string]} */ ([solid(column.label), column.key]))]);
  /** @type {[number, Map<string, number>]} */
  let best = [-1, new Map()];
  table.rows.slice(0, 5).forEach((row, number) => {
    /** @type {Map<string, number>} */
    const columns = new Map();
    row.forEach((cell, number) => {
      const key = labels.get(solid(cell.text));
      if (key !== undefined) columns.set(key, number);
    });
    if (columns.size > best[1].size) best = [number, columns];
  });
  return best;
}

// What follows words at the beginning of a text, blanks aside; null for another text.
/** @param {string} text @param {string} words */
export function afterWords(text, words) {
  const wanted = solid(words);
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (matched === wanted.length) return strings.stripped(text.slice(at), BLANKS);
    if (text[at] === wanted[matched]) matched += 1;
    else if (!BLANKS.includes(text[at])) return null;
  }
  return matched === wanted.length ? "" : null;
}

/** @param {Cell} cell @returns {Cell | null} */
export function right(cell) {
  const row = cell.table.rows[cell.row];
  return row[row.indexOf(cell) + 1] || null;
}

// How many columns of a list a table has by name.
/** @param {Table} table @param {Field} field */
export const fit = (table, field) => headerRow(table, field)[1].size;

// The most cells of a row.
/** @param {Table} table */
export const width = (table) => Math.max(0, ...table.rows.map((row) => row.length));

// The words of a label, to compare them: without blanks and the colon behind.
/** @param {string} text */
export const named = (text) => strings.strippedRight(solid(text), COLONS);

// What goes on below an answer, where the label's cell is merged down over more rows.
/** @param {Paragraph} label @param {(cell: Cell) => boolean} isLabel @returns {Block[]} */
export function goingOn(label, isLabel) {
  const head = label.cell;
  const blocks = [];
  for (const row of head ? head.table.rows.slice(head.row + 1) : []) {
    if (row.length === 0 || row[0].start !== head || row.some(isLabel)) break;
    if (row.length > 1 && !row[1].start) blocks.push(...row[1].blocks);
  }
  return blocks;
}

// A shared cell in parts (Map of key → blocks), each from where its field starts (``starts``:
// [key, paragraph]); empty if that cannot be told.
/** @param {Cell} cell @param {[string, Paragraph | undefined][]} starts @returns {Map<string, Block[]>} */
export function parts(cell, starts) {
  /** @type {[string, number][]} */
  const indexes = starts.map(([key, start]) => [key, start ? cell.blocks.indexOf(start) : -1]);
  const firsts = indexes.map(([, position]) => position).filter((position) => position >= 0);
  if (new Set(firsts).size < starts.length || !firsts.includes(0)) return new Map();
  const ends = [...firsts.sort((first, other) => first - other), cell.blocks.length];
  return new Map(indexes.map(([key, start]) => [key, cell.blocks.slice(start, ends[ends.indexOf(start) + 1])]));
}
