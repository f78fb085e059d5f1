// Mirrors scripts/lawbook/forms/plan/tallies.py: how many rows, all kinds, two thirds, an order, a sum.
/** @import { Amount, Covers, DateOrder, EqualSum, Hit, Majority, Names, NotBoth, NotTwice } from "./plan" */
/** @import { Number_, RowsOf } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
/** @import { Day, Path, Value } from "./types" */
import * as answerReading from "./answers.js";
import { ending, rolled } from "./computed.js";
import { date } from "./dates.js";
import { bare } from "./names.js";
import * as planPaper from "./plan_paper.js";
import * as tally from "./tally.js";
import * as trees from "./tree.js";
import { shownDate } from "./values.js";

/** @typedef {[spot: Path, first: Day, then: Day]} Days */

const A_DAY = 86400000;
const NUMBER = /^[0-9]{1,12}$/u;
/** @param {Paper} paper @param {string} key */
const rowsOf = (paper, key) => answerReading.rows(paper.answers, key);
/** @param {RowsOf} count @param {Paper} paper @returns {[number, string[]][]} */
const numberedRows = (count, paper) => tally.numberedRows(count, paper.form, paper.answers.values);

/** @param {Paper} paper @param {string} rows @param {string} column @param {string[]} row @returns {string} */
function cell(paper, rows, column, row) {
  return row[paper.form.field(rows).columns.findIndex((other) => other.key === column)];
}

// How many rows of a list there must be.
/** @param {Number_} rule @param {Paper} paper @returns {Hit[]} */
export function count(rule, paper) {
  if (rowsOf(paper, rule.rows).length === 0 && !rule.empty) return [];
  const number = numberedRows(rule, paper).length;
  /** @type {[limit: number | undefined, beyond: number][]} */
  const limits = [[rule.at_least, -1], [rule.at_most, 1]];
  return limits.filter(([limit, beyond]) => limit != null && (number - limit) * beyond > 0)
    .map(([limit]) => planPaper.hit(rule.rows, [], { found: String(number), limit: String(limit) }));
}

// A column of rows that must say each of some words at least once.
/** @param {Covers} rule @param {Paper} paper @returns {Hit[]} */
export function covers(rule, paper) {
  if (rowsOf(paper, rule.rows).length === 0) return [];
  const said = new Set(numberedRows(rule, paper).map(([, row]) => cell(paper, rule.rows, rule.column, row)));
  return rule.words.filter((word) => !said.has(word)).map((word) => planPaper.hit(rule.rows, [], { part: word }));
}

// Two thirds that must agree, in every way of counting or whatever the way.
/** @param {Majority} rule @param {Paper} paper @returns {Hit[]} */
function twoThirds(rule, paper) {
  const { rows } = rule.yes;
  const keys = paper.form.field(rows).columns.map((column) => column.key);
  const isKnown = rowsOf(paper, rows).every((row) => tally.says(keys, row, rule.known || {}));
  if (rowsOf(paper, rows).length === 0 || !isKnown) return [];
  const ways = tally.reached(rule, paper.form, paper.answers.values);
  /** @param {[RowsOf, number, number]} way */
  const isReached = ([, all, yes]) => yes >= tally.needed(all) && all > 0;
  const results = new Set(ways.map(isReached));
  const isFound = rule.finds === "differ" ? results.size > 1 : !results.has(true);
  const [, all, yes] = ways[0];
  const words = { found: String(yes), limit: String(tally.needed(all)), other: String(all) };
  return isFound ? [planPaper.hit(rows, [], words)] : [];
}

// Two days of which the second must not be earlier; ``beside`` names the one that is a field beside the list.
/** @param {DateOrder} rule @param {Paper} paper @returns {Hit[]} */
function dateOrder(rule, paper) {
  const isField = !rule.rows || rule.beside === "then";
  const kept = isField ? rolled(paper.form, paper.answers.values) : {};
  /** @param {Day} then */
  const last = (then) => kept[rule.then] || then.date;
  /** @param {Day} first @param {Day} then */
  const isWrong = (first, then) =>
    last(then) < first.date || (then.date === first.date && rule.same_day === false)
    || Date.parse(then.date) - Date.parse(first.date) > (rule.most_days == null ? Infinity : rule.most_days * A_DAY);
  return pairs(rule, paper).filter(([, first, then]) => isWrong(first, then))
    .map(([spot, first, then]) =>
      planPaper.hit(rule.rows || rule.then, spot, { found: ending(then.date, last(then)), other: shownDate(first) }));
}

/** @param {DateOrder} rule @param {Paper} paper @returns {Days[]} */
function pairs(rule, paper) {
  /** @type {(spot: Path, first: Value | null, then: Value | null) => Days[]} */
  const days = (spot, first, then) => (trees.isDay(first) && trees.isDay(then) ? [[spot, first, then]] : []);
  /** @param {string} key */
  const field = (key) => trees.get(paper.shown(), key);
  const { rows, beside } = rule;
  if (!rows) return days([], field(rule.first), field(rule.then));
  /** @param {string[]} row @param {"first" | "then"} name */
  const day = (row, name) => (beside === name ? field(rule[name]) : date(cell(paper, rows, rule[name], row)));
  const column = beside === "then" ? rule.first : rule.then;
  return rowsOf(paper, rows).flatMap((row, number) => days([number, column], day(row, "first"), day(row, "then")));
}

// Each name with its place, without what stands in brackets.
/** @param {Names} naming @param {Paper} paper @returns {Map<string, Path>} */
function namesOf(naming, paper) {
  const { field, column } = naming;
  if (!column) {
    const text = paper.text(field);
    return new Map(text ? [[planPaper.plainName(text), []]] : []);
  }
  const rows = numberedRows({ rows: field, where: naming.where }, paper);
  return new Map(rows.flatMap(([number, row]) => {
    const text = planPaper.folded(cell(paper, field, column, row));
    /** @type {[string, Path][]} */
    const named = text ? [[planPaper.plainName(text), [number, column]]] : [];
    return named;
  }));
}

// What cannot be said together in one row, or one name in two places.
/** @param {NotBoth} rule @param {Paper} paper @returns {Hit[]} */
function notBoth(rule, paper) {
  return [...(rule.rows ? contrary(rule, rule.rows, paper) : []), ...again(rule, paper)];
}

/** @param {NotBoth} rule @param {string} rows @param {Paper} paper @returns {Hit[]} */
function contrary({ one: first = {}, other: second = {} }, rows, paper) {
  const keys = paper.form.field(rows).columns.map((column) => column.key);
  const [column] = Object.keys(second);
  return rowsOf(paper, rows).flatMap((row, number) => (tally.says(keys, row, first) && tally.says(keys, row, second)
    ? planPaper.hit(rows, [number, column], { found: row[0], part: String(number + 1) }) : []));
}

/** @param {NotBoth} rule @param {Paper} paper @returns {Hit[]} */
function again(rule, paper) {
  const earlier = new Map();
  return (rule.names || []).flatMap((naming) => {
    const names = namesOf(naming, paper);
    const told = Array.from(names).filter(([name]) => earlier.has(name)).map(([name, spot]) =>
      planPaper.hit(naming.field, spot, { found: name, other: paper.form.field(earlier.get(name)).called }));
    names.forEach((_, name) => earlier.set(name, naming.field));
    return told;
  });
}

// A column of names in which nobody stands twice.
/** @param {NotTwice} rule @param {Paper} paper @returns {Hit[]} */
function notTwice(rule, paper) {
  const first = new Map();
  return rowsOf(paper, rule.rows).flatMap((row, number) => {
    const text = cell(paper, rule.rows, rule.column, row);
    const name = bare(text);
    const before = first.get(name);
    if (name && before === undefined) first.set(name, number);
    const words = { found: text, part: String(number + 1), other: String(before + 1) };
    return before === undefined ? [] : [planPaper.hit(rule.rows, [number, rule.column], words)];
  });
}

/** @param {string} text */
const wholeOf = (text) => (NUMBER.test(text) ? Number(text) : null);

// The sum of numbers; null where one is not known.
/** @param {(number | null)[]} numbers */
function sum(numbers) {
  return numbers.reduce(
    (all, number) => (all === null || number === null ? null : all + number), /** @type {number | null} */ (0));
}

// The number that a field says, the sum of a column, or the rows that say something.
/** @param {Amount} term @param {Paper} paper @returns {number | null} */
function amount(term, paper) {
  if (paper.form.field(term.field).kind !== "rows") return wholeOf(paper.text(term.field));
  const rows = numberedRows({ rows: term.field, where: term.where }, paper);
  const { column } = term;
  if (!column) return rows.length;
  return sum(rows.map(([, row]) => wholeOf(cell(paper, term.field, column, row))));
}

// A number that must be the sum of others.
/** @param {EqualSum} rule @param {Paper} paper @returns {Hit[]} */
function equalSum(rule, paper) {
  const total = amount(rule.total, paper);
  const whole = sum(rule.parts.map((part) => amount(part, paper)));
  if (total === null || whole === null || total === whole) return [];
  return [planPaper.hit(rule.total.field, [], { found: String(total), other: String(whole) })];
}

export {
  twoThirds as two_thirds, dateOrder as date_order,
  notBoth as not_both, notTwice as not_twice, equalSum as equal_sum,
};
