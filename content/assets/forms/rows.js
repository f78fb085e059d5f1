// Mirrors scripts/lawbook/word/read/rows.py: the rows of a list, read from its tables.
/** @import { Cell, Table } from "./content.js" */
/** @import { Field } from "./types" */
import { headerRow } from "./cells.js";
import * as normalForm from "./normal.js";
import { written } from "./passages.js";
import * as strings from "./text.js";
import { filled } from "./text.js";
import * as shared from "./word_shared.js";

/** @param {Cell} cell */
const textOf = (cell) => strings.trimmed(written(cell.blocks, true));

/** @typedef {{rows: string[][], faults: string[], notes: string[]}} Listed */

// {rows, faults, notes} of all tables of a list; a table without a header goes on with the one before.
/** @param {Field} field @param {Table[]} tables */
export function listed(field, tables) {
  /** @type {Listed} */
  const made = { rows: [], faults: [], notes: [] };
  let [header, columns] = headerRow(tables[0], field);
  let head = header >= 0 ? tables[0].rows[header] : [];
  if (header < 0) {
    columns = new Map(field.columns.map((column, n) => [column.key, n + 1]));
    made.notes.push(shared.NO_HEADINGS);
  }
  missingColumns(field, columns, made);
  for (const table of tables) {
    const [start, own] = headerRow(table, field);
    if (start >= 0) [head, columns] = [table.rows[start], own];
    const body = table.rows.slice(start + 1).filter((row) => !isAgain(row, head)).map((row) => new Line(row, head));
    moreColumns(head, columns, body, made);
    merged(columns, body, made);
    made.rows.push(...body.filter((line) => line.hasOwn(columns)).map((line) => line.texts(field, columns)));
  }
  return made;
}

// Whether a row repeats the header, as on the next page of a printed list.
/** @param {Cell[]} row @param {Cell[]} head */
function isAgain(row, head) {
  /** @param {Cell} cell @param {number} number */
  const isSame = (cell, number) => normalForm.solid(cell.text) === normalForm.solid(head[number].text);
  return head.length > 0 && row.length === head.length && row.every(isSame);
}

// One row: its cells by the place of their heads.
class Line {
  /** @param {Cell[]} row @param {Cell[]} head */
  constructor(row, head) {
    this.cells = new Map(row.map((cell, number) => [number, cell]));
    if (head.length && row.length !== head.length) {
      const numbers = new Map(head.map((cell, number) => [cell.column, number]));
      const under = row.filter((cell) => numbers.has(cell.column));
      this.cells = new Map(under.map((cell) => [numbers.get(cell.column), cell]));
    }
    const kept = Array.from(this.cells.values());
    this.lost = row.filter((cell) => !kept.includes(cell));
  }

  // The text at a place; a merged cell says the same in each of its rows.
  /** @param {number} number */
  text(number) {
    const cell = this.cells.get(number);
    return cell ? textOf(cell.start || cell) : "";
  }

  // The text of each column of the list.
  /** @param {Field} field @param {Map<string, number>} columns */
  texts(field, columns) {
    return field.columns.map((column) => this.text(/** @type {number} */ (columns.get(column.key))));
  }

  /** @param {Map<string, number>} columns @returns {Cell[]} */
  of(columns) {
    return /** @type {Cell[]} */ (Array.from(columns.values(), (number) => this.cells.get(number)).filter(Boolean));
  }

  // Whether a text stands in the row that does not go on from the one above.
  /** @param {Map<string, number>} columns */
  hasOwn(columns) {
    return this.of(columns).some((cell) => !cell.start && textOf(cell));
  }
}

// A column that must be filled has to stand there; the other ones are not asked for.
/** @param {Field} field @param {Map<string, number>} columns @param {Listed} made */
function missingColumns(field, columns, made) {
  for (const column of field.columns.filter((column) => !columns.has(column.key))) {
    if (column.required) made.faults.push(filled(shared.HEADING_LOST, { column: column.label }));
    else made.notes.push(filled(shared.NO_COLUMN, { column: column.label }));
  }
}

// Name the columns that a person added, and the cells that stand below no head.
/** @param {Cell[]} head @param {Map<string, number>} columns @param {Line[]} body @param {Listed} made */
function moreColumns(head, columns, body, made) {
  const numbers = Array.from(columns.values());
  head.forEach((cell, number) => {
    const isKnown = numbers.includes(number) || ["序号", ""].includes(normalForm.solid(cell.text));
    const texts = body.map((line) => line.text(number)).filter(Boolean);
    if (isKnown || !texts.length) return;
    const told = texts.map((text) => `“${normalForm.oneLine(text)}”`).join("、");
    made.notes.push(filled(shared.EXTRA_COLUMN, { heading: normalForm.oneLine(cell.text), texts: told }));
  });
  for (const text of body.flatMap((line) => line.lost.map(textOf)).filter(Boolean)) {
    made.notes.push(filled(shared.CELL_OUTSIDE, { text }));
  }
}

// Name the merged cells whose text was taken for several rows.
/** @param {Map<string, number>} columns @param {Line[]} body @param {Listed} made */
function merged(columns, body, made) {
  const starts = body.filter((line) => line.hasOwn(columns))
    .flatMap((line) => line.of(columns).flatMap((cell) => cell.start || []));
  const texts = Array.from(new Set(starts.map(textOf).filter(Boolean)));
  if (!texts.length) return;
  const told = texts.map((text) => `“${text}”`).join("、");
  made.notes.push(filled(shared.MERGED_CELLS, { texts: told }));
}
