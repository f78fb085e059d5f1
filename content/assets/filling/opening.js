// What a page opens with: answers of the navigator, an example, the last draft, a new one; and before
// all that, what a browser that was killed had not written yet.
/** @import { Draft, Page } from "./types" */
import { reading } from "../forms/answers.js";
import { every, pick } from "../tools/common-elements.js";
import { moment, told } from "./draft_list.js";
import { act, stateOfAnswers } from "./entries.js";
import { rescued } from "./draft_recovery.js";
import { ALONE } from "./switch.js";

const ASKED = /^#(?:field|entry)-([a-z0-9_]+)$/; // the field where whoever sent us goes on
const PATIENCE = 4000; // milliseconds: a slow machine that has just been killed has much to do

/** @typedef {Pick<typeof import("./navigator_answers.js"), "known" | "taken" | "tried">} Address */
/** @type {Address} */
let address = { known: () => ({ state: {}, from: {} }), taken: () => null, tried: () => false };

// What the address may bring: answers of the navigator, an example. To a file that stands alone nothing leads.
/** @param {Address} read */
export function brings(read) {
  address = read;
}

/** @param {Page} page @param {string} name @param {unknown} tree @param {string} back */
function tryExample(page, name, tree, back) {
  const { answers } = reading(page.form, tree);
  const { title, mark } = answers;
  page.fresh(stateOfAnswers(answers), { name: `试填：${title || name}`, head: { title, mark } });
  told(`${back}已按示例新建一份草稿。全文虚构，只供学写法；每页印有“虚构示例”标注。`);
}

/** @param {Page} page @param {string} [back] */
export function trying(page, back = "") {
  address.tried(page.host, (name, tree) => page.leave(() => tryExample(page, name, tree, back)));
}

/** @param {Draft} draft */
const called = (draft) => `“${draft.name || "未命名"}”`;

// Whether 委员会工作台 has just begun it: nobody has opened it yet.
/** @param {Draft} draft */
const isBegun = ({ desk, base, turn }) => Boolean(desk) && !base && turn === 1;

// What other copies left is never opened by itself.
/** @param {Page} page */
function offer(page) {
  const count = page.others().length;
  if (page.book.off()) told(`这里已选“不在浏览器中保存”。${ALONE}`);
  else if (count > 0) told(`浏览器里有其他文件（或者旧版填写页）的 ${count} 份草稿，没有打开。`,
    act("看列表", () => {
      const box = /** @type {HTMLDetailsElement} */ (pick(page.host, "#drafts-box"));
      box.open = true;
      box.scrollIntoView();
      pick(box, "#others button").focus({ preventScroll: true });
    }));
}

// ``drafts``: those that a killed browser had not written where drafts are kept.
/** @param {Page} page @param {Draft[]} drafts */
function open(page, drafts) {
  const answers = address.taken();
  const back = drafts.length > 0 ? `已找回上次意外关闭前填写的内容：草稿${drafts.map(called).join("")}。` : "";
  const last = drafts.find((draft) => draft.unkept) || page.kept().find((draft) => !draft.broken);
  trying(page, back);
  const { state, from } = address.known(page.host, answers || new Set());
  const count = Object.keys(state).length;
  if (count > 0) {
    page.fresh(state, { from, name: "自测带来的申请" });
    told(`${back}已新建一份草稿，按自测的回答填好 ${count} 栏；每一栏下面写明了来自哪个回答，请核对。`);
  } else if (last) {
    page.load(last);
    if (last.unkept) page.autosave.touched();
    told(isBegun(last) ? `${back}已按案件填好${called(last)}，带入的都可以改。`
      : `${back}已打开上次的草稿${called(last)}（${moment(last.saved)} 保存）。`);
  } else {
    page.fresh();
    offer(page);
  }
  if (answers && count === 0) told(`${back}链接里没有可以填进这份表单的回答；请从自测的结果页再点一次。`);
  const [, asked] = ASKED.exec(location.hash) || [];
  if (asked && page.entries.of(asked)) page.steps.go(asked);
}

// Found when somebody may already write: nothing on the screen changes by itself.
/** @param {Page} page @param {Draft[]} drafts */
function foundLate(page, drafts) {
  page.shownSaved(page.autosave.draft());
  drafts.forEach((draft) => told(`已找回上次意外关闭前填写的内容，在草稿列表里：${called(draft)}。`,
    act("打开", () => page.leave(() => page.load(draft)))));
}

// Pages that did not know of copies may have been killed too: theirs is put back, and offered.
/** @param {Page} page @param {() => string | false | null} here */
async function sought(page, here) {
  const { book } = page;
  const held = book.secondEntries(); // asked for first: before anything that is written meanwhile
  held.catch(() => {}); // told where it is awaited
  await book.recalled().catch(() => {}); // without a second place, the first has the say
  if (book.off()) book.stop(); // what a killed browser kept after all
  if (book.old) await rescued(book.old, () => null);
  return book.off() ? [] : rescued(book, here, held);
}

// What a killed browser left is looked for first; where that takes long, the page opens without.
/** @param {Page} page */
export function opening(page) {
  let isOpen = false;
  /** @param {Draft[]} drafts */
  const opened = (drafts) => {
    isOpen = true;
    /** @type {HTMLInputElement} */ (pick(page.host, "#unkept")).checked = page.book.off();
    /** @type {HTMLFieldSetElement[]} */ (every(page.host, "fieldset.step__fields"))
      .forEach((set) => (set.disabled = false));
    open(page, drafts);
  };
  const late = window.setTimeout(() => opened([]), PATIENCE);
  const here = () => isOpen && page.autosave.draft().id;
  sought(page, here).catch(() => []).then((drafts) => {
    window.clearTimeout(late);
    if (!isOpen) opened(drafts);
    else if (drafts.length > 0) foundLate(page, drafts);
  });
}
