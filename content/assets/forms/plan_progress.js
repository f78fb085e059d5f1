// Mirrors scripts/lawbook/forms/plan/progress.py: milestones with one day, changes in their direction, products.
/** @import { Event, Hit, Milestones, Reckoned } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { PARTED, SEVERAL } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import * as shared from "./plan_shared.js";

const EACH_OF_PIECE = new RegExp(shared.EACH_OF_PIECE, "u");
const ROUNDS_OF_PIECE = new RegExp(shared.ROUNDS_OF_PIECE, "gu");
const PERSONS_OF_PIECE = new RegExp(shared.PERSONS_OF_PIECE, "gu");

const LEAP = 2028;
const MOVES = new RegExp(shared.MOVES, "gu");
const PART = new RegExp(shared.PART_DONE, "gu");

// Events that have one day in all answers: each later one with other days than an earlier one.
/** @param {Milestones} rule @param {Paper} paper @returns {Hit[]} */
export function milestones(rule, paper) {
  return rule.events.flatMap((event) => {
    /** @type {{key: string, days: Map<number, string>} | null} */
    let first = null;
    for (const key of rule.fields) {
      const days = daysOf(rule, event, paper.text(key));
      const known = first ? first.days : days;
      if (first && days.size && !Array.from(days.keys()).some((day) => known.has(day))) {
        const [told, limit] = [days, known].map((some) => [...some.values()][0]);
        const other = paper.form.field(first.key).called;
        return [planPaper.hit(key, [], { part: event.part, found: told, limit, other })];
      }
      if (!first && days.size) first = { key, days };
    }
    return [];
  });
}

/** @param {Milestones} rule @param {Event} event @param {string} text @returns {Map<number, string>} */
function daysOf(rule, event, text) {
  /** @param {string} piece */
  const says = (piece) => planPaper.expression(event.says).test(piece);
  /** @type {Map<number, string>} */
  const days = new Map();
  for (const piece of text.split(planPaper.PIECES)) {
    if (!says(piece) || planPaper.expression(rule.unless).test(piece)) continue;
    let dates = planPaper.matches(planPaper.DAY, piece);
    if (dates.length > 1) {
      dates = piece.split(/[，、：｜。；\n]/u).filter(says).flatMap((clause) => planPaper.matches(planPaper.DAY, clause));
    }
    if (dates.length === 1) days.set(planPaper.lastDay(LEAP, dates[0][1], dates[0][2]) % 10000, dates[0][0]);
  }
  return days;
}

// What can be reckoned: each answer with the first that is not so.
/** @param {Reckoned} rule @param {Paper} paper @returns {Hit[]} */
export function reckoned(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const wrong = wrongIn(text);
    return wrong ? [planPaper.hit(field, spot, { found: wrong })] : [];
  });
}

/** @param {string} text */
function wrongIn(text) {
  const moved = planPaper.matches(MOVES, text).find((match) => {
    const [before, after] = [Number(match[1]), Number(match[4])];
    if (!text.startsWith(match[2].slice(0, 1), match.index + match[0].length)) return false; // 3小时 and 20分钟
    return before === after || (after > before) === shared.LESS.includes(match[3][0]);
  });
  if (moved) return moved[0];
  const part = planPaper.matches(PART, text).find((match) => Number(match[3]) > Number(match[1]));
  return part ? part[0] : text.split(planPaper.PIECES).map(productIn).find(Boolean);
}

// A product that is told otherwise in its sentence: 6期、每期80人、350人次.
/** @param {string} piece @returns {string | null} */
function productIn(piece) {
  const each = EACH_OF_PIECE.exec(piece);
  if (!each || PARTED.test(piece)) return null;
  const rounds = planPaper.matches(ROUNDS_OF_PIECE, piece)
    .filter((round) => round[2] === each[1] && !SEVERAL.test(piece.slice(0, round.index)));
  if (!rounds.length) return null;
  const sizes = rounds.map((round) => Number(round[1]) * Number(each[2]));
  const rest = `${piece.slice(0, each.index)}，${piece.slice(each.index + each[0].length)}`;
  const persons = planPaper.matches(PERSONS_OF_PIECE, rest)
    .filter((match) => Number(match[2]) > Number(each[2]));
  if (!persons.length || persons.some((match) => sizes.includes(Number(match[2])) || match[1])) return null;
  return `${rounds[0][0]}、${each[0]}、${persons[0][0]}`;
}
