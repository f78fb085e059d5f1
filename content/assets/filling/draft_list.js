// The drafts on the screen: which one is open, when it was saved, the others, and every trouble.
/** @import { Child } from "../tools/extracts" */
/** @import { Draft } from "./types" */
import { el, pick, put } from "../tools/common-elements.js";
import { padded } from "../tools/common-text.js";
import { copies } from "./copies.js";
import { act } from "./entries.js";


/** @param {number} time */
export function clock(time) {
  const at = new Date(time);
  return `${padded(at.getHours())}:${padded(at.getMinutes())}`;
}

/** @param {number} time */
export function moment(time) {
  const at = new Date(time);
  const today = at.toDateString() === new Date().toDateString();
  const day = today ? "今天" : `${at.getFullYear()}-${padded(at.getMonth() + 1)}-${padded(at.getDate())}`;
  return `${day} ${clock(time)}`;
}

// A sentence that stays until the next one; without words the place is emptied.
/** @param {string} id @param {Child} words @param {Child[]} more */
function sentence(id, words, ...more) {
  const node = /** @type {HTMLElement} */ (document.getElementById(id));
  const close = act("知道了", () => put(node));
  put(node, words && [el("p", {}, words), el("p", { class: "told__acts" }, more, close)]);
}

let since = 0;

/** @param {Child} words @param {Child[]} more */
export function told(words, ...more) {
  since = Date.now();
  sentence("told", words, ...more);
}

// What was said goes with the step it was said on, unless it was said just now.
window.addEventListener("hashchange", () => Date.now() - since > 1500 && told(""));

/** @param {Child} words @param {Child[]} more */
export const warned = (words, ...more) => sentence("warned", words, ...more);

// Asks before something is gone; the question stands where the answer is given.
/** @param {string} words @param {string} yes @param {() => void} done */
export function sure(words, yes, done) {
  const node = /** @type {HTMLElement} */ (document.getElementById("warned"));
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const leave = () => {
    put(node);
    if (before) before.focus();
  };
  put(node, el("p", {}, words), el("p", { class: "told__acts" }, act(yes, () => {
    leave();
    done();
  }), act("取消", leave)));
  pick(node, "button:last-child").focus();
}

// ``copy`` is given for a draft that is another copy's.
/** @param {string} words @param {string} name @param {string} attribute @param {Draft} draft */
function button(words, name, attribute, { id, copy }) {
  const look = { type: "button", class: "act act--small", "aria-label": `${words}：${name}` };
  return el("button", { ...look, [attribute]: id, "data-of": copy }, words);
}

/** @param {Draft} draft @param {boolean} here */
function row(draft, here) {
  const words = draft.broken ? "读不出来，只能删除" : `${moment(draft.saved)} 保存`;
  const name = draft.name || "未命名";
  const open = !draft.broken && button("打开", name, "data-open", draft);
  return el("li", {}, el("span", { class: "drafts__name" }, name),
    el("span", { class: "drafts__when" }, words),
    draft.copy !== undefined && el("span", { class: "drafts__of" }, copies.called(draft.copy)),
    here ? el("span", { class: "need" }, "正在填写") : open,
    button("删除", name, "data-remove", draft));
}

/** @param {Draft[]} all @param {string | null} hereId @param {Draft[]} others */
export function shelf(all, hereId, others) {
  pick(document, "#draft-count").textContent = String(all.length);
  pick(document, "#other-count").textContent = others.length > 0 ? `，其他文件的 ${others.length} 份` : "";
  pick(document, "#others-box").hidden = others.length === 0;
  put(pick(document, "#others"), others.map((draft) => row(draft, false)));
  put(pick(document, "#drafts"),
    all.length > 0 ? all.map((draft) => row(draft, draft.id === hereId)) : el("li", {}, "还没有草稿；写下第一个字就会存。"));
}
