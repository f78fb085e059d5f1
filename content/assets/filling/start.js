// Everything a person does on the page, led to what it means.
/** @import { Boxes } from "../forms/types" */
/** @import { Page } from "./types" */
import { form as formOf } from "../forms/form.js";
import { held, missing } from "../shell/data.js";
import { el, every, pick, put } from "../tools/common-elements.js";
import { copies } from "./copies.js";
import { sure, told } from "./draft_list.js";
import { files } from "./files.js";
import { hearFiles } from "./incoming.js";
import { settle } from "./entries.js";
import { calendars, count, grounds, grow, look } from "./field_aids.js";
import { opening, trying } from "./opening.js";
import { page as pageOf } from "./page.js";
import { previews } from "./preview.js";
import { hearSwitch } from "./switch.js";
import "./alone.js";

export const BEGUN = "lawbook:filling"; // on the document, with the page: whoever adds to it listens
const NONE = "没有草稿可以删除。";
const NOT_HERE = "在线填写用的数据没有载入，请刷新本页再试。";

// What a change has to say may move the page: not while a finger is on the button it would move.
function settled() {
  let down = false;
  /** @type {(() => void)[]} */
  let waiting = [];
  const up = () => {
    down = false;
    window.setTimeout(() => {
      const due = waiting;
      waiting = [];
      due.forEach((done) => done());
    }, 0);
  };
  document.addEventListener("pointerdown", () => (down = true), true);
  ["pointerup", "pointercancel"].forEach((name) => document.addEventListener(name, up, true));
  return (/** @type {() => void} */ done) => (down ? waiting.push(done) : done());
}

/** @param {Page} page */
function hearEntries(page) {
  const { host, entries } = page;
  const form = pick(host, ".fill__form");
  /** @param {Event} event */
  const keyOf = (event) => {
    const entry = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-field]"));
    return entry && entry.dataset.field;
  };
  const later = settled();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const key = keyOf(event);
    if (!key) return;
    page.written(key);
    page.autosave.touched();
    count(entries.of(key));
    if (event.target instanceof HTMLTextAreaElement) grow(event.target);
    page.shownFilled();
  });
  form.addEventListener("change", (event) => {
    const key = keyOf(event);
    if (!key) return;
    if (settle(entries.of(key))) page.autosave.touched();
    later(() => {
      page.carry(key);
      look(host, entries);
      page.follow();
      page.checker.glance(key);
    });
  });
}

// The key of the field in which a button stands.
/** @param {HTMLElement} button */
const keyFor = (button) => /** @type {HTMLElement} */ (button.closest("[data-field]")).dataset.field || "";

/** @param {Page} page @param {HTMLElement} button */
function listed(page, button) {
  const key = keyFor(button);
  told(files.list(page.form.field(key), /** @type {string[][]} */ (page.entries.of(key).read()), page.name()));
}

/** @param {Page} page @param {HTMLElement} button */
function clear(page, button) {
  const entry = page.entries.of(keyFor(button));
  entry.write({ on: [], words: /** @type {Boxes} */ (entry.read()).words });
  entry.node.dispatchEvent(new Event("input", { bubbles: true }));
  entry.node.dispatchEvent(new Event("change", { bubbles: true }));
  entry.target().focus();
}

// ``of`` names the copy whose draft it is, where that is not ours.
/** @param {Page} page @param {string} id @param {string} name @param {string} [of] */
function remove(page, id, name, of) {
  const where = of === undefined ? "" : `（${copies.called(of)}）`;
  sure(`删除草稿“${name}”${where}？删除后找不回来。`, "删除", () => {
    if (of === undefined) page.removed(id);
    else page.book.of(of).remove(id);
    page.shownSaved(page.autosave.draft());
    told("草稿已删除。");
  });
}

// The list may be older than what another window did to the draft.
/** @param {Page} page @param {string} id @param {string} [of] */
function reopen(page, id, of) {
  const draft = (of === undefined ? page.book : page.book.of(of)).read(id);
  const name = draft && (draft.name || "未命名");
  if (draft && !draft.broken) {
    if (of === undefined) page.load(draft);
    else page.adopt(draft);
    told(of === undefined ? `已打开草稿“${name}”。`
      : `已把其他文件的草稿“${name}”抄成这里的一份；原来的没有动，还在列表里。`);
    return;
  }
  page.shownSaved(page.autosave.draft());
  told("这份草稿已经不在了，可能在另一个窗口里删除了。");
}

/** @param {Page} page */
function removeAll(page) {
  const all = page.kept();
  sure(`删除本表的全部草稿，共 ${all.length} 份？删除后找不回来。`, "全部删除", () => {
    all.forEach((draft) => page.removed(draft.id));
    page.removed(page.autosave.draft().id);
    told("全部草稿已删除。");
  });
}

/** @param {Page} page @param {HTMLElement} button */
function togglePaper(page, button) {
  const paper = pick(page.host, "#paper");
  paper.hidden = !paper.hidden;
  button.textContent = paper.hidden ? "预览" : "收起预览";
  if (!paper.hidden) page.paper();
}

/** @param {Page} page @returns {Record<string, (button: HTMLElement) => void>} */
function acts(page) {
  return {
    check: () => {
      page.checker.check();
      page.checker.focus();
    },
    word: () => page.save("word"),
    ministry: () => page.save("ministry"),
    yaml: () => page.save("yaml"),
    json: () => page.save("json"),
    print: () => window.print(),
    /** @param {HTMLElement} button */
    paper: (button) => togglePaper(page, button),
    go: () => page.steps.here(),
    /** @param {HTMLElement} button */
    none: (button) => clear(page, button),
    /** @param {HTMLElement} button */
    list: (button) => listed(page, button),
    new: () => page.leave(() => {
      const words = page.blank() ? "眼前就是一份空白的。" : "已换成一份空白的；原来那份在草稿列表里。";
      page.fresh();
      page.steps.first();
      told(words);
    }),
    remove: () => (page.blank() ? told(NONE) : remove(page, page.autosave.draft().id, page.name())),
    "remove-all": () => (page.blank() && page.kept().length === 0 ? told(NONE) : removeAll(page)),
    unmark: () => page.head({ mark: "" }),
  };
}

/** @param {Page} page */
function hearButtons(page) {
  const done = acts(page);
  page.host.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    const { act: name, open, remove: gone, of } = button.dataset;
    if (name && done[name]) done[name](button);
    if (open) page.leave(() => reopen(page, open, of));
    if (gone) remove(page, gone, (button.getAttribute("aria-label") || "").slice(3), of);
  });
  pick(page.host, "#draft-name").addEventListener("input", (event) =>
    page.autosave.named(/** @type {HTMLInputElement} */ (event.target).value));
  window.addEventListener("beforeprint", page.paper);
}

// A browser fetches the tab's icon again whenever the address changes; so it is given for good.
/** @param {HTMLElement} host */
function keepIcon(host) {
  const icon = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
  if (icon && host.dataset.icon) icon.href = host.dataset.icon;
}

function begin() {
  const host = document.getElementById("fill");
  if (!host) return;
  const key = host.dataset.form || "";
  if (!held(`forms/${key}`)) {
    put(pick(host, ".fill__off"), el("p", { role: "alert" }, missing(NOT_HERE)));
    return;
  }
  const form = formOf(key);
  host.classList.add("fill--on");
  keepIcon(host);
  const shown = ".desk, .bar, .finish, .step__ways, [data-act=add], [data-act=list]";
  every(host, shown).forEach((node) => (node.hidden = false));
  const page = pageOf(host, form);
  previews(page.entries);
  calendars(host);
  grounds(host);
  hearEntries(page);
  hearButtons(page);
  hearFiles(page);
  hearSwitch(page);
  window.addEventListener("hashchange", () => {
    trying(page);
    look(host, page.entries);
  });
  document.dispatchEvent(new CustomEvent(BEGUN, { detail: page }));
  opening(page);
}

document.addEventListener("DOMContentLoaded", begin);
