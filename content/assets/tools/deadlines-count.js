// Deadlines counted, as lawbook.rules.counting does it: tests/cases/dates.yml drives both.
// A day is a number of days since 1970-01-01; Beijing time has had no summer time since 1991.
/** @import { Due, Limit, Start, Year } from "./extracts" */
import { figures } from "../forms/dates.js";
import { halfWidth, trimmed } from "../forms/text.js";
import { Problem, padded, short } from "./common-text.js";

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
// How a day is written that counts.
export const WRITTEN = `写成 2026-12-01，年份在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间`;
const MOMENT = /^([^]*?)(?:[ T]+([0-9]{1,2}):([0-9]{2}))?$/;

/** @param {number} year @param {number} month @param {number} day */
function dayOf(year, month, day) {
  return Date.UTC(year, month - 1, day) / 86400000;
}

// The number of a day of any year, written as 2026-12-01.
/** @param {string} text */
export const numberOf = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000;

// Whether a deadline runs from a day of such a year; in others a day is a slip of the pen.
/** @param {number} year */
const isCounted = (year) => year >= FIRST_YEAR && year <= LAST_YEAR;

/** @param {number} day @returns {[number, number, number]} */
export function partsOf(day) {
  const date = new Date(day * 86400000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** @param {number} day */
export function shownDay(day) {
  const [year, month, date] = partsOf(day);
  return `${year}-${padded(month)}-${padded(date)}`;
}

/** @param {number} minutes */
export function shownTime(minutes) {
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}

/** @param {Start} start */
export function shownStart(start) {
  return shownDay(start.day) + (start.time === null ? "" : " " + shownTime(start.time));
}

// Monday is 0.
/** @param {number} day */
export function weekday(day) {
  return (((day + 3) % 7) + 7) % 7;
}

/** @param {number} year @param {number} month @param {number} date */
function exists(year, month, date) {
  const [y, m, d] = partsOf(dayOf(year, month, date));
  return y === year && m === month && d === date;
}

// Reads a day in any usual spelling, with or without 09:30 behind it: {day, time in minutes or null}.
// Throws Problem.
/** @param {string} text @returns {Start} */
export function startOf(text, label = "起算日期") {
  /** @param {string} advice */
  const refused = (advice) =>
    new Problem(`「${label}」: “${short(text)}”不能用作日期；${advice}`);
  const [, written = "", ...clock] = MOMENT.exec(halfWidth(trimmed(text))) || [];
  const numbers = figures(written);
  if (!numbers) throw refused("请写成 2026-12-01 或者 2026-12-01 09:30");
  const [year, month, date] = numbers;
  const [hour, minute] = clock.map((part) => Number(part || 0));
  if (!isCounted(year)) {
    throw refused(`年份应在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间`);
  }
  if (!exists(year, month, date) || hour > 23 || minute > 59) {
    throw refused("没有这一天或者这一刻");
  }
  const time = clock[0] === undefined ? null : hour * 60 + minute;
  return { day: dayOf(year, month, date), time };
}

class NoSchedule extends Error {
  /** @param {number} year */
  constructor(year) {
    super();
    this.year = year;
  }
}

/** @param {Year[]} years @param {number} day */
export function isWorking(years, day) {
  const year = partsOf(day)[0];
  const known = years.find((other) => other.year === year);
  if (!known) throw new NoSchedule(year);
  const shown = shownDay(day);
  return known.working.includes(shown) || (weekday(day) < 5 && !known.off.includes(shown));
}

/** @param {Year[]} years @param {number} day @param {number} count */
function workingDay(years, day, count) {
  let last = day;
  for (let left = count; left > 0; ) {
    last += 1;
    if (isWorking(years, last)) left -= 1;
  }
  return last;
}

// Gives what ``count`` gives, or the year that has no schedule.
/** @template T @param {() => T} count @returns {[T, null] | [null, number]} */
export function scheduled(count) {
  try {
    return [count(), null];
  } catch (unknown) {
    if (unknown instanceof NoSchedule) return [null, unknown.year];
    throw unknown;
  }
}

/** @param {number} start @param {number} length */
function afterMonths(start, length) {
  const [year, month, date] = partsOf(start);
  // A month beyond December counts on into the next year.
  const first = dayOf(year, month + length, 1);
  const next = dayOf(year, month + length + 1, 1);
  return Math.min(first + date - 1, next - 1);
}

/** @type {Record<"natural_day" | "month" | "date", (start: number, limit: Limit) => number>} */
const LAST_DAY = {
  natural_day: (start, limit) => start + lengthOf(limit),
  month: (start, limit) => afterMonths(start, lengthOf(limit)),
  date: (start, limit) => {
    const [month, date] = (limit.on || "").split("-").map(Number);
    return dayOf(partsOf(start)[0] + 1, month, date);
  },
};

// Every deadline but those of a date and without a period has one.
/** @param {Limit} limit */
function lengthOf(limit) {
  return limit.length || 0;
}

/** @param {Start} start @param {Limit} limit */
function afterHours(start, limit) {
  if (start.time === null) {
    throw new Problem(`「起算日期」: “${limit.title}”按小时计算，请写明时刻，例如 ` +
      `${shownDay(start.day)} 09:30`);
  }
  const minutes = start.time + lengthOf(limit) * 60;
  const day = start.day + Math.floor(minutes / 1440);
  return { day, time: minutes % 1440 };
}

// When a deadline ends. ``day`` is its last day (``time`` for hours) or null, ``rolled`` the
// next working day where that is a rest day, ``missing`` the year that has no schedule.
/** @template {Limit} D @param {Start} start @param {D} deadline @param {Year[]} years @returns {Due<D>} */
export function due(start, deadline, years) {
  /** @type {Due<D>} */
  const due = { deadline, start, day: null, time: null, rolled: null, missing: null };
  if (deadline.unit === "unspecified") return due;
  if (deadline.unit === "hour") return { ...due, ...afterHours(start, deadline) };
  if (deadline.unit === "working_day") {
    const [day, missing] = scheduled(() => workingDay(years, start.day, lengthOf(deadline)));
    return { ...due, day, missing };
  }
  const day = LAST_DAY[deadline.unit](start.day, deadline);
  if (deadline.kind === "term") return { ...due, day };
  const [rolled, missing] = scheduled(() =>
    isWorking(years, day) ? null : workingDay(years, day, 1));
  return { ...due, day, rolled, missing };
}

// When a deadline that runs from a day ends; null where the day's year is a slip of the pen.
// Hours without a time count as whole days.
/** @template {Limit} D @param {number} day @param {D} deadline @param {Year[]} years @returns {Due<D> | null} */
export function lastDay(day, deadline, years) {
  if (!isCounted(partsOf(day)[0])) return null;
  const start = { day, time: null };
  if (deadline.unit !== "hour") return due(start, deadline, years);
  return { deadline, start, day: day + Math.ceil(lengthOf(deadline) / 24), time: null, rolled: null, missing: null };
}

/** @param {Pick<Due, "day" | "time">} due */
export function plain(due) {
  if (due.day === null) return null;
  return shownDay(due.day) + (due.time === null ? "" : " " + shownTime(due.time));
}
