// Which deadlines follow from a moment, and what a reader must know beside each date.
/** @import { Deadlines, Due, Wanted, Year } from "./extracts" */
import { Problem, short } from "./common-text.js";
import { due, plain, startOf } from "./deadlines-count.js";

// ``listed``: on the list for expert re-review, null where that is not known. A local rule
// counts only in its place, and there it stands for the national ones that it restates.
/** @param {Deadlines} book @param {string} trigger @param {boolean | null} listed @param {string | null} place */
export function after(book, trigger, listed, place) {
  const wrong = listed === null ? null : listed ? "not" : "only";
  const limits = book.deadlines.filter((limit) =>
    limit.triggers.includes(trigger) && [book.national, place].includes(limit.place));
  const replaced = new Set(limits.flatMap((limit) => limit.instead_of));
  return limits.filter((limit) => !replaced.has(limit.key) && limit.listed !== wrong);
}

/** @param {Deadlines} book @param {string} key */
export function triggerOf(book, key) {
  if (key === "") throw new Problem("请先选择发生了什么。");
  const trigger = book.triggers.find((trigger) => trigger.key === key);
  if (!trigger) throw new Problem(`没有起算事项“${short(key)}”，请重新选择。`);
  return trigger;
}

/** @param {Year[]} years @param {number} year */
function gap(years, year) {
  if (years.length > 0 && year < Math.min(...years.map((year) => year.year))) {
    return `本指南未收录${year}年的放假安排。`;
  }
  return `${year}年的放假安排，本指南尚未收录。`;
}

// What a reader must know beside the date, one sentence each.
/** @param {Due} due @param {Deadlines} book */
export function notes(due, book) {
  const limit = due.deadline;
  const lines = limit.start_defined ? [] : [`起算点未规定：${limit.start}。`];
  for (const rule of book.counting) {
    const said = due.rolled !== null || !rule.when_rolled;
    if (rule.units.includes(limit.unit) && said) lines.push(rule.text);
  }
  if (due.missing !== null) {
    const effect = due.day === null ? "不推算工作日期限。" : "不判断最后一日是否顺延。";
    lines.push(gap(book.years, due.missing) + effect);
  }
  lines.push(...limit.extension.map((remark) => remark.text));
  return limit.note ? [...lines, limit.note] : lines;
}

// The last day or moment as readers see it, or why there is none.
/** @param {Due} due */
export function shown(due) {
  if (due.day === null) return due.missing === null ? "未规定期限" : "无法计算";
  return plain(due) + (due.time === null ? "" : "（北京时间）");
}

// ``wanted``: trigger, date, time, listed, place, and other starts by the key of a deadline.
/** @param {Deadlines} book @param {Wanted} wanted */
export function reckoned(book, wanted) {
  const trigger = triggerOf(book, wanted.trigger);
  const start = startOf([wanted.date, trigger.time ? wanted.time : ""].join(" "));
  const listed = wanted.listed === "" ? null : wanted.listed === "yes";
  const here = book.places.find((place) => place.key === wanted.place);
  return after(book, trigger.key, listed, here ? here.label : null).map((limit) => {
    const own = wanted.starts.get(limit.key);
    const from = own && !limit.start_defined ? startOf(own, limit.title) : start;
    return due(from, limit, book.years);
  });
}
