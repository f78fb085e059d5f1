// Mirrors scripts/lawbook/word/read/marks.py: which mark of a cell belongs to which option.
/** @import { Option } from "./types" */
import * as handmade from "./handmade.js";
import { BLANKS, BOXES, COLONS, LETTER_TICKS, LINES, TICKS } from "./shared.js";
import * as strings from "./text.js";

/**
 * A stretch of text: the label of an option, or words of a person's own (no option).
 * @typedef {{start: number, end: number, option: Option | null}} Words
 * A stretch of text that is a tick or an empty place for one.
 * @typedef {{start: number, end: number, ticked: boolean}} Mark
 * @typedef {{marks: Mark[], ticked: Words[], unclear: boolean}} Marked
 */

const OVER = "\ufe0f\u20de\u20dd"; // they stand over the character before them
export const SIGNS = TICKS + BOXES + OVER;
export const PUNCTUATION = "、，；。,;";
export const GAP = `[${BLANKS}]*`;
const [OPEN, CLOSE] = ["[(（\\[【]", "[)）\\]】]"];
export const MARK = `${OPEN}${GAP}(?:[${SIGNS}]*|[${LETTER_TICKS}])${GAP}${CLOSE}`
  + `|[${LINES}]*(?:[${TICKS}][${OVER}]*)+[${LINES}]*|(?:[${BOXES}][${OVER}]*)+|[${LINES}]{2,}|[${LETTER_TICKS}]`;
const NUMBER = /^(?:[(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳])/u;
const ALPHANUMERIC = /^[0-9A-Za-z]/u;
const [BEFORE, BEHIND] = ["before", "behind"];
const APART = BLANKS + PUNCTUATION;

/** @param {Words | Mark} item @returns {item is Words} */
const isWords = (item) => "option" in item;
/** @param {string} text */
const isTick = (text) => Array.from(text).some((sign) => handmade.TICKS.includes(sign) || LETTER_TICKS.includes(sign));
/** @param {string} text */
const stripped = (text) => strings.stripped(text, BLANKS);

// The marks outside labels and outside what is ``kept`` as it is.
/** @param {string} text @param {Words[]} labels @param {Words[]} kept */
export function marksOf(text, labels, kept) {
  const marks = Array.from(text.matchAll(new RegExp(MARK, "gu")), (match) => {
    const start = Number(match.index);
    return { start, end: start + match[0].length, ticked: isTick(match[0]) };
  }).filter((mark) => ![...labels, ...kept].some((words) => words.start < mark.end && mark.start < words.end));
  const lines = marks.some((mark) => mark.ticked && LINES.includes(text[mark.start]));
  return marks.filter((mark) => isMark(text, mark, labels, lines));
}

// Letters and lines are marks beside a label only, lines where a tick stands on one.
/** @param {string} text @param {Mark} mark @param {Words[]} labels @param {boolean} lines */
function isMark(text, mark, labels, lines) {
  const words = text.slice(mark.start, mark.end);
  const isLine = !strings.stripped(words, LINES);
  const isLetter = LETTER_TICKS.includes(words);
  if ((isLetter || words === "×") && inAWord(text, mark, labels)) return false;
  if (!isLine && !isLetter) return true;
  const asked = labels.filter((label) => label.option && (!isLine || !label.option.requires_text));
  const before = labels.some((label) => label.start >= mark.end && !stripped(text.slice(mark.end, label.start)));
  const behind = asked.some((label) => label.end <= mark.start && !stripped(text.slice(label.end, mark.start)));
  return (before || behind) && (lines || !isLine);
}

// Whether a character stands beside a letter or figure that is no label's; × between two words.
/** @param {string} text @param {Mark} mark @param {Words[]} labels */
function inAWord(text, mark, labels) {
  const before = labels.some((label) => label.end === mark.start) ? "" : text.slice(0, mark.start).slice(-1);
  const behind = labels.some((label) => label.start === mark.end) ? "" : text.slice(mark.end, mark.end + 1);
  const isTimes = text[mark.start] === "×" && stripped(before) && stripped(behind);
  return Boolean(isTimes) || ALPHANUMERIC.test(before) || ALPHANUMERIC.test(behind);
}

// Whether a colon follows a mark, as in 其他（√）：航运; such a mark is of the words before.
/** @param {string} text @param {Words | Mark} mark */
function leadsOn(text, mark) {
  const after = strings.strippedLeft(text.slice(mark.end), BLANKS);
  return after !== "" && COLONS.includes(after[0]);
}

// The ticked words of a text: labels, and words that are no option.
/** @param {string} text @param {Words[]} labels @param {Mark[]} marks @returns {Marked} */
export function marked(text, labels, marks) {
  if (!marks.some((mark) => mark.ticked)) return { marks, ticked: [], unclear: false };
  /** @type {(Words | Mark)[]} */
  const row = [...labels, ...foreign(text, labels, marks), ...marks];
  row.sort((item, other) => item.start - other.start || item.end - other.end);
  const sides = sidesOf(text, row);
  /** @type {Set<Words>} */
  const ticked = new Set();
  for (const [number, item] of row.entries()) {
    if (isWords(item) || !item.ticked) continue;
    const owner = ownerOf(row, number, sides.get(number) || "");
    if (!owner) return { marks, ticked: [], unclear: true };
    ticked.add(owner);
  }
  return { marks, ticked: Array.from(ticked), unclear: false };
}

// Words beside a mark that are no label: an option that a person has added.
/** @param {string} text @param {Words[]} labels @param {Mark[]} marks */
function foreign(text, labels, marks) {
  const starts = [...marks.map((mark) => mark.start), text.length];
  return [0, ...marks.map((mark) => mark.end)].flatMap((start, number) => {
    const end = starts[number];
    const inside = labels.filter((label) => start <= label.start && label.end <= end);
    const last = inside[inside.length - 1];
    const made = number || !last ? wordsOf(text, start, last ? inside[0].start : end) : [];
    if (!last || !last.option || last.option.requires_text || number >= marks.length) return made;
    return [...made, ...wordsOf(text, last.end, end)];
  });
}

// A stretch without blanks around; none where it is empty, a number, goes on or leads in.
/** @param {string} text @param {number} start @param {number} end @returns {Words[]} */
function wordsOf(text, start, end) {
  const stretch = text.slice(start, end);
  const inside = strings.stripped(stretch, APART).replace(NUMBER, "");
  if (!inside || /^[（(]/u.test(stretch)) return [];
  if (COLONS.includes(inside[0]) || COLONS.includes(inside[inside.length - 1])) return [];
  const at = text.indexOf(inside, start);
  return [{ start: at, end: at + inside.length, option: null }];
}

// The side of its words on which each mark stands, as far as the whole row tells.
/** @param {string} text @param {(Words | Mark)[]} row @returns {Map<number, string>} */
function sidesOf(text, row) {
  const marks = Array.from(row.keys()).filter((number) => !isWords(row[number]));
  const full = [BEFORE, BEHIND].map((side) => ({ side, beside: wordsBeside(text, row, marks, side) }))
    .filter((sided) => isFull(row, sided.beside));
  const placed = full.length === 1 ? full[0].beside : new Map();
  const others = marks.filter((number) => !placed.has(number));
  const side = common(text, row, others);
  return new Map(marks.map((number) => [number, placed.has(number) ? full[0].side : side]));
}

/** @param {string} side */
const step = (side) => (side === BEFORE ? 1 : -1);

// The marks that have words on a side, and the number of these words.
/** @param {string} text @param {(Words | Mark)[]} row @param {number[]} marks @param {string} side */
function wordsBeside(text, row, marks, side) {
  const kept = marks.filter((number) => {
    const beside = row[number + step(side)];
    return beside !== undefined && isWords(beside) && !(side === BEFORE && leadsOn(text, row[number]));
  });
  return new Map(kept.map((number) => [number, number + step(side)]));
}

// Whether every option has its mark on this side.
/** @param {(Words | Mark)[]} row @param {Map<number, number>} beside */
function isFull(row, beside) {
  const had = new Set(beside.values());
  return row.every((item, number) => !isWords(item) || !item.option || had.has(number));
}

// The one side that nearness tells: that of the ticks, else that of the empty boxes.
/** @param {string} text @param {(Words | Mark)[]} row @param {number[]} marks */
function common(text, row, marks) {
  for (const wanted of [true, false]) {
    const some = marks.filter((number) => /** @type {Mark} */ (row[number]).ticked === wanted);
    const sides = new Set(some.map((number) => nearer(text, row[number])).filter(Boolean));
    if (sides.size) return sides.size === 1 ? Array.from(sides)[0] : "";
  }
  return "";
}

// The side of a mark on which something stands nearer.
/** @param {string} text @param {Words | Mark} mark */
function nearer(text, mark) {
  if (leadsOn(text, mark)) return BEHIND;
  const [before, after] = [text.slice(0, mark.start), text.slice(mark.end)];
  const left = distance(before.slice(strings.strippedRight(before, APART).length), before);
  const right = distance(after.slice(0, after.length - strings.strippedLeft(after, APART).length), after);
  if (left === right) return "";
  return left < right ? BEHIND : BEFORE;
}

// How far apart: nothing between, one blank, more or a comma, the end of the line.
/** @param {string} gap @param {string} side */
function distance(gap, side) {
  if (gap === side || gap.includes("\n")) return 3;
  return ["", " ", "\u00a0"].includes(gap) ? gap.length : 2;
}

// The words of a mark: the next on its side, over other marks.
/** @param {(Words | Mark)[]} row @param {number} number @param {string} side @returns {Words | undefined} */
function ownerOf(row, number, side) {
  if (!side) return undefined;
  let at = number + step(side);
  while (row[at] && !isWords(row[at])) at += step(side);
  const owner = row[at];
  return owner && isWords(owner) ? owner : undefined;
}
