// Mirrors scripts/lawbook/forms/values.py: what an answer is, read from the text that a person wrote.
/** @import { Chosen, Column, Day, Fault, Field, Path, Value } from "./types" */
import * as dates from "./dates.js";
import { fitting } from "./handmade.js";
import { respelt } from "./telephone.js";
import { nearest } from "./nearest.js";
import * as shared from "./shared.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";

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
    fault([], `「${field.called}」应为文字；请直接写在冒号后`);
    return "";
  }
  const made = strings.trimmed(tree);
  if (field.kind === "text" && made.includes("\n")) {
    fault([], `「${field.called}」只写一行；请去掉换行`);
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
  if (!day && written) fault([], `「${field.called}」"${written}" 不是日期；请写成 2026-12-10`);
  return day;
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {null} */
function fixed(field, tree, fault) {
  const what = field.kind === "fixed" ? "固定内容" : "按其他栏目算出的";
  fault([], `「${field.called}」是${what}，不用填写；请删去这一行`);
  return null;
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {Chosen[]} */
function choice(field, tree, fault) {
  if (Array.isArray(tree)) {
    fault([], `「${field.called}」只能选一项；请只写一个`);
    return [];
  }
  const item = chosen(field, tree, [], fault);
  return item ? [item] : [];
}

/** @param {Field} field @param {unknown} tree @param {Fault} fault @returns {Chosen[]} */
function choices(field, tree, fault) {
  if (!Array.isArray(tree)) {
    fault([], `「${field.called}」应为列表；每项一行，以“- ”开头`);
    return [];
  }
  const items = /** @type {Chosen[]} */ (tree.map((item, n) => chosen(field, item, [n], fault)).filter(Boolean));
  const byOption = new Map(items.map((item) => [item.option, item]));
  if (byOption.size < items.length) {
    fault([], `「${field.called}」有选项写了两遍；请只保留一个`);
  }
  return /** @type {Chosen[]} */ (field.options.map((option) => byOption.get(option.key)).filter(Boolean));
}

/** @param {Field} field @param {unknown} tree @param {Path} path @param {Fault} fault @returns {Chosen | null} */
function chosen(field, tree, path, fault) {
  const [word, words] = wordAndText(tree);
  if (word === null) {
    fault(path, `「${field.called}」的选项应为文字，需要说明时写成“选项: 说明”`);
    return null;
  }
  const option = field.options.find((option) => word === option.key || word === option.label);
  if (!option) {
    /** @type {[string, string][]} */
    const known = field.options.map((option) => [option.key, option.label]);
    fault(path, `「${field.called}」没有选项“${word}”；${nearest(word, known)}`);
    return null;
  }
  if (words && !option.requires_text) {
    fault(path, `「${field.called}」的选项“${option.label}”后面不写文字；请删去“${words}”`);
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
    fault([], `「${field.called}」应为列表；每行以“- ”开头`);
    return [];
  }
  return tree.map((item, n) => row(field, item, n, fault)).filter((cells) => cells.some(Boolean));
}

/** @param {Field} field @param {unknown} tree @param {number} number @param {Fault} fault @returns {string[]} */
function row(field, tree, number, fault) {
  if (!trees.isDict(tree)) {
    fault([number], `「${field.called}」第 ${number + 1} 行应为“列: 内容”`);
    return [];
  }
  /** @type {[string, string][]} */
  const known = field.columns.map((column) => [column.key, column.label]);
  for (const key of trees.keys(tree)) {
    if (known.some(([part]) => part === key)) continue;
    const message = `「${field.called}」第 ${number + 1} 行没有“${key}”这一列`;
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
    const called = `「${field.called}」第 ${number + 1} 行的“${column.label}”`;
    fault([number, column.key], `${called}应为文字`);
    return "";
  }
  return strings.trimmed(tree);
}

const READ = { text, long_text: text, date, choice, choices, rows, fixed, computed: fixed };
