// 引用核对 as a page: a file or pasted text, and what is said of each citation. Nothing leaves.
/** @import { Child, Tool } from "../tools/extracts" */
/** @import { Change, Finding, Shelf } from "./shelf" */
import { Refusal } from "../forms/answers.js";
import { el, put } from "../tools/common-elements.js";
import { button, start } from "../tools/common-page.js";
import { compares, report } from "./citations.js";
import { ENDINGS, prose } from "./prose.js";
import { verdictOf } from "./quoted.js";
import * as shared from "./shared.js";

compares(verdictOf);

/** @param {Change[]} list */
function changes(list) {
  /** @type {Record<Change["kind"], (text: string) => Child>} */
  const shown = { same: (text) => text, extra: (text) => el("del", {}, text), missing: (text) => el("ins", {}, text) };
  if (!list.length) return null;
  const marks = list.map((change) => shown[change.kind](change.text));
  const told = el("small", {}, "（划去的是引文多写的，加底线的是原文）");
  return el("p", { class: "cited__marks" }, marks, told);
}

/** @param {Tool<Shelf>} tool @param {Finding} finding */
function row(tool, finding) {
  const { label } = tool.data.verdicts[finding.verdict];
  const state = finding.wrong ? "wrong" : ["not_held", "article_only"].includes(finding.verdict) ? "open" : "right";
  const link = finding.url ? el("a", { href: tool.root + finding.url }, finding.display) : null;
  return el("tr", { class: `cited cited--${state}` },
    el("th", { scope: "row", "data-label": "引用" }, finding.text),
    el("td", { "data-label": "结论" }, el("b", {}, label)),
    el("td", { "data-label": "说明" }, finding.detail || "—", changes(finding.changes)),
    el("td", { "data-label": "条文" }, link || "—"));
}

/** @param {Tool<Shelf>} tool @param {Finding[]} findings */
function table(tool, findings) {
  const heads = ["引用", "结论", "说明", "条文"].map((words) => el("th", { scope: "col" }, words));
  const rows = findings.map((finding) => row(tool, finding));
  return el("table", { class: "sheet sheet--cited" }, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows));
}

/** @param {Tool<Shelf>} tool @param {string} name @param {string} text */
function shown(tool, name, text) {
  const { findings, summary } = report(tool.data, text);
  const wrong = findings.filter((finding) => finding.wrong).length;
  const told = findings.length ? `其中有错 ${wrong} 处。` : "没有找到引用。";
  return [
    el("h2", { tabindex: "-1", class: "asked" }, name ? `${name}：核对结果` : "核对结果"),
    el("p", { class: "cited__sum" }, el("b", {}, `${summary}。`), told),
    findings.length ? table(tool, findings) : null,
  ];
}

/** @param {unknown} fault */
function refusal(fault) {
  if (!(fault instanceof Refusal)) throw fault;
  return el("div", { class: "notice notice--warn tool__fault", role: "alert" },
    fault.message.split("\n").map((line) => el("p", {}, line)));
}

/** @param {Tool<Shelf>} tool @param {HTMLElement} answer @param {File[]} chosen */
async function files(tool, answer, chosen) {
  const parts = [];
  for (const file of chosen) {
    try {
      const { name, text } = await prose(file);
      parts.push(shown(tool, name, text));
    } catch (fault) {
      parts.push(refusal(fault));
    }
  }
  tell(answer, parts);
}

/** @param {HTMLElement} answer @param {Child[]} parts */
function tell(answer, parts) {
  put(answer, parts);
  const head = /** @type {HTMLElement | null} */ (answer.querySelector(".asked"));
  if (head) head.focus();
}

/** @param {HTMLElement} zone @param {(chosen: Iterable<File>) => void} take */
function droppable(zone, take) {
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("drop--over");
  });
  zone.addEventListener("dragleave", (event) =>
    zone.contains(/** @type {Node | null} */ (event.relatedTarget)) || zone.classList.remove("drop--over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("drop--over");
    if (event.dataTransfer) take(event.dataTransfer.files);
  });
}

start("citations", (tool) => {
  const answer = el("div", { class: "answer" });
  const choose = el("input", { type: "file", id: "cited-file", multiple: true, accept: ENDINGS.join(",") });
  const text = el("textarea", { id: "cited-text", rows: 8 });
  const form = el("form", { class: "asks cites", "aria-label": shared.AUTHOR, novalidate: true },
    el("div", { class: "ask" }, el("label", { for: "cited-file" }, "放入文件（.docx、.md、.txt、.yml，可以拖到这里）"), choose),
    el("div", { class: "ask" }, el("label", { for: "cited-text" }, "或者贴上文字"), text),
    el("div", { class: "tool__buttons" }, button("核对", null, true)));
  /** @param {Iterable<File>} chosen */
  const take = (chosen) => files(tool, answer, Array.from(chosen));
  choose.addEventListener("change", () => take(choose.files || []));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(answer, shown(tool, "", text.value));
  });
  droppable(tool.mount, take);
  put(tool.host, form, answer);
});
