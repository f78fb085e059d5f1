// Mirrors scripts/lawbook/base/text.py: which known word a person may have meant.
import * as shared from "./shared.js";
import { ALIKE, NEGATION, PREFIX } from "./shared.js";
import * as strings from "./text.js";
import { filled } from "./text.js";

// How often each pair of neighbouring characters stands in a word, its ends included.
/** @param {string} word */
function pairs(word) {
  const counts = new Map();
  const signs = [" ", ...strings.signs(word), " "];
  signs.slice(1).forEach((sign, number) => {
    const pair = signs[number] + sign;
    counts.set(pair, (counts.get(pair) || 0) + 1);
  });
  return counts;
}

/** @param {number[]} counts */
const total = (counts) => counts.reduce((sum, count) => sum + count, 0);

// The share of the pairs that both words have, from 0 to 1.
/** @param {Map<string, number>} first @param {Map<string, number>} second */
function likeness(first, second) {
  const both = Array.from(first, ([pair, count]) => Math.min(count, second.get(pair) || 0));
  return (2 * total(both)) / (total([...first.values()]) + total([...second.values()]));
}

const [denial, prefix] = [NEGATION, PREFIX].map((pattern) => new RegExp(pattern, "gu"));

// Whether one of two words says what the other denies.
/** @param {string} word @param {string} other */
function isOpposite(word, other) {
  if (word !== other && word.replace(prefix, "$1") === other.replace(prefix, "$1")) return true;
  const [bare, otherBare] = [word.replace(denial, ""), other.replace(denial, "")];
  if ((bare !== word) === (otherBare !== other)) return false;
  return likeness(pairs(bare), pairs(otherBare)) > likeness(pairs(word), pairs(other));
}

// The first of those known words that are most like a word, null where none is like it.
/** @param {string} word @param {Iterable<string>} known @returns {string | null} */
export function closest(word, known) {
  const wanted = pairs(word);
  /** @type {string | null} */
  let best = null;
  let most = 0;
  for (const other of known) {
    const score = likeness(wanted, pairs(other));
    if (score >= ALIKE && score > most && !isOpposite(word, other)) [best, most] = [other, score];
  }
  return best;
}

// The key of known ([key, label] pairs) that an unknown word is nearest to, or null.
/** @param {string} word @param {[string, string][]} known */
export function meant(word, known) {
  const byWord = new Map(known.map(([key, label]) => [label, key]));
  for (const [key] of known) byWord.set(key, key);
  const close = closest(word, byWord.keys());
  return (close !== null && byWord.get(close)) || null;
}

// Advice on an unknown word: the nearest of known, and all of them unless these are many.
/** @param {string} word @param {[string, string][]} known @param {boolean} [many] */
export function nearest(word, known, many) {
  const key = meant(word, known);
  const best = key === null ? "" : filled(shared.NEAREST, { key, label: new Map(known).get(key) });
  if (many) return best || shared.FOLLOW_FORM;
  const every = "可写：" + known.map(([key, label]) => `${key}（${label}）`).join("、");
  return best ? `${best}；${every}` : every;
}
