// Mirrors scripts/lawbook/forms/plan/sums.py: what is listed after 其中 or before 合计 adds up to the whole.
/** @import { Hit, Sums, Whole } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { inFigures } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";

const EVEN = 0.0001;
/** @typedef {{size: number, words: string}} Amount */
/** @typedef {[wholes: Amount[], parts: Amount[]]} Pair */

// A whole and its parts in one sentence, or in lines: each answer with the first that does not add up.
/** @param {Sums} rule @param {Paper} paper @returns {Hit[]} */
export function sums(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, spot, text: written }) => {
    const text = inFigures(written, unitsOf(rule));
    const pairs = planPaper.fullSentences(text).flatMap((sentence) => pairsOf(rule, sentence));
    for (const [wholes, parts] of [...pairs, ...below(rule, text)]) {
      const sum = parts.reduce((all, part) => all + part.size, 0);
      const whole = wholes[wholes.length - 1];
      const isShort = parts.length >= (rule.short || Infinity);
      const isEven = wholes.some(({ size }) => Math.abs(sum - size) < EVEN) || isTwice(whole.size, parts);
      if (isEven || !(sum > whole.size || isShort)) continue;
      const unit = /** @type {string} */ (unitsOf(rule).find((unit) => whole.words.endsWith(unit)));
      const shown = (sum / rule.counted[unit]).toFixed(4).replace(/\.?0+$/u, "");
      return [{ field, spot, words: { found: whole.words, limit: `${shown}${unit}` } }];
    }
    return [];
  });
}

// Whether the parts are the whole twice: where it comes from, and what it is for.
/** @param {number} whole @param {Amount[]} parts */
function isTwice(whole, parts) {
  /** @param {Amount[]} some */
  const sumOf = (some) => some.reduce((all, part) => all + part.size, 0);
  return Math.abs(sumOf(parts) - 2 * whole) < EVEN
    && parts.some((_, end) => Math.abs(sumOf(parts.slice(0, end)) - whole) < EVEN);
}

// Amounts, the greatest of which is the whole of others: each answer whose others are more and do not add up.
/** @param {Whole} rule @param {Paper} paper @returns {Hit[]} */
export function whole(rule, paper) {
  return rule.fields.flatMap((field) => {
    const amounts = numbersOf(rule, inFigures(paper.text(field), unitsOf(rule)));
    const sizes = amounts.map(({ size }) => size).sort((size, other) => size - other);
    const [rest, most] = [sizes.slice(0, -1), sizes[sizes.length - 1]];
    const sum = rest.reduce((all, size) => all + size, 0);
    if (rest.length < 2 || sum <= most + EVEN || addsUp(rest, most)) return [];
    const { words } = /** @type {Amount} */ (amounts.find(({ size }) => size === most));
    return [{ field, spot: [], words: { found: words } }];
  });
}

/** @param {number[]} sizes @param {number} whole */
function addsUp(sizes, whole) {
  const sums = sizes.slice(-12).reduce((all, size) => [...all, ...all.map((sum) => sum + size)], [0]);
  return sums.some((sum) => sum.toFixed(4) === whole.toFixed(4));
}

// Each listing of a sentence: what may be its whole, the last first meant, and its parts.
/** @param {Sums} rule @param {string} whole @returns {Pair[]} */
function pairsOf(rule, whole) {
  const sentence = planPaper.plainName(whole);
  const matches = planPaper.matches(planPaper.expression(rule.among, "g"), sentence);
  /** @type {Pair[]} */
  const made = matches.map((match) => {
    const end = match.index + match[0].length;
    const parts = numbersOf(rule, sentence.slice(end).split(planPaper.expression(rule.stops))[0]);
    return [numbersOf(rule, sentence.slice(0, end)), parts];
  });
  const inAll = rule.in_all && !matches.length ? planPaper.expression(rule.in_all).exec(sentence) : null;
  if (inAll) {
    const wholes = numbersOf(rule, sentence.slice(inAll.index + inAll[0].length)).slice(0, 1);
    made.push([wholes, numbersOf(rule, sentence.slice(0, inAll.index))]);
  }
  return made.filter(([wholes, parts]) => wholes.length && parts.length > 1);
}

// A line 合计 below the lines whose first numbers it adds up.
/** @param {Sums} rule @param {string} text @returns {Pair[]} */
function below(rule, text) {
  /** @type {Pair[]} */
  const made = [];
  /** @type {Amount[]} */
  let above = [];
  for (const line of text.split("\n")) {
    const amounts = numbersOf(rule, planPaper.plainName(line)).slice(0, 1);
    const isTotal = rule.in_all && planPaper.expression(`^(?:${rule.in_all})`).test(planPaper.withoutNumber(line));
    if (amounts.length && isTotal) {
      if (above.length > 1) made.push([amounts, above]);
      above = [];
    } else above = [...above, ...amounts];
  }
  return made;
}

/** @param {Pick<Sums, "counted">} rule @param {string} text @returns {Amount[]} */
function numbersOf(rule, text) {
  const pattern = planPaper.expression(`([0-9]{1,9}(?:\\.[0-9]{1,4})?)(${unitsOf(rule).join("|")})`, "g");
  return planPaper.matches(pattern, text)
    .map((match) => ({ size: Number(match[1]) * rule.counted[match[2]], words: match[0] }));
}

/** @param {Pick<Sums, "counted">} rule */
const unitsOf = (rule) => Object.keys(rule.counted).sort((unit, other) => other.length - unit.length);
