// Mirrors scripts/lawbook/word/read/headings.py: a text that answers several fields, where each begins.
/** @import { Cell } from "./content.js" */
/** @import { Block, Field, Piece } from "./types" */
import { afterWords } from "./cells.js";
import { Paragraph } from "./content.js";
import * as handmade from "./handmade.js";
import { solid } from "./normal.js";
import * as shared from "./word_shared.js";
import { BLANKS, ITEM } from "./shared.js";
import * as strings from "./text.js";

const RING = "①②③④⑤⑥⑦⑧⑨⑩";
const NUMBER = new RegExp(`^([（(]?)([0-9]{1,2}|[${shared.HAN_NUMBERS}]|[①-⑩])([)）.．、]?)[ \\t\\u3000]*`, "u");
const CLAUSE = /^[^：:。；;]*/u;
const LONGEST = 40;
const NAMED = "TableSublabel"; // the style of a name above or before its answer
/** @typedef {[at: number, rest: string]} Start the line of a heading, and what of the answer stands on it */

const SIGNS = [...handmade.TICKS, ...handmade.BOXES, ...Array.from("()（）[]【】")];

// A paragraph as one paragraph a line; the first keeps the marker.
/** @template {Block} B @param {B} block @returns {B[]} */
export function linesOf(block) {
  if (!(block instanceof Paragraph) || !block.text.includes("\n")) return [block];
  const made = [line(block, [])];
  made[0].marker = block.marker;
  for (const [text, bold, tag] of block.pieces) {
    const [first, ...more] = text.split("\n");
    made[made.length - 1].pieces.push([first, bold, tag]);
    for (const text of more) made.push(line(block, [[text, bold, tag]]));
  }
  return /** @type {B[]} */ (made);
}

/** @param {Paragraph} block @param {Piece[]} pieces */
const line = ({ cell, style }, pieces) => Object.assign(new Paragraph(cell), { style, pieces });

// A text without blanks and without the boxes and ticks before it.
/** @param {string} text */
export function bare(text) {
  const signs = Array.from(solid(text));
  const first = signs.findIndex((sign) => !SIGNS.includes(sign));
  return first < 0 ? "" : signs.slice(first).join("");
}

// [way of numbering, number, words after it]; 0 where there is none.
/** @param {string} text @returns {[way: string, number: number, words: string]} */
export function numbered(text) {
  const match = NUMBER.exec(text);
  if (!match || !(match[3] || RING.includes(match[2]))) return ["", 0, text];
  const [all, opened, sign, closed] = match;
  const value = shared.HAN_NUMBERS.indexOf(sign) + 1 || RING.indexOf(sign) + 1 || Number(sign);
  const kind = shared.HAN_NUMBERS.includes(sign) ? "han" : RING.includes(sign) ? "ring" : "";
  return [opened + (opened && kind === "han" ? "" : kind) + closed, value, text.slice(all.length)];
}

// The blocks of each field without its heading; null where that is not certain.
/** @param {Field[]} fields @param {Block[]} blocks @returns {Block[][] | null} */
export function divided(fields, blocks) {
  const starts = byWords(fields, blocks) || byNumbers(fields, blocks);
  if (starts === null || starts.some(([start], n) => n > 0 && starts[n - 1][0] >= start)) return null;
  const ends = [...starts.slice(1).map(([start]) => start), blocks.length];
  const parts = starts.map(([start, rest], n) =>
    [...restOf(blocks[start], rest), ...blocks.slice(start + 1, ends[n])]);
  parts[0].unshift(...blocks.slice(0, starts[0][0]));
  return parts;
}

// The blocks of each field, where a row of its own begins with its heading; null for rows as the form
// itself has them, and where it is not certain.
/** @param {Field[]} fields @param {Cell[][]} rows @returns {Block[][] | null} */
export function byRows(fields, rows) {
  if (rows.length === 2 * fields.length && rows.every((row) => row.length === 1)) return null;
  const lines = rows.map((row) => row.flatMap((cell) => cell.blocks.flatMap(linesOf)));
  if (rows.length !== fields.length) return divided(fields, lines.flat());
  const parts = fields.map((field, number) => {
    const blocks = lines[number];
    const start = Math.max(blocks.findIndex((block) => textOf(block)), 0);
    const rest = blocks.length ? after(field, textOf(blocks[start])) : null;
    return rest === null ? null : [...restOf(blocks[start], rest), ...blocks.slice(start + 1)];
  });
  return parts.includes(null) ? null : /** @type {Block[][]} */ (parts);
}

// What of the line of a heading belongs to the answer; the line as it is where all does.
/** @param {Block} block @param {string} rest */
function restOf(block, rest) {
  if (!(block instanceof Paragraph) || rest === textOf(block)) return [block];
  let start = strings.strippedRight(block.text, BLANKS).length - rest.length;
  /** @type {Piece[]} */
  const pieces = [];
  for (const [text, bold, tag] of block.pieces) {
    pieces.push([text.slice(Math.max(start, 0)), bold, tag]);
    start -= text.length;
  }
  return rest ? [line(block, pieces)] : [];
}

/** @param {Block} block */
function textOf(block) {
  if (!(block instanceof Paragraph)) return "";
  return (block.marker === ITEM ? "" : block.marker) + strings.stripped(block.text, BLANKS);
}

/** @param {Field} field */
const wordsOf = (field) => [solid(numbered(field.label)[2]), ...field.also.map(solid)];

// One line for each field that is its heading; else one that begins with its words.
/** @param {Field[]} fields @param {Block[]} blocks @returns {Start[] | null} */
function byWords(fields, blocks) {
  const texts = blocks.map(textOf);
  /** @type {Start[]} */
  const starts = [];
  for (const field of fields) {
    const named = namedOf(field, blocks);
    if (named.length === 1) {
      starts.push(named[0]);
      continue;
    }
    const whole = texts.map((text, n) => [n, after(field, text)]).filter(([, rest]) => rest !== null);
    const lines = texts.map((text, n) => /** @type {Start} */ ([n, text]));
    let candidates = whole.length ? /** @type {Start[]} */ (whole) : lines.filter(([, text]) => begins(field, text));
    const number = numbered(field.label)[1];
    if (number && candidates.length > 1) candidates = candidates.filter(([n]) => numbered(texts[n])[1] === number);
    if (candidates.length !== 1) return null;
    starts.push(candidates[0]);
  }
  return starts;
}

// The lines that this guide set as the name of a field, as their style says.
/** @param {Field} field @param {Block[]} blocks @returns {Start[]} */
function namedOf(field, blocks) {
  return blocks.flatMap((block, number) => {
    const text = block instanceof Paragraph && block.style === NAMED ? textOf(block) : "";
    const [label] = text.split("：");
    return label === field.label ? [[number, text.slice(label.length + 1)]] : [];
  });
}

// What follows the heading of a field on its line; null for another line.
/** @param {Field} field @param {string} text @returns {string | null} */
function after(field, text) {
  const words = numbered(text)[2];
  const rest = field.hint ? afterWords(words, field.hint) : null;
  if (rest !== null) return rest;
  const [match] = /** @type {RegExpExecArray} */ (CLAUSE.exec(words)); // it finds at least nothing
  const clause = solid(match);
  const known = solid(field.label + field.called + (field.hint || "") + shared.FILLING_WORDS);
  const heading = strings.length(clause) <= LONGEST && wordsOf(field).some((word) => clause.includes(word));
  if (!heading || !Array.from(clause).every((sign) => known.includes(sign))) return null;
  return strings.stripped(words.slice(match.length + 1), BLANKS);
}

// Whether a line begins with the words of a field, such as 省级统筹层由……
/** @param {Field} field @param {string} text */
const begins = (field, text) => solid(numbered(text)[2]).startsWith(wordsOf(field)[0]);

// Lines numbered as the fields themselves are, most of them with the words of their field.
/** @param {Field[]} fields @param {Block[]} blocks @returns {Start[] | null} */
function byNumbers(fields, blocks) {
  if (!fields.every((field) => numbered(field.label)[1])) return null;
  const texts = blocks.map(textOf);
  const numbers = texts.map((text) => numbered(text));
  for (const style of new Set(numbers.filter(([, value]) => value).map(([style]) => style))) {
    const indexes = numbers.flatMap(([kind, value], n) => (value && kind === style ? [n] : []));
    if (indexes.length !== fields.length || indexes.some((n, at) => numbers[n][1] !== at + 1)) continue;
    const own = fields.filter((field, at) => {
      const begin = strings.slice(solid(texts[indexes[at]]), 0, LONGEST);
      return wordsOf(field).some((word) => begin.includes(word));
    });
    if (own.length * 2 < fields.length) continue;
    return indexes.map((n, at) => {
      const rest = after(fields[at], texts[n]);
      return [n, rest === null ? texts[n] : rest];
    });
  }
  return null;
}
