// Mirrors scripts/lawbook/base/yamlfile.py: strict YAML, text stays text, every value knows its line.
import { getScalarValue } from "js-yaml";
import { Refusal } from "./answers.js";
import * as yamlevents from "./yamlevents.js";

const [DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS] = [1, 2, 3, 4, 5]; // kinds of js-yaml's events
const [PLAIN, DOUBLE, LITERAL] = [1, 3, 4];
const ANCHOR = /^[0-9A-Za-z_-]+$/;
const FORBIDDEN = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

// A line joined to the next across empty lines: the two parsers disagree on what is kept.
const ESCAPED_BREAKS = /\\\r?\n[ \t]*\r?\n/;
// YAML 1.1 ends a line at these, YAML 1.2 does not: read by both alike they can never be.
const RARE_BREAK = /[\u0085\u2028\u2029]/;

// {name, tree, lines}; throws a Refusal with every fault of construction.
export function parse(text, name) {
  if (FORBIDDEN.test(text)) refuse(name, 1, "含有 YAML 不允许的字符；请删除控制字符");
  const lineOf = lineCounter(text);
  const rare = text.search(RARE_BREAK);
  if (rare >= 0) refuse(name, lineOf(rare), "含有少见的换行符；请删去后另起一行");
  const found = composed(text, name, lineOf);
  if (found === null) refuse(name, 1, "文件是空的；请写入内容");
  const walk = { name, lines: new Map(), problems: [], seen: new Set() };
  const tree = valueOf(walk, found, []);
  if (walk.problems.length > 0) throw new Refusal(walk.problems);
  return { name, tree, lines: walk.lines };
}

// file:line of a path, or of the nearest parent that stands in the file.
export function where(file, path) {
  let left = path;
  while (left.length > 0 && !file.lines.has(spelt(left))) left = left.slice(0, -1);
  return `${file.name}:${file.lines.get(spelt(left)) || 1}`;
}

export function spelt(path) {
  return JSON.stringify(path);
}

export function refuse(name, line, message) {
  throw new Refusal([`${name}:${line}: ${message}`]);
}

// Lines are asked for in the order of the file.
export function lineCounter(text) {
  let [place, line] = [0, 1];
  return (wanted) => {
    if (wanted < place) [place, line] = [0, 1];
    for (; place < wanted; place += 1) {
      const alone = text[place] === "\r" && text[place + 1] !== "\n";
      if (text[place] === "\n" || alone) line += 1;
    }
    return line;
  };
}

// The one document's nodes: {kind, line, text or pairs or items, empty}; null for no document.
function composed(text, name, lineOf) {
  const reader = { text, lineOf, at: 0, before: 0, ended: 0, anchors: new Map(), name };
  const { events, wrong } = yamlevents.read(text, lineOf);
  if (wrong) invalid(reader, wrong);
  reader.events = events;
  const starts = reader.events.filter((event) => event.type === DOCUMENT);
  if (starts.length === 0) return null;
  reader.at = 1;
  const found = node(reader);
  if (starts.length > 1) another(reader, starts[1]);
  return found;
}

function another(reader, document) {
  reader.at += 2;
  invalid(reader, node(reader).line - (document.explicitStart ? 1 : 0));
}

function invalid(reader, line) {
  refuse(reader.name, line, "不是有效的 YAML；请检查缩进、冒号后的空格和引号");
}

function node(reader) {
  const event = reader.events[reader.at];
  reader.at += 1;
  if (event.type === ALIAS) return aliased(reader, event);
  const line = reader.lineOf(startOf(reader, event));
  const made = { kind: event.type, line };
  if (event.anchorStart >= 0) anchor(reader, event, made);
  if (event.type === SCALAR) {
    const raw = event.style === DOUBLE ? reader.text.slice(event.valueStart, event.valueEnd) : "";
    if (ESCAPED_BREAKS.test(raw)) invalid(reader, line);
    made.text = getScalarValue(reader.text, event);
    reader.ended = Math.max(reader.ended, event.valueEnd);
    // A block that ends with the file ends as the file does.
    const last = event.style >= LITERAL && event.valueEnd >= reader.text.length;
    if (last && !/[\r\n]$/.test(reader.text)) made.text = made.text.replace(/\n$/, "");
    // A key without a value is nothing at all; quotes make it an empty text.
    made.empty = made.text === "" && event.style === PLAIN;
  } else if (event.type === SEQUENCE) {
    made.items = upToPop(reader, () => node(reader));
  } else {
    made.pairs = upToPop(reader, () => [keyed(reader), node(reader)]);
  }
  return made;
}

// YAML 1.1 knows no pair that begins with its colon.
function keyed(reader) {
  const after = reader.ended;
  const key = node(reader);
  if (key.empty) invalid(reader, reader.lineOf(reader.text.indexOf(":", after)));
  return key;
}

function upToPop(reader, take) {
  const found = [];
  while (reader.events[reader.at].type <= ALIAS) found.push(take());
  reader.at += 1;
  return found;
}

function startOf(reader, event) {
  const own = event.type === SCALAR ? event.valueStart : event.start;
  const marks = [event.anchorStart, event.tagStart].filter((place) => place >= 0);
  // The text of a block begins on the line after its sign.
  const start = event.type === SCALAR && event.style >= LITERAL ? own - 1 : own;
  reader.before = Math.max(reader.before, marks.length > 0 ? Math.min(...marks) : start);
  return reader.before;
}

function anchor(reader, event, made) {
  const name = reader.text.slice(event.anchorStart, event.anchorEnd);
  if (reader.anchors.has(name) || !ANCHOR.test(name)) invalid(reader, made.line);
  reader.anchors.set(name, made);
}

// An alias gives the very node again, as in PyYAML.
function aliased(reader, event) {
  const name = reader.text.slice(event.anchorStart, event.anchorEnd);
  if (!reader.anchors.has(name)) invalid(reader, reader.lineOf(event.anchorStart));
  return reader.anchors.get(name);
}

function valueOf(walk, node, path) {
  if (!walk.lines.has(spelt(path))) walk.lines.set(spelt(path), node.line);
  if (walk.seen.has(node)) {
    told(walk, node.line, "不使用锚点和别名（& 和 *）；请直接写出内容");
    return null;
  }
  walk.seen.add(node);
  if (node.kind === MAPPING) return mapOf(walk, node, path);
  if (node.kind === SEQUENCE) return node.items.map((item, n) => valueOf(walk, item, [...path, n]));
  return node.empty ? null : node.text;
}

function mapOf(walk, node, path) {
  const [made, first] = [new Map(), new Map()];
  for (const [key, value] of node.pairs) {
    const name = key.text;
    if (key.kind !== SCALAR) told(walk, key.line, "键只能是文字；请改写这一行");
    else if (first.has(name)) {
      told(walk, key.line, `键 ${name} 与第 ${first.get(name)} 行重复；请只保留一个`);
    } else {
      first.set(name, key.line);
      walk.lines.set(spelt([...path, name]), key.line);
      made.set(name, valueOf(walk, value, [...path, name]));
    }
  }
  return made;
}

function told(walk, line, message) {
  walk.problems.push(`${walk.name}:${line}: ${message}`);
}
