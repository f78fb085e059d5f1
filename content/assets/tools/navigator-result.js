// The result: one sentence, three buttons, then the reasons, what only people judge, what to do.
/** @import { Acts, Child, Consequence, Listed, Navigator, Pointer, Reason, Result, Statement, Tool }
 * from "./extracts" */
import { basis, link, mark, quoted } from "./common-basis.js";
import { el } from "./common-elements.js";
import { address as addressOf, button, copyLink, save } from "./common-page.js";
import { shownDay } from "./deadlines-count.js";
import { today } from "./deadlines-result.js";
import { given } from "./navigator-question.js";
import { pairsBy, sentence } from "./navigator-route.js";
import { record } from "./navigator-record.js";
import * as shared from "./common-shared.js";

/** @type {Record<string, string>} */
export const KINDS = {
  finding: "怎样审", duty: shared.TO_DO, where: shared.WHERE_TO_GO, material: "材料", form: "表单", deadline: "期限", note: "提示",
};
const OPEN = ["finding", "deadline"];
const formOf = (/** @type {Tool<Navigator>} */ tool) => tool.data.fills[0].form;

/** @param {Tool<Navigator>} tool @param {string} key */
function limit(tool, key) {
  const limit = tool.data.deadlines[key];
  const start = !limit.start_defined && [" ", el("span", { class: "undefined" }, "起算点未规定")];
  const reckon = limit.unit !== "unspecified" &&
    [" ", link(tool, "tools/deadlines/" + addressOf([["trigger", limit.triggers[0]]]), "算日期",
      { class: "given__link", "aria-label": `算日期：${limit.title}` })];
  return el("p", { class: "step__more" }, el("small", {}, "期限"), " ",
    link(tool, limit.address, `${limit.title}：${limit.period}`), start, " ", mark(tool, limit.confidence), reckon);
}

// The form's page takes the answers behind the # sign: they are not sent to any server.
/** @param {Tool<Navigator>} tool @param {Result} route @param {string} look */
function fillLink(tool, route, look) {
  const fills = route.fills.filter((fill) => fill.form === formOf(tool));
  const count = new Set(fills.map((fill) => fill.field)).size;
  const keys = fills.map((fill) => fill.key).join("&");
  return link(tool, tool.data.forms[formOf(tool)].address + (count > 0 ? "#prefill=" + encodeURIComponent(keys) : ""),
    count > 0 ? `填申请书（已带入${count}栏）` : "填申请书", { class: look });
}

/** @param {Tool<Navigator>} tool @param {string} key @param {Result} route */
function form(tool, key, route) {
  const form = tool.data.forms[key];
  return el("p", { class: "step__more" }, el("small", {}, "表单"), " ",
    fillLink(tool, route, "given__link"), "，",
    link(tool, form.blank, `下载${form.title}（Word）`, { class: "download", download: true }), "，",
    link(tool, form.address, "看每一栏的依据"));
}

// Our own reading carries no other mark.
/** @param {Tool<Navigator>} tool @param {Statement & {understood: boolean}} record */
function marked(tool, record) {
  return mark(tool, record.understood ? "ours" : record.confidence);
}

// A row: what, the words with their mark, and the grounds behind one link at the right.
/** @param {Tool<Navigator>} tool @param {string} id @param {Reason | Consequence} record @param {Child} [more] */
function row(tool, id, record, more) {
  return el("li", { class: "follows", id }, el("b", { class: "follows__what" }, record.title),
    el("div", { class: "follows__words" }, el("p", {}, record.text, " ", marked(tool, record)), more,
      grounds(tool, record)));
}

// Where a statement stands, and the words there: behind one line.
/** @param {Tool<Navigator>} tool @param {Statement} record */
function grounds(tool, record) {
  if (record.basis.length === 0) return null;
  return el("details", { class: "because" }, el("summary", {}, "依据"),
    el("p", {}, basis(tool, record, false)), quoted(tool, record));
}

/** @param {Tool<Navigator>} tool @param {Consequence} result @param {Result} route */
function consequence(tool, result, route) {
  return row(tool, "result-" + result.key, result, [
    result.deadlines.map((key) => limit(tool, key)),
    result.forms.map((key) => form(tool, key, route)),
  ]);
}

/** @param {Tool<Navigator>} tool @param {string} kind @param {string} title @param {Result} route */
function group(tool, kind, title, route) {
  const mine = route.consequences.filter((consequence) => consequence.kind === kind);
  if (mine.length === 0) return null;
  return el("details", { class: "result result--group", open: OPEN.includes(kind) },
    el("summary", {}, el("b", {}, title), ` ${mine.length}条`),
    el("ol", { class: "follow-list" }, mine.map((result) => consequence(tool, result, route))));
}

// The first three reasons; the others are one click away.
/** @param {Tool<Navigator>} tool @param {Result} route */
function reasons(tool, { reasons: records, verdict }) {
  if (records.length === 0 || !["need", "ask"].includes(verdict.key)) return null;
  const rows = records.map((record) => row(tool, "reason-" + record.key, record));
  /** @param {Child[]} some */
  const list = (some) => el("ol", { class: "follow-list" }, some);
  return el("section", { class: "result" }, el("h3", {}, "因为"), list(rows.slice(0, 3)),
    rows.length > 3 && el("details", { class: "because" },
      el("summary", {}, `另有${rows.length - 3}条理由`), list(rows.slice(3))));
}

/** @param {Tool<Navigator>} tool @param {Pointer} pointer */
function pointer(tool, { criterion, example }) {
  if (criterion) {
    return link(tool, `tools/criteria/#criterion-${criterion}`, tool.data.criteria[criterion]);
  }
  return link(tool, `${tool.data.forms[formOf(tool)].address}#example-${example}`, tool.data.examples[example || ""]);
}

/** @param {Tool<Navigator>} tool @param {Result} route */
function judged(tool, { hit, maybe, pointers }) {
  /** @type {[Listed[], string][]} */
  const kinds = [[hit, "按列入准备，由委员会判断"], [maybe, shared.ASK_COMMITTEE]];
  const lists = kinds.filter(([items]) => items.length > 0)
    .map(([items, words]) => el("li", {}, `${words}：${items.map((item) => item.title).join("；")}。`));
  /** @type {[string, (pointer: Pointer) => unknown][]} */
  const pointed = [
    ["判断时看的审查要点", (pointer) => pointer.criterion],
    ["最接近的例子（虚构）", (pointer) => pointer.example && !pointer.far],
    ["没有相近的例子，怎样写可以看（虚构）", (pointer) => pointer.far],
  ];
  const helps = pointed
    .map(([words, is]) => ({ words, shown: pointers.filter(is) }))
    .filter(({ shown }) => shown.length > 0)
    .map(({ words, shown }) => el("li", {}, words, "：",
      shown.map((item, n) => [n > 0 && "、", pointer(tool, item)]), "。"));
  if (lists.length + helps.length === 0) return null;
  return el("section", { class: "result" }, el("h3", {}, "还要由人判断"),
    el("ul", {}, lists, helps));
}

/** @param {Tool<Navigator>} tool @param {string[]} keys */
function unused(tool, keys) {
  const asks = keys.flatMap((key) =>
    tool.data.questions.filter((question) => question.key === key).map((question) => question.ask));
  return asks.length > 0 && el("p", {}, "这些问题的答案没有用到：" + asks.map((ask) => `「${ask}」`).join("") + "。");
}

function print() {
  /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".tool details"))
    .forEach((details) => (details.open = true));
  window.print();
}

/** @param {Result} route @param {string} name */
function paper(route, name) {
  return () => save(`要不要审-${name}-${shownDay(today())}.txt`, "text/plain", "\ufeff" + record(route, name));
}

/** @param {Tool<Navigator>} tool @param {Result} route @param {string} name @param {boolean} first */
function act(tool, route, name, first) {
  const look = "md-button" + (first ? " md-button--primary" : "");
  if (name === "fill") return fillLink(tool, route, look);
  if (name === "deadlines") {
    const address = "tools/deadlines/" + addressOf([["trigger", route.trigger]]);
    return link(tool, address, "算期限", { class: look });
  }
  if (name === "criteria") return link(tool, "tools/criteria/", "看审查要点", { class: look });
  if (name === "print") return button("打印", print, first);
  const title = name === "record" ? "评估记录" : route.verdict.paper;
  return button(`生成${title}`, paper(route, title), first);
}

// To the answers below; the address holds the answers, so it cannot name a place.
function toAnswers() {
  const made = el("button", { type: "button", class: "verdict__change" }, "改答案");
  made.addEventListener("click", () => {
    const answers = document.getElementById("your-answers");
    if (answers) answers.focus();
  });
  return made;
}

/** @param {Tool<Navigator>} tool @param {Result} route @param {Acts} acts @returns {Child} */
export function result(tool, route, acts) {
  const { verdict, heading, facts, next } = route;
  return [el("div", { class: "verdict" },
    el("p", { class: "verdict__from" }, `按${pairsBy(route.said).length}个问题的回答`, toAnswers()),
    el("h2", { tabindex: "-1", class: "asked" }, heading),
    el("dl", {}, facts.map(([title, words]) =>
      el("div", { class: "fact" }, el("dt", {}, title), el("dd", {}, words)))),
    el("p", { class: "verdict__line" }, sentence(route)),
    el("div", { class: "tool__buttons" }, verdict.buttons.map((name, n) => act(tool, route, name, n === 0)))),
  el("p", { class: "verdict__note" }, "以上按回答得出，不是审查结论；结论由委员会或者服务中心作出。"),
  unused(tool, route.unused), reasons(tool, route),
  el("section", { class: "result" }, el("h3", {}, "下一步"),
    el("ol", { class: "way-on" }, next.map((words) => el("li", {}, words)))),
  judged(tool, route),
  Object.entries(KINDS).map(([kind, title]) => group(tool, kind, title, route)),
  el("section", { class: "result reasons" },
    el("h3", { id: "your-answers", tabindex: "-1" }, "您的回答（可改）"),
    given(route.said, acts.change),
    el("div", { class: "tool__buttons" }, button("复制链接", copyLink), button("上一步", acts.back),
      button("重新开始", acts.restart)))];
}
