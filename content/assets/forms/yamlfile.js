// Mirrors scripts/lawbook/base/yamlfile.py: strict YAML, text stays text, every value knows its line.
// JSON is read the same way, once the browser has found that it is JSON.
/** @import { AnswerFile, Path } from "./types" */
/** @import { Node } from "./yaml_nodes.js" */
import { EVENT_ID, SCALAR_STYLE } from "js-yaml";
import { Refusal } from "./answers.js";
import * as shared from "./shared.js";
import { filled, stripped } from "./text.js";
import { nodes } from "./yaml_nodes.js";

/**
 * @typedef {object} Extents
 * @property {[number, number][]} texts where those in quotes and blocks stand
 * @property {[number, number][]} words where those without a sign around them stand
 * @property {[number, number][]} brackets where the whole file stands between them, as JSON does
 *
 * @typedef {AnswerFile & Extents} ParsedFile
 */
/**
 * @typedef {object} Walk
 * @property {string} name
 * @property {string} text
 * @property {string} bad what is said of a file that is none
 * @property {string} nothing how a value is written that is none
 * @property {Map<string, number>} lines
 * @property {string[]} problems
 * @property {[number, number][]} texts
 * @property {[number, number][]} words
 * @property {Set<string>} anchors
 */

const JSON_BLANKS = " \t\n\r";
const FORBIDDEN = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const ESCAPED = /* @__PURE__ */ new RegExp(shared.ESCAPED, "gu");
// YAML 1.1 ends a line at these, YAML 1.2 does not: read by both alike they can never be.
const RARE_BREAK = /[\u0085\u2028\u2029]/u;
const DEEPEST = 100; // no answers are nested so deep
const ANCHOR = /^[0-9A-Za-z_-]+$/u;
// A line joined to the next across empty lines: the two parsers disagree on what is kept.
const ESCAPED_BREAKS = /\\\r?\n[ \t]*\r?\n/u;
const INDENTED_BY_TAB = /^ *(?:[-?] +)*[-?]?\t/gmu;
// Of the lines that begin with a percent sign YAML 1.1 knows two; what marks a file's beginning stands nowhere else.
const ODD_LINE = /^%(?!YAML 1\.[12]$|TAG )/gmu;
const MARK_INSIDE = /^[ \t]*\ufeff/mu;
const LONGEST_KEY = 1000;
const BAD_YAML = "不是有效的 YAML；请检查缩进、冒号后的空格和引号";
const TOO_DEEP = "内容套得太深；请减少层级";

// {name, tree, lines}; throws a Refusal with every fault of construction.
/** @param {string} given @param {string} name @returns {ParsedFile} */
export function parse(given, name) {
  const text = given.replace(/\r\n?/gu, "\n");
  const file = read(text, name, BAD_YAML, "");
  const tab = outside([...file.texts, ...file.brackets], text, INDENTED_BY_TAB);
  const odd = tab < 0 ? outside([...file.texts, ...file.words], text, ODD_LINE) : tab;
  if (odd >= 0) refuse(name, lineAt(text, odd), BAD_YAML);
  return file;
}

// The same of a JSON file; numbers stay as they are written.
/** @param {string} text @param {string} name @returns {ParsedFile} */
export function parseJson(text, name) {
  if (stripped(text, JSON_BLANKS) !== "") {
    try {
      JSON.parse(text);
    } catch (fault) {
      refuse(name, lineOfFault(text, /** @type {Error} */ (fault).message), shared.BAD_JSON);
    }
  }
  const escaped = text.replace(ESCAPED, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
  return read(escaped, name, shared.BAD_JSON, "null");
}

// file:line of a path, or of the nearest parent that stands in the file.
/** @param {AnswerFile} file @param {Path} path */
export function where(file, path) {
  let left = path;
  while (left.length > 0 && !file.lines.has(spelt(left))) left = left.slice(0, -1);
  return `${file.name}:${file.lines.get(spelt(left)) || 1}`;
}

/** @param {Path} path */
function spelt(path) {
  return JSON.stringify(path);
}

/** @param {string} name @param {number} line @param {string} message @returns {never} */
function refuse(name, line, message) {
  throw new Refusal([`${name}:${line}: ${message}`]);
}

/** @param {string} text @param {number} offset */
function lineAt(text, offset) {
  return text.slice(0, offset).split("\n").length;
}

// Where a tab stands for the blanks of an indentation, or a character that YAML 1.1 does not know; -1 for nowhere.
// In quotes, and in a block whose indentation is known, each is a character like others.
/** @param {[number, number][]} texts @param {string} text @param {RegExp} odd */
function outside(texts, text, odd) {
  /** @param {number} at */
  const isText = (at) => texts.some(([start, end]) =>
    start <= at && at < end && (isQuote(text[start]) || /[^ \t\n]/u.test(text.slice(start, at))));
  for (const { 0: led, index } of text.matchAll(odd)) {
    const at = index + led.length - 1;
    if (!isText(at)) return at;
  }
  return -1;
}

/** @param {string} sign */
const isQuote = (sign) => sign === '"' || sign === "'";

// Browsers name the place as a position, a line, or not at all.
/** @param {string} text @param {string} message */
function lineOfFault(text, message) {
  const line = /line (\d+)/u.exec(message);
  const position = /position (\d+)/u.exec(message);
  if (line) return Number(line[1]);
  return position ? lineAt(text, Number(position[1])) : 1;
}

/** @param {string} text @param {string} name @param {string} bad @param {string} nothing @returns {ParsedFile} */
function read(text, name, bad, nothing) {
  if (FORBIDDEN.test(text)) refuse(name, 1, shared.BAD_CHARACTERS);
  const rare = text.search(RARE_BREAK);
  if (rare >= 0) refuse(name, lineAt(text, rare), shared.RARE_BREAK);
  const behind = text.replace(/^\ufeff/u, "");
  const odd = behind.search(MARK_INSIDE);
  if (odd >= 0) refuse(name, lineAt(behind, odd), bad);
  const [document, second] = parsed(text, name, bad);
  if (second) refuse(name, second.line, bad);
  const root = document && document.items[0];
  if (!root) return refuse(name, 1, shared.EMPTY_FILE);
  /** @type {Walk} */
  const walk = { name, text, bad, nothing, lines: new Map(), problems: [], texts: [], words: [], anchors: new Set() };
  const tree = valueOf(walk, root, []);
  if (walk.problems.length > 0) throw new Refusal(walk.problems);
  const last = Math.max(text.lastIndexOf("]"), text.lastIndexOf("}"));
  const { lines, texts, words } = walk;
  return { name, tree, lines, texts, words, brackets: root.isFlow ? [[root.start, last]] : [] };
}

/** @param {string} text @param {string} name @param {string} bad */
function parsed(text, name, bad) {
  try {
    return nodes(text, DEEPEST + 2);
  } catch (fault) {
    const { reason, mark } = /** @type {{reason?: string, mark?: {line: number}}} */ (fault);
    if (reason === undefined) throw fault;
    return refuse(name, mark ? mark.line + 1 : 1, reason.startsWith("nesting") ? TOO_DEEP : bad);
  }
}

/** @param {Node} node */
const isEmpty = (node) => node.type === EVENT_ID.SCALAR && node.style === 0;

/** @param {string} key */
const isLong = (key) => key.length > LONGEST_KEY && [...key].length > LONGEST_KEY;

/** @param {Node} node */
const isPlain = (node) => node.type === EVENT_ID.SCALAR && node.style <= SCALAR_STYLE.PLAIN;

/** @param {Walk} walk @param {Node} node @param {Path} path @returns {unknown} */
function valueOf(walk, node, path) {
  const { line, type } = node;
  if (!walk.lines.has(spelt(path))) walk.lines.set(spelt(path), line);
  if (type === EVENT_ID.ALIAS) return told(walk, line, shared.NO_ALIASES);
  if (path.length >= DEEPEST && type !== EVENT_ID.SCALAR) return told(walk, line, TOO_DEEP);
  if (node.anchor) anchor(walk, node.anchor, line);
  if (type === EVENT_ID.MAPPING) return mapOf(walk, node, path);
  if (type === EVENT_ID.SEQUENCE) return listOf(walk, node, path);
  if (!isPlain(node)) return heldText(walk, node);
  walk.words.push([node.start, node.end]);
  return isEmpty(node) || node.text === walk.nothing ? null : node.text;
}

/** @param {Walk} walk @param {Node} node @param {Path} path */
function listOf(walk, node, path) {
  return node.items.map((item, n) => valueOf(walk, item, [...path, n]));
}

// The text of a scalar in quotes, or of a block.
/** @param {Walk} walk @param {Node} node */
function heldText(walk, node) {
  const { start, end, style, text, isBlock } = node;
  if (style === SCALAR_STYLE.DOUBLE_QUOTED && ESCAPED_BREAKS.test(walk.text.slice(start, end))) {
    refuse(walk.name, node.line, walk.bad);
  }
  walk.texts.push(isBlock ? [start, end] : [start - 1, end]); // from its quotation mark
  // A block that ends with the file ends as the file does.
  const last = isBlock && end >= walk.text.length && !/[\r\n]$/u.test(walk.text);
  return last ? text.replace(/\n$/u, "") : text;
}

/** @param {Walk} walk @param {string} name @param {number} line */
function anchor(walk, name, line) {
  if (walk.anchors.has(name) || !ANCHOR.test(name)) refuse(walk.name, line, walk.bad);
  walk.anchors.add(name);
}

/** @param {Walk} walk @param {Node} node @param {Path} path */
function mapOf(walk, node, path) {
  /** @type {[Map<string, unknown>, Map<string, number>]} */
  const [made, first] = [new Map(), new Map()];
  for (let n = 0; n < node.items.length; n += 2) {
    const [key, value] = node.items.slice(n, n + 2);
    const { line, text: name } = key;
    if (key.anchor) anchor(walk, key.anchor, line);
    if (key.type !== EVENT_ID.SCALAR) told(walk, line, shared.KEYS_ARE_TEXT);
    else if (isEmpty(key) || isLong(name)) refuse(walk.name, line, walk.bad);
    else if (first.has(name)) told(walk, line, filled(shared.KEY_TWICE, { key: name, line: first.get(name) }));
    else {
      first.set(name, line);
      walk.lines.set(spelt([...path, name]), line);
      made.set(name, valueOf(walk, value, [...path, name]));
    }
  }
  return made;
}

/** @param {Walk} walk @param {number} line @param {string} message @returns {null} */
function told(walk, line, message) {
  walk.problems.push(`${walk.name}:${line}: ${message}`);
  return null;
}
