// Mirrors scripts/lawbook/forms/plan/sums.py: what is listed after 其中 or before 合计 adds up to the whole.
import * as planPaper from "./plan_paper.js";

const EVEN = 0.0001;

// A whole and its parts in one sentence: each answer with the first that does not add up, and the sum.
export function sums(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, place, text }) => {
    const wrong = planPaper.fullSentences(text).flatMap((sentence) => pairsOf(rule, sentence))
      .map(([whole, parts]) => [whole, parts.reduce((sum, part) => sum + part.size, 0), parts.length])
      .find(([whole, sum, count]) => sum > whole.size + EVEN
        || (rule.short && count >= rule.short && sum < whole.size - EVEN));
    if (!wrong) return [];
    const [whole, sum] = wrong;
    const unit = unitsOf(rule).find((unit) => whole.words.endsWith(unit));
    const shown = (sum / rule.counted[unit]).toFixed(4).replace(/\.?0+$/, "");
    return [{ field, place, words: { found: whole.words, limit: `${shown}${unit}` } }];
  });
}

function pairsOf(rule, whole) {
  const sentence = whole.replace(/（[^（）]*）/g, "");
  const seek = (pattern) => (pattern ? planPaper.expression(pattern).exec(sentence) : null);
  const [among, inAll] = [seek(rule.among), seek(rule.in_all)];
  const behind = (match) => sentence.slice(match.index + match[0].length);
  if (among) {
    const before = numbersOf(rule, sentence.slice(0, among.index));
    const parts = numbersOf(rule, behind(among).split(planPaper.expression(rule.stops))[0]);
    return before.length && parts.length > 1 ? [[before[before.length - 1], parts]] : [];
  }
  if (!inAll) return [];
  const parts = numbersOf(rule, sentence.slice(0, inAll.index));
  const after = numbersOf(rule, behind(inAll));
  return after.length && parts.length > 1 ? [[after[0], parts]] : [];
}

function numbersOf(rule, text) {
  const pattern = planPaper.expression(`([0-9]{1,9}(?:\\.[0-9]{1,4})?)(${unitsOf(rule).join("|")})`, "g");
  return planPaper.matches(pattern, text)
    .map((match) => ({ size: Number(match[1]) * rule.counted[match[2]], words: match[0] }));
}

const unitsOf = (rule) => Object.keys(rule.counted).sort((unit, other) => other.length - unit.length);
