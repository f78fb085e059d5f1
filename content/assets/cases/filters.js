// Which cases of the register are shown: by whose turn it is, overdue, by year, by words.
/** @import { Pair, Tool } from "../tools/extracts" */
/** @import { Book, Filter, Group, Page, Row } from "./types" */
import { el } from "../tools/common-elements.js";
import { address, go } from "../tools/common-page.js";

const LATE = "late";
/** @param {Row} record */
const isOurs = (record) => record.state.group === "act" || record.also.some(([, days]) => days < 0);
/** @param {Row} record */
export const isLate = (record) => record.late && isOurs(record);
/** @param {Row} record */
const yearOf = (record) => record.now.tree.entries[0].day.slice(0, 4);
/** @param {Row[]} rows */
const yearsOf = (rows) => [...new Set(rows.map(yearOf))].sort().reverse();

// {show: group, "late" or "", year or ""} of the address; what it does not know counts for nothing.
/** @param {Tool<Book>} tool @param {Row[]} rows @param {Pair[]} pairs */
export function filterOf(tool, rows, pairs) {
  const said = Object.fromEntries(pairs);
  const shows = [LATE, ...tool.data.flow.groups.map((group) => group.key)];
  return {
    show: shows.includes(said.show) ? said.show : "",
    year: yearsOf(rows).includes(said.year) ? said.year : "",
  };
}

/** @param {Row} record @param {Filter} filter @param {string} words */
export function fits(record, filter, words) {
  const { facts, tree } = record.now;
  const shown = filter.show === "" || (filter.show === LATE ? isLate(record) : record.state.group === filter.show);
  const text = [tree.case, facts.activity, facts.applicant, facts.unit].join("\n").toLowerCase();
  return shown && (filter.year === "" || yearOf(record) === filter.year)
    && words.toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}

/** @param {Filter} filter @returns {Pair[]} */
const pairsOf = ({ show, year }) => [["show", show], ["year", year]];

/** @param {string} words @param {number} count @param {string} show @param {Filter} filter */
function chip(words, count, show, filter) {
  return el("a", {
    class: show === LATE ? "chip chip--late" : "chip", href: address(pairsOf({ ...filter, show })),
    "aria-current": filter.show === show ? "true" : null,
  }, words, " ", el("b", {}, String(count)));
}

/** @param {Row[]} rows @param {Filter} filter */
function years(rows, filter) {
  const all = yearsOf(rows);
  if (all.length < 2 && !filter.year) return null;
  const select = el("select", { id: "seek-year" }, el("option", { value: "" }, "各年收到的"),
    all.map((year) => el("option", { value: year, selected: year === filter.year }, `${year}年收到的`)));
  select.addEventListener("change", () => go(pairsOf({ ...filter, year: select.value })));
  return el("p", {}, el("label", { for: "seek-year" }, "年度"), select);
}

// ``page.words`` are those that are sought; ``shown`` shows the list anew.
/** @param {Page} page @param {Row[]} rows @param {Filter} filter @param {() => void} shown */
function seek(page, rows, filter, shown) {
  const input = el("input", { id: "seek-words", type: "search", maxlength: "60", value: page.words });
  input.addEventListener("input", () => {
    page.words = input.value.trim();
    shown();
  });
  return el("details", { class: "bare seek", open: Boolean(page.words || filter.year) }, el("summary", { class: "chip" }, "查找"),
    el("div", { class: "seek__in" }, years(rows, filter),
      el("p", {}, el("label", { for: "seek-words" }, "活动、申请人、单位、案号"), input)));
}

/** @param {Page} page @param {Row[]} rows @param {Filter} filter @param {() => void} shown */
export function chips(page, rows, filter, shown) {
  const of = filter.year ? rows.filter((record) => yearOf(record) === filter.year) : rows;
  const groups = page.tool.data.flow.groups.map((group) =>
    /** @type {[Group, number]} */ ([group, of.filter((record) => record.state.group === group.key).length]));
  const late = of.filter(isLate).length;
  const made = groups.filter(([group, count]) => count > 0 || filter.show === group.key)
    .map(([group, count]) => chip(group.label, count, group.key, filter));
  if (late > 0 || filter.show === LATE) made.splice(1, 0, chip("逾期", late, LATE, filter));
  return el("div", { class: "chips", role: "group", "aria-label": "看哪些案件" },
    chip("全部", of.length, "", filter), made, seek(page, rows, filter, shown));
}
