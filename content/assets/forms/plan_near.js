// Mirrors scripts/lawbook/forms/plan/near.py: a name that is written with one other character elsewhere.
/** @import { Entry, Hit, Near, Unlisted } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as planPaper from "./plan_paper.js";
import { cells } from "./plan_rows.js";
import { count } from "./text.js";
import * as shared from "./plan_shared.js";

const NUMERAL = shared.NUMBERING_SIGNS;
const HAN = /^[一-龥]+$/u;
const SHORT = 3;
const DOING = ["负责", "牵头", "组织", "核对", "保管", "，", "；", "。", "、", "｜", "\n"];

// Each name in another way, at the first place at which it stands.
/** @param {Near} rule @param {Paper} paper @returns {Hit[]} */
export function near(rule, paper) {
  const given = givenIn(rule, paper);
  const body = paper.all.map((entry) => entry.text).join("\n");
  return Array.from(given).flatMap(([name, key]) => {
    for (const other of new Set(othersOf(name, body))) {
      const [mine, theirs] = [count(body, name), count(body, other)];
      /** @param {[string, string]} given */
      const knows = ([longer, where]) =>
        longer.includes(other) && ((theirs > 1 && mine > 1) || (where === key && where === rule.rows));
      const isKnown = Array.from(given).some(knows);
      if (isKnown || (rule.unless && planPaper.expression(rule.unless).test(other))) continue;
      if (theirs > mine) return [{ field: key, spot: [], words: { found: name, other } }];
      const { field, spot } = /** @type {Entry} */ (paper.all.find((entry) => entry.text.includes(other)));
      return [{ field, spot, words: { found: other, other: name } }];
    }
    return [];
  });
}

// The names → where they are given.
/** @param {Near} rule @param {Paper} paper @returns {Map<string, string>} */
function givenIn(rule, paper) {
  /** @type {Map<string, string>} */
  const given = new Map(cells(paper, rule.rows, rule.column)
    .map((cell) => [planPaper.plainName(cell), rule.rows || ""]));
  (rule.own || []).forEach((key) => given.set(planPaper.plainName(paper.text(key)), key));
  const { names, named = [] } = rule;
  for (const key of names ? named : []) {
    for (const match of planPaper.matches(planPaper.expression(names || "", "g"), paper.words(key))) {
      if (!given.has(match[1])) given.set(match[1], key);
    }
  }
  return new Map(Array.from(given).filter(([name]) => HAN.test(name) && name.length > 1));
}

// What stands in a text and differs from a name in one character, which is no numeral of a body.
/** @param {string} name @param {string} text @returns {string[]} */
function othersOf(name, text) {
  const isPerson = name.length <= SHORT;
  const half = isPerson ? 1 : Math.floor(name.length / 2);
  /** @type {[string, number][]} */
  const pieces = [[name.slice(0, half), 0]];
  if (!isPerson) pieces.push([name.slice(half), half]);
  /** @type {string[]} */
  const others = [];
  for (const [piece, at] of pieces) {
    for (let start = text.indexOf(piece); start >= 0; start = text.indexOf(piece, start + 1)) {
      const begins = Math.max(start - at, 0);
      const end = begins + name.length;
      const other = text.slice(begins, end);
      const isHere = !isPerson || isCalled(text.slice(0, begins), text.slice(end, end + 2), other);
      if (isHere && differsInOne(name, other)) others.push(other);
    }
  }
  return others;
}

// Whether a person may be named here; of two characters only, who does something.
/** @param {string} before @param {string} behind @param {string} name */
function isCalled(before, behind, name) {
  const last = before.slice(-1);
  const begins = !last || shared.CALLING.includes(last) || !HAN.test(last);
  return begins && (name.length === SHORT || DOING.some((word) => behind.startsWith(word)));
}

/** @param {string} name @param {string} other */
function differsInOne(name, other) {
  if (other.length !== name.length || !HAN.test(other)) return false;
  const pairs = Array.from(name).map((mine, at) => [mine, other[at]]).filter(([mine, theirs]) => mine !== theirs);
  return pairs.length === 1 && (name.length <= SHORT || !pairs[0].some((sign) => NUMERAL.includes(sign)));
}

// Persons who must stand in a column of rows or in ``own``: each answer once, with the first who does not.
/** @param {Unlisted} rule @param {Paper} paper @returns {Hit[]} */
export function unlisted(rule, paper) {
  const names = [...cells(paper, rule.rows, rule.column), ...rule.own.map((key) => paper.text(key))];
  if (!names.some(Boolean)) return [];
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const named = planPaper.matches(planPaper.expression(rule.pattern, "g"), text).map((match) => match[1]);
    const stranger = named.find((name) => !names.some((known) => known.includes(name)));
    return stranger ? [{ field, spot, words: { found: stranger } }] : [];
  });
}
