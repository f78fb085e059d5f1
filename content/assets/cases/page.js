// 委员会工作台: the register of a folder of cases, one case, and what is done with them. Nothing leaves.
import { reading } from "../forms/answers.js";
import { fill } from "../forms/word.js";
import { clock, moment, sure, told } from "../filling/desk.js";
import { troubles } from "../filling/troubles.js";
import { el, put } from "../tools/common-elements.js";
import { follow, go, save as saveFile, start } from "../tools/common-page.js";
import { shownDay } from "../tools/deadlines-count.js";
import { actsOf, register, row } from "./flow.js";
import { fileOf, folder as folderOf } from "./folder.js";
import { incoming } from "./incoming.js";
import { counts, list } from "./list.js";
import { here, needed } from "./needed.js";
import * as view from "./one.js";
import { begun, taken } from "./papers.js";
import { calendar, table, workbook } from "./takeaway.js";
import * as writing from "./writing.js";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const APPLICATION = "review-application";
const BEIJING = 8 * 3600000;
const act = (words, done, look = "act act--small") => {
  const made = el("button", { type: "button", class: look }, words);
  made.addEventListener("click", done);
  return made;
};

function pageOf(tool) {
  const now = Math.floor((Date.now() + BEIJING) / 86400000);
  const page = { tool, now, today: shownDay(now), forms: here, number: null, results: [] };
  tool.mount.dataset.forms = `${tool.root}forms/`;
  page.saved = el("span", { class: "folder__saved", role: "status" });
  const shownSaved = (draft) => (page.saved.textContent = draft && draft.saved ? `✓ ${clock(draft.saved)} 已存在本机` : "");
  page.folder = folderOf(tool.mount, troubles({
    again: () => page.folder.keeper.save(), keep: () => keep(page), saved: shownSaved,
    open: (draft) => {
      page.folder.load(draft);
      page.show();
    },
    both: () => page.folder.keeper.touched(),
  }));
  page.shownSaved = () => shownSaved(page.folder.keeper.draft());
  return Object.assign(page, deeds(page));
}

const keep = (page) =>
  saveFile(`${page.folder.name()}.json`, "application/json", fileOf(page.folder.name(), page.folder.all()));

// What can be done with a case; each leaves the page showing what it led to.
function deeds(page) {
  const { tool } = page;
  const changed = (record, entries) => {
    page.folder.replaced(record.now.tree.case, { ...record.now.tree, entries });
    page.show(true);
  };
  const name = (record, paper) => `${record.now.tree.case} ${paper.label}`;
  const answers = (record, paper) => begun(tool.data, here, record.now.tree, paper, page.now);
  const idOf = (record, paper) => page.folder.written(record.now.tree.case, paper.key);
  const open = (key) => location.assign(`${tool.root}forms/${key}/fill/`);
  return {
    writing: (record, paper) => {
      const draft = writing.read(tool.root, paper.key, idOf(record, paper));
      return draft && writing.treeOf(here(paper.key), draft.state);
    },
    begin: (record, paper) => {
      const id = writing.begin(tool.root, here(paper.key), answers(record, paper), name(record, paper));
      page.folder.write(record.now.tree.case, paper.key, id);
      open(paper.key);
    },
    goOn: (record, paper) => writing.goOn(tool.root, paper.key, idOf(record, paper)) && open(paper.key),
    drop: (record, paper) => sure(`不要这份${paper.label}的草稿？删除后找不回来。`, "删除", () => {
      writing.forget(tool.root, paper.key, idOf(record, paper));
      page.folder.write(record.now.tree.case, paper.key, "");
      page.show(true);
    }),
    word: (record, paper) => saveFile(`${name(record, paper)}.docx`, WORD, fill(here(paper.key), answers(record, paper))),
    download: (record, entry) => needed(tool.root, [entry.paper]).then(() => {
      const paper = actsOf(tool.data.flow).get(entry.paper);
      const form = here(entry.paper);
      const read = reading(form, { form: form.key, mark: record.now.tree.mark || "", answers: entry.answers });
      saveFile(`${name(record, paper)}.docx`, WORD, fill(form, read.answers));
    }),
    take: (record, paper, given) => {
      const { entry, problems } = taken(tool.data, here, record.now.tree, here(paper.key), given, page.now);
      if (problems.length > 0) return told(`${problems.join("；")}。`);
      const id = idOf(record, paper);
      page.folder.write(record.now.tree.case, paper.key, "");
      changed(record, [...record.now.tree.entries, entry]);
      if (id) writing.forget(tool.root, paper.key, id);
      return told(`${paper.label}已记入 ${record.now.tree.case}。`);
    },
    record: (record, entry) => {
      changed(record, [...record.now.tree.entries, entry]);
      told(`已记下：${actsOf(tool.data.flow).get(entry.event).label}。`);
    },
    undo: (record) => sure("撤销最后一项？这一项的内容会删除。", "撤销", () => changed(record, record.now.tree.entries.slice(0, -1))),
    remove: (record) => sure(`删除案件 ${record.now.tree.case}？删除后找不回来。`, "删除", () => {
      page.folder.removed(record.now.tree.case);
      go([]);
    }),
  };
}

function bar(page) {
  const { folder, tool } = page;
  const rows = () => register(tool.data, folder.all(), page.now);
  const chosen = el("input", { type: "file", id: "files", class: "folder__file", multiple: true, accept: ".docx,.yml,.yaml,.json" });
  chosen.addEventListener("change", () => {
    const files = [...chosen.files];
    chosen.value = "";
    page.take_(files);
  });
  const exports = el("details", { class: "folder__more" }, el("summary", {}, "导出、换案卷夹"),
    el("p", { class: "acts" },
      act("台账（.xlsx）", () => saveFile("案件台账.xlsx", XLSX, workbook(tool.data, rows()))),
      act("台账（.csv）", () => saveFile("案件台账.csv", "text/csv;charset=utf-8", table(tool.data, rows()))),
      act("日历（.ics，带提醒）", () => saveFile("案件期限.ics", "text/calendar;charset=utf-8", calendar(tool, rows()))),
      act("新的案卷夹", () => {
        folder.fresh("");
        page.show();
      }),
      act("看三件示例", () => page.examples())),
    folder.list().length > 1 && el("ul", { class: "folder__list" }, folder.list().filter((draft) => draft.id !== folder.keeper.draft().id && !draft.broken)
      .map((draft) => el("li", {}, `${draft.name}，${moment(draft.saved)} 保存 `, act("打开", () => {
        folder.load(draft);
        page.show();
      })))),
    el("p", { class: "days__how" }, "案卷存在这个浏览器里，不上传；用同一浏览器的人都能看到。浏览器的数据可能被清除，请常用“保存为文件”留一份。请勿填写国家秘密、工作秘密。"));
  return el("div", { class: "folder" }, el("p", { class: "folder__line" },
    el("b", {}, folder.name()), page.saved, act("保存为文件", () => keep(page)), chosen,
    el("label", { class: "act act--small", for: "files" }, "打开文件")), exports);
}

function intake(page, main) {
  return el("div", { class: "intake" },
    el("p", {}, el("b", {}, "收到新申请？"), "把申请书（.docx，可以多份）拖到本页：读出各栏、检查、编号，建成案件；改好的文书也拖到这里。"),
    el("p", {}, el("label", { class: main ? "act act--main" : "act", for: "files" }, "选申请书")),
    page.results.length > 0 && el("ul", { class: "results", tabindex: "-1", "aria-label": "读入的结果" }, page.results.map((result) =>
      el("li", { class: `results__${{ "✓": "fine", "!": "thin" }[result.sign] || "no"}` }, el("b", { "aria-hidden": "true" }, result.sign), " ", result.words, " ",
        result.number && el("a", { href: `#case=${encodeURIComponent(result.number)}` }, "打开")))));
}

const toCase = (record) => go([["case", record.now.tree.case]]);

function shownList(page) {
  const rows = register(page.tool.data, page.folder.all(), page.now);
  const empty = rows.length === 0;
  const idle = rows.every((record) => record.state.group !== "act"); // then what comes in is the next step
  put(page.tool.place, bar(page), !empty && counts(page.tool, rows), page.results.length > 0 && intake(page, idle),
    list(page.tool, rows, toCase), page.results.length === 0 && intake(page, idle),
    empty && el("p", { class: "days__how" }, "还没有案件。可以先", act("看三件示例", () => page.examples()), "，全文虚构。"));
}

function shownCase(page, tree) {
  const record = row(page.tool.data, tree, page.now);
  put(page.tool.place, view.head(page, record), view.way(page.tool.data, record),
    el("div", { class: "case" }, el("div", { class: "case__main" }, view.next(page, record), view.findings(page, record), view.papers(page, record)),
      el("div", { class: "case__side" }, view.days(page, record), view.past(page, record))), bar(page));
}

// What a case shows needs the data of its papers and of those that it offers.
function show(page, moved) {
  const tree = page.number && page.folder.of(page.number);
  if (!tree) {
    shownList(page);
  } else {
    const keys = [...tree.entries.map((entry) => entry.paper), ...row(page.tool.data, tree, page.now).state.offers, APPLICATION];
    const papers = keys.filter((key) => page.tool.data.flow.papers.some((paper) => paper.key === key));
    const asked = page.number;
    needed(page.tool.root, papers).then(() => {
      if (page.number !== asked) return;
      shownCase(page, page.folder.of(asked));
      page.tool.mount.scrollIntoView(); // the browser remembers where a longer page was scrolled to
      if (moved) document.getElementById("case-name").focus({ preventScroll: true });
    }).catch(() => told("这一步要用的数据没有载入；请刷新本页再试。"));
  }
  page.shownSaved();
}

async function takeFiles(page, files) {
  page.results = [];
  for (const file of files) page.results.push(await incoming(page, file));
  page.number = null;
  if (location.hash.includes("=")) go([]);
  page.show();
  const results = page.tool.place.querySelector(".results");
  if (results) results.focus();
}

function hearDrops(page) {
  const brings = ({ dataTransfer }) => dataTransfer !== null && Array.from(dataTransfer.types).includes("Files");
  document.addEventListener("dragover", (event) => brings(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    page.take_([...event.dataTransfer.files]);
  });
}

start("committee", (tool) => {
  const page = pageOf(tool);
  page.show = (moved) => show(page, moved);
  page.take_ = (files) => takeFiles(page, files);
  page.examples = () => {
    page.folder.fresh("虚构示例", { cases: tool.data.examples });
    page.number = null;
    page.show();
    told("已打开三件虚构示例；是另一个案卷夹，您的案卷没有动。");
  };
  tool.mount.before(el("div", { class: "told told--warn", id: "warned", role: "alert" }), el("div", { class: "told", id: "told", role: "status" }));
  hearDrops(page);
  page.folder.opened().then(() => follow(tool, (pairs, moved) => {
    const [, number = null] = pairs.find(([key]) => key === "case") || [];
    page.number = number;
    page.show(moved);
  }));
});
