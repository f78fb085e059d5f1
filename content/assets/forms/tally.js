// Mirrors scripts/lawbook/forms/tally.py: counting rows of a list.
import { bare } from "./names.js";
import * as trees from "./tree.js";

/**
 * @typedef {Record<string, string[]>} Asked column → words
 * @typedef {{rows: string, where?: Asked, but?: Asked, once?: string | null,
 *   label?: string | null, unit?: string}} Tally
 * @typedef {{field(key: string): {columns: {key: string}[]}}} Lists
 */

// The rows of an answer; none of no answer.
/** @param {unknown} value @returns {string[][]} */
export function rowsOf(value) {
  return Array.isArray(value) ? value.filter(Array.isArray) : [];
}

// Whether each column that is asked says one of its words.
/** @param {string[]} keys @param {string[]} row @param {Asked} asked */
export function says(keys, row, asked) {
  return Object.entries(asked).every(([column, words]) => words.includes(row[keys.indexOf(column)]));
}

// Each row that says what is asked, with its number in the list.
/** @param {Tally} count @param {Lists} form @param {trees.Dict} values @returns {[number, string[]][]} */
export function numberedRows(count, form, values) {
  const keys = form.field(count.rows).columns.map((column) => column.key);
  const isOut = (/** @type {string[]} */ row) => Object.entries(count.but || {})
    .some(([column, words]) => says(keys, row, { [column]: words }));
  const held = rowsOf(trees.get(values, count.rows))
    .map((row, number) => /** @type {[number, string[]]} */ ([number, row]))
    .filter(([, row]) => says(keys, row, count.where || {}) && !isOut(row));
  return count.once ? once(held, keys.indexOf(count.once)) : held;
}

// Rows that name the same person count as one; who has no name is somebody.
/** @param {[number, string[]][]} held @param {number} column */
function once(held, column) {
  const first = new Map();
  for (const [number, row] of held) {
    const name = bare(row[column]) || String(number);
    if (!first.has(name)) first.set(name, [number, row]);
  }
  return [...first.values()];
}

// A number in words.
/** @param {Pick<Tally, "label" | "unit">} tally @param {number} count */
export function told(tally, count) {
  return `${tally.label || ""}${count}${tally.unit || "人"}`;
}

// How many are two thirds of a number.
/** @param {number} count */
export function needed(count) {
  return Math.ceil((2 * count) / 3);
}

// Each way of counting with the number of all and of those who agree.
/** @template {Tally} T @param {{yes: T, of: T[]}} thirds @param {Lists} form @param {trees.Dict} values
 * @returns {[way: T, all: number, yes: number][]} */
export function reached(thirds, form, values) {
  const yes = numberedRows(thirds.yes, form, values).length;
  return thirds.of.map((way) => [way, numberedRows(way, form, values).length, yes]);
}
