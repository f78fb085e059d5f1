// Serial numbers in front of pasted rows: 1, 01, 1., （1）, ①, 一、 – in a column of their own or before the words.
import { DIGITS } from "../forms/shared.js";
import * as strings from "../forms/text.js";

const HAN = Array.from(DIGITS);
const CIRCLED_ONE = 0x2460; // ①, to ⑳
const LAST_START = 99;
const END = "[)）.．、，,:：]";

/** @param {number} number */
function han(number) {
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? HAN[tens] : ""}${tens ? "十" : ""}${number % 10 ? HAN[number % 10] : ""}`;
}

/** @param {number} number */
function spellings(number) {
  const circled = number <= 20 ? [String.fromCharCode(CIRCLED_ONE + number - 1)] : [];
  const chinese = number < 100 ? [han(number)] : [];
  return `(?:0{0,2}${number}|${[...chinese, ...circled].join("|") || number})`;
}

/** @param {number} number */
const alone = (number) => new RegExp(`^[(第]?${spellings(number)}${END}?$`);
/** @param {number} number */
const before = (number) => {
  const told = spellings(number);
  return new RegExp(`^(?:\\(${told}\\)|${told}${END}(?![0-9])|[①-⑳])\\s*(?=[^])`);
};

// The number from which cells run on, one a row; 0 where they do not.
/** @param {string[]} cells @param {(number: number) => RegExp} pattern */
function runsFrom(cells, pattern) {
  const narrow = cells.map((text) => strings.halfWidth(text));
  const first = cells.length > 1 ? Number((/[0-9]+/.exec(narrow[0]) || ["1"])[0]) : 1;
  /** @param {number} start */
  const all = (start) => narrow.every((text, n) => pattern(start + n).test(text));
  return [1, first].find((start) => start <= LAST_START && all(start)) || 0;
}

// Whether a column holds nothing but serial numbers.
/** @param {string[]} cells */
export function isSerial(cells) {
  return runsFrom(cells, alone) > 0;
}

// The texts without the serial numbers before them, if they run on.
/** @param {string[]} cells */
export function unnumbered(cells) {
  const start = runsFrom(cells, before);
  if (!start) return cells;
  return cells.map((text, n) => {
    const number = before(start + n).exec(strings.halfWidth(text));
    return strings.trimmed(text.slice(number ? number[0].length : 0));
  });
}
