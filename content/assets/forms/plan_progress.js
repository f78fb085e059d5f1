// Mirrors scripts/lawbook/forms/plan/progress.py: milestones with one day, changes in their direction, products.
/** @import { Event, Hit, Milestones, Reckoned } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { PARTED, SEVERAL } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";

const LEAP = 2028;
const MOVES = new RegExp("[由从自]([0-9]{1,9}(?:[.][0-9]{1,4})?)([^0-9，。；]{0,6}?)" +
  "(提高|提升|增加|增长|上升|扩大|增|升|压缩|缩短|降低|下降|减少|缩小|降|减)" +
  "[一-龥]{0,2}?[到至为]([0-9]{1,9}(?:[.][0-9]{1,4})?)", "gu");
const PART = new RegExp("(?:发现|查出|收到|受理|审查|审结|申请)[^。；0-9]{0,8}([0-9]{1,9})([个项处条件起])[^。；0-9]{0,12}" +
  "(?:整改|办结|处置|解决|答复|完成|批准|修改后再审)[^。；0-9]{0,6}([0-9]{1,9})\\2", "gu");

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
    return before === after || (after > before) === "压缩降减".includes(match[3][0]);
  });
  if (moved) return moved[0];
  const part = planPaper.matches(PART, text).find((match) => Number(match[3]) > Number(match[1]));
  return part ? part[0] : text.split(planPaper.PIECES).map(productIn).find(Boolean);
}

// A product that is told otherwise in its sentence: 6期、每期80人、350人次.
/** @param {string} piece @returns {string | null} */
function productIn(piece) {
  const each = /每([期次场批班])(?:约|不少于|至少|各)?([0-9]{1,5})[人名]/u.exec(piece);
  if (!each || PARTED.test(piece)) return null;
  const rounds = planPaper.matches(/([0-9]{1,4})([期次场批班])/gu, piece)
    .filter((round) => round[2] === each[1] && !SEVERAL.test(piece.slice(0, round.index)));
  if (!rounds.length) return null;
  const sizes = rounds.map((round) => Number(round[1]) * Number(each[2]));
  const rest = `${piece.slice(0, each.index)}，${piece.slice(each.index + each[0].length)}`;
  const persons = planPaper.matches(/(约|不少于|至少)?([0-9]{1,7})(?:人次|[人名])/gu, rest)
    .filter((match) => Number(match[2]) > Number(each[2]));
  if (!persons.length || persons.some((match) => sizes.includes(Number(match[2])) || match[1])) return null;
  return `${rounds[0][0]}、${each[0]}、${persons[0][0]}`;
}
