// 委员会工作台: the register of a folder of cases, one case, its year, its members. Nothing leaves.
/** @import { Child, Tool } from "../tools/extracts" */
/** @import { Book, Entry, Flow, Page, Tree } from "./types" */
import { compares } from "../cites/citations.js";
import { verdictOf } from "../cites/quoted.js";
import { told } from "../filling/draft_list.js";
import { el, every, pick, put } from "../tools/common-elements.js";
import { follow, go, later, start } from "../tools/common-page.js";
import { act } from "../filling/entries.js";
import { knows } from "../forms/plan_checks.js";
import { missing } from "../shell/data.js";
import * as kinds from "../forms/plan_every.js";
import { shownDay } from "../tools/deadlines-count.js";
import { deeds } from "./deeds.js";
import { chips, filterOf, fits } from "./filters.js";
import { checkedOnce } from "./findings.js";
import { folder as folderOf } from "./folder.js";
import { stateFault } from "./folder_file.js";
import { incoming } from "./incoming.js";
import { list } from "./list.js";
import * as members from "./members.js";
import { here, isHere, needed } from "./needed.js";
import { lacksOf } from "./papers.js";
import * as view from "./case_view.js";
import { register, row } from "./register.js";
import { bar, intake, keep, results, tabs } from "./shelf.js";
import { troubles } from "./troubles.js";
import { FORM as YEARLY } from "./year.js";
import * as yearly from "./yearly.js";

const BEIJING = 8 * 3600000;

knows(kinds);
compares(verdictOf);

/** @param {Tool<Book>} tool */
function pageOf(tool) {
  const now = Math.floor((Date.now() + BEIJING) / 86400000);
  const page = /** @type {Page} */ (/** @type {unknown} */ ({ tool, now, today: shownDay(now), forms: here, number: null, view: null, pairs: [], words: "", results: [] }));
  const lacks = lacksOf(here);
  /** @param {Entry} entry */
  tool.data.lacks = (entry) => (isHere(entry.paper || "") ? lacks(entry) : []);
  tool.mount.dataset.forms = `${tool.root}forms/`;
  page.saved = el("span", { class: "folder__saved", role: "status" });
  /** @param {boolean} [moved] */
  page.show = (moved) => show(page, moved);
  page.home = () => {
    Object.assign(page, { results: [], number: null, view: null, pairs: [] });
    if (location.hash.includes("=")) go([]);
    else page.show();
  };
  page.folder = folderOf(tool.mount, troubles({
    again: () => page.folder.autosave.save(), keep: () => keep(page), open: (draft) => page.opens(draft),
    both: () => {
      page.folder.autosave.touched();
      page.folder.autosave.save();
    },
    idle: () => /** @type {HTMLInputElement[]} */ (every(tool.host, ".event input[type=text]")).every((input) => input.value === ""),
    /** @param {string} words */
    saved: (words) => (page.saved.textContent = words),
  }), (state) => stateFault(tool.data.flow, state));
  page.people = () => page.folder.members().map((member) => member.name);
  page.opens = (draft) => page.folder.load(draft).then((why) => {
    if (why) refusedFolders([[draft.name, why]]);
    else page.show();
  });
  page.takes = (files) => takeFiles(page, files);
  page.examples = () => later(tool, "committee-examples").then(({ cases }) => {
    page.folder.fresh("虚构示例", { cases });
    page.home();
    told("已打开三件虚构示例；是另一个案卷夹，您的案卷没有动。");
  }, () => told(missing("示例没有读到，请检查网络后再试。")));
  return Object.assign(page, deeds(page));
}

/** @param {[name: string, why: string][]} all */
const refusedFolders = (all) => all.length > 0
  && told(all.map(([name, why]) => `案卷夹“${name}”没有打开：${why}。它还在“更多”里，没有改动。`).join(""));

/** @param {Page} page */
function shownList(page) {
  const rows = register(page.tool.data, page.folder.all(), page.now);
  const filter = filterOf(page.tool, rows, page.pairs);
  const box = el("div", {});
  const shown = () => {
    const some = rows.filter((record) => fits(record, filter, page.words));
    put(box, list(page, some, (record) => go([["case", record.now.tree.case]])),
      rows.length > 0 && some.length === 0 && el("p", { class: "notice" }, "没有这样的案件。", el("a", { href: "#" }, "看全部")));
  };
  shown();
  const idle = rows.every((record) => record.state.group !== "act"); // then what comes in is the next step
  put(page.tool.host, bar(page), tabs(page), page.results.length > 0 && results(page),
    rows.length > 0 && chips(page, rows, filter, shown), box, intake(page, idle),
    rows.length === 0 && el("p", { class: "days__how" }, "还没有案件。可以先", act("看三件示例", () => page.examples()), "，全文虚构。"));
}

const NARROW = "(max-width: 60em)";

// On a phone the next step comes before the way.
/** @param {Page} page @param {Tree} tree */
function shownCase(page, tree) {
  const record = row(page.tool.data, tree, page.now);
  const [next, way, days] = [view.next(page, record), view.way(page.tool.data, record), view.days(page, record)];
  const [findings, papers, past] = [view.findings(page, record), view.papers(page, record), view.past(page, record)];
  put(page.tool.host, view.head(page, record), window.matchMedia(NARROW).matches
    ? el("div", { class: "case" }, next, way, days, findings, papers, past)
    : [way, el("div", { class: "case" }, el("div", { class: "case__main" }, next, findings, papers), el("div", { class: "case__side" }, days, past))],
  bar(page));
}

/** @type {Record<string, [forms: (flow: Flow) => string[], shown: (page: Page) => Child]>} */
const VIEWS = {
  year: [() => [YEARLY], (page) => {
    const [, asked] = page.pairs.find(([key]) => key === "year") || [];
    return yearly.shown(page, register(page.tool.data, page.folder.all(), page.now), asked);
  }],
  members: [(flow) => [members.listOf(flow), members.minutesOf(flow)], (page) => members.shown(page)],
};

/** @param {Page} page */
function shownView(page) {
  put(page.tool.host, bar(page), tabs(page), VIEWS[page.view || ""][1](page));
}

// The forms of whose data what is shown has need.
/** @param {Page} page @param {Tree | null | undefined} tree */
function formsOf(page, tree) {
  const { flow } = page.tool.data;
  const [{ key: first }] = flow.papers;
  const asked = page.folder.all().some((other) => other.entries.every((entry) => entry.paper === first)) ? [first] : [];
  if (!tree) return [...(page.view ? VIEWS[page.view][0](flow) : []), ...asked];
  const keys = [...tree.entries.map((entry) => entry.paper || ""), ...row(page.tool.data, tree, page.now).state.offers, first];
  return keys.filter((key) => flow.papers.some((paper) => paper.key === key));
}

/** @param {Page} page @param {boolean} [moved] */
function show(page, moved) {
  const tree = page.number ? page.folder.of(page.number) : null;
  pick(document, "#committee").classList.toggle("unseen-words", Boolean(tree)); // the case's name is enough
  const keys = formsOf(page, tree); // a new application is checked before its next step is told
  if (!tree && !page.view && keys.every(isHere)) shownList(page);
  else {
    const asked = [page.number, page.view, page.pairs];
    needed(page.tool.root, keys).then(() => {
      if ([page.number, page.view, page.pairs].some((part, n) => part !== asked[n])) return;
      if (tree) checkedOnce(page.tool.data, () => shownCase(page, page.folder.of(tree.case) || tree));
      else if (page.view) shownView(page);
      else shownList(page);
      if (moved) window.scrollTo(0, 0); // the browser remembers where a longer page was scrolled to
      if (moved && tree) pick(document, "#case-name").focus({ preventScroll: true });
    }).catch((fault) => {
      told(missing("这一步要用的数据没有载入；请刷新本页再试。"));
      if (fault instanceof Error && !/^forms\//u.test(fault.message)) throw fault;
    });
  }
  if (page.number && !tree) told(`这个案卷夹里没有案件 ${page.number.slice(0, 40)}。`);
}

/** @param {Page} page @param {File[]} files */
async function takeFiles(page, files) {
  page.results = [];
  for (const file of files) page.results.push(await incoming(page, file));
  page.number = null;
  page.view = null;
  page.pairs = [];
  if (location.hash.includes("=")) go([]);
  page.show();
  const notice = /** @type {HTMLElement | null} */ (page.tool.host.querySelector(".intake--done"));
  if (notice) notice.focus();
}

/** @param {Page} page */
function hearDrops(page) {
  /** @param {DragEvent} event */
  const brings = ({ dataTransfer }) => dataTransfer !== null && Array.from(dataTransfer.types).includes("Files");
  document.addEventListener("dragover", (event) => brings(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    page.takes([.../** @type {DataTransfer} */ (event.dataTransfer).files]);
  });
}

start("committee", (tool) => {
  const page = pageOf(tool);
  tool.mount.before(el("div", { class: "told told--warn", id: "warned", role: "alert" }), el("div", { class: "told", id: "told", role: "status" }));
  hearDrops(page);
  let isBack = /\/forms\/[^/]+\//u.test(document.referrer); // from a paper: on with its case, by keys too
  page.folder.opened().then((refused) => {
    refusedFolders(refused);
    follow(tool, (pairs, moved) => {
      const said = Object.fromEntries(pairs);
      page.number = said.case || null;
      page.view = Object.prototype.hasOwnProperty.call(VIEWS, said.view || "") ? said.view : null;
      page.pairs = pairs;
      page.show(moved || isBack);
      isBack = false;
    });
  });
});
