// Mirrors scripts/lawbook/base/text.py and what Python's str gives: characters are code points,
// blanks are named one by one.

/** @import { Places } from "./types" */
import { BLANKS, BULLETS, DASHES, FONT_SIGNS, LINE_BLANKS, LINE_END } from "./shared.js";

export { BLANKS };
const LINE_ENDS = /* @__PURE__ */ new RegExp(LINE_END, "gu");
const BULLET = /* @__PURE__ */ new RegExp(`[${BULLETS}]|(^|\n)([${LINE_BLANKS}]*)[${FONT_SIGNS}]`, "gu");
const DASH = /* @__PURE__ */ new RegExp(`[${DASHES}]`, "gu");
const PAIR = /[\u{10000}-\u{10ffff}]/gu;

// A text as a pattern that stands for it.
/** @param {string} text */
export const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");

// A sentence with its places filled, as str.format of Python fills them: {field}, {number}.
/**
 * @template {string} Text
 * @param {Text} text @param {Record<Places<Text>, unknown>} values
 */
export const filled = (text, values) =>
  text.replace(/\{(.+?)\}/gu, (_whole, name) => /** @type {string} */ (values[/** @type {Places<Text>} */ (name)]));

// What a file's name ends with, in small letters: .json; no pattern with the flag i, to which ſ is an s.
/** @param {string} name */
export const ending = (name) => name.slice(Math.max(name.lastIndexOf("."), 0)).toLowerCase();

// How many characters a text has; a surrogate without its partner is one.
/** @param {string} text */
export function length(text) {
  const pairs = text.match(PAIR);
  return text.length - (pairs ? pairs.length : 0);
}

/** @param {string} text */
export function signs(text) {
  return Array.from(text);
}

// text[start:end] of Python, for starts and ends that are not negative.
/** @param {string} text @param {number} start @param {number} [end] */
export function slice(text, start, end) {
  if (length(text) === text.length) return text.slice(start, end);
  return signs(text).slice(start, end).join("");
}

// One kind of dash.
/** @param {string} text */
export const oneDash = (text) => text.replace(DASH, "-");

// Full-width letters, figures and characters in their usual width.
/** @param {string} text */
export function halfWidth(text) {
  return text.replace(/[\uff01-\uff5e\u3000]/gu, (sign) =>
    sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** @param {string} text @param {string} blanks */
export function strippedLeft(text, blanks) {
  let start = 0;
  while (start < text.length && blanks.includes(text[start])) start += 1;
  return text.slice(start);
}

/** @param {string} text @param {string} blanks */
export function strippedRight(text, blanks) {
  let end = text.length;
  while (end > 0 && blanks.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

// str.strip(blanks); blanks are characters of the basic plane.
/** @param {string} text @param {string} blanks */
export function stripped(text, blanks) {
  return strippedRight(strippedLeft(text, blanks), blanks);
}

// Unix line ends, and • for the bullets of symbol fonts.
/** @param {string} text */
export function settled(text) {
  /** @type {(whole: string, end?: string, before?: string) => string} */
  const bullet = (_whole, end, before) => `${end || ""}${before || ""}•`;
  return text.replace(LINE_ENDS, "\n").replace(BULLET, bullet);
}

// The settled text without blanks around.
/** @param {string} text */
export function trimmed(text) {
  return stripped(settled(text), BLANKS);
}

/** @param {string} text @param {string} part */
export function count(text, part) {
  return text.split(part).length - 1;
}

// Python orders texts by code points, JavaScript by UTF-16 units.
/** @param {string} before @param {string} other */
export function compared(before, other) {
  const codes = (/** @type {string} */ text) => signs(text).map((sign) => Number(sign.codePointAt(0)));
  const [first, second] = [codes(before), codes(other)];
  const both = Math.min(first.length, second.length);
  for (let n = 0; n < both; n += 1) {
    if (first[n] !== second[n]) return first[n] - second[n];
  }
  return first.length - second.length;
}

// re.fullmatch: the whole text or nothing. Patterns hold no class that differs (see form.py).
/** @type {Map<string, RegExp>} */
const patterns = new Map();
/** @param {string} pattern @param {string} text @returns {RegExpExecArray | null} */
export function fullmatch(pattern, text) {
  const known = patterns.get(pattern) || new RegExp(`^(?:${pattern})$`, "u");
  patterns.set(pattern, known);
  return known.exec(text);
}
