// Mirrors scripts/lawbook/forms/former_names.py: answers to an older version come under present names.
/** @import { Dict } from "./tree.js" */
/** @import { Column, Field, Form, Message, Path } from "./types" */
import * as shared from "./shared.js";
import { BLANKS } from "./shared.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import { filled } from "./text.js";

/** @typedef {{key: string, formerly: string[]}} Named */

const AROUND = `\r${BLANKS}`;

// {tree, given: field key → key in the file, notes: [{path, message}]} of the tree of answers.
/** @param {Form} form @param {unknown} tree
 * @returns {{tree: unknown, given: Record<string, string>, notes: Message[]}} */
export function carried(form, tree) {
  if (!trees.isDict(tree)) return { tree, given: {}, notes: [] };
  const names = namesOf(form.fields.map(([, field]) => field), tree);
  /** @type {Message[]} */
  const notes = [];
  /** @type {Record<string, string>} */
  const given = {};
  const made = new Map();
  for (const [key, name] of names) {
    const field = form.field(name);
    if (field && key !== name) {
      given[name] = key;
      const message = filled(shared.FORMER_FIELD, { old: key, field: field.called, key: name });
      notes.push({ path: ["answers", name], message });
    }
    const value = trees.get(tree, key);
    made.set(name, field ? valueOf(field, value, notes) : value);
  }
  return { tree: made, given, notes };
}

// The path in the file of a path under present names.
/** @param {Record<string, string>} given @param {Path} path @returns {Path} */
export function formerPath(given, path) {
  const key = /** @type {string} */ (path[1]);
  const renamed = path.length > 1 && path[0] === "answers" && trees.get(given, key) !== null;
  return renamed ? ["answers", given[key], ...path.slice(2)] : path;
}

// The tags of Word's controls in older versions of a form: Map of old → present.
/** @param {Form} form @returns {Map<string, string>} */
export function tags(form) {
  const tags = new Map();
  /** @param {string} old @param {string} now */
  const keep = (old, now) => old !== now && tags.set(old, now);
  for (const [, field] of form.fields) {
    for (const key of [field.key, ...field.formerly]) {
      keep(key, field.key);
      for (const part of [...field.options, ...field.columns]) {
        for (const name of [part.key, ...part.formerly]) keep(`${key}.${name}`, `${field.key}.${part.key}`);
      }
    }
  }
  return tags;
}

// Every key of a dict with its present name; two never come under one.
/** @param {Named[]} items @param {Dict} tree @returns {Map<string, string>} */
function namesOf(items, tree) {
  const former = new Map(items.flatMap((item) => item.formerly.map((old) => [old, item.key])));
  const keys = trees.keys(tree);
  const taken = new Set(keys);
  const names = new Map();
  for (const key of keys) {
    const now = former.has(key) ? /** @type {string} */ (former.get(key)) : key;
    names.set(key, taken.has(now) ? key : now);
    taken.add(/** @type {string} */ (names.get(key)));
  }
  return names;
}

/** @param {Field} field @param {unknown} value @param {Message[]} notes
 * @returns {unknown} */
function valueOf(field, value, notes) {
  if (field.kind === "choice") return itemOf(field, value, [], notes);
  if (!Array.isArray(value)) return value;
  if (field.kind === "choices") return value.map((item, n) => itemOf(field, item, [n], notes));
  return field.kind === "rows" ? value.map((row, n) => rowOf(field, row, n, notes)) : value;
}

/** @param {Field} field @param {unknown} item @param {Path} path @param {Message[]} notes */
function itemOf(field, item, path, notes) {
  if (typeof item === "string") return optionOf(field, item, path, notes);
  if (!trees.isDict(item) || trees.keys(item).length !== 1) return item;
  const [word] = trees.keys(item);
  return new Map([[optionOf(field, word, path, notes), trees.get(item, word)]]);
}

/** @param {Field} field @param {string} word @param {Path} path @param {Message[]} notes */
function optionOf(field, word, path, notes) {
  const bare = strings.stripped(word, AROUND);
  const option = field.options.find((option) => option.formerly.includes(bare));
  if (!option || field.options.some((option) => option.label === bare)) return word;
  const message = filled(shared.FORMER_OPTION, { field: field.called, old: bare, option: option.label });
  notes.push({ path: ["answers", field.key, ...path], message });
  return option.key;
}

/** @param {Field} field @param {unknown} row @param {number} number @param {Message[]} notes */
function rowOf(field, row, number, notes) {
  if (!trees.isDict(row)) return row;
  const names = namesOf(field.columns, row);
  for (const [old, now] of names) {
    if (old === now) continue;
    const { label } = /** @type {Column} */ (field.columns.find((column) => column.key === now));
    const message = filled(shared.FORMER_COLUMN, { field: field.called, old, column: label });
    if (notes.every((note) => note.message !== message)) notes.push({ path: ["answers", field.key, number], message });
  }
  return new Map(Array.from(names, ([key, name]) => [name, trees.get(row, key)]));
}
