// The register on the page: who has to act first, each case with its place on the way and its next step.
/** @import { Act, Book, Page, Row } from "./types" */
import { el } from "../tools/common-elements.js";
import { partsOf, weekday } from "../tools/deadlines-count.js";
import { factWords, nextAct } from "./flow.js";
import { left, stepState, titled } from "./register.js";
import * as shared from "../forms/shared.js";

const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const SOON = 7;

// ``now`` is the year that goes without saying.
/** @param {number} day @param {string} [now] */
export function dayWords(day, now = "") {
  const [year, month, date] = partsOf(day);
  const rest = weekday(day) > 4 ? `（${WEEKDAYS[weekday(day)]}）` : "";
  return `${String(year) === now ? "" : `${year}年`}${month}月${date}日${rest}`;
}

/** @param {string[]} names */
export const few = (names) => `${names.slice(0, 6).join("、")}${names.length > 6 ? "等" : ""}`;

/** @param {Row} record */
function dueLook(record) {
  if (record.state.group === "closed" || record.state.group === "track") return "plain";
  if (record.days === null) return "open";
  if (record.days < 0) return record.state.group === "wait" ? "theirs" : "late";
  return record.days <= SOON ? "soon" : "plain";
}

/** @param {Row} record */
export function dueBadge(record) {
  return el("span", { class: `casedue casedue--${dueLook(record)}` }, record.said);
}

/** @param {Row} record @param {string} now */
function dueOf(record, now) {
  const { term } = record;
  const more = term && record.state.group !== "closed"
    && `${term.day === null ? "" : `不晚于${dayWords(term.day, now)}`}${titled(term)}`;
  const also = record.also.map(([other, days]) =>
    [" ", el("span", { class: `casedue casedue--${days < 0 ? "late" : "plain"}` }, `${titled(other)}${left(days)}`)]);
  return el("p", { class: "caserow__due" }, dueBadge(record), more && [" ", el("span", {}, more)], also);
}

/** @param {Book} book @param {Row} record */
function wayOf(book, record) {
  return el("p", { class: "caseway" },
    book.flow.steps.map((step) => el("span", { class: `caseway__step caseway__step--${stepState(book, record, step)}`, "aria-hidden": "true" })),
    el("b", { class: "caseway__state" }, record.state.label));
}

/** @param {Book} book @param {Row} record */
export function about(book, record) {
  const { facts, tree, listed } = record.now;
  const words = [tree.case, `${facts.unit || ""} ${facts.applicant || ""}`, factWords(book, record.now, "procedure")];
  return [words.filter((part) => part.trim()).join("　"),
    listed && [" ", el("span", { class: "badge" }, "列入复核清单")],
    tree.mark && [" ", el("span", { class: "badge badge--mark" }, shared.FICTIONAL)]];
}

/** @param {Page} page @param {Row} record @param {boolean} main @param {(record: Row, act: Act) => void} next */
function row(page, record, main, next) {
  const { tool } = page;
  const act = nextAct(tool.data, record.now, record.state);
  const button = act && ["act", "wait"].includes(record.state.group)
    && el("button", { type: "button", class: main ? "act act--main" : "act" }, act.verb);
  if (button) button.addEventListener("click", () => next(record, act));
  const name = record.now.facts.activity || "（没有名称）";
  return el("li", { class: main ? "caserow caserow--next" : "caserow" }, dueOf(record, page.today.slice(0, 4)),
    el("h3", { class: "caserow__name" }, el("a", { href: `#case=${encodeURIComponent(record.now.tree.case)}` }, name)),
    el("p", { class: "caserow__act" }, button), el("p", { class: "caserow__about" }, about(tool.data, record)), wayOf(tool.data, record));
}

// ``next(row, act)`` does the next step. The first that is ours has the page's one filled button.
/** @param {Page} page @param {Row[]} rows @param {(record: Row, act: Act) => void} next */
export function list(page, rows, next) {
  const { tool } = page;
  const main = rows.find((record) => record.state.group === "act") || null;
  const short = el("span", { class: "caseway__heads", "aria-hidden": "true" },
    tool.data.flow.steps.map((step) => el("span", {}, step.short)));
  return tool.data.flow.groups.map((group, n) => {
    const own = rows.filter((record) => record.state.group === group.key);
    return own.length > 0 && el("section", { class: "turn", id: `turn-${group.key}` },
      el("h2", {}, group.label, " ", el("small", {}, `${own.length}件，${group.what}`), n === 0 && short),
      el("ul", { class: "caserows" }, own.map((record) => row(page, record, record === main, next))));
  });
}
