// An answer file opened to be filled further: whatever a person wrote comes into the page as raw
// state (see migrate.js), also what is not ready yet; what has no place there is told in words.
import { UNASKED } from "./form.js";
import * as formerly from "./former_names.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import * as answerValues from "./values.js";

// {state, lost: ["「…」：…"]} of a tree such as readAnswerFile gives.
export function stateOf(form, tree) {
  const state = {};
  const lost = [];
  const answers = trees.isDict(tree) ? trees.get(tree, "answers") : null;
  const { tree: inside } = formerly.carried(form, answers);
  for (const key of trees.isDict(inside) ? trees.keys(inside) : []) {
    const field = form.field(key);
    const value = trees.get(inside, key);
    if (!said(value)) continue;
    const [kept, gone] = field ? raw(field, value) : [null, [value]];
    if (kept !== null) state[key] = kept;
    lost.push(...gone.map(said).filter(Boolean).map((words) => `「${field ? field.called : key}」：${words}`));
  }
  return { state, lost };
}

// A tree in words, whole, so that a person can copy it.
function said(tree) {
  if (tree === null || tree === undefined) return "";
  if (typeof tree === "string") return strings.trimmed(tree);
  if (Array.isArray(tree)) return tree.map(said).filter(Boolean).join("；");
  const pairs = trees.keys(tree).map((key) => [key, said(trees.get(tree, key))]);
  return pairs.map(([key, words]) => (words ? `${key}：${words}` : key)).filter(Boolean).join("，");
}

// [raw state or null, parts of the tree that have no place]
function raw(field, tree) {
  if (field.kind === "long_text") return typeof tree === "string" ? [tree, []] : [null, [tree]];
  if (field.kind === "text" || field.kind === "date") {
    return typeof tree === "string" ? [line(tree), []] : [null, [tree]];
  }
  if (field.kind === "rows") return rows(field, tree);
  return UNASKED.includes(field.kind) ? [null, [tree]] : boxes(field, tree);
}

// An input would drop line ends and glue the lines together.
function line(text) {
  return /[\r\n]/.test(text) ? normalForm.oneLine(text) : text;
}

function boxes(field, tree) {
  const items = Array.isArray(tree) ? tree : [tree];
  if (field.kind === "choice" && items.length > 1) return [null, [tree]];
  const made = { on: [], words: {} };
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

function rows(field, tree) {
  if (!Array.isArray(tree)) return [null, [tree]];
  const known = field.columns.map((column) => column.key);
  const lost = [];
  const made = tree.filter((item) => {
    const fits = trees.isDict(item);
    if (!fits) lost.push(item);
    return fits;
  }).map((item) => {
    const fits = (key) => known.includes(key) && typeof trees.get(item, key) === "string";
    const rest = trees.keys(item).filter((key) => !fits(key) && said(trees.get(item, key)));
    lost.push(...rest.map((key) => new Map([[key, trees.get(item, key)]])));
    return known.map((key) => (fits(key) ? trees.get(item, key) : ""));
  });
  return [made.length > 0 ? made : null, lost];
}
