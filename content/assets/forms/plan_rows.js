// Mirrors scripts/lawbook/forms/plan/rows.py: nobody listed twice, a kind that the name bears out.
/** @import { Hit, RowKind, RowNames, RowNeeds, Twice } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as answerReading from "./answers.js";
import * as planPaper from "./plan_paper.js";

// The folded cells of a column, one for each row; none of no field.
/** @param {Paper} paper @param {string | null} [field] @param {string | null} [column] @returns {string[]} */
export function cells(paper, field, column) {
  if (!field || !column) return [];
  const at = paper.form.field(field).columns.findIndex((other) => other.key === column);
  return answerReading.rows(paper.answers, field).map((row) => planPaper.folded(row[at]));
}

// A column in which nothing may stand twice: each row that repeats an earlier one.
/** @param {Twice} rule @param {Paper} paper @returns {Hit[]} */
export function twice(rule, paper) {
  const seen = new Set();
  return cells(paper, rule.field, rule.column).flatMap((cell, number) => {
    const name = planPaper.plainName(cell);
    const isAgain = name && seen.has(name);
    seen.add(name);
    return isAgain ? [planPaper.hit(rule.field, [number, rule.column], { found: cell })] : [];
  });
}

// A kind of each row, and words at the end of a name: each row whose name bears out another only.
/** @param {RowKind} rule @param {Paper} paper @returns {Hit[]} */
function rowKind(rule, paper) {
  const kinds = cells(paper, rule.field, rule.column);
  return cells(paper, rule.field, rule.name_column).flatMap((name, number) => {
    const plain = planPaper.plainName(name);
    const part = kinds[number];
    const others = Object.keys(rule.words).filter((sort) => rule.words[sort].some((end) => plain.endsWith(end)));
    if (!(part in rule.words) || !others.length || others.includes(part)) return [];
    return [{ field: rule.field, spot: [number, rule.column], words: { found: name, part, other: others[0] } }];
  });
}

// A column where, if it is filled, others must be: each cell that is empty beside a filled one.
/** @param {RowNeeds} rule @param {Paper} paper @returns {Hit[]} */
function rowNeeds(rule, paper) {
  const labels = new Map(paper.form.field(rule.field).columns.map((column) => [column.key, column.label]));
  const needed = rule.needs.map((need) =>
    /** @type {[string, string[]]} */ ([need, cells(paper, rule.field, need)]));
  return cells(paper, rule.field, rule.column).flatMap((cell, number) =>
    needed.filter(([, texts]) => cell && !texts[number])
      .map(([need]) => {
        const other = /** @type {string} */ (labels.get(need));
        return { field: rule.field, spot: [number, need], words: { found: cell, other } };
      }));
}

// A column of names that must stand in another list, or hold a word of an office: each that does not.
/** @param {RowNames} rule @param {Paper} paper @returns {Hit[]} */
function rowNames(rule, paper) {
  const names = cells(paper, rule.rows, rule.name_column).map(planPaper.plainName).filter(Boolean);
  return cells(paper, rule.field, rule.column).flatMap((cell, number) => {
    const isKnown = names.some((name) => cell.includes(name)) || planPaper.expression(rule.other).test(cell);
    if (!names.length || !cell || isKnown) return [];
    return [{ field: rule.field, spot: [number, rule.column], words: { found: cell } }];
  });
}

export { rowKind as row_kind, rowNames as row_names, rowNeeds as row_needs };
