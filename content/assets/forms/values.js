// Mirrors scripts/lawbook/forms/values.py: what an answer is, read from the text that a person wrote.
/** @import { Chosen, Column, Day, Fault, Field, Path, Value } from "./types" */
import * as dates from "./dates.js";
import { fitting } from "./handmade.js";
import { respelt } from "./telephone.js";
import { nearest } from "./nearest.js";
import * as shared from "./shared.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import { filled } from "./text.js";

// XML 1.0 forbids these; a surrogate without its partner is one of them.
const FORBIDDEN = new RegExp(shared.FORBIDDEN, "gu");

/** @param {string} text */
export function clean(text) {
  return strings.settled(text).replace(FORBIDDEN, "\ufffd");
}

// 2026年12月1日
/** @param {Day} value */
export function shownDate(value) {
  const [year, month, number] = value.date.split("-").map(Number);
  return `${year}年${month}月${number}日`;
}

// The value of a tree, null for no answer; fault(path, message) is told what cannot be read.
/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {Value | null} */
export function valueOf(field, tree, fault) {
  if (tree === null || tree === undefined) return null;
  const value = READ[field.kind](field, tree, fault);
  return value === null || value.length === 0 ? null : value;
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault */
function text(field, tree, fault) {
  if (typeof tree !== "string") {
    fault([], filled(shared.NOT_TEXT, { field: field.called }));
    return "";
  }
  const made = strings.trimmed(tree);
  if (field.kind === "text" && made.includes("\n")) {
    fault([], filled(shared.ONE_LINE_ONLY, { field: field.called }));
  }
  return spelt(field, made);
}

// A text in the one spelling of its field: numbers, addresses.
/** @param {Field} field @param {string} text */
export function spelt(field, text) {
  if (field.pattern) return fitting(field.pattern, text);
  return field.telephones ? respelt(text) : text;
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {Day | null} */
function date(field, tree, fault) {
  const written = text(field, tree, fault);
  const day = dates.date(written);
  if (!day && written) fault([], filled(shared.NOT_A_DAY, { field: field.called, text: written }));
  return day;
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {null} */
function fixed(field, tree, fault) {
  const what = field.kind === "fixed" ? shared.FIXED_CONTENT : shared.COMPUTED_CONTENT;
  fault([], filled(shared.NOT_FOR_FILLING, { field: field.called, what }));
  return null;
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {Chosen[]} */
function choice(field, tree, fault) {
  if (Array.isArray(tree)) {
    fault([], filled(shared.ONE_OPTION_ONLY, { field: field.called }));
    return [];
  }
  const item = chosen(field, tree, [], fault);
  return item ? [item] : [];
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {Chosen[]} */
function choices(field, tree, fault) {
  if (!Array.isArray(tree)) {
    fault([], filled(shared.NOT_A_LIST, { field: field.called }));
    return [];
  }
  const items = /** @type {Chosen[]} */ (tree.map((item, n) => chosen(field, item, [n], fault)).filter(Boolean));
  const byOption = new Map(items.map((item) => [item.option, item]));
  if (byOption.size < items.length) {
    fault([], filled(shared.OPTION_TWICE, { field: field.called }));
  }
  return /** @type {Chosen[]} */ (field.options.map((option) => byOption.get(option.key)).filter(Boolean));
}

/** @param {Field} field @param {unknown} tree @param {Path} path @param {Fault} fault @returns {Chosen | null} */
function chosen(field, tree, path, fault) {
  const [word, words] = wordAndText(tree);
  if (word === null) {
    fault(path, filled(shared.OPTION_NOT_TEXT, { field: field.called }));
    return null;
  }
  const option = field.options.find((option) => word === option.key || word === option.label);
  if (!option) {
    /** @type {[string, string][]} */
    const known = field.options.map((option) => [option.key, option.label]);
    fault(path, filled(shared.NO_SUCH_OPTION, { field: field.called, word, nearest: nearest(word, known) }));
    return null;
  }
  if (words && !option.requires_text) {
    fault(path, filled(shared.OPTION_TAKES_NO_WORDS, { field: field.called, option: option.label, text: words }));
  }
  return { option: option.key, text: words };
}

/** @param {unknown} tree @returns {[string | null, string]} */
export function wordAndText(tree) {
  if (typeof tree === "string") return [strings.trimmed(tree), ""];
  if (trees.isDict(tree) && trees.keys(tree).length === 1) {
    const [word] = trees.keys(tree);
    const words = trees.get(tree, word);
    if (words === null || typeof words === "string") return [word, strings.trimmed(words || "")];
  }
  return [null, ""];
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {string[][]} */
function rows(field, tree, fault) {
  if (!Array.isArray(tree)) {
    fault([], filled(shared.ROWS_NOT_A_LIST, { field: field.called }));
    return [];
  }
  return tree.map((item, n) => row(field, item, n, fault)).filter((cells) => cells.some(Boolean));
}

/** @param {Field} field @param {unknown} tree @param {number} number @param {Fault} fault @returns {string[]} */
function row(field, tree, number, fault) {
  if (!trees.isDict(tree)) {
    fault([number], filled(shared.ROW_NOT_A_MAP, { field: field.called, number: number + 1 }));
    return [];
  }
  /** @type {[string, string][]} */
  const known = field.columns.map((column) => [column.key, column.label]);
  for (const key of trees.keys(tree)) {
    if (known.some(([part]) => part === key)) continue;
    const message = filled(shared.NO_SUCH_COLUMN, { field: field.called, number: number + 1, column: key });
    fault([number, key], `${message}；${nearest(key, known)}`);
  }
  return field.columns.map((column) =>
    cell(field, column, trees.get(tree, column.key), number, fault));
}

/** @param {Field} field @param {Column} column @param {unknown} tree @param {number} number @param {Fault} fault
 * @returns {string} */
function cell(field, column, tree, number, fault) {
  if (tree === null) return "";
  if (typeof tree !== "string") {
    const called = filled(shared.CELL_CALLED, { field: field.called, number: number + 1, column: column.label });
    fault([number, column.key], filled(shared.CELL_NOT_TEXT, { called }));
    return "";
  }
  return strings.trimmed(tree);
}

const READ = { text, long_text: text, date, choice, choices, rows, fixed, computed: fixed };
