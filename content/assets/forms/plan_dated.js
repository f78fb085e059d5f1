// Mirrors scripts/lawbook/forms/plan/dated.py: days that a text tells without their year, in time.
/** @import { Applied, Hit, InTime, Steps, Undated } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as planPaper from "./plan_paper.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import * as shared from "./plan_shared.js";

const YEAR = new RegExp(shared.YEAR_TOLD, "u");
const SAID = new RegExp(shared.DAY_TOLD, "gu");

/** @typedef {{start: number, end: number, words: string}} Span */

// The days, months, quarters of a text; one without a year is of the last one before it.
/** @param {string} text @param {number} year @param {string} unless @returns {Span[]} */
function spans(text, year, unless) {
  let base = year || firstYear(text);
  let now = base;
  return text.split(planPaper.PIECES).flatMap((piece) => {
    const isOut = planPaper.expression(unless).test(piece);
    return planPaper.matches(SAID, piece).flatMap((match) => {
      const written = match[1] || match[8];
      if (written) base = now = Number(written);
      if (match[2]) now = base + 1;
      const span = spanOf(match, now);
      return now && span && !isOut ? [span] : [];
    });
  });
}

/** @param {RegExpExecArray} match @param {number} year @returns {Span | null} */
function spanOf(match, year) {
  const [month, day] = [match[3] || match[9], match[4] || match[10]];
  let [first, last] = [Number(month || 12), Number(month || 12)];
  if (match[5]) {
    last = 3 * (shared.QUARTERS.indexOf(match[5]) % 4) + 3;
    first = last - 2;
  } else if (match[6]) [first, last] = match[6] === "上" ? [1, 6] : [7, 12];
  if (first < 1 || first > 12) return null;
  const [start, end] = [planPaper.dayNumber(year, first, day || 1), planPaper.lastDay(year, last, day)];
  return { start, end, words: match[0] };
}

/** @param {string} text */
function firstYear(text) {
  const told = YEAR.exec(text);
  return told ? Number(told[1]) : 0;
}

// Days of a field, none later than the last one of another, from which years are taken over.
/** @param {InTime} rule @param {Paper} paper @returns {Hit[]} */
function inTime(rule, paper) {
  const [text, other] = [paper.words(rule.field), paper.text(rule.than)];
  const ends = spans(other, firstYear(other) || firstYear(text), rule.unless);
  const mine = spans(text, firstYear(text) || firstYear(other), rule.unless);
  if (!ends.length || !mine.length) return [];
  const end = Math.max(...ends.map((span) => span.end));
  const last = mine.reduce((latest, span) => (span.end > latest.end ? span : latest));
  const isInMonth = Math.floor(last.end / 100) === Math.floor(end / 100);
  if (last.start <= end && (last.end <= end || isInMonth)) return [];
  return [planPaper.hit(rule.field, [], { found: last.words, other: paper.form.field(rule.than).called })];
}

// A day that is not later than the first one of the work, as some fields tell it.
/** @param {Applied} rule @param {Paper} paper @returns {Hit[]} */
export function applied(rule, paper) {
  const value = trees.get(paper.answers.values, rule.field);
  const date = trees.isDay(value) && value.date;
  const year = rule.work.map((key) => firstYear(paper.text(key))).find(Boolean) || 0;
  const work = rule.work.flatMap((key) => spans(paper.text(key), year, rule.unless));
  if (!date || !work.length) return [];
  const first = work.reduce((best, span) => (isBefore(span, best) ? span : best));
  if (Number(date.replace(/-/gu, "")) <= first.end) return [];
  const [years, months, days] = date.split("-").map(Number);
  return [planPaper.hit(rule.field, [], { found: `${years}年${months}月${days}日`, limit: first.words })];
}

/** @param {Span} mine @param {Span} other */
function isBefore(mine, other) {
  if (mine.start !== other.start) return mine.start < other.start;
  return mine.end !== other.end ? mine.end < other.end : mine.words < other.words;
}

const STRETCH = new RegExp(shared.STRETCH, "gu");
const HAS_DAY = new RegExp(shared.HAS_DAY, "u");
const [FEWEST, LONG, MOST] = [3, 14, 0.6];

// The periods of a text and the months with which a step begins, with the years before them.
/** @param {string} text @param {number} year @returns {Span[]} */
function stretches(text, year) {
  let base = firstYear(text) || year;
  let now = base;
  return planPaper.matches(STRETCH, text).flatMap((match) => {
    const written = match[1] || match[10] || match[13];
    if (written) base = Number(written);
    now = match[2] || match[11] ? base + 1 : written ? base : now;
    const stretch = match[12] || match[7] || match[8] || match[9] ? stretchOf(match, now, base) : null;
    if (match[5]) base = now = Number(match[5]);
    const words = match[0].replace(/^[\n。；｜—（、]+|[\n。；｜—（、]+$/gu, "");
    return stretch ? [{ ...stretch, words }] : [];
  });
}

/** @param {RegExpExecArray} match @param {number} year @param {number} base */
function stretchOf(match, year, base) {
  const first = match[3] || match[12];
  const until = match[5] ? Number(match[5]) : match[6] ? base + 1 : year;
  const start = planPaper.dayNumber(year, first, match[4] || 1);
  const end = planPaper.lastDay(until, match[7] || first, match[8]);
  return isDay(start) && isDay(end) && start <= end ? { start, end } : null;
}

/** @param {number} number */
function isDay(number) {
  const [year, month, day] = [Math.floor(number / 10000), Math.floor(number / 100) % 100, number % 100];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= planPaper.lastDay(year, month) % 100;
}

/** @param {number} number */
const dayCount = (number) =>
  Date.UTC(Math.floor(number / 10000), Math.floor(number / 100) % 100 - 1, number % 100) / 86400000;

// Steps of a field, three or more, between which no more than so many days lie: the first gap.
/** @param {Steps} rule @param {Paper} paper @returns {Hit[]} */
export function steps(rule, paper) {
  const spans = stretches(paper.text(rule.field), firstYear(paper.text(rule.than)))
    .sort((mine, other) => (isBefore(mine, other) ? -1 : 1));
  if (spans.length < FEWEST) return [];
  let latest = spans[0];
  for (const step of spans.slice(1)) {
    if (dayCount(step.start) - dayCount(latest.end) > rule.days) {
      return [planPaper.hit(rule.field, [], { found: latest.words, other: step.words })];
    }
    if (step.end > latest.end) latest = step;
  }
  return [];
}

// Steps of a field, of which most have a date: the first that has none.
/** @param {Undated} rule @param {Paper} paper @returns {Hit[]} */
export function undated(rule, paper) {
  const all = stepsOf(paper.text(rule.field));
  const dated = all.filter((step) => HAS_DAY.test(step));
  if (all.length < FEWEST || dated.length < MOST * all.length) return [];
  /** @param {string} step */
  const isBelow = (step) => /^[-•—]/u.test(step);
  const undated = all.find((step) => !(isBelow(step) && !isBelow(all[0])) && strings.length(step) >= LONG &&
    planPaper.withoutNumber(step) && !dated.includes(step) && !planPaper.expression(rule.unless).test(step));
  return undated ? [planPaper.hit(rule.field, [], { found: planPaper.shown(planPaper.withoutNumber(undated)) })] : [];
}

/** @param {string} text */
function stepsOf(text) {
  /** @type {string[]} */
  let all = [];
  for (const stops of [/\n/u, /[。\n]/u, /[。；\n]/u]) {
    all = text.split(stops).filter(Boolean);
    if (all.length >= FEWEST) break;
  }
  return all;
}

export { inTime as in_time };
