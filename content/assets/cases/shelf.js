// The folder on the page: whether it is saved, its file, what else can be done with it, and what comes in.
/** @import { Page } from "./types" */
import { moment, sure, told } from "../filling/draft_list.js";
import { act } from "../filling/entries.js";
import { el } from "../tools/common-elements.js";
import { save } from "../tools/common-page.js";
import { EXCEL } from "../tools/common-xlsx.js";
import { fileOf } from "./folder_file.js";
import { register } from "./register.js";
import { calendar, table, workbook } from "./takeaway.js";

const VIEWS = [["案件", null], ["年度统计", "year"], ["委员名册", "members"]];

// The folder as a file; what does not go with it is said.
/** @param {Pick<Page, "folder">} page */
export function keep({ folder }) {
  save(`${folder.name()}.json`, "application/json", fileOf(folder.name(), folder.all(), folder.members()));
  const left = folder.unfinished();
  told(`已交给浏览器下载，共 ${folder.all().length} 件案件；在别的电脑上用“打开文件”打开。`
    + (left > 0 ? `有 ${left} 份没有写完的文书只在这个浏览器里，不在文件里。` : ""));
}

/** @param {Page} page */
function others(page) {
  const { folder } = page;
  const all = folder.list().filter((draft) => draft.id !== folder.autosave.draft().id);
  return all.length > 0 && el("ul", { class: "folder__list" }, all.map((draft) => el("li", {},
    `${draft.name}，${draft.broken ? "读不出来" : `${moment(draft.saved)} 保存`} `,
    !draft.broken && act("打开", () => page.opens(draft)), " ",
    act("删除", () => sure(`删除案卷夹“${draft.name}”？删除后找不回来。`, "删除", () => {
      folder.book.remove(draft.id);
      page.show();
    })))));
}

/** @param {Pick<Page, "folder">} page */
function name({ folder }) {
  const input = el("input", { id: "folder-name", type: "text", maxlength: "60", value: folder.name() });
  input.addEventListener("change", () => folder.named(input.value.trim()));
  return el("p", { class: "folder__name" }, el("label", { for: "folder-name" }, "案卷夹的名称"), input);
}

/** @param {Page} page */
function more(page) {
  const { folder, tool } = page;
  const rows = () => register(tool.data, folder.all(), page.now);
  return el("details", { class: "bare folder__more" }, el("summary", {}, "更多"), el("div", { class: "folder__all" },
    name(page),
    el("p", { class: "acts" },
      act("台账（.xlsx）", () => save("案件台账.xlsx", EXCEL, workbook(tool.data, rows()))),
      act("台账（.csv）", () => save("案件台账.csv", "text/csv;charset=utf-8", table(tool.data, rows()))),
      act("日历（.ics，带提醒）", () => save("案件期限.ics", "text/calendar;charset=utf-8", calendar(tool, rows())))),
    el("p", { class: "acts" }, act("新的案卷夹", () => {
      folder.fresh("");
      page.home();
    }), act("看三件示例", () => page.examples())),
    others(page),
    el("p", { class: "days__how" }, "案卷存在这个浏览器里，不上传；用同一浏览器的人都能看到。浏览器的数据可能被清除，请常用“保存为文件”留一份。请勿填写国家秘密、工作秘密。")));
}

/** @param {Page} page */
export function bar(page) {
  const chosen = el("input", { type: "file", id: "files", class: "folder__file", multiple: true, accept: ".docx,.yml,.yaml,.json" });
  chosen.addEventListener("change", () => {
    const files = [.../** @type {FileList} */ (chosen.files)];
    chosen.value = "";
    page.takes(files);
  });
  return el("div", { class: "folder" }, el("b", { class: "folder__called" }, page.folder.name()), page.saved,
    act("保存为文件", () => keep(page)), chosen, el("label", { class: "act act--small", for: "files" }, "打开文件"), more(page));
}

// The views of a folder.
/** @param {Page} page */
export function tabs(page) {
  const here = page.view || null;
  return el("nav", { class: "views", "aria-label": "案卷夹" }, VIEWS.map(([words, view]) => el("a", {
    href: view ? `#view=${view}` : "#", class: "views__one", "aria-current": view === here ? "page" : null,
  }, words)));
}

/** @type {Record<string, string>} */
const LOOK = { "✓": "fine", "!": "thin" };

// The day on which an application came may be another than today.
/** @param {Page} page */
function cameOn(page) {
  const input = el("input", { id: "received-day", type: "text", maxlength: "20", value: page.received || page.today });
  input.addEventListener("change", () => {
    page.received = input.value.trim();
  });
  return el("p", { class: "ask" }, el("label", { for: "received-day" }, "申请书收到的日期"), input);
}

/** @param {Page} page @param {boolean} main */
export function intake(page, main) {
  return el("div", { class: "intake" },
    el("p", {}, el("b", {}, "收到新申请？"), "把申请书（.docx，可以多份）拖到本页：读出各栏、检查、编号，建成案件；改好的文书也拖到这里。"),
    cameOn(page),
    el("p", {}, el("label", { class: main ? "act act--main" : "act", for: "files" }, "选申请书")));
}

// What became of the files that came in.
/** @param {Page} page */
export function results(page) {
  const { results: all } = page;
  /** @param {string} sign */
  const count = (sign) => all.filter((result) => result.sign === sign).length;
  return el("section", { class: "intake intake--done", tabindex: "-1", "aria-label": "读入的结果" },
    el("h2", {}, `读了 ${all.length} 份文件`, count("×") > 0 && `，${count("×")} 份没有用`),
    el("ul", { class: "results" }, all.map((result) =>
      el("li", { class: `results__${LOOK[result.sign] || "no"}` }, el("b", { "aria-hidden": "true" }, result.sign), " ", result.words, " ",
        result.number && el("a", { href: `#case=${encodeURIComponent(result.number)}` }, "打开"),
        (result.more || []).map((line) => el("span", { class: "results__line" }, line)),
        result.view && el("a", { href: `#view=${result.view}` }, "看名册")))),
    el("p", { class: "acts" }, act("知道了", () => {
      page.results = [];
      page.show();
    })));
}
