// Mirrors scripts/lawbook/forms/plan/sums.py: what is listed after 其中 or before 合计 adds up to the whole.
import { inFigures } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";

const EVEN = 0.0001;

// A whole and its parts in one sentence, or in lines: each answer with the first that does not add up.
export function sums(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, place, text: written }) => {
    const text = inFigures(written, unitsOf(rule));
    const pairs = planPaper.fullSentences(text).flatMap((sentence) => pairsOf(rule, sentence));
    for (const [wholes, parts] of [...pairs, ...below(rule, text)]) {
      const sum = parts.reduce((all, part) => all + part.size, 0);
      const whole = wholes[wholes.length - 1];
      const isShort = Boolean(rule.short) && parts.length >= rule.short;
      const isEven = wholes.some(({ size }) => Math.abs(sum - size) < EVEN);
      if (isEven || !(sum > whole.size || isShort)) continue;
      const unit = unitsOf(rule).find((unit) => whole.words.endsWith(unit));
      const shown = (sum / rule.counted[unit]).toFixed(4).replace(/\.?0+$/, "");
      return [{ field, place, words: { found: whole.words, limit: `${shown}${unit}` } }];
    }
    return [];
  });
}

// Amounts, the greatest of which is the whole of others: each answer whose others are more and do not add up.
export function whole(rule, paper) {
  return rule.fields.flatMap((field) => {
    const found = numbersOf(rule, inFigures(paper.text(field), unitsOf(rule)));
    const sizes = found.map(({ size }) => size).sort((one, other) => one - other);
    const [rest, most] = [sizes.slice(0, -1), sizes[sizes.length - 1]];
    const sum = rest.reduce((all, size) => all + size, 0);
    if (rest.length < 2 || sum <= most + EVEN || addsUp(rest, most)) return [];
    return [{ field, place: [], words: { found: found.find(({ size }) => size === most).words } }];
  });
}

function addsUp(sizes, whole) {
  const sums = sizes.slice(-12).reduce((all, size) => [...all, ...all.map((one) => one + size)], [0]);
  return sums.some((one) => one.toFixed(4) === whole.toFixed(4));
}

const withoutBrackets = (text) => text.replace(/（[^（）]*）/g, "");

// Each listing of a sentence: what may be its whole, the last first meant, and its parts.
function pairsOf(rule, whole) {
  const sentence = withoutBrackets(whole);
  const matches = planPaper.matches(planPaper.expression(rule.among, "g"), sentence);
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
function below(rule, text) {
  const made = [];
  let above = [];
  for (const line of text.split("\n")) {
    const found = numbersOf(rule, withoutBrackets(line)).slice(0, 1);
    const isTotal = rule.in_all && planPaper.expression(`^(?:${rule.in_all})`).test(planPaper.withoutNumber(line));
    if (found.length && isTotal) {
      if (above.length > 1) made.push([found, above]);
      above = [];
    } else above = [...above, ...found];
  }
  return made;
}

function numbersOf(rule, text) {
  const pattern = planPaper.expression(`([0-9]{1,9}(?:\\.[0-9]{1,4})?)(${unitsOf(rule).join("|")})`, "g");
  return planPaper.matches(pattern, text)
    .map((match) => ({ size: Number(match[1]) * rule.counted[match[2]], words: match[0] }));
}

const unitsOf = (rule) => Object.keys(rule.counted).sort((unit, other) => other.length - unit.length);
