// Mirrors scripts/lawbook/forms/plan/members.py: wholes and their members, rounds and how many come to each.
/** @import { Grown, Hit, Members, Rounds } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { PARTED, SEVERAL, inFigures, sizeOf, sum } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import { escaped } from "./text.js";
import * as shared from "./plan_shared.js";

const MEMBERS_LOOSE = new RegExp(shared.MEMBERS_LOOSE, "u");
const MEMBERS_BESIDE = new RegExp(shared.MEMBERS_BESIDE, "u");
const VISITS = new RegExp(shared.VISITS, "gu");
const TRAINED = new RegExp(shared.TRAINED, "u");

const OPEN = new RegExp(`^${shared.MEMBERS_OPEN}`, "u");
const APART = new RegExp(`^${shared.MEMBERS_APART}`, "u");
const EVEN = 0.0001;
const MANY = 3;
const ROUNDS = new RegExp(shared.ROUNDS_HELD, "gu");
const EACH = new RegExp(shared.EACH_ROUND, "gu");
const PERSONS = new RegExp(shared.PERSONS_TOLD, "gu");

const HELD = new RegExp(shared.UNITS_HELD, "gu");
const NEW = new RegExp(shared.UNITS_NEW, "gu");
const FROM = new RegExp(shared.UNITS_FROM, "gu");

/** @param {string[]} units */
const any = (units) => units.slice().sort((unit, other) => other.length - unit.length).map(escaped).join("|");

// Each answer with the first whole that its members do not add up to, and their sum.
/** @param {Members} rule @param {Paper} paper @returns {Hit[]} */
export function members(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const words = firstWrong(rule, text);
    return words ? [planPaper.hit(field, spot, words)] : [];
  });
}

/** @param {Members} rule @param {string} text */
function firstWrong(rule, text) {
  const number = planPaper.expression(`${shared.SIZE}(${any(rule.units)})${shared.NO_MEASURE}`, "g");
  for (const piece of inFigures(text, rule.units).split(planPaper.PIECES)) {
    const line = planPaper.withoutNumber(piece);
    /** @type {number[]} */
    const known = [];
    for (const match of planPaper.matches(number, line)) {
      known.push(Number(match[1]));
      const { sizes, ends, lead } = membersOf(rule, match[2], line.slice(match.index + match[0].length));
      if (sizes.length < 2 || addsUp(sizes, ends, known)) continue;
      const total = sum(sizes);
      const isFull = (rule.full || []).includes(match[2]) && sizes.length >= MANY;
      if (!MEMBERS_LOOSE.test(lead) || total > known[known.length - 1] || isFull) {
        return { found: match[0], limit: `${String(Number(total.toFixed(2)))}${match[2]}` };
      }
    }
  }
  return null;
}

// The sizes of the members, behind how many of them the list may end, and what leads there.
/** @param {Members} rule @param {string} unit @param {string} rest */
function membersOf(rule, unit, rest) {
  const opened = OPEN.exec(rest);
  /** @param {string} unit */
  const sortOf = (unit) => (rule.alike || {})[unit] || unit;
  const same = rule.units.filter((other) => sortOf(other) === sortOf(unit));
  const member = planPaper.expression(`^${shared.MEMBER_NAME}${shared.SIZE}` +
    `(?:(?:${any(same)})${shared.BEHIND_MEMBER})`);
  /** @type {number[]} */
  const sizes = [];
  /** @type {number[]} */
  const ends = [];
  let left = opened ? rest.slice(opened[0].length) : "";
  for (;;) {
    const match = member.exec(left);
    if (!match || MEMBERS_BESIDE.test(match[0])) break;
    sizes.push(Number(match[1]));
    const apart = APART.exec(left.slice(match[0].length));
    if (!apart) break;
    if (apart[1] === "，") ends.push(sizes.length);
    left = left.slice(match[0].length + apart[0].length);
  }
  return { sizes, ends: [...ends, sizes.length], lead: opened ? opened[0] : "" };
}

// Whether the members up to an end are the whole, or another number before them.
/** @param {number[]} sizes @param {number[]} ends @param {number[]} known */
function addsUp(sizes, ends, known) {
  return ends.filter((end) => end > 1).map((end) => sum(sizes.slice(0, end)))
    .some((total) => known.some((whole) => Math.abs(total - whole) < EVEN));
}

// Rounds and how many come to each: each answer with the first product that is told otherwise.
/** @param {Rounds} rule @param {Paper} paper @returns {Hit[]} */
export function rounds(rule, paper) {
  return rule.fields.flatMap((key) => {
    for (const piece of paper.text(key).split(planPaper.PIECES)) {
      const { size, words } = product(piece);
      const rest = piece.replace(EACH, "");
      const mine = size ? planPaper.matches(PERSONS, rest).map((match) => Number(match[1])) : [];
      const more = mine.filter((number) => number > size / 2);
      const others = size && !more.length ? othersOf(rule, paper, key) : [];
      if ((more.length && !more.includes(size)) || (others.length && !others.includes(size))) {
        const persons = more.length ? Math.max(...more) : others[0];
        return [planPaper.hit(key, [], { found: words, limit: `${size}人`, other: `${persons}人` })];
      }
    }
    return [];
  });
}

/** @param {Rounds} rule @param {Paper} paper @param {string} key */
function othersOf(rule, paper, key) {
  return rule.told.filter((other) => other !== key).flatMap((other) => paper.text(other).split(planPaper.PIECES))
    .filter((piece) => TRAINED.test(piece))
    .flatMap((piece) => planPaper.matches(VISITS, piece).map((match) => Number(match[1])));
}

// The greatest number of rounds times what comes to each, and both as they are written.
/** @param {string} piece */
function product(piece) {
  const each = planPaper.matches(EACH, piece)[0];
  const told = planPaper.matches(ROUNDS, piece).filter((match) => !SEVERAL.test(piece.slice(0, match.index)));
  const rounds = told.map((match) => ({ size: wholeOf(match[1]), words: match[0], unit: match[2] }))
    .filter((round) => each && round.unit === each[1] && round.size > 1);
  if (!each || !rounds.length || PARTED.test(piece)) return { size: 0, words: "" };
  const most = rounds.reduce((best, round) =>
    (round.size > best.size || (round.size === best.size && round.words > best.words) ? round : best));
  return { size: most.size * wholeOf(each[2]), words: `${most.words}、${each[0]}` };
}

/** @param {string} text */
const wholeOf = (text) => (/^[0-9]/u.test(text) ? Number(text) : sizeOf(text));

// What is new and the whole: the rest stands in another field; the first that is not so.
/** @param {Grown} rule @param {Paper} paper @returns {Hit[]} */
export function grown(rule, paper) {
  const held = planPaper.matches(HELD, inFigures(paper.text(rule.base), ["家"])).map((match) => Number(match[1]));
  return rule.fields.flatMap((key) => {
    const text = inFigures(paper.text(key), ["家"]);
    /** @param {RegExpExecArray} match */
    const left = (match) => Number(match[2]) - Number(match[1]);
    /** @param {number} size */
    const isOff = (size) => size < 0 || (size >= MANY && !held.includes(size));
    const wrong = [
      ...planPaper.matches(NEW, text).filter((match) => isOff(left(match))),
      ...planPaper.matches(FROM, text).filter((match) => left(match) !== Number(match[3])),
    ];
    return wrong.length && held.length
      ? [planPaper.hit(key, [], { found: wrong[0][0], limit: String(left(wrong[0])) })] : [];
  });
}
