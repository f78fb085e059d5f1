// Mirrors scripts/lawbook/forms/plan/matching.py: the same person, day and level in rows and in text.
/** @import { DoesBoth, Hit, MoreTold, RowsAgree, Untold } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as planPaper from "./plan_paper.js";
import { cells } from "./plan_rows.js";
import * as strings from "./text.js";
import * as planShared from "./plan_shared.js";

const LEVEL = /* @__PURE__ */ new RegExp(planShared.LEVEL_TOLD, "gu");
const ANY_LEVEL = /([高中低大小])/gu;
/** @type {Record<string, string>} */
const LEVELS = { 大: "高", 小: "低" };
const PERIODS = /[。\n]/u;
const CLAUSES = /[，。；\n]/u;
const PARTS = /[。；\n]/u;
const SHARE = 0.4;
const FEW = 0.3;
const SHORT = 3;

// Rows and what two answers tell of the same things: each cell that is told in another way.
/** @param {RowsAgree} rule @param {Paper} paper @returns {Hit[]} */
function rowsAgree(rule, paper) {
  const names = cells(paper, rule.rows, rule.name);
  const persons = cells(paper, rule.names, rule.names_column).map(planPaper.plainName).filter(Boolean);
  const told = piecesOf(paper.text(rule.text), names);
  const weighed = piecesOf(paper.text(rule.levels), names);
  /** @param {string} text */
  const those = (text) => persons.filter((person) => text.includes(person));
  return names.flatMap((part, at) => {
    /** @param {string} column */
    const cell = (column) => cells(paper, rule.rows, column)[at];
    const mine = told.get(at) || "";
    /** @type {[column: string, other: string, mine: string[], theirs: string[], most: number][]} */
    const pairs = [
      [rule.person, rule.text, those(cell(rule.person)), those(mine), 9],
      [rule.time, rule.text, days(cell(rule.time)), days(mine), 9],
      [rule.level, rule.levels, levels(ANY_LEVEL, cell(rule.level)), levels(LEVEL, weighed.get(at) || ""), 1],
    ];
    return pairs.filter(([, , mine, theirs, most]) => differ(mine, theirs, most))
      .map(([column, other, [told], [limit]]) =>
        planPaper.hit(rule.rows, [at, column], { found: told, limit, part, other: paper.form.field(other).called }));
  });
}

// Whether both tell something and nothing in common.
/** @param {string[]} mine @param {string[]} theirs @param {number} most */
const differ = (mine, theirs, most) => mine.length > 0 && mine.length <= most && theirs.length > 0
  && theirs.length <= most && !mine.some((word) => theirs.includes(word));

// The days of a text as they are compared and shown: 2027年6月30日.
/** @param {string} text */
const days = (text) => planPaper.wholeDays(text).map(({ day }) =>
  `${Math.floor(day / 10000)}年${Math.floor(day / 100) % 100}月${day % 100}日`);

// The levels of a text, each once: 高, 中, 低.
/** @param {RegExp} pattern @param {string} text */
const levels = (pattern, text) => Array.from(new Set(planPaper.matches(pattern, text)
  .map((match) => match[1].slice(-1)).map((level) => LEVELS[level] || level)));

// The piece of a text that speaks of each name and of no other, by the name's number.
/** @param {string} text @param {string[]} names @returns {Map<number, string>} */
function piecesOf(text, names) {
  /** @type {string[]} */
  let pieces = [];
  /** @type {number[][]} */
  let spoken = [];
  for (const stops of [PERIODS, PARTS]) {
    pieces = text.split(stops);
    spoken = pieces.map((piece) => Array.from(names.keys()).filter((at) => speaks(piece, names[at])));
    if (!spoken.some((some) => some.length > 1)) break;
  }
  /** @type {Map<number, string>} */
  const byNumber = new Map();
  spoken.forEach((some, at) => {
    if (some.length === 1) byNumber.set(some[0], `${byNumber.get(some[0]) || ""}，${pieces[at]}`);
  });
  return byNumber;
}

/** @param {string} piece @param {string} name */
const speaks = (piece, name) =>
  piece.includes(name) || (strings.length(name) > SHORT && shared(name, piece) >= SHARE);

// How much of a name stands in a text, pair by pair of its characters.
/** @param {string} name @param {string} text */
function shared(name, text) {
  const pairs = planPaper.pairs(name);
  return pairs.filter((pair) => text.includes(pair)).length / Math.max(pairs.length, 1);
}

// A list that names fewer things than an answer tells of, but in numbered lines: the list, with both numbers.
/** @param {MoreTold} rule @param {Paper} paper @returns {Hit[]} */
function moreTold(rule, paper) {
  const count = cells(paper, rule.rows, rule.column).reduce((all, cell) => all + cell.split("、").length, 0);
  const text = paper.text(rule.field);
  const told = planPaper.matches(planPaper.expression(rule.pattern, "g"), text).length;
  if (!count || count >= told || isNumbered(text)) return [];
  const other = paper.form.field(rule.field).called;
  return [planPaper.hit(rule.rows, [], { found: String(count), limit: String(told), other })];
}

/** @param {string} text */
const isNumbered = (text) => text.split("\n").filter((line) => planPaper.withoutNumber(line) !== line).length > 1;

// The one thing of a list of which an answer does not speak, by its name or by its row.
/** @param {Untold} rule @param {Paper} paper @returns {Hit[]} */
export function untold(rule, paper) {
  const names = cells(paper, rule.rows, rule.column);
  const beside = cells(paper, rule.rows, rule.besides);
  const text = paper.text(rule.field);
  const pieces = text.split(PARTS);
  const open = names.filter((name, at) =>
    !pieces.some((piece) => speaks(piece, name)) && shared(beside[at], text) < FEW);
  return open.length === 1 && names.length > 2 ? [planPaper.hit(rule.field, [], { found: open[0] })] : [];
}

// Persons who act in an answer and whose own work leaves no room for it: the first of them.
/** @param {DoesBoth} rule @param {Paper} paper @returns {Hit[]} */
function doesBoth(rule, paper) {
  const text = paper.text(rule.field);
  /** @param {string} pattern @param {string} where */
  const has = (pattern, where) => planPaper.expression(pattern).test(where);
  const clauses = text.split(CLAUSES).filter((clause) => has(rule.acts, clause) && !has(rule.unless, clause));
  const works = cells(paper, rule.rows, rule.column);
  const names = cells(paper, rule.rows, rule.name).map(planPaper.plainName);
  const at = has(rule.others, text) ? -1 : names.findIndex((name, number) => name
    && has(rule.work, works[number]) && !has(rule.besides, works[number])
    && clauses.some((clause) => clause.includes(name)));
  return at < 0 ? [] : [planPaper.hit(rule.field, [], { found: names[at], other: works[at] })];
}

export { doesBoth as does_both, moreTold as more_told, rowsAgree as rows_agree };
