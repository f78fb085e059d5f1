// Every deadline that follows: plain date, the convention beside it, how it was counted, why.
/** @import { DatedDue, Deadlines, Due, Tool, Wanted } from "./extracts" */
import { basis, link, quotations } from "./common-basis.js";
import { el, put } from "./common-elements.js";
import { button, copyLink, save } from "./common-page.js";
import { notes, reckoned, shown, triggerOf } from "./deadlines-book.js";
import { partsOf, shownStart, shownTime, weekday } from "./deadlines-count.js";
import { dueTable, ics } from "./deadlines-files.js";
import { timeline } from "./deadlines-timeline.js";
import * as shared from "../forms/shared.js";

/** @typedef {(key: string, value: string) => void} Choose */


/** @param {number} day */
function longDay(day) {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日 周${shared.WEEKDAYS[weekday(day)]}`;
}

/** @param {number} day @param {number} today */
function left(day, today) {
  if (day === today) return "就是今天";
  return day > today ? `还有${day - today}天` : `已过${today - day}天`;
}

/** @param {Due} due @param {number} today */
function dated(due, today) {
  if (due.day === null) return el("p", { class: "due__day" }, el("b", {}, shown(due)));
  const clock = due.time === null ? "" : ` ${shownTime(due.time)}（北京时间）`;
  return el("p", { class: "due__day" }, el("b", {}, longDay(due.day) + clock), " ",
    el("small", {}, left(due.day, today)));
}

/** @param {Due} due */
function rolled(due) {
  if (due.rolled === null) return null;
  return el("p", { class: "due__rolled" }, "顺延到 ", el("b", {}, longDay(due.rolled)), " ",
    el("span", { class: "convention" }, "约定，不是规定"));
}

// Where no text fixes the start, the reader may choose another one for this deadline alone.
/** @param {Due} due @param {Choose} choose */
function otherStart(due, choose) {
  const limit = due.deadline;
  if (limit.start_defined || limit.unit === "unspecified") return null;
  const id = "start-" + limit.key;
  const value = shownStart(due.start);
  const input = el("input", { id, type: "text", autocomplete: "off" });
  input.value = value;
  const form = el("form", { class: "restart", novalidate: true },
    el("label", { for: id }, "这一项从哪天起算，由您定"), input, button("重算"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(limit.key, input.value);
  });
  return form;
}

/** @param {Tool<Deadlines>} tool @param {Due} due @param {number} today @param {Choose} choose */
function card(tool, due, today, choose) {
  const limit = due.deadline;
  const who = limit.actor.map((key) => tool.data.roles[key]).join("、");
  return el("li", { class: "due", id: "due-" + limit.key },
    el("h3", {}, link(tool, limit.address, limit.title),
      !limit.start_defined && [" ", el("span", { class: "undefined" }, "起算点未规定")] || ""),
    dated(due, today), rolled(due),
    el("p", {}, `${limit.period}。${who}。从${shownStart(due.start)}起算。`),
    el("ul", { class: "due__notes" }, notes(due, tool.data).map((line) =>
      el("li", {}, line))),
    otherStart(due, choose),
    el("p", { class: "step__more" }, el("small", {}, "依据"), " ", basis(tool, limit)),
    quotations(tool, limit, false));
}

/** @param {Due} due @param {Due} other */
function early(due, other) {
  /** @param {Due} due */
  const at = (due) => (due.day === null ? Infinity : due.day * 1440 + (due.time || 0));
  return at(due) === at(other) ? 0 : at(due) - at(other);
}

/** @param {Tool<Deadlines>} tool @param {Due[]} dues */
function drawn(tool, dues) {
  const drawn = el("div", { class: "line__place" });
  const ordered = /** @type {DatedDue[]} */ (dues.filter((due) => due.day !== null));
  let drawnAt = 0;
  const draw = () => {
    const width = Math.max(260, Math.min(drawn.clientWidth || 640, 760));
    if (width === drawnAt) return;
    drawnAt = width;
    put(drawn, timeline(ordered, tool.data.years, width, today()));
  };
  if (ordered.length === 0) return null;
  new ResizeObserver(draw).observe(drawn);
  return drawn;
}

/** @param {Tool<Deadlines>} tool @param {Due[]} dues @param {string} project */
function files(tool, dues, project) {
  const name = "期限" + (project ? "-" + project.replace(/[\\/:*?"<>|\s]/g, "_") : "");
  const calendar = () =>
    save(name + ".ics", "text/calendar;charset=utf-8", ics(tool, dues, project));
  const table = () =>
    save(name + ".csv", "text/csv;charset=utf-8", dueTable(tool, dues, project));
  return el("div", { class: "tool__buttons" },
    dues.some((due) => due.day !== null) && button("下载日历（.ics）", calendar, true),
    button("下载表格（.csv）", table), button("打印", () => window.print()),
    button("复制链接", copyLink));
}

/** @param {Tool<Deadlines>} tool @param {Wanted} wanted @param {Choose} choose */
export function dueResult(tool, wanted, choose) {
  const dues = reckoned(tool.data, wanted).sort(early);
  const trigger = triggerOf(tool.data, wanted.trigger);
  const clock = trigger.time ? " " + wanted.time : "";
  return [
    el("h2", { tabindex: "-1", class: "asked" }, `${dues.length}项期限`),
    el("p", {}, (wanted.project ? wanted.project + "，" : "") +
      `${trigger.label}：${wanted.date}${clock}。以下到期日未考虑节假日顺延，按先后排列。`),
    drawn(tool, dues), files(tool, dues, wanted.project),
    el("ol", { class: "dues" }, dues.map((due) => card(tool, due, today(), choose))),
  ].filter(Boolean);
}

// Today in Beijing, as the number of a day.
export function today() {
  return Math.floor((Date.now() / 3600000 + 8) / 24);
}
