// The deadlines as a picture: a row each, from its start to its last day, on one scale of days.
/** @import { DatedDue, Year } from "./extracts" */
import { svg } from "./common-elements.js";
import { isWorking, plain, scheduled, shownDay } from "./deadlines-count.js";

/** @typedef {ReturnType<typeof scale>} Scale */

const ROW = 46;
const TOP = 40;
const SIDE = 12;
const LETTER = 14; // what a Chinese character takes

/** @param {DatedDue} due */
const moment = (due) => due.day + (due.time === null ? 0 : due.time / 1440);

/** @param {DatedDue[]} dues @param {number} width */
function scale(dues, width) {
  const first = Math.min(...dues.map((due) => due.start.day));
  const last = Math.max(...dues.map((due) => Math.max(moment(due), due.rolled || 0)), first + 1);
  const room = width - 2 * SIDE;
  return { first, last, x: (/** @type {number} */ day) => SIDE + (room * (day - first)) / (last - first) };
}

// Rest days of known years as bands, where a day is wide enough to be seen.
/** @param {Year[]} years @param {Scale} at @param {number} height */
function restDays(years, at, height) {
  if (at.last - at.first > 70) return [];
  const days = Array.from({ length: Math.ceil(at.last - at.first) }, (_, n) => at.first + n);
  return days
    .filter((day) => scheduled(() => !isWorking(years, day))[0])
    .map((day) => svg("rect", {
      class: "line__rest", x: at.x(day), y: TOP - 12, width: at.x(day + 1) - at.x(day),
      height: height - TOP,
    }));
}

/** @param {Scale} at @param {number} width */
function ends(at, width) {
  /** @param {number} day */
  const words = (day) => shownDay(Math.floor(day));
  return [
    svg("line", { class: "line__axis", x1: SIDE, x2: width - SIDE, y1: TOP - 12, y2: TOP - 12 }),
    svg("text", { class: "line__end", x: SIDE, y: 16 }, words(at.first)),
    svg("text", { class: "line__end", x: width - SIDE, y: 16, "text-anchor": "end" }, words(at.last)),
  ];
}

/** @param {Scale} at @param {number} height @param {number} now */
function today(at, height, now) {
  if (now <= at.first || now >= at.last) return [];
  const x = at.x(now);
  return [
    svg("line", { class: "line__today", x1: x, x2: x, y1: TOP - 12, y2: height - 4 }),
    svg("text", { class: "line__now", x, y: TOP - 16, "text-anchor": "middle" }, "今天"),
  ];
}

/** @param {string} words @param {number} room */
function clipped(words, room) {
  const most = Math.floor(room / LETTER);
  return words.length > most ? words.slice(0, most - 1) + "…" : words;
}

/** @param {DatedDue} due @param {Scale} at @param {number} y */
function bar(due, at, y) {
  const [from, to] = [at.x(due.start.day), at.x(moment(due))];
  const look = "line__bar" + (due.deadline.start_defined ? "" : " line__bar--open");
  /** @type {SVGElement[]} */
  const made = [svg("line", { class: look, x1: from, x2: to, y1: y, y2: y })];
  if (due.rolled !== null) {
    const rolled = at.x(due.rolled);
    made.push(svg("line", { class: "line__rolled", x1: to, x2: rolled, y1: y, y2: y }),
      svg("circle", { class: "line__roll", cx: rolled, cy: y, r: 4 }));
  }
  return [...made, svg("circle", { class: "line__due", cx: to, cy: y, r: 5 })];
}

/** @param {DatedDue} due @param {number} number @param {Scale} at @param {number} width */
function row(due, number, at, width) {
  const y = TOP + number * ROW + 12;
  const date = plain(due) || "";
  const room = width - 2 * SIDE - date.length * 8.5 - 12;
  return [
    svg("text", { class: "line__what", x: SIDE, y }, clipped(due.deadline.title, room)),
    svg("text", { class: "line__day", x: width - SIDE, y, "text-anchor": "end" }, date),
    ...bar(due, at, y + 14),
  ];
}

// ``dues`` that have a date, the earliest first; ``now`` is today's number.
/** @param {DatedDue[]} dues @param {Year[]} years @param {number} width @param {number} now */
export function timeline(dues, years, width, now) {
  const height = TOP + dues.length * ROW + 4;
  const at = scale(dues, width);
  const words = dues.map((due) => `${due.deadline.title} ${plain(due)}`).join("，");
  return svg("svg", {
    class: "line", role: "img", "aria-label": "时间线：" + words, width, height,
    viewBox: `0 0 ${width} ${height}`,
  }, restDays(years, at, height), ends(at, width), today(at, height, now),
    dues.map((due, number) => row(due, number, at, width)));
}
