// Answers as JSON: read strictly into the tree that YAML gives; numbers stay as they are written.
import * as yamlfile from "./yamlfile.js";

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const BARE = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;
const BLANK = /[ \t\n\r]*/y;
const DEEPEST = 100;

// {name, tree, lines} as yamlfile.parse gives; throws a Refusal.
export function parse(text, name) {
  const lineOf = yamlfile.lineCounter(text);
  const reader = { text, name, lineOf, at: 0, lines: new Map() };
  if (text.trim() === "") yamlfile.refuse(name, 1, "文件是空的；请写入内容");
  const tree = value(reader, []);
  blank(reader);
  if (reader.at < text.length) invalid(reader);
  return { name, tree, lines: reader.lines };
}

function invalid(reader) {
  const line = reader.lineOf(reader.at);
  yamlfile.refuse(reader.name, line, "不是有效的 JSON；请检查引号、逗号和括号");
}

function taken(reader, pattern) {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match === null) invalid(reader);
  reader.at = pattern.lastIndex;
  return match[0];
}

function blank(reader) {
  taken(reader, BLANK);
}

function value(reader, path) {
  blank(reader);
  if (path.length > DEEPEST) invalid(reader);
  const line = yamlfile.spelt(path);
  if (!reader.lines.has(line)) reader.lines.set(line, reader.lineOf(reader.at));
  const sign = reader.text[reader.at];
  if (sign === "{") return dict(reader, path);
  if (sign === "[") return list(reader, path);
  if (sign === '"') return JSON.parse(taken(reader, STRING));
  const word = taken(reader, BARE);
  return word === "null" ? null : word;
}

// What stands between two brackets, separated by commas.
function inside(reader, end, one) {
  reader.at += 1;
  blank(reader);
  for (let first = true; reader.text[reader.at] !== end; first = false) {
    if (!first && taken(reader, /,/y)) blank(reader);
    one();
    blank(reader);
  }
  reader.at += 1;
}

function list(reader, path) {
  const made = [];
  inside(reader, "]", () => made.push(value(reader, [...path, made.length])));
  return made;
}

function dict(reader, path) {
  const made = new Map();
  inside(reader, "}", () => {
    const line = reader.lineOf(reader.at);
    const key = JSON.parse(taken(reader, STRING));
    if (made.has(key)) {
      const first = reader.lines.get(yamlfile.spelt([...path, key]));
      yamlfile.refuse(reader.name, line, `键 ${key} 与第 ${first} 行重复；请只保留一个`);
    }
    blank(reader);
    taken(reader, /:/y);
    reader.lines.set(yamlfile.spelt([...path, key]), line);
    made.set(key, value(reader, [...path, key]));
  });
  return made;
}
