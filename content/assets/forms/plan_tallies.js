// Mirrors scripts/lawbook/forms/plan/tallies.py: how many rows, all kinds, two thirds, an order, a sum.
import * as answerReading from "./answers.js";
import { ending, rolled } from "./computed.js";
import { date } from "./dates.js";
import { bare } from "./names.js";
import * as planPaper from "./plan_paper.js";
import * as tally from "./tally.js";
import * as trees from "./tree.js";
import { shownDate } from "./values.js";

const A_DAY = 86400000;
const NUMBER = /^[0-9]{1,12}$/;
const hit = (field, place, words) => ({ field, place, words });
const rowsOf = (paper, key) => answerReading.rows(paper.answers, key);
const found = (count, paper) => tally.found(count, paper.form, paper.answers.values);

function cell(paper, rows, column, row) {
  return row[paper.form.field(rows).columns.findIndex((other) => other.key === column)];
}

// How many rows of a list there must be.
export function count(rule, paper) {
  if (rowsOf(paper, rule.rows).length === 0) return [];
  const number = found(rule, paper).length;
  const limits = [[rule.at_least, -1], [rule.at_most, 1]];
  return limits.filter(([limit, beyond]) => Number.isInteger(limit) && (number - limit) * beyond > 0)
    .map(([limit]) => hit(rule.rows, [], { found: String(number), limit: String(limit) }));
}

// A column of rows that must say each of some words at least once.
export function covers(rule, paper) {
  if (rowsOf(paper, rule.rows).length === 0) return [];
  const said = new Set(found(rule, paper).map(([, row]) => cell(paper, rule.rows, rule.column, row)));
  return rule.words.filter((word) => !said.has(word)).map((word) => hit(rule.rows, [], { part: word }));
}

// Two thirds that must agree, in every way of counting or whatever the way.
function twoThirds(rule, paper) {
  const { rows } = rule.yes;
  if (rowsOf(paper, rows).length === 0) return [];
  const ways = tally.reached(rule, paper.form, paper.answers.values);
  const isReached = ([, all, yes]) => yes >= tally.needed(all) && all > 0;
  const results = new Set(ways.map(isReached));
  const isFound = rule.finds === "differ" ? results.size > 1 : !results.has(true);
  const [, all, yes] = ways[0];
  const words = { found: String(yes), limit: String(tally.needed(all)), other: String(all) };
  return isFound ? [hit(rows, [], words)] : [];
}

// Two days of which the second must not be earlier; ``beside`` names the one that is a field beside the list.
function dateOrder(rule, paper) {
  const isField = !rule.rows || rule.beside === "then";
  const kept = isField ? rolled(paper.form, paper.answers.values) : {};
  const last = (then) => kept[rule.then] || then.date;
  const isWrong = (first, then) =>
    last(then) < first.date || (then.date === first.date && rule.same_day === false)
    || (Number.isInteger(rule.most_days) && Date.parse(then.date) - Date.parse(first.date) > rule.most_days * A_DAY);
  return pairs(rule, paper).filter(([, first, then]) => isWrong(first, then))
    .map(([place, first, then]) =>
      hit(rule.rows || rule.then, place, { found: ending(then.date, last(then)), other: shownDate(first) }));
}

function pairs(rule, paper) {
  const areDays = ([, first, then]) => Boolean(first && first.date && then && then.date);
  const field = (key) => trees.get(paper.shown(), key);
  if (!rule.rows) return [[[], field(rule.first), field(rule.then)]].filter(areDays);
  const day = (row, name) => (rule.beside === name ? field(rule[name]) : date(cell(paper, rule.rows, rule[name], row)));
  const column = rule.beside === "then" ? rule.first : rule.then;
  return rowsOf(paper, rule.rows)
    .map((row, number) => [[number, column], day(row, "first"), day(row, "then")]).filter(areDays);
}

// Each name with its place, without what stands in brackets.
function namesOf(naming, paper) {
  if (!naming.column) {
    const text = paper.text(naming.field);
    return new Map(text ? [[planPaper.plainName(text), []]] : []);
  }
  const rows = found({ rows: naming.field, where: naming.where }, paper);
  const cells = rows.map(([number, row]) => [number, planPaper.folded(cell(paper, naming.field, naming.column, row))]);
  return new Map(cells.filter(([, text]) => text)
    .map(([number, text]) => [planPaper.plainName(text), [number, naming.column]]));
}

// What cannot be said together in one row, or one name in two places.
function notBoth(rule, paper) {
  return [...(rule.rows ? contrary(rule, paper) : []), ...again(rule, paper)];
}

function contrary(rule, paper) {
  const keys = paper.form.field(rule.rows).columns.map((column) => column.key);
  const [column] = Object.keys(rule.other);
  return rowsOf(paper, rule.rows).map((row, number) => [row, number])
    .filter(([row]) => tally.says(keys, row, rule.one) && tally.says(keys, row, rule.other))
    .map(([row, number]) => hit(rule.rows, [number, column], { found: row[0], part: String(number + 1) }));
}

function again(rule, paper) {
  const earlier = new Map();
  return (rule.names || []).flatMap((naming) => {
    const names = namesOf(naming, paper);
    const told = Array.from(names).filter(([name]) => earlier.has(name)).map(([name, place]) =>
      hit(naming.field, place, { found: name, other: paper.form.field(earlier.get(name)).called }));
    names.forEach((_, name) => earlier.set(name, naming.field));
    return told;
  });
}

// A column of names in which nobody stands twice.
function notTwice(rule, paper) {
  const first = new Map();
  return rowsOf(paper, rule.rows).flatMap((row, number) => {
    const text = cell(paper, rule.rows, rule.column, row);
    const name = bare(text);
    const before = first.get(name);
    if (name && before === undefined) first.set(name, number);
    const words = { found: text, part: String(number + 1), other: String(before + 1) };
    return before === undefined ? [] : [hit(rule.rows, [number, rule.column], words)];
  });
}

const wholeOf = (text) => (NUMBER.test(text) ? Number(text) : null);

// The number that a field says, the sum of a column, or the rows that say something.
function amount(term, paper) {
  if (paper.form.field(term.field).kind !== "rows") return wholeOf(paper.text(term.field));
  const rows = found({ rows: term.field, where: term.where }, paper);
  if (!term.column) return rows.length;
  const cells = rows.map(([, row]) => wholeOf(cell(paper, term.field, term.column, row)));
  return cells.includes(null) ? null : cells.reduce((sum, number) => sum + number, 0);
}

// A number that must be the sum of others.
function equalSum(rule, paper) {
  const [total, ...parts] = [rule.total, ...rule.parts].map((part) => amount(part, paper));
  if (total === null || parts.includes(null)) return [];
  const sum = parts.reduce((part, other) => part + other, 0);
  return total === sum ? [] : [hit(rule.total.field, [], { found: String(total), other: String(sum) })];
}

// A field that names somebody of a column of rows.
function namesOne(rule, paper) {
  const said = planPaper.folded(paper.text(rule.field));
  if (!said || rowsOf(paper, rule.rows).length === 0) return [];
  const names = found(rule, paper).map(([, row]) => planPaper.folded(cell(paper, rule.rows, rule.column, row)));
  const isNamed = names.some((name) => name && said.includes(planPaper.plainName(name)));
  return isNamed ? [] : [hit(rule.field, [], { found: paper.text(rule.field) })];
}

export {
  namesOne as names_one, twoThirds as two_thirds, dateOrder as date_order,
  notBoth as not_both, notTwice as not_twice, equalSum as equal_sum,
};
