// Mirrors scripts/lawbook/base/yamlfile.py: strict YAML, text stays text, every value knows its line.
// JSON is read the same way, once the browser has found that it is JSON.
/** @import { AnswerFile, Path } from "./types" */
/** @import { ParsedNode, YAMLMap } from "yaml" */
import { Lexer, LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { Refusal } from "./answers.js";
import { stripped } from "./text.js";

/**
 * A text: with this schema every scalar is one.
 * @typedef {{range: [number, number, number], value: string, type: string}} Scalar
 * @typedef {AnswerFile & {texts: [number, number][]}} ParsedFile where texts in quotes and blocks stand
 */
/**
 * @typedef {object} Walk
 * @property {string} name
 * @property {string} text
 * @property {string} bad what is said of a file that is none
 * @property {(offset: number) => number} lineOf
 * @property {(scalar: Scalar) => boolean} isNothing
 * @property {Map<string, number>} lines
 * @property {string[]} problems
 * @property {[number, number][]} texts
 * @property {Set<string>} anchors
 */

const JSON_BLANKS = " \t\n\r";
const FORBIDDEN = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
// YAML 1.1 ends a line at these, YAML 1.2 does not: read by both alike they can never be.
const RARE_BREAK = /[\u0085\u2028\u2029]/u;
const DEEPEST = 100; // no answers are nested so deep
const DEEPEST_INDENT = 300; // signs before the text of a line
const INDENT = /^[ \t]*(?:[-?:][ \t]+)*/gmu;
const ANCHOR = /^[0-9A-Za-z_-]+$/u;
// A line joined to the next across empty lines: the two parsers disagree on what is kept.
const ESCAPED_BREAKS = /\\\r?\n[ \t]*\r?\n/u;
const INDENTED_BY_TAB = /^ *(?:[-?] +)*[-?]?\t/gmu;
/** @type {import("yaml").ParseOptions & import("yaml").DocumentOptions & import("yaml").SchemaOptions} */
const OPTIONS = { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "error" };
const BAD_YAML = "不是有效的 YAML；请检查缩进、冒号后的空格和引号";
const TOO_DEEP = "内容套得太深；请减少层级";
const BAD_JSON = "不是有效的 JSON；请检查引号、逗号和括号";

// {name, tree, lines}; throws a Refusal with every fault of construction.
/** @param {string} given @param {string} name @returns {ParsedFile} */
export function parse(given, name) {
  const text = given.replace(/\r\n?/gu, "\n");
  const file = read(text, name, BAD_YAML, (scalar) => scalar.value === "" && scalar.type === "PLAIN");
  const tab = tabAt(text, file.texts);
  if (tab >= 0) refuse(name, lineAt(text, tab), BAD_YAML);
  return file;
}

// The same of a JSON file; numbers stay as they are written.
/** @param {string} text @param {string} name @returns {ParsedFile} */
export function parseJson(text, name) {
  if (stripped(text, JSON_BLANKS) !== "") {
    try {
      JSON.parse(text);
    } catch (fault) {
      refuse(name, lineOfFault(text, /** @type {Error} */ (fault).message), BAD_JSON);
    }
  }
  return read(text, name, BAD_JSON, (scalar) => scalar.value === "null" && scalar.type === "PLAIN");
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

// Where a tab stands for the blanks of an indentation; -1 for nowhere. In quotes, and in a block
// whose indentation is known, it is a character like others.
/** @param {string} text @param {[number, number][]} texts */
function tabAt(text, texts) {
  /** @param {number} at */
  const isText = (at) => texts.some(([start, end]) =>
    start <= at && at < end && (isQuote(text[start]) || /[^ \t\n]/u.test(text.slice(start, at))));
  for (const { 0: led, index } of text.matchAll(INDENTED_BY_TAB)) {
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

/** @param {string} text @param {string} name @param {string} bad @param {(scalar: Scalar) => boolean} isNothing
 * @returns {ParsedFile} */
function read(text, name, bad, isNothing) {
  if (FORBIDDEN.test(text)) refuse(name, 1, "含有 YAML 不允许的字符；请删除控制字符");
  const counter = new LineCounter();
  /** @param {number} offset */
  const lineOf = (offset) => counter.linePos(offset).line || 1;
  const rare = text.search(RARE_BREAK);
  if (rare >= 0) refuse(name, lineAt(text, rare), "含有少见的换行符；请删去后另起一行");
  const read = document(text, name, counter);
  if (read.errors.length > 0) refuse(name, lineOf(read.errors[0].pos[0]), bad);
  if (read.contents === null || !read.range || read.range[0] === read.range[1]) refuse(name, 1, "文件是空的；请写入内容");
  /** @type {Walk} */
  const walk = { name, text, bad, lineOf, isNothing, lines: new Map(), problems: [], texts: [], anchors: new Set() };
  const tree = valueOf(walk, read.contents, []);
  if (walk.problems.length > 0) throw new Refusal(walk.problems);
  return { name, tree, lines: walk.lines, texts: walk.texts };
}

// A browser may break down on what is nested too deep, so that is found before anything is parsed.
/** @param {string} text */
function isDeep(text) {
  if (/** @type {string[]} */ (text.match(INDENT)).some((indent) => indent.length > DEEPEST_INDENT)) return true;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth += 1;
    if (token === "]" || token === "}") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** @param {string} text @param {string} name @param {LineCounter} lineCounter */
function document(text, name, lineCounter) {
  if (isDeep(text)) refuse(name, 1, TOO_DEEP);
  try {
    return parseDocument(text, { ...OPTIONS, lineCounter });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return refuse(name, 1, TOO_DEEP);
  }
}

/** @param {Walk} walk @param {ParsedNode | null} node @param {Path} path @returns {unknown} */
function valueOf(walk, node, path) {
  const line = node && node.range ? walk.lineOf(node.range[0]) : walk.lines.get(spelt(path)) || 1;
  if (!walk.lines.has(spelt(path))) walk.lines.set(spelt(path), line);
  if (node === null) return null;
  if (path.length > DEEPEST) return told(walk, line, TOO_DEEP);
  if (isAlias(node)) return told(walk, line, "不使用锚点和别名（& 和 *）；请直接写出内容");
  if (node.anchor) anchor(walk, node.anchor, line);
  if (isMap(node)) return mapOf(walk, node, path);
  if (isSeq(node)) return node.items.map((item, n) => valueOf(walk, item, [...path, n]));
  const scalar = /** @type {Scalar} */ (/** @type {unknown} */ (node));
  if (walk.isNothing(scalar)) return null;
  return scalar.type === "PLAIN" ? scalar.value : heldText(walk, scalar, line);
}

// The text of a scalar in quotes, or of a block.
/** @param {Walk} walk @param {Scalar} node @param {number} line */
function heldText(walk, node, line) {
  const [start, end] = node.range;
  const source = walk.text.slice(start, end);
  if (node.type === "QUOTE_DOUBLE" && ESCAPED_BREAKS.test(source)) refuse(walk.name, line, walk.bad);
  const isBlock = node.type.startsWith("BLOCK");
  walk.texts.push([isBlock ? walk.text.indexOf("\n", start) + 1 : start, end]);
  // A block that ends with the file ends as the file does.
  const last = isBlock && end >= walk.text.length && !/[\r\n]$/u.test(walk.text);
  return last ? node.value.replace(/\n$/u, "") : node.value;
}

/** @param {Walk} walk @param {string} name @param {number} line */
function anchor(walk, name, line) {
  if (walk.anchors.has(name) || !ANCHOR.test(name)) refuse(walk.name, line, walk.bad);
  walk.anchors.add(name);
}

// YAML 1.1 knows no pair that begins with its colon; between braces ? begins a key even without a blank.
/** @param {string} name @param {YAMLMap} node */
function isOdd(name, node) {
  return name === "" || (node.flow && name.startsWith("?"));
}

/** @param {Walk} walk @param {YAMLMap.Parsed} node @param {Path} path */
function mapOf(walk, node, path) {
  /** @type {[Map<string, unknown>, Map<string, number>]} */
  const [made, first] = [new Map(), new Map()];
  for (const { key, value } of node.items) {
    const line = key && key.range ? walk.lineOf(key.range[0]) : walk.lineOf(node.range[0]);
    const name = isScalar(key) ? /** @type {string} */ (key.value) : null;
    if (name === null) told(walk, line, "键只能是文字；请改写这一行");
    else if (isScalar(key) && key.type === "PLAIN" && isOdd(name, node)) refuse(walk.name, line, walk.bad);
    else if (first.has(name)) told(walk, line, `键 ${name} 与第 ${first.get(name)} 行重复；请只保留一个`);
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
