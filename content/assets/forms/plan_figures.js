// Mirrors scripts/lawbook/forms/plan/figures.py: the same number everywhere, days that exist, days in time.
/** @import { Agree, Between, Gaps, Hit, NotLater, RealDays } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { inFigures, sum } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import { escaped } from "./text.js";
import * as trees from "./tree.js";
import * as shared from "./plan_shared.js";

const ANY_DAY = new RegExp(shared.ANY_DAY, "gu");
const MOST_PERIODS = 2;
const GROWN = /(?:由|从|到|至|为|达|共|总数)$/u; // 使总数由5家增加到15家
const MONTH = new RegExp(shared.MONTH, "gu");
const OWN = new RegExp(`^${shared.OWN_CLAUSE}$`, "u");
const ENTRUSTED = new RegExp(`^${shared.ENTRUSTED}$`, "u");

// Things that are counted in several fields: each with another number than in the first.
/** @param {Agree} rule @param {Paper} paper @returns {Hit[]} */
export function agree(rule, paper) {
  const [first, ...others] = rule.fields;
  const before = counted(rule, paper.text(first));
  return others.flatMap((key) => Array.from(counted(rule, paper.text(key)))
    .map(([thing, counts]) =>
      /** @type {[string, number[], number[]]} */ ([thing, counts, before.get(thing) || byItsEnd(before, thing) || []]))
    .filter(([, counts, known]) => known.length && counts.length >= (rule.least || 1))
    .filter(([thing, counts, known]) => !isSame(rule, key, thing, known, counts))
    .map(([thing, counts, known]) => {
      const [part, unit] = thing.split("|");
      const [told, limit] = [counts, known]
        .map((some) => some.map((number) => `${number}${unit}`).join("、"));
      return planPaper.hit(key, [], { part, found: told, limit, other: paper.form.field(first).called });
    }));
}

/** @param {Map<string, number[]>} before @param {string} thing */
function byItsEnd(before, thing) {
  const same = Array.from(before.keys()).find((name) => name.endsWith(thing) || thing.endsWith(name));
  return same && before.get(same);
}

/** @param {Agree} rule @param {string} key @param {string} thing @param {number[]} known @param {number[]} counts */
function isSame(rule, key, thing, known, counts) {
  if ((rule.underway || []).includes(key) && (rule.growing || []).includes(thing.split("|")[0])) {
    return Math.max(...counts) <= Math.max(...known);
  }
  return known.some((known) => counts.includes(known) || known === sum(counts)) || counts.includes(sum(known));
}

/** @param {Agree} rule @param {string} text @returns {Map<string, number[]>} */
function counted(rule, text) {
  const counts = new Map();
  const units = rule.counted.map(escaped).join("|");
  const pattern = planPaper.expression(`([0-9]{1,9}(?:\\.[0-9]{1,4})?)(${units})`, "g");
  const written = text.split("\n").map((line) => inFigures(planPaper.withoutNumber(line), rule.counted));
  for (const sentence of written.flatMap((line) => line.split(/[。；]/u))) {
    let [last, start] = ["", 0];
    for (const match of planPaper.matches(pattern, sentence)) {
      const end = match.index + match[0].length;
      const thing = thingAt(rule, sentence.slice(start, match.index), sentence.slice(end));
      last = thing === null ? last : thing;
      start = end;
      const isRate = match[2] === "%";
      const unit = (rule.alike || {})[match[2]] || match[2];
      if (((rule.only || {})[last] || unit) !== unit) continue;
      if (!last || isRate !== last.endsWith("率") || (!isRate && match[1].includes("."))) continue;
      const key = `${last}|${unit}`;
      counts.set(key, [...(counts.get(key) || []), Number(match[1])]);
    }
  }
  return counts;
}

// The thing behind a number, else the last one before it.
/** @param {Agree} rule @param {string} before @param {string} behind @returns {string | null} */
function thingAt(rule, before, behind) {
  /** @param {string | null} best @param {string} thing @returns {string | null} */
  const longest = (best, thing) => (best && best.length >= thing.length ? best : thing);
  const verb = (rule.verbs || []).find((verb) => behind.startsWith(verb)) || "";
  const after = rule.things.filter((thing) => behind.slice(verb.length).startsWith(thing)).reduce(longest, null)
    || further(rule, behind.slice(verb.length));
  /** @param {string} thing */
  const named = (thing) => (rule.alike || {})[thing] || thing;
  if (after) return named(after);
  const isOwned = rule.things.some((thing) => before.endsWith(`${thing}的`));
  if (isOwned || (rule.others || []).some((other) => behind.slice(verb.length).startsWith(other))) return "";
  const ends = rule.things.filter((thing) => before.includes(thing))
    .map((thing) => ({ thing, end: before.lastIndexOf(thing) + thing.length }));
  /** @typedef {{thing: string, end: number}} End */
  const isLater = (/** @type {End} */ mine, /** @type {End} */ other) =>
    mine.end > other.end || (mine.end === other.end && mine.thing.length > other.thing.length);
  const last = ends.reduce((best, end) => (best && !isLater(end, best) ? best : end), /** @type {End | null} */ (null));
  const near = before.slice(Math.max(before.lastIndexOf("，"), before.lastIndexOf("、委托"), 0));
  const isApart = /^[，、]/u.test(near) && !rule.things.some((thing) => near.includes(thing)) && !GROWN.test(before);
  const isOwn = /^[一-龥]/u.test(behind) || OWN.test(near) || ENTRUSTED.test(near);
  if (isApart && !verb && isOwn) return "";
  return last ? named(last.thing) : null;
}

// The first thing within reach of a number, the longest where several begin there.
/** @param {Agree} rule @param {string} behind @returns {string | null} */
function further(rule, behind) {
  const near = behind.split(/[^一-龥]/u)[0].slice(0, rule.reach || 0);
  /** @typedef {{thing: string, at: number}} Begin */
  const isBefore = (/** @type {Begin} */ mine, /** @type {Begin} */ other) =>
    mine.at < other.at || (mine.at === other.at && mine.thing.length > other.thing.length);
  const first = rule.things.map((thing) => ({ thing, at: near.indexOf(thing) })).filter(({ at }) => at >= 0)
    .reduce((best, other) => (best && !isBefore(other, best) ? best : other), /** @type {Begin | null} */ (null));
  return first && first.thing;
}

// Dates in a text, all of which must exist: each that no calendar has.
/** @param {RealDays} rule @param {Paper} paper @returns {Hit[]} */
function realDays(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const wrong = planPaper.matches(ANY_DAY, text).filter(isNoDay).map((match) => match[0]);
    return Array.from(new Set(wrong)).map((day) => planPaper.hit(field, spot, { found: day }));
  });
}

/** @param {RegExpExecArray} match */
function isNoDay(match) {
  /** @param {string} month */
  const isMonth = (month) => Number(month) >= 1 && Number(month) <= 12;
  if (match[6]) return !isMonth(match[6]);
  if (match[4] && !match[1]) return false; // 3.5, 1-6: a number or a span, not a date
  const day = Number(match[3] || match[4]);
  const last = isMonth(match[2]) ? planPaper.lastDay(Number(match[1] || 2024) || 1, match[2]) % 100 : 0;
  return day < 1 || day > last;
}

// A date that must stand between two days: the field, with its date, if it does not.
/** @param {Between} rule @param {Paper} paper @returns {Hit[]} */
export function between(rule, paper) {
  const value = trees.get(paper.answers.values, rule.field);
  const date = trees.isDay(value) && value.date;
  if (!date || (rule.first <= date && date <= rule.last)) return [];
  const [year, month, day] = date.split("-").map(Number);
  return [planPaper.hit(rule.field, [], { found: `${year}年${month}月${day}日` })];
}

// Dates of a field later than the last one of another: the latest, with what the other is called.
/** @param {NotLater} rule @param {Paper} paper @returns {Hit[]} */
function notLater(rule, paper) {
  const [end, last] = [endOf(rule, paper.text(rule.than)), lastOf(paper.words(rule.field))];
  if (!end || !last || last.day <= end) return [];
  if (planPaper.wholeDays(paper.text(rule.than)).length < (rule.least || 1)) return [];
  // A month without a day is not later than a day in it.
  if (Math.floor(last.day / 100) === Math.floor(end / 100) && !last.words.includes("日")) return [];
  return [planPaper.hit(rule.field, [], { found: last.words, other: paper.form.field(rule.than).called })];
}

// The latest date of a text; where it names one year only, those without it are of that.
/** @param {string} text */
function lastOf(text) {
  const [latest, months] = [planPaper.latest(text), [...planPaper.matches(MONTH, text)]];
  const years = [...new Set(months.map((match) => match[1]).filter(Boolean))];
  if (years.length !== 1) return latest;
  const days = months.map((match) => ({ day: planPaper.lastDay(years[0], match[2], match[3]), words: match[0] }));
  return days.reduce((last, point) => (last && last.day >= point.day ? last : point), latest);
}

// The end of the first period, or the last date; one without a year is of the year before it.
/** @param {NotLater} rule @param {string} text */
function endOf(rule, text) {
  const ends = planPaper.periods(text).map(({ end }) => end);
  if (rule.period) return ends[0];
  let year = 0;
  for (const match of planPaper.matches(MONTH, text)) {
    year = Number(match[1] || year);
    if (year) ends.push(planPaper.lastDay(year, match[2], match[3]));
  }
  return ends.length ? Math.max(...ends) : 0;
}

// Periods between which no more than so many days may lie, or that overlap by so many: the first two.
/** @param {Gaps} rule @param {Paper} paper @returns {Hit[]} */
export function gaps(rule, paper) {
  const ends = planPaper.periods(paper.text(rule.field)).filter(({ start, end }) => start <= end)
    .sort((period, other) => period.start - other.start || period.end - other.end);
  if (ends.length <= MOST_PERIODS) return [];
  for (let number = 1; number < ends.length; number += 1) {
    const last = ends.slice(0, number).reduce((best, period) => (period.end > best.end ? period : best));
    const apart = dayCount(ends[number].start) - dayCount(last.end);
    if (rule.overlap === undefined ? apart > rule.days : apart < -rule.overlap) {
      return [planPaper.hit(rule.field, [], { found: last.words, other: ends[number].words })];
    }
  }
  return [];
}

// Days since a fixed day; no number for a day that no calendar has.
/** @param {number} number */
function dayCount(number) {
  const [year, month, day] = [Math.floor(number / 10000), Math.floor(number / 100) % 100, number % 100];
  if (month < 1 || month > 12 || day < 1 || day > planPaper.lastDay(year, month) % 100) return NaN;
  return Date.UTC(year, month - 1, day) / 86400000;
}

export { notLater as not_later, realDays as real_days };
