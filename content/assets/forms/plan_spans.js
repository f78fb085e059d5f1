// Mirrors scripts/lawbook/forms/plan/spans.py: where spans of time begin and end, and how long they are told.
/** @import { Begins, Hit, Lasts } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { sizeOf } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import * as shared from "./plan_shared.js";

const MONTH = new RegExp(shared.MONTH, "gu");
const LASTS = new RegExp(shared.LASTS_TOLD, "u");

// Two fields whose first or last dates are in one month: the second, if they are not.
/** @param {Begins} rule @param {Paper} paper @returns {Hit[]} */
export function begins(rule, paper) {
  const [told, here] = rule.fields.map((key, at) => edge(rule, paper.text(key), at ? rule.says : undefined));
  if (!told || !here || !(rule.ends ? here.month < told.month : here.month !== told.month)) return [];
  const other = paper.form.field(rule.fields[0]).called;
  return [planPaper.hit(rule.fields[1], [], { found: here.words, limit: told.words, other })];
}

// Month and words of the first or last date; one date alone is no beginning.
/** @param {Begins} rule @param {string} text @param {string | null | undefined} says */
function edge(rule, text, says) {
  let year = 0;
  const days = text.split(planPaper.PIECES).flatMap((piece) => {
    const isSaid = !(rule.unless && planPaper.expression(rule.unless).test(piece))
      && (!says || planPaper.expression(says).test(piece));
    return planPaper.matches(MONTH, piece).flatMap((match) => {
      year = Number(match[1] || year);
      if (!year || !isSaid || Number(match[2]) > 12) return [];
      return [{ month: year * 100 + Number(match[2]), words: match[0] }];
    });
  });
  if (days.length < (rule.ends ? 1 : 2)) return null;
  const sorted = days.sort((day, other) => day.month - other.month || (day.words < other.words ? -1 : 1));
  return sorted[rule.ends ? sorted.length - 1 : 0];
}

// Periods with how many months they last: the first that does not, what it tells and what it is.
/** @param {Lasts} rule @param {Paper} paper @returns {Hit[]} */
export function lasts(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    for (const { start, end, words } of planPaper.periods(text)) {
      const told = LASTS.exec(text.slice(text.indexOf(words) + words.length));
      const most = monthOf(end) - monthOf(start) + 1;
      const size = told ? sizeIn(told[1]) : most;
      if (!told || most <= 0 || (size >= most - 1 && size <= most)) continue;
      return [planPaper.hit(field, spot, { found: `${told[1]}个${told[2] || ""}月`, limit: String(most) })];
    }
    return [];
  });
}

/** @param {number} day */
const monthOf = (day) => Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100);
/** @param {string} numeral */
const sizeIn = (numeral) => (/[0-9]/u.test(numeral) ? Number(numeral) : sizeOf(numeral));
