// Mirrors scripts/lawbook/forms/columns.py: what the columns of a list ask of their cells.
/** @import { Column, Field, Form, Path, Values } from "./types" */
import { date, figures } from "./dates.js";
import * as trees from "./tree.js";
import { filled } from "./text.js";
import * as shared from "./shared.js";

const NUMBER = /^[0-9]+(?:[.][0-9]+)?$/u;
const BETWEEN = /[、，,；; \u3000]+/u;

/** @typedef {[path: Path, reason: string, remedy: string, advice: boolean]} Said */

// What is to be said about the cells of a field that is a list: [path, reason, remedy, advice], column by column.
/** @param {Form} form @param {Field} field @param {Values} values @returns {Said[]} */
export function told(form, field, values) {
  return field.columns.flatMap((column, position) => ofColumn(form, field, column, position, values));
}

/** @param {Form} form @param {Field} field @param {Column} column @param {number} position @param {Values} values
 * @returns {Said[]} */
function ofColumn(form, field, column, position, values) {
  const seen = new Map();
  const known = names(form, column, values);
  return rowsOf(values, field.key).flatMap((row, number) => {
    const text = row[position];
    const called = filled(shared.CELL_CALLED, { field: field.called, number: number + 1, column: column.label });
    const path = [number, column.key];
    /** @type {Said[]} */
    const all = [];
    const message = text && unlike(column, text);
    if (message) all.push([path, filled(shared.SAYS, { called, text }), message, !isNoDay(column, text)]);
    if (text && column.unique && seen.has(text)) {
      all.push([path, filled(shared.SAME_AS_ROW, { called, number: seen.get(text), text }), shared.SAY_EACH, true]);
    }
    if (!seen.has(text)) seen.set(text, number + 1);
    const lost = known.size > 0 ? text.split(BETWEEN).filter((word) => word && !known.has(word)) : [];
    if (lost.length > 0) {
      const other = form.field(/** @type {string} */ (column.refers)).called;
      const reason = filled(shared.NOT_IN_FIELD, { called, words: lost.join("、"), field: other });
      all.push([path, reason, shared.CHECK_NUMBERS, true]);
    }
    return all;
  });
}

/** @param {Values} values @param {string} key @returns {string[][]} */
function rowsOf(values, key) {
  const value = trees.get(values, key);
  return Array.isArray(value) ? value.filter(Array.isArray) : [];
}

// What the list to which a column refers calls its rows; empty where there is none.
/** @param {Form} form @param {Column} column @param {Values} values @returns {Set<string>} */
function names(form, column, values) {
  if (column.refers === null) return new Set();
  const position = form.field(column.refers).columns.findIndex((column) => column.unique);
  return new Set(rowsOf(values, column.refers).map((row) => row[position]));
}

// Whether a cell names a day that no calendar has.
/** @param {Column} column @param {string} text */
const isNoDay = (column, text) => column.kind === "date" && figures(text) !== null && date(text) === null;

/** @param {Column} column @param {string} text */
function unlike(column, text) {
  if (isNoDay(column, text)) return shared.NO_SUCH_DAY;
  if (column.kind === "date" && date(text) === null) return shared.WRITE_DAY;
  if (column.kind === "number" && !NUMBER.test(text)) return shared.WRITE_NUMBER;
  return "";
}
