// A year of the committee: what its cases count, and the report that is written from them.
/** @import { Answers, Field, Form, Section } from "../forms/types" */
/** @import { Deadline, Tool } from "../tools/extracts" */
/** @import { Book, Page, Row } from "./types" */
/** @import { Count, Report } from "./year.js" */
import { reading } from "../forms/answers.js";
import { isLacking } from "../forms/carrying.js";
import { remarks as remarksOf } from "../forms/filled_form.js";
import { act } from "../filling/entries.js";
import { basis } from "../tools/common-basis.js";
import { el, svg } from "../tools/common-elements.js";
import { go } from "../tools/common-page.js";
import { due, startOf } from "../tools/deadlines-count.js";
import { dayWords, few } from "./list.js";
import { isLate } from "./filters.js";
import { fieldsIn } from "./papers.js";
import { FORM, counted, yearAnswers } from "./year.js";
import { here } from "./needed.js";
import * as shared from "./shared.js";

const SECTIONS = ["counts", "outcomes", "after"];
const REPORT = "委员会工作报告";
const WHOLE = 60; // days that the strip shows at least
const FEW = 8; // cases that are named at once

// A case by its number; one of the year by what is its own in that.
/** @param {string} number @param {number | string} year */
function caseLink(number, year) {
  const short = new RegExp(`^${year}-0*([0-9]+)$`, "u").exec(number);
  return el("a", { href: `#case=${encodeURIComponent(number)}`, title: number }, short ? short[1].padStart(2, "0") : number);
}

/** @param {string[]} of @param {number} year */
const links = (of, year) => el("span", { class: "yearly__of" }, of.map((number) => caseLink(number, year)));

/** @param {Field} field @param {Count | undefined} count @param {number} year */
function line(field, count, year) {
  if (!count) return null;
  const { of } = count;
  const named = of.length > FEW ? el("details", { class: "bare" }, el("summary", {}, `看${of.length}件`), links(of, year))
    : of.length > 0 && links(of, year);
  return el("li", {}, el("span", {}, field.called), el("b", {}, String(count.sum)), named);
}

/** @param {Form} form @param {string} section @param {Report} report */
function table(form, section, { counts, year }) {
  const fields = /** @type {Section} */ (form.sections.find((part) => part.key === section));
  const how = fields.fields.flatMap(({ computed }) => (computed ? computed.ways.map((way) => way.text) : []));
  return el("section", { class: "yearly" }, el("h2", {}, fields.title.replace(/^.*、/u, "")),
    el("ul", {}, fields.fields.map((field) => line(field, counts[field.key], year))),
    how.map((words) => el("p", { class: "days__how" }, words)));
}

// A dot for each first decision, over the days from acceptance; more than the period allows is open.
/** @param {Report} report */
function strip({ days, limit, counts }) {
  const most = Math.max(WHOLE, ...days.map(([, count]) => count));
  /** @param {number} count */
  const x = (count) => 10 + Math.round((580 * count) / most);
  const heights = new Map();
  const dots = days.map(([, count]) => {
    const level = heights.get(count) || 0;
    heights.set(count, level + 1);
    return svg("circle", { cx: x(count), cy: 52 - 12 * Math.min(level, 3), r: 5, class: limit && count > limit ? "strip__late" : "strip__dot" });
  });
  /** @param {number} count @param {string} words @param {string} look */
  const mark = (count, words, look) => [svg("line", { x1: x(count), x2: x(count), y1: 4, y2: 62, class: look }),
    svg("text", { x: x(count) + 4, y: 14 }, words)];
  const scale = Array.from({ length: Math.floor(most / 10) + 1 }, (_, n) => n * 10).filter((n) => most <= 120 || n % 30 === 0);
  const words = `受理到第一次决定：${days.length}件，中位数${counts.median.sum}日，超过${limit}日${counts.late.sum}件`;
  return el("section", { class: "yearly yearly--wide" }, el("h2", {}, words),
    svg("svg", { class: "strip", viewBox: "0 0 620 82", role: "img", "aria-label": words }, svg("line", { x1: 0, x2: 610, y1: 62, y2: 62, class: "strip__line" }),
      scale.map((count) => svg("text", { x: x(count), y: 78, "text-anchor": "middle" }, `${count}日`)),
      mark(limit || 0, `${limit}日`, "strip__limit"), mark(counts.median.sum, counts.median.sum === limit ? "" : "中位数", "strip__median"), dots));
}

// What has to be done before the report: what is overdue now.
/** @param {Row[]} rows */
function open(rows) {
  const late = rows.filter(isLate);
  return late.length > 0 && el("section", { class: "casefound" }, el("h2", {}, "交之前要办"), el("ul", {}, late.map((record) =>
    el("li", {}, el("b", { class: "weight weight--must" }, "要办"), " ", caseLink(record.now.tree.case, ""), ` ${record.state.label}，${record.said}。`))));
}

// What a report lacks: what must be changed, and what is empty.
/** @param {Form} form @param {Answers} answers */
function lackingIn(form, answers) {
  return fieldsIn(remarksOf(form, answers, null, null).filter(isLacking));
}

/** @param {Tool<Book>} tool @returns {Deadline} */
const limitOf = (tool) => /** @type {Deadline} */ (tool.data.deadlines.find((deadline) => deadline.key === "committee-report"));
/** @param {Tool<Book>} tool @param {number | string} year */
const lastDay = (tool, year) => due(startOf(`${year}-12-31`), limitOf(tool), tool.data.years).day || 0;

/** @param {Page} page @param {number} year */
function limitWords(page, year) {
  const limit = limitOf(page.tool);
  const day = lastDay(page.tool, year);
  const left = day - page.now;
  return el("p", { class: "next__help" }, `不晚于${dayWords(day)}提交，${left < 0 ? `逾期${-left}天` : `剩${left}天`}。 `, basis(page.tool, limit));
}

/** @param {Page} page @param {Report} report */
function reportBox(page, report) {
  const form = here(FORM);
  const given = yearAnswers(form, report);
  const number = `${report.year}年度`;
  const tree = page.writingTree(number, FORM);
  const lacking = lackingIn(form, tree ? reading(form, tree).answers : given);
  /** @param {string} words @param {string} look */
  const begin = (words, look) => act(words, () => page.beginWith(number, given, REPORT), look);
  return el("section", { class: "next", "aria-labelledby": "year-next" },
    el("h2", { id: "year-next" }, el("small", {}, "下一步"), ` 写${report.year}${shared.YEARLY_REPORT}`),
    el("p", { class: "acts" }, tree ? [act("接着写报告", () => page.goOnWith(number, FORM), "act act--main"), begin("按案件重新带入", "act act--small")]
      : begin(`写${shared.YEARLY_REPORT}`, "act act--main")),
    el("p", { class: "next__help" }, `${Object.keys(given.values).length}栏由案件算出`,
      lacking.length > 0 ? `，还差${lacking.length}栏：${few(lacking)}。` : "，都写好了。"),
    limitWords(page, report.year));
}

// Until the report of the year before is due, that is the year which is asked for.
/** @param {Page} page @param {string[]} known */
function yearFirst(page, known) {
  const before = String(Number(known[0]) - 1);
  return known.includes(before) && lastDay(page.tool, before) >= page.now ? before : known[0];
}

/** @param {Page} page */
const years = (page) => [...new Set([page.today.slice(0, 4), ...page.folder.all().flatMap((tree) => tree.entries.map((entry) => entry.day.slice(0, 4)))])]
  .filter((year) => year <= page.today.slice(0, 4)).sort().reverse();

/** @param {Page} page @param {number} year */
function choice(page, year) {
  const select = el("select", { id: "year-of" }, years(page).map((option) => el("option", { value: option, selected: option === String(year) }, `${option}年`)));
  select.addEventListener("change", () => go([["view", "year"], ["year", select.value]]));
  return el("p", { class: "yearof yearly--wide" }, el("label", { for: "year-of" }, "年度"), select,
    el("span", { class: "caserow__about" }, `由${page.folder.all().length}件案件算出，不能手填`));
}

// The view; the form's data is here. ``asked`` is the year of the address.
/** @param {Page} page @param {Row[]} rows @param {string | undefined} asked */
export function shown(page, rows, asked) {
  const known = years(page);
  const year = Number(known.includes(asked || "") ? asked : yearFirst(page, known));
  const report = counted(page.tool.data, page.folder.all(), year);
  const form = here(FORM);
  return [el("div", { class: "case case--year" },
    el("div", { class: "case__side" }, reportBox(page, report), open(rows)),
    el("div", { class: "case__main yearlies" }, choice(page, year), SECTIONS.map((key) => table(form, key, report)),
      report.days.length > 0 && strip(report)))];
}
