// An answer file opened to be filled further: whatever a person wrote comes into the page as raw
// state (see migrate.js), also what is not ready yet; what has no place there is told in words.
/** @import { Dict } from "./tree.js" */
/** @import { Boxes, Field, Form, Raw, State } from "./types" */
import { UNASKED } from "./form.js";
import * as formerly from "./former_names.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import * as answerValues from "./values.js";

// {state, lost: ["「…」：…"]} of a tree such as readAnswerFile gives.
/** @param {Form} form @param {unknown} tree @returns {{state: State, lost: string[]}} */
export function stateOf(form, tree) {
  /** @type {State} */
  const state = {};
  /** @type {string[]} */
  const lost = [];
  const answers = trees.isDict(tree) ? trees.get(tree, "answers") : null;
  const { tree: inside } = formerly.carried(form, answers);
  for (const key of trees.isDict(inside) ? trees.keys(inside) : []) {
    const field = form.field(key);
    const value = trees.get(/** @type {Dict} */ (inside), key);
    if (!said(value)) continue;
    const [kept, gone] = field ? raw(field, value) : [null, [value]];
    if (kept !== null) state[key] = kept;
    lost.push(...gone.map(said).filter(Boolean).map((words) => `「${field ? field.called : key}」：${words}`));
  }
  return { state, lost };
}

// A tree in words, whole, so that a person can copy it.
/** @param {unknown} tree @returns {string} */
function said(tree) {
  if (tree === null || tree === undefined) return "";
  if (typeof tree === "string") return strings.trimmed(tree);
  if (Array.isArray(tree)) return tree.map(said).filter(Boolean).join("；");
  const dict = /** @type {Dict} */ (tree);
  const pairs = trees.keys(dict).map((key) => [key, said(trees.get(dict, key))]);
  return pairs.map(([key, words]) => (words ? `${key}：${words}` : key)).filter(Boolean).join("，");
}

// [raw state or null, parts of the tree that have no place]
/** @param {Field} field @param {unknown} tree @returns {[Raw | null, unknown[]]} */
function raw(field, tree) {
  if (field.kind === "long_text") return typeof tree === "string" ? [tree, []] : [null, [tree]];
  if (field.kind === "text" || field.kind === "date") {
    return typeof tree === "string" ? [line(tree), []] : [null, [tree]];
  }
  if (field.kind === "rows") return rows(field, tree);
  return UNASKED.includes(field.kind) ? [null, [tree]] : boxes(field, tree);
}

// An input would drop line ends and glue the lines together.
/** @param {string} text */
function line(text) {
  return /[\r\n]/u.test(text) ? normalForm.oneLine(text) : text;
}

/** @param {Field} field @param {unknown} tree @returns {[Raw | null, unknown[]]} */
function boxes(field, tree) {
  const items = Array.isArray(tree) ? tree : [tree];
  if (field.kind === "choice" && items.length > 1) return [null, [tree]];
  /** @type {Boxes} */
  const made = { on: [], words: {} };
  /** @type {unknown[]} */
  const lost = [];
  for (const item of items) {
    const [word, words] = answerValues.wordAndText(item);
    const option = field.options.find((option) => word === option.key || word === option.label);
    if (!option || (made.on.includes(option.key) && words)) {
      lost.push(item);
      continue;
    }
    if (!made.on.includes(option.key)) made.on.push(option.key);
    if (words && option.requires_text) made.words[option.key] = line(words);
    else if (words) lost.push(item);
  }
  return [made.on.length > 0 ? made : null, lost];
}

/** @param {Field} field @param {unknown} tree @returns {[Raw | null, unknown[]]} */
function rows(field, tree) {
  if (!Array.isArray(tree)) return [null, [tree]];
  const known = field.columns.map((column) => column.key);
  /** @type {unknown[]} */
  const lost = [];
  const made = tree.filter((item) => {
    const fits = trees.isDict(item);
    if (!fits) lost.push(item);
    return fits;
  }).map((item) => {
    /** @param {string} key */
    const fits = (key) => known.includes(key) && typeof trees.get(item, key) === "string";
    const rest = trees.keys(item).filter((key) => !fits(key) && said(trees.get(item, key)));
    lost.push(...rest.map((key) => new Map([[key, trees.get(item, key)]])));
    return known.map((key) => (fits(key) ? /** @type {string} */ (trees.get(item, key)) : ""));
  });
  return [made.length > 0 ? made : null, lost];
}
