// One case: its way, the next step, what else can be done, findings, days, papers and what happened.
/** @import { Answers, Form, Message } from "../forms/types" */
/** @import { Act, Ask, Book, CaseFinding, Entry, Page, Row } from "./types" */
import { remarks as remarksOf } from "../forms/filled_form.js";
import { reading } from "../forms/answers.js";
import { MISSING } from "../forms/carrying.js";
import { OUR_ADVICE } from "../forms/form.js";
import { act } from "../filling/entries.js";
import { basis, mark } from "../tools/common-basis.js";
import { el } from "../tools/common-elements.js";
import { shownDay, startOf } from "../tools/deadlines-count.js";
import { entryFaults } from "./case_file.js";
import { caseFindings } from "./findings.js";
import { actsOf, done, keyOf, offered, runs } from "./flow.js";
import { about, dayWords, dueBadge, few } from "./list.js";
import { fieldsIn } from "./papers.js";
import { left, stepState, titled } from "./register.js";
import { admitted, barred, corrigible, openOf, taken } from "./taking.js";
import { sheet } from "./votes.js";

/** @typedef {{must: string[], empty: string[]}} Lacking fields that must be changed, and that are empty */

/** @type {Record<string, string>} */
const STATES = { done: "已办", here: "现在", theirs: "对方在办", ahead: "以后", dropped: "不再办" };
/** @type {Record<string, string>} */
const AUDIENCE = { applicant: "发申请人", internal: "内部", "re-review": "交复核单位", received: "收到的" };
/** @param {string} text */
const short = (text) => text.replace(/^([0-9]+)-0?([0-9]+)-0?([0-9]+)$/u, "$1年$2月$3日");

/** @param {Book} book @param {Row} record */
export function way(book, record) {
  const steps = book.flow.steps.filter((step) => stepState(book, record, step) !== "none");
  return el("ol", { class: "path", "aria-label": "办理进程" }, steps.map((step) => {
    const state = stepState(book, record, step);
    const day = record.now.done.get(step.key);
    const words = state === "done" && day ? short(day) : state === "here" || state === "theirs" ? record.state.label : STATES[state];
    return el("li", { class: `path__step path__step--${state}`, "aria-current": state === "here" || state === "theirs" ? "step" : null },
      el("b", {}, step.label), el("small", {}, words));
  }));
}

// The questions of an event, and the button that writes it down; ``hinders`` says why it cannot be.
/** @param {Act} event @param {string} today @param {(entry: Entry) => void} done @param {boolean} main
 * @param {(entry: Entry) => string[]} hinders */
function eventForm(event, today, done, main, hinders) {
  const inputs = event.asks.map((ask) => {
    const id = `ask-${event.key}-${ask.key}`;
    const input = ask.options.length > 0
      ? el("select", { id }, el("option", { value: "" }, "请选"), ask.options.map((option) => el("option", { value: option }, option)))
      : el("input", { id, type: ask.kind === "date" ? "date" : "text", maxlength: "200" });
    return /** @type {[Ask, HTMLInputElement | HTMLSelectElement, HTMLElement]} */ ([ask, input, el("p", { class: "ask" }, el("label", { for: id }, ask.label, ask.required ? "" : "（可以不写）"), input)]);
  });
  const id = `ask-${event.key}-day`;
  const day = el("input", { id, type: "date", value: today });
  const wrong = el("p", { class: "refused", role: "alert" });
  const form = el("form", { class: "event", novalidate: true },
    el("p", { class: "ask" }, el("label", { for: id }, "日期"), day), inputs.map(([, , node]) => node), wrong,
    el("p", {}, el("button", { type: "submit", class: main ? "act act--main" : "act" }, event.verb)));
  form.addEventListener("submit", (sent) => {
    sent.preventDefault();
    const said = Object.fromEntries(inputs.map(([ask, input]) => [ask.key, input.value.trim()]).filter(([, text]) => text));
    const lacking = inputs.filter(([ask]) => ask.required && !said[ask.key]).map(([ask]) => ask.label);
    if (!day.value) lacking.unshift("日期");
    const entry = { event: event.key, day: day.value, ...(inputs.length > 0 ? { said } : {}) };
    const faults = lacking.length > 0 ? [`没有写：${lacking.join("、")}`] : entryFaults(event, entry);
    const why = faults.length > 0 ? faults : hinders(entry);
    wrong.textContent = why.slice(-1).join("");
    if (why.length === 0) done(entry);
  });
  return form;
}

// The fields of a paper that must be changed, and those that are empty.
/** @param {Form} form @param {Answers} answers @param {Message[]} [faults] */
function lackingIn(form, answers, faults = []) {
  const remarks = remarksOf(form, answers, faults.map((fault) => [String(fault.path[1]), fault.message]), null);
  return {
    must: fieldsIn(remarks.filter((remark) => !remark.advice)),
    empty: fieldsIn(remarks.filter((remark) => remark.reason === MISSING)),
  };
}

// ``can``: nothing else is in the way.
/** @param {Lacking} lacking @param {boolean} can */
function lackingWords({ must, empty }, can) {
  const all = [...new Set([...must, ...empty])];
  if (all.length === 0) return can ? "没有必改的问题。" : "";
  return `还差${all.length}栏：${few(all)}${must.length === 0 && can ? "；没有必改的，可以记入" : ""}。`;
}

// A paper that is offered: begin, go on, take in. ``forms`` gives forms whose data is here.
/** @param {Page} page @param {Row} record @param {Act} paper @param {boolean} main */
function paperBox(page, record, paper, main) {
  const { tool, forms } = page;
  const bar = barred(tool.data, forms, record.now, paper, page.people());
  if (bar) return el("p", { class: "refused" }, bar);
  /** @param {boolean} is */
  const look = (is) => (is ? "act act--main" : "act");
  const tree = page.writingTree(record.now.tree.case, paper.key);
  const word = act("下载 Word 接着写", () => page.word(record, paper), "act");
  if (!tree) {
    const given = page.answers(record, paper);
    const lacking = lackingIn(forms(paper.key), given);
    const all = [...new Set([...lacking.must, ...lacking.empty])];
    return [el("p", { class: "next__help" }, `已带入${Object.keys(given.values).length}栏`,
      all.length > 0 ? `，还差${all.length}栏：${few(all)}。` : "，没有必改的问题。"),
    el("p", { class: "acts" }, act(paper.verb, () => page.begin(record, paper), look(main)), word),
    sheet(page, record, forms(paper.key), () => page.begin(record, paper)),
    el("p", { class: "next__help" }, "写好了回到这里记入案件；用 Word 写的，改好后拖进本页。")];
  }
  const { answers, faults } = reading(forms(paper.key), tree);
  const lacking = lackingIn(forms(paper.key), answers, faults);
  const hindered = lacking.must.length > 0 ? []
    : taken(tool.data, forms, corrigible(record.now, paper), forms(paper.key), answers, page.now, page.people()).problems;
  const ready = lacking.must.length + hindered.length === 0;
  return [
    el("p", { class: "next__help" }, lackingWords(lacking, hindered.length === 0)),
    hindered.slice(-1).map((words) => el("p", { class: "refused" }, `不能记入：${words}。`)),
    el("p", { class: "acts" },
      ready && act("记入案件", () => page.take(record, paper, answers), look(main)),
      act("接着写", () => page.goOnWith(record.now.tree.case, paper.key), look(main && !ready)), word,
      act("不要这份草稿", () => page.drop(record, paper))),
  ];
}

/** @param {Page} page @param {Row} record @param {Act} act @param {boolean} main */
function offer(page, record, act, main) {
  if (act.asks.length === 0 && page.tool.data.flow.papers.includes(act)) return paperBox(page, record, act, main);
  return eventForm(act, page.today, (entry) => page.record(record, entry), main, (entry) =>
    admitted(page.tool.data, page.forms, record.now.tree, entry, page.people(), page.now));
}

/** @param {Page} page @param {Row} record */
export function next(page, record) {
  const all = offered(page.tool.data, record.now, record.state);
  const first = all.find((act) => page.isWriting(record.now.tree.case, act.key)) || all[0]; // what was begun goes on
  const others = all.filter((other) => other !== first);
  if (!first) return el("p", { class: "notice" }, "这一件已经办结，没有要办的。");
  const box = el("section", { class: "next", "aria-labelledby": "next-step" },
    el("h3", { id: "next-step" }, el("small", {}, record.state.group === "closed" ? "还可以办" : "下一步"), " ", first.label),
    offer(page, record, first, record.state.group !== "closed"));
  const more = others.length > 0 && el("details", { class: "more" },
    el("summary", {}, `还可以办：${others.map((other) => other.label).join("、")}`),
    others.map((other) => el("section", { class: "more__one" }, el("h4", {}, other.label), offer(page, record, other, false))));
  return [box, more, settled(page, record)];
}

// What was done and moved nothing, with its day; a paper can be corrected.
/** @param {Page} page @param {Row} record */
function settled(page, record) {
  const acts = actsOf(page.tool.data.flow);
  const all = record.state.offers.flatMap((key) => {
    const entry = done(record.now, acts.get(key));
    return entry ? [{ act: acts.get(key), entry }] : [];
  });
  return all.length > 0 && el("ul", { class: "settled" }, all.map(({ act, entry }) => {
    const words = [el("b", {}, "✓ 已办"), ` ${act.label}，${short(entry.day)}`];
    return el("li", {}, entry.event ? words : el("details", { class: "bare", open: page.isWriting(record.now.tree.case, act.key) },
      el("summary", {}, words, "（更正）"), offer(page, record, act, false)));
  }));
}

/** @param {Page} page @param {CaseFinding} said */
function grounds({ tool }, { rule, basis: words }) {
  if (words && words !== OUR_ADVICE) return el("small", { class: "days__how" }, `依据：${words}`);
  return rule && rule.basis.length > 0 ? basis(tool, rule) : mark(tool, null);
}

/** @param {Page} page @param {Row} record */
export function findings(page, record) {
  const remarks = caseFindings(page.tool.data, page.forms, record.now.tree, page.people());
  const must = remarks.filter((said) => !said.advice).length;
  const head = remarks.length === 0 ? "检查：没有查出问题" : `检查：必改${must}处，提醒${remarks.length - must}处`;
  return el("section", { class: "casefound" }, el("h3", {}, head), remarks.length > 0 && el("ul", {}, remarks.map((said) =>
    el("li", {}, el("b", { class: said.advice ? "weight" : "weight weight--must" }, said.advice ? "提醒" : "必改"), " ",
      `${said.where}：${said.reason}。`, el("small", {}, `${said.remedy}。`), " ",
      grounds(page, said)))));
}

/** @param {Page} page @param {Row} record */
export function days(page, record) {
  const { tool } = page;
  const { term, now } = record;
  const lines = term && [el("p", {}, el("b", {}, term.day === null ? term.deadline.title : `不晚于${dayWords(term.day)}${term.deadline.title}`), " ", dueBadge(record)),
    el("p", { class: "days__how" }, term.extended ? "已经延长到这一天。" : `${term.deadline.period}${term.day === null ? "" : `；从${short(shownDay(term.run.start.day))}起算`}。`, " ",
      basis(tool, term.deadline)),
    term.deadline.note && el("p", { class: "days__how" }, term.deadline.note)];
  const own = record.also.map(([other]) => other.deadline.key).concat(term ? term.deadline.key : []);
  const others = runs(tool.data, now, tool.data.deadlines.map((limit) => limit.key))
    .filter((due) => due.day !== null && !own.includes(due.deadline.key) && due.deadline.kind !== "term"
      && due.day >= startOf(page.today).day);
  return el("section", { class: "days" }, el("h3", {}, "期限"), lines || el("p", {}, "这一步未规定期限。"),
    record.also.map(([other, days]) => el("p", {}, "同时：", el("b", {}, `不晚于${dayWords(/** @type {number} */ (other.day))}${titled(other)}`), " ",
      el("span", { class: `casedue casedue--${days < 0 ? "late" : "plain"}` }, left(days)), " ", basis(tool, other.deadline))),
    others.map((due) => el("p", { class: "days__how" }, `${dayWords(/** @type {number} */ (due.day))}：${due.deadline.title} `, basis(tool, due.deadline))));
}

/** @param {Page} page @param {Row} record */
export function papers(page, record) {
  const acts = actsOf(page.tool.data.flow);
  const written = record.now.tree.entries.filter((entry) => entry.paper);
  return el("section", { class: "papers" }, el("h3", {}, "文书"), el("ul", { class: "papers__list" }, written.map((entry) => {
    const paper = acts.get(entry.paper);
    return el("li", {}, el("b", {}, paper.label), el("span", {}, entry.day),
      el("span", { class: `to to--${paper.audience}` }, AUDIENCE[paper.audience]),
      act("Word", () => page.download(record, entry)));
  })), el("p", { class: "days__how" }, "标“内部”的不带进发申请人的文书：谁怎么投票、讨论、内部意见都不带。"));
}

// What an event left open can be written down later.
/** @param {Page} page @param {Row} record @param {Entry} entry @param {Ask} ask */
function completing(page, record, entry, ask) {
  const id = `later-${entry.event}-${ask.key}`;
  const input = el("input", { id, type: ask.kind === "date" ? "date" : "text", maxlength: "200" });
  const form = el("form", { class: "event", novalidate: true }, el("p", { class: "ask" }, el("label", { for: id }, ask.label), input),
    el("p", {}, el("button", { type: "submit", class: "act" }, `补写${ask.label}`)));
  form.addEventListener("submit", (sent) => {
    sent.preventDefault();
    if (input.value.trim()) page.complete(record, entry.event || "", { [ask.key]: input.value.trim() });
  });
  return el("details", { class: "bare" }, el("summary", {}, `没有写${ask.label}`), form);
}

/** @param {Page} page @param {Row} record */
export function past(page, record) {
  const acts = actsOf(page.tool.data.flow);
  const entries = [...record.now.tree.entries].reverse();
  /** @param {Entry} entry */
  const open = (entry) => entry.event && entries.find((other) => other.event === entry.event) === entry
    && openOf(acts.get(entry.event), entry).map((ask) => completing(page, record, entry, ask));
  return el("section", { class: "past" }, el("h3", {}, "经过"), el("ul", {}, entries.map((entry) => el("li", {},
    el("span", {}, entry.day), " ", acts.get(keyOf(entry)).label,
    Object.values(entry.said || {}).length > 0 && el("small", {}, `：${Object.values(entry.said || {}).join("，")}`), open(entry)))),
  el("p", { class: "acts" }, record.now.tree.entries.length > 1 && act("撤销最后一项", () => page.undo(record)),
    act("删除这一件", () => page.remove(record))));
}

/** @param {Page} page @param {Row} record */
export function head(page, record) {
  return [el("p", { class: "back" }, el("a", { href: "#" }, "← 全部案件")),
    el("h2", { class: "case__name", tabindex: "-1", id: "case-name" }, record.now.facts.activity || record.now.tree.case),
    el("p", { class: "caserow__about case__about" }, about(page.tool.data, record))];
}
