// Mirrors scripts/lawbook/word/read/boxes.py: which boxes are ticked, however a person ticked them.
/** @import { Paragraph } from "./content.js" */
/** @import { Look } from "./looks.js" */
/** @import { Mark, Marked, Words } from "./marks.js" */
/** @import { Chosen, Field, Option } from "./types" */
import * as handmade from "./handmade.js";
import { BOLD, standingOut } from "./looks.js";
import { GAP, MARK, PUNCTUATION, SIGNS, marked, marksOf } from "./marks.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";
import { byLook, doubtOf } from "./unticked.js";
import { filled } from "./text.js";
import * as shared from "./word_shared.js";

const BETWEEN_OPTIONS = "、，；,;";
const WIDE = /[\t\n]|\u3000|[ \u00a0]{2}/u;
const BESIDE = `：:${strings.BLANKS}`;
const IDLE = `${BESIDE}${SIGNS}${handmade.LETTER_TICKS}${PUNCTUATION}()（）[]【】`;
const IN_BRACKETS = /^[（(]([^（）()]+)[)）]$/u; // 其他（航运）
const MARK_BEHIND = `${GAP}(?:${MARK})`;
const MARK_BEFORE = new RegExp(`(?:${MARK})${GAP}$`, "u");

/**
 * The text of a field's cell: where its controls stand, and the words in the form's own.
 * @typedef {{text: string, boxes: Map<string, Words>, own: Map<string, Words>, looks: Look[]}} Cell
 * @typedef {{items: Chosen[], lost: string[], doubt: string, unclear: string}} Ticked
 */

// The ticked options of a field, words that belong to none of them, what is doubtful, what was ticked and not read.
// ``before`` is what stands beside the label of the field: a tick there belongs to the first.
/**
 * @param {Field} field @param {Paragraph[]} lines @param {Map<string, boolean>} checked @param {string} before
 * @returns {Ticked}
 */
export function chosen(field, lines, checked, before) {
  const cell = joined(field, lines, checked, before);
  const labels = labelsOf(field, cell);
  const marks = marksOf(cell.text, labels, Array.from(cell.own.values()));
  const ticks = marked(cell.text, labels, marks);
  if (!ticks.unclear) return read(field, cell, labels, ticks);
  const told = filled(shared.BOX_UNCLEAR, { words: normalForm.oneLine(cell.text) });
  return { items: [], lost: [], doubt: "", unclear: filled(shared.TICK_CHOSEN, { told }) };
}

/** @param {Field} field @param {Cell} cell @param {Words[]} labels @param {Marked} ticks @returns {Ticked} */
function read(field, cell, labels, ticks) {
  const ticked = new Set(ticks.ticked.flatMap((label) => (label.option ? [label.option.key] : [])));
  const foreign = ticks.ticked.filter((label) => !label.option);
  const seen = ticks.ticked.length ? new Map() : standingOut(cell.text, labels, cell.looks);
  const isTold = ticks.ticked.length > 0 || cell.boxes.size > 0;
  const [doubt, unclear, taken] = seen.size ? byLook(field, labels, seen)
    : isTold ? ["", added(cell.text, foreign), []] : doubtOf(field, labels, ticks.marks);
  for (const key of taken) ticked.add(key);
  /** @type {Chosen[]} */
  const items = [];
  const lost = headOf(cell, labels, ticks);
  labels.forEach((label, number) => {
    const option = /** @type {Option} */ (label.option);
    const words = wordsOf(cell, label, endOf(cell, labels, number, ticks.marks), ticks, foreign);
    const asked = option.requires_text;
    if (ticked.has(option.key)) items.push({ option: option.key, text: asked ? words : "" });
    if (words && !(ticked.has(option.key) && asked)) lost.push(`${option.label}：${words}`);
  });
  const order = field.options.map((option) => option.key);
  items.sort((item, other) => order.indexOf(item.option) - order.indexOf(other.option));
  return { items, lost, doubt, unclear };
}

// What to say of ticked words that are no option.
/** @param {string} text @param {Words[]} foreign */
function added(text, foreign) {
  const names = foreign.map((label) => `“${text.slice(label.start, label.end)}”`).join("、");
  return names ? filled(shared.NO_OPTION_TICKED, { names }) : "";
}

// The text of the lines; the box of a control whose sign is gone is in it too.
/**
 * @param {Field} field @param {Paragraph[]} lines @param {Map<string, boolean>} checked @param {string} before
 * @returns {Cell}
 */
function joined(field, lines, checked, before) {
  const tags = new Map(field.options.map((option) => [`${field.key}.${option.key}`, option.key]));
  const owns = new Map(field.options.map((option) => [`${field.key}.${option.key}.text`, option.key]));
  /** @type {Map<string, Words>} */
  const boxes = new Map();
  /** @type {Map<string, Words>} */
  const own = new Map();
  /** @type {Look[]} */
  const looks = [];
  let text = before;
  for (const line of lines) {
    const filled = line.pieces.filter(([piece]) => strings.stripped(piece, strings.BLANKS));
    const said = new Set(filled.map(([, , tag]) => tag));
    for (const [number, [piece, bold, tag]] of line.pieces.entries()) {
      const start = text.length;
      const [box, beside] = [tags.get(tag), owns.get(tag)];
      text += piece;
      const how = [...(line.looks.get(number) || []), ...(bold ? [BOLD] : [])];
      if (how.length) looks.push([start, text.length, how]);
      if (box && !said.has(tag) && !boxes.has(box) && checked.has(tag)) text += checked.get(tag) ? "☑" : "□";
      if (box) stretch(boxes, box, start, text.length);
      else if (beside && strings.stripped(piece, strings.BLANKS)) stretch(own, beside, start, text.length);
    }
    text += "\n";
  }
  return { text, boxes, own, looks };
}

/** @param {Map<string, Words>} some @param {string} key @param {number} start @param {number} end */
function stretch(some, key, start, end) {
  const first = some.get(key);
  some.set(key, { start: first ? first.start : start, end, option: null });
}

// Where each option is named, in the order of the text. An option whose control stands there
// without its label is named right behind the control.
/** @param {Field} field @param {Cell} cell @returns {Words[]} */
function labelsOf(field, cell) {
  /** @type {Words[]} */
  const labels = [];
  let position = 0;
  for (const option of field.options) {
    const box = cell.boxes.get(option.key);
    let label = labelOf(field, option, cell, labels, Math.max(position, box ? box.start : 0));
    if (box && !(label && isBeside(cell, box, label))) label = { start: box.end, end: box.end, option };
    if (!label) continue;
    labels.push(label);
    position = Math.max(position, label.end);
  }
  return labels.sort((label, other) => label.start - other.start || label.end - other.end);
}

// Whether no other box stands between a box and a label.
/** @param {Cell} cell @param {Words} box @param {Words} label */
function isBeside(cell, box, label) {
  const starts = Array.from(cell.boxes.values(), (other) => other.start);
  return box.start <= label.start && !starts.some((at) => box.start < at && at < label.start);
}

// The words by which a text names an option: with a mark, else after the one before.
/** @param {Field} field @param {Option} option @param {Cell} cell @param {Words[]} taken @param {number} position */
function labelOf(field, option, cell, taken, position) {
  const stretches = stretchesOf(field, option, cell, taken);
  const following = stretches.filter((label) => label.start >= position);
  return [...following, ...stretches].find((label) => hasMark(cell.text, label))
    || following.find((label) => !isSaid(cell.text, label, taken));
}

// Where the label of an option stands, and no longer label around it.
/** @param {Field} field @param {Option} option @param {Cell} cell @param {Words[]} taken @returns {Words[]} */
function stretchesOf(field, option, cell, taken) {
  const longer = field.options.filter((other) =>
    other !== option && normalForm.solid(other.label).includes(normalForm.solid(option.label)));
  const kept = [...taken, ...cell.own.values(), ...longer.flatMap((other) => namedOf(other, cell.text))];
  return namedOf(option, cell.text)
    .filter((label) => !kept.some((other) => other.start < label.end && label.start < other.end));
}

// Where a text names an option: by today's label, else by one of an older version.
/** @param {Option} option @param {string} text @returns {Words[]} */
function namedOf(option, text) {
  for (const label of [option.label, ...option.formerly]) {
    const labels = Array.from(text.matchAll(new RegExp(spaced(label), "gu")), (match) => {
      const start = Number(match.index);
      return { start, end: start + match[0].length, option };
    });
    if (labels.length) return labels;
  }
  return [];
}

/** @param {string} label */
const spaced = (label) => Array.from(normalForm.solid(label), strings.escaped).join(GAP);

/** @param {string} text @param {Words} label */
function hasMark(text, label) {
  const before = text.slice(text.lastIndexOf("\n", label.start - 1) + 1, label.start);
  const behind = new RegExp(MARK_BEHIND, "uy");
  behind.lastIndex = label.end;
  return MARK_BEFORE.test(label.start ? before : "") || behind.test(text);
}

// Whether words stand in what a person wrote behind an option, with no gap between.
/** @param {string} text @param {Words} label @param {Words[]} taken */
function isSaid(text, label, taken) {
  return taken.filter((earlier) => earlier.option && earlier.option.requires_text && earlier.end <= label.start)
    .map((earlier) => text.slice(earlier.end, label.start))
    .some((words) => strip(words, IDLE) !== "" && !WIDE.test(words));
}

// Where the words beside a label end: at the next label, without the marks before that.
/** @param {Cell} cell @param {Words[]} labels @param {number} number @param {Mark[]} marks */
function endOf(cell, labels, number, marks) {
  if (number + 1 === labels.length) return cell.text.length;
  let end = labels[number + 1].start;
  for (const mark of [...marks].reverse()) {
    const isNear = !strings.stripped(cell.text.slice(mark.end, Math.max(end, mark.end)), strings.BLANKS);
    if (labels[number].end <= mark.start && isNear) end = Math.min(end, mark.start);
  }
  return end;
}

// The words before the first option.
/** @param {Cell} cell @param {Words[]} labels @param {Marked} ticks */
function headOf(cell, labels, ticks) {
  const end = labels.length ? labels[0].start : cell.text.length;
  const words = strings.stripped(without(cell.text, 0, end, [...ticks.marks, ...ticks.ticked]), strings.BLANKS);
  return words ? [words] : [];
}

// A stretch of a text without some stretches.
/** @param {string} text @param {number} start @param {number} end @param {(Words | Mark)[]} out */
function without(text, start, end, out) {
  let made = "";
  for (const span of [...out].sort((span, other) => span.start - other.start)) {
    if (start > span.start || span.end > end) continue;
    made += text.slice(start, span.start);
    start = span.end;
  }
  return made + text.slice(start, end);
}

// The words beside a label, without marks.
/** @param {Cell} cell @param {Words} label @param {number} end @param {Marked} ticks @param {Words[]} foreign */
function wordsOf(cell, label, end, ticks, foreign) {
  const option = /** @type {Option} */ (label.option);
  const words = without(cell.text, label.end, end, [...ticks.marks, ...foreign]);
  if (!option.requires_text) return strip(words, SIGNS + strings.BLANKS + PUNCTUATION);
  const own = cell.own.get(option.key);
  const inside = own ? strings.stripped(cell.text.slice(own.start, own.end), strings.BLANKS) : "";
  const kept = strings.stripped(words, strings.BLANKS);
  const isFollowed = !own && end < cell.text.length;
  return beside(isFollowed ? strings.strippedRight(kept, strings.BLANKS + BETWEEN_OPTIONS) : kept, inside);
}

// The words beside a label, without line and brackets around; what is in its control stays.
/** @param {string} words @param {string} own */
function beside(words, own) {
  const inside = IN_BRACKETS.exec(words);
  if (!own && inside) return inside[1];
  const written = handmade.offTheLine(words);
  const start = written.length - strings.strippedLeft(written, BESIDE).length;
  const end = strings.strippedRight(written, strings.BLANKS).length;
  const at = own ? words.indexOf(own) : -1;
  if (at < 0) return words.slice(start, Math.max(start, end));
  return words.slice(Math.min(start, at), Math.max(end, at + own.length));
}

// str.strip(signs), also of characters beyond the basic plane.
/** @param {string} text @param {string} signs */
function strip(text, signs) {
  const all = Array.from(signs);
  const kept = Array.from(text);
  while (kept.length && all.includes(kept[0])) kept.shift();
  while (kept.length && all.includes(kept[kept.length - 1])) kept.pop();
  return kept.join("");
}
