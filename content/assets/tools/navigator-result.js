// The result: what follows, in order, each with its ground and the answers because of which it does.
import { basis, judged, link, mark, quotations } from "./common-basis.js";
import { add, el } from "./common-elements.js";
import { address as addressOf, button, copyLink } from "./common-page.js";
import { progress } from "./navigator-question.js";
import { pairsBy } from "./navigator-route.js";

export const KINDS = {
  finding: "判断", duty: "要做的事", where: "到哪里办", material: "材料",
  form: "表单", deadline: "时限", note: "提示",
};

function limit(tool, key) {
  const one = tool.data.deadlines[key];
  const words = `${one.title}：${one.period}`;
  const start = !one.start_defined && [" ", el("span", { class: "undefined" }, "起算点未规定")];
  const wanted = one.triggers.map((trigger) => ["trigger", trigger]).slice(0, 1);
  const reckon = one.unit !== "unspecified" &&
    [" ", link(tool, "tools/deadlines/" + addressOf(wanted), "算日期",
      { class: "given__link", "aria-label": `算日期：${one.title}` })];
  return el("p", { class: "step__more" }, el("small", {}, "时限"), " ",
    link(tool, one.address, words), start || "", " ", mark(tool, one.confidence), reckon || "");
}

// The form's page takes the answers behind the # sign: they are not sent to any server.
function fillLink(tool, key, reasons) {
  const fills = reasons.flatMap((one) => one.answer.fills).filter((one) => one.form === key);
  const count = new Set(fills.map((one) => one.field)).size;
  const given = reasons.map((one) => `${one.question.key}=${one.answer.key}`).join("&");
  const words = count > 0 ? `在线填写（已按回答填好${count}栏）` : "在线填写";
  const address = tool.data.forms[key].fill + (count > 0 ? "#prefill=" + encodeURIComponent(given) : "");
  return link(tool, address, words, { class: "given__link" });
}

function form(tool, key, reasons) {
  const one = tool.data.forms[key];
  return el("p", { class: "step__more" }, el("small", {}, "表单"), " ",
    fillLink(tool, key, reasons), "，",
    link(tool, one.blank, `下载${one.title}（Word）`, { class: "download", download: true }), "，",
    link(tool, one.address, "看每一栏的依据"));
}

function reason(tool, { question, answer }) {
  return el("li", {}, question.ask, " ", el("b", {}, answer.label), " ", judged(question),
    el("p", { class: "choice__why" }, answer.reason, " ", basis(tool, answer)));
}

function branch(tool, { consequence: one, because }, reasons) {
  return el("li", { class: "follows", id: "result-" + one.key },
    el("p", {}, el("b", { class: "follows__what" }, one.title), " ", mark(tool, one.confidence)),
    el("p", {}, one.text),
    one.deadlines.map((key) => limit(tool, key)), 
    one.forms.map((key) => form(tool, key, reasons)),
    one.basis.length === 0 ? "" :
      el("p", { class: "step__more" }, el("small", {}, "依据"), " ", basis(tool, one, false)),
    el("details", { class: "because" }, el("summary", {}, "为什么，依据写了什么"),
      el("ul", {}, because.map((each) => reason(tool, each))), quotations(tool, one, true)));
}

function group(tool, kind, title, { branches, reasons }) {
  const mine = branches.filter((one) => one.consequence.kind === kind);
  if (mine.length === 0) return null;
  return el("section", { class: "result" }, el("h3", {}, title, " ", el("small", {}, `${mine.length}条`)),
    el("ol", { class: "follow-list" }, mine.map((one) => branch(tool, one, reasons))));
}

function answered(tool, reasons, change) {
  const rows = reasons.map((each) => {
    const row = reason(tool, each);
    add(row, el("p", { class: "given__change" }, change(each.question)));
    return row;
  });
  return el("section", { class: "result reasons" },
    el("h3", {}, "回答和理由 ", el("small", {}, `${rows.length}个`)), el("ol", {}, rows));
}

// Marks that are not good enough to act on are counted at the top.
function caution(branches) {
  const weak = branches.filter((one) => ["draft", "unknown"].includes(one.consequence.confidence));
  if (weak.length === 0) return null;
  return el("div", { class: "notice notice--draft" }, el("p", {},
    `其中${weak.length}条仅见于征求意见稿或者未见原文，不能当作现行要求：` +
    weak.map((one) => one.consequence.title).join("、") + "。"));
}

function unused(tool, keys) {
  const asks = keys.map((key) => tool.data.questions.find((one) => one.key === key).ask);
  return asks.length > 0 && el("p", {}, "没有用到的答案：" + asks.join("、") + "。");
}

function print() {
  document.querySelectorAll(".tool details").forEach((one) => (one.open = true));
  window.print();
}

export function result(tool, route, act) {
  const count = `共${route.branches.length}条，来自${pairsBy(route.reasons).length}个回答。`;
  return [progress(tool, route),
    el("h2", { tabindex: "-1", class: "asked" }, "结果"), el("p", {}, count,
      "以下按回答得出，供准备材料用；审查结论由委员会或者服务中心作出。"),
    caution(route.branches), unused(tool, route.unused) || null,
    el("div", { class: "tool__buttons" }, button("打印", print, true),
      button("复制链接", copyLink), button("上一步", act.back),
      button("重新开始", act.restart)),
    Object.entries(KINDS).map(([kind, title]) => group(tool, kind, title, route)),
    answered(tool, route.reasons, act.change)].flat().filter(Boolean);
}
