// Mirrors scripts/lawbook/forms/plan/told.py: what a text tells of rows, their number and a name.
/** @import { Hit, NamesOne, ToldCount, ToldSum } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as answerReading from "./answers.js";
import { sizeOf } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import * as tally from "./tally.js";

// How many a numeral says; NaN, of which nothing is said, for figures among others: 三5.
/** @param {string} numeral */
function size(numeral) {
  if (/^[0-9]+$/u.test(numeral)) return Number(numeral);
  return /[0-9]/u.test(numeral) ? NaN : sizeOf(numeral);
}

// A text in which a number, the group of the pattern, tells how many rows there are.
/** @param {ToldCount} rule @param {Paper} paper @returns {Hit[]} */
function toldCount(rule, paper) {
  if (answerReading.rows(paper.answers, rule.rows).length === 0) return [];
  const count = tally.numberedRows(rule, paper.form, paper.answers.values).length;
  const some = planPaper.folded(paper.text(rule.field)).split(/[。；;\n]/u);
  const read = some.filter((clause) => planPaper.expression(rule.about).test(clause)).join("\n");
  const matches = read.matchAll(planPaper.expression(rule.pattern, "g"));
  /** @param {string} told */
  const says = (told) => (rule.number == null ? size(told) : rule.number);
  return [...matches].filter(([, told]) => told && Math.abs(says(told) - count) > 0) // never so of what is no number
    .map(([words]) => planPaper.hit(rule.field, [], { found: words, other: String(count) }));
}

/** @param {string} pattern @param {string} text */
function number(pattern, text) {
  const first = [...text.matchAll(planPaper.expression(pattern, "g"))].map(([, told]) => told).find(Boolean);
  return first ? size(first) : null;
}

// A sentence with a number of all and those of its parts: none is more, all are as many.
/** @param {ToldSum} rule @param {Paper} paper @returns {Hit[]} */
function toldSum(rule, paper) {
  const some = planPaper.folded(paper.text(rule.field)).split(/[。；;\n]/u);
  return some.filter((said) => planPaper.expression(rule.about).test(said)).flatMap((said) => {
    const total = number(rule.total, said);
    const parts = rule.parts.map((part) => number(part, said));
    const known = parts.reduce((/** @type {number} */ sum, part) => sum + (part ?? 0), 0);
    const isWhole = !parts.includes(null) || planPaper.expression(rule.none).test(said);
    const isFound = total !== null && (known > total || (known > 0 && isWhole && known < total));
    return isFound ? [planPaper.hit(rule.field, [], { found: String(total), other: String(known) })] : [];
  });
}

// A field that names somebody of a column of rows.
/** @param {NamesOne} rule @param {Paper} paper @returns {Hit[]} */
function namesOne(rule, paper) {
  const said = planPaper.folded(paper.text(rule.field));
  if (!said || answerReading.rows(paper.answers, rule.rows).length === 0) return [];
  const column = paper.form.field(rule.rows).columns.findIndex((other) => other.key === rule.column);
  const names = tally.numberedRows(rule, paper.form, paper.answers.values)
    .map(([, row]) => planPaper.folded(row[column]));
  const isNamed = names.some((name) => name && said.includes(planPaper.plainName(name)));
  return isNamed ? [] : [planPaper.hit(rule.field, [], { found: paper.text(rule.field) })];
}

export { namesOne as names_one, toldCount as told_count, toldSum as told_sum };
