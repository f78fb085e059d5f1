// Which deadlines follow from a moment, and what a reader must know beside each date.
/** @import { Deadlines, Due, Wanted, Year } from "./extracts" */
import { Problem, short } from "./common-text.js";
import { due, plain, startOf } from "./deadlines-count.js";

// ``listed``: on the list for expert re-review, null where that is not known. A local rule
// counts only in its place, and there it stands for the national ones that it restates.
/** @param {Deadlines} book @param {string} trigger @param {boolean | null} listed @param {string | null} place */
export function after(book, trigger, listed, place) {
  const wrong = listed === null ? null : listed ? "not" : "only";
  const found = book.deadlines.filter((one) =>
    one.triggers.includes(trigger) && ["全国", place].includes(one.place));
  const replaced = new Set(found.flatMap((one) => one.instead_of));
  return found.filter((one) => !replaced.has(one.key) && one.listed !== wrong);
}

/** @param {Deadlines} book @param {string} key */
export function triggerOf(book, key) {
  if (key === "") throw new Problem("请先选择发生了什么。");
  const found = book.triggers.find((one) => one.key === key);
  if (!found) throw new Problem(`没有起算事项“${short(key)}”，请重新选择。`);
  return found;
}

/** @param {Year[]} years @param {number} year */
function gap(years, year) {
  if (years.length > 0 && year < Math.min(...years.map((one) => one.year))) {
    return `本指南未收录${year}年的放假安排。`;
  }
  return `${year}年的放假安排，本指南尚未收录。`;
}

// What a reader must know beside the date, one sentence each.
/** @param {Due} found @param {Deadlines} book */
export function notes(found, book) {
  const one = found.deadline;
  const lines = one.start_defined ? [] : [`起算点未规定：${one.start}。`];
  for (const rule of book.counting) {
    const said = found.rolled !== null || !rule.when_rolled;
    if (rule.units.includes(one.unit) && said) lines.push(rule.text);
  }
  if (found.missing !== null) {
    const effect = found.day === null ? "不推算工作日期限。" : "不判断最后一日是否顺延。";
    lines.push(gap(book.years, found.missing) + effect);
  }
  lines.push(...one.extension.map((remark) => remark.text));
  return one.note ? [...lines, one.note] : lines;
}

// The last day or moment as readers see it, or why there is none.
/** @param {Due} found */
export function shown(found) {
  if (found.day === null) return found.missing === null ? "未规定期限" : "无法计算";
  return plain(found) + (found.time === null ? "" : "（北京时间）");
}

// ``wanted``: trigger, date, time, listed, place, and other starts by the key of a deadline.
/** @param {Deadlines} book @param {Wanted} wanted */
export function reckoned(book, wanted) {
  const trigger = triggerOf(book, wanted.trigger);
  const start = startOf([wanted.date, trigger.time ? wanted.time : ""].join(" "));
  const listed = wanted.listed === "" ? null : wanted.listed === "yes";
  const here = book.places.find((one) => one.key === wanted.place);
  return after(book, trigger.key, listed, here ? here.label : null).map((one) => {
    const own = wanted.starts.get(one.key);
    const from = own && !one.start_defined ? startOf(own, one.title) : start;
    return due(from, one, book.years);
  });
}
