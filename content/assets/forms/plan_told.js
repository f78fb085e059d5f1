// Mirrors scripts/lawbook/forms/plan/told.py: a count that a text tells, held against the rows that it counts.
/** @import { Hit, ToldCount } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as answerReading from "./answers.js";
import { sizeOf } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import * as tally from "./tally.js";

/** @param {string} text */
const size = (text) => (/^[0-9]+$/.test(text) ? Number(text) : sizeOf(text));

// A text in which a number, the group of the pattern, tells how many rows there are.
/** @param {ToldCount} rule @param {Paper} paper @returns {Hit[]} */
function toldCount(rule, paper) {
  if (answerReading.rows(paper.answers, rule.rows).length === 0) return [];
  const count = tally.found(rule, paper.form, paper.answers.values).length;
  const some = planPaper.folded(paper.text(rule.field)).split(/[。；;\n]/);
  const read = some.filter((one) => planPaper.expression(rule.about).test(one)).join("\n");
  const matches = read.matchAll(planPaper.expression(rule.pattern, "g"));
  return [...matches].filter(([, told]) => told && size(told) !== count)
    .map(([words]) => planPaper.hit(rule.field, [], { found: words, other: String(count) }));
}

export { toldCount as told_count };
