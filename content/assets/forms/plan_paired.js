// Mirrors scripts/lawbook/forms/plan/paired.py: two lists whose rows name each other.
/** @import { Hit, Paired } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as answerReading from "./answers.js";
import { date } from "./dates.js";
import { bare } from "./names.js";
import * as planPaper from "./plan_paper.js";
import * as tally from "./tally.js";
import * as trees from "./tree.js";
import { shownDate } from "./values.js";

/** @param {Paper} paper @param {string} rows */
const keysOf = (paper, rows) => paper.form.field(rows).columns.map((column) => column.key);
/** @param {Paper} paper @param {string} rows @param {string} column @param {string[]} row @returns {string} */
const cell = (paper, rows, column, row) => row[keysOf(paper, rows).indexOf(column)];

// The row of the list, or its pair's; the day of a field beside.
/** @param {Paired} rule @param {Paper} paper @param {string} spot @param {string[]} row @param {string[]} other */
function dayOf(rule, paper, spot, row, other) {
  const [key, column] = spot.split(".");
  if (column) return date(cell(paper, key, column, key === rule.rows ? row : other));
  const shown = trees.get(paper.shown(), key);
  return trees.isDay(shown) ? shown : null;
}

/** @param {Paired} rule @param {Paper} paper @returns {Hit[]} */
export function paired(rule, paper) {
  const others = answerReading.rows(paper.answers, rule.other);
  const named = new Map(others.map((row) => [bare(cell(paper, rule.other, rule.column, row)), row]));
  if (others.length === 0) return [];
  return answerReading.rows(paper.answers, rule.rows).flatMap((row, number) => {
    const name = cell(paper, rule.rows, rule.column, row);
    const other = named.get(bare(name));
    /** @param {Record<string, string>} days */
    const hits = (days) => [planPaper.hit(rule.rows, [number, rule.column], { found: name, ...days })];
    if (!rule.first || !rule.then) return name && !other ? hits({}) : [];
    if (!other || !tally.says(keysOf(paper, rule.other), other, rule.where || {})) return [];
    const [first, then] = [rule.first, rule.then].map((spot) => dayOf(rule, paper, spot, row, other));
    return first && then && then.date < first.date ? hits({ other: shownDate(first), limit: shownDate(then) }) : [];
  });
}
