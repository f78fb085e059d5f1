// Mirrors scripts/lawbook/forms/answer_file.py: answers written so that the command line reads them.
/** @import { AnswerFile, Answers, Chosen, Field, Form, Message, ReadingPart, Value } from "./types" */
import { Refusal, reading } from "./answers.js";
import * as formerly from "./former_names.js";
import { ending } from "./text.js";
import * as trees from "./tree.js";
import * as yamlfile from "./yamlfile.js";

// Characters that stay in sight and that no reader of YAML takes for anything else.
const WORD = "0-9A-Za-z\\u4e00-\\u9fff\\u2014-\\u2026\\u3001-\\u301b\\uff01-\\uff5e+./()%_-";
const PLAIN = /* @__PURE__ */ new RegExp(`^[0-9A-Za-z\\u4e00-\\u9fff（《“](?:[ ${WORD}]*[${WORD}])?$`, "u");
const LINES = /^[\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ODD = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu;
const ALONE = /[\ud800-\udfff]/gu;

/** @typedef {string | Written[] | {[key: string]: Written}} Written */

// The tree of answers, as an answer file holds it: plain objects, lists, texts.
/** @param {Form} form @param {Answers} answers @param {string} [key] @returns {Record<string, Written>} */
function tree(form, answers, key) {
  const head = [["key", key || ""], ["form", form.key], ["title", answers.title], ["mark", answers.mark]];
  const made = Object.fromEntries(head.filter(([, text]) => text));
  /** @type {[Field, Value | null][]} */
  const all = form.fields.map(([, field]) => [field, trees.get(answers.values, field.key)]);
  const kept = /** @type {[Field, Value][]} */ (all
    .filter(([, value]) => value !== null));
  made.answers = Object.fromEntries(kept.map(([field, value]) => [field.key, treeOf(field, value)]));
  return made;
}

/** @param {Field} field @param {Value} value @returns {Written} */
function treeOf(field, value) {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return value.date;
  if (field.kind === "rows") return /** @type {string[][]} */ (value).map((row) => rowOf(field, row));
  const items = /** @type {Chosen[]} */ (value).map((item) => (item.text ? { [item.option]: item.text } : item.option));
  return field.kind === "choice" ? items[0] : items;
}

/** @param {Field} field @param {string[]} row */
function rowOf(field, row) {
  const pairs = field.columns.map((column, n) => [column.key, row[n]]);
  return Object.fromEntries(pairs.filter(([, text]) => text));
}

// The text of an answer file; key is its name without ending.
/** @param {Form} form @param {Answers} answers @param {string} [key] */
export function answerFile(form, answers, key) {
  return block(tree(form, answers, key), "").map((line) => line + "\n").join("");
}

// The same as JSON, which the command line reads too: JSON is YAML as long as no character is odd.
/** @param {Form} form @param {Answers} answers @param {string} [key] */
export function answerJson(form, answers, key) {
  return escaped(JSON.stringify(tree(form, answers, key), whole, 2)) + "\n";
}

/** @param {string} _ @param {unknown} value */
function whole(_, value) {
  return typeof value === "string" ? value.replace(ALONE, "\ufffd") : value;
}

/** @param {string} written */
function escaped(written) {
  return written.replace(ODD, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
}

// The lines of a dict or list at an indent.
/** @param {Written} value @param {string} indent @returns {string[]} */
function block(value, indent) {
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => after(`${indent}${key}:`, inner, indent + "  "));
  }
  return value.flatMap((item) => {
    const inner = indent + "  ";
    if (typeof item === "string") return after(indent + "-", item, inner);
    const lines = block(item, inner);
    return lines.length > 0 ? [`${indent}- ${lines[0].slice(inner.length)}`, ...lines.slice(1)] : [`${indent}- {}`];
  });
}

// A value after its key or dash.
/** @param {string} start @param {Written} value @param {string} indent @returns {string[]} */
function after(start, value, indent) {
  if (typeof value === "string") return scalar(start, value.replace(ALONE, "\ufffd"), indent);
  const lines = block(value, indent);
  return lines.length > 0 ? [start, ...lines] : [`${start} ${Array.isArray(value) ? "[]" : "{}"}`];
}

/** @param {string} start @param {string} text @param {string} indent */
function scalar(start, text, indent) {
  if (PLAIN.test(text)) return [`${start} ${text}`];
  const lines = text.split("\n");
  const tight = !/^[ \n]|\n$/u.test(text);
  if (lines.length > 1 && tight && LINES.test(text)) {
    return [`${start} |-`, ...lines.map((line) => (line ? indent + line : ""))];
  }
  return [`${start} ${escaped(JSON.stringify(text))}`];
}

const ENDINGS = [".yml", ".yaml", ".json"];

// Whether a file of such a name holds answers as text.
/** @param {string} name */
export const isAnswerFile = (name) => ENDINGS.includes(ending(name));

// The file of a name: {name, tree, lines}. Bytes or text; JSON by its ending, else YAML.
/** @param {string | Uint8Array} given @param {string} name @returns {AnswerFile} */
export function readAnswerFile(given, name) {
  const text = (typeof given === "string" ? given : decoded(given, name)).replace(/^\ufeff/u, "");
  return ending(name) === ".json" ? yamlfile.parseJson(text, name) : yamlfile.parse(text, name);
}

/** @param {Uint8Array} bytes @param {string} name */
function decoded(bytes, name) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (fault) {
    throw new Refusal([`${name}: 不是 UTF-8 文本；请另存为 UTF-8`]);
  }
}

// A file's reading with lines as the command line prints them: file:line: message.
/** @param {Form} form @param {AnswerFile} file */
export function readingOf(form, file) {
  const read = reading(form, file.tree);
  /** @param {Message} fault */
  const path = (fault) => formerly.formerPath(read.given, fault.path);
  /** @param {Message} fault */
  const line = (fault) => `${yamlfile.where(file, path(fault))}: ${fault.message}`;
  const lines = /** @type {Record<ReadingPart, string[]>} */ ({});
  /** @type {ReadingPart[]} */
  const parts = ["faults", "findings", "advice", "notes"];
  for (const part of parts) lines[part] = read[part].map(line);
  return { ...read, lines };
}

export { tree as answerTree };
