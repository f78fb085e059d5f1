// Mirrors scripts/lawbook/base/text.py and what Python's str gives: characters are code points,
// blanks are named one by one.

import { BLANKS, BULLETS, FONT_SIGNS, LINE_BLANKS, LINE_END } from "./shared.js";

export { BLANKS };
const LINE_ENDS = new RegExp(LINE_END, "g");
const BULLET = new RegExp(`[${BULLETS}]|(^|\n)([${LINE_BLANKS}]*)[${FONT_SIGNS}]`, "g");
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

// How many characters a text has; a surrogate without its partner is one.
export function length(text) {
  const pairs = text.match(PAIR);
  return text.length - (pairs ? pairs.length : 0);
}

export function signs(text) {
  return Array.from(text);
}

// text[start:end] of Python, for starts and ends that are not negative.
export function slice(text, start, end) {
  if (length(text) === text.length) return text.slice(start, end);
  return signs(text).slice(start, end).join("");
}

export function strippedLeft(text, blanks) {
  let start = 0;
  while (start < text.length && blanks.includes(text[start])) start += 1;
  return text.slice(start);
}

export function strippedRight(text, blanks) {
  let end = text.length;
  while (end > 0 && blanks.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

// str.strip(blanks); blanks are signs of the basic plane.
export function stripped(text, blanks) {
  return strippedRight(strippedLeft(text, blanks), blanks);
}

// Unix line ends, and • for the bullets of symbol fonts.
export function settled(text) {
  const bullet = (_, end, before) => `${end || ""}${before || ""}•`;
  return text.replace(LINE_ENDS, "\n").replace(BULLET, bullet);
}

// The settled text without blanks around.
export function trimmed(text) {
  return stripped(settled(text), BLANKS);
}

export function count(text, part) {
  return text.split(part).length - 1;
}

// Python orders texts by code points, JavaScript by UTF-16 units.
export function compared(one, other) {
  const [first, second] = [signs(one), signs(other)];
  const both = Math.min(first.length, second.length);
  for (let n = 0; n < both; n += 1) {
    const apart = first[n].codePointAt(0) - second[n].codePointAt(0);
    if (apart !== 0) return apart;
  }
  return first.length - second.length;
}

// re.fullmatch: the whole text or nothing. Patterns hold no class that differs (see form.py).
const patterns = new Map();
export function fullmatch(pattern, text) {
  if (!patterns.has(pattern)) patterns.set(pattern, new RegExp(`^(?:${pattern})$`, "u"));
  return patterns.get(pattern).exec(text);
}
