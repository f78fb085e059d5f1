// Answers as they will be read: the closed Markdown of long texts, and the whole form for printing.
/** @import { Answers, Chosen, Field, Form, Grid, Passage, Raw, Run, State, Value } from "../forms/types" */
/** @import { Child } from "../tools/extracts" */
/** @import { Entries } from "./types" */
import { whole } from "../forms/computed.js";
import { preview } from "../forms/docx.js";
import { add, el, every, pick, put } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";
import { isDay } from "../forms/tree.js";
import { shownDate } from "../forms/values.js";

const LONG = 10000; // units of a text that is set at once
const REST = 800;

/** @param {Run[]} runs */
function words(runs) {
  return runs.map(([text, bold]) => (bold ? el("b", {}, text) : text));
}

/** @param {Grid} block */
function table(block) {
  /** @param {Run[][]} cells @param {"td" | "th"} name */
  const row = (cells, name) => el("tr", {}, cells.map((cell) => el(name, {}, words(cell))));
  const [first, ...others] = block.rows;
  const head = block.header ? el("thead", {}, row(first, "th")) : null;
  const rows = block.header ? others : block.rows;
  return el("div", { class: "paper__wide", tabindex: "0", role: "group", "aria-label": "表格" },
    el("table", {}, head, el("tbody", {}, rows.map((cells) => row(cells, "td")))));
}

/** @param {Passage} block */
function isItem(block) {
  return block.kind === "line" && block.item;
}

// Neighbouring items make one list.
/** @param {string} text */
function blocks(text) {
  const made = [];
  let list = null;
  for (const block of preview(text)) {
    if (!isItem(block)) list = null;
    else if (!list) made.push((list = el("ul", {})));
    if (list && block.kind === "line") add(list, el("li", {}, words(block.runs)));
    else made.push(block.kind === "grid" ? table(block) : el("p", {}, words(block.runs)));
  }
  return made;
}

/** @param {Field} field @param {string[][]} rows */
function shownRows(field, rows) {
  const head = el("tr", {}, field.columns.map((column) => el("th", {}, column.label)));
  const body = rows.map((cells) => el("tr", {}, cells.map((text, n) =>
    el("td", { "data-label": field.columns[n].label }, text))));
  return el("table", {}, el("thead", {}, head), el("tbody", {}, body));
}

/** @param {Field} field @param {Chosen[]} chosen */
function shownBoxes(field, chosen) {
  return field.options.map((option) => {
    const ticked = chosen.find((each) => each.option === option.key);
    const said = ticked && ticked.text ? `：${ticked.text}` : "";
    return el("p", {}, `${ticked ? "☑" : "☐"} ${option.label}${said}`);
  });
}

// ``raw`` is what was typed, for an answer that cannot be read yet.
/** @param {Field} field @param {Value | undefined} value @param {string} raw @returns {Child[]} */
export function shown(field, value, raw) {
  if (field.kind === "fixed") return lines(field.text || "");
  if (field.options && field.options.length > 0) return shownBoxes(field, /** @type {Chosen[]} */ (value || []));
  if (field.computed) return lines(/** @type {string} */ (value || "（未算出）"));
  if (value === undefined) return [el("p", { class: "paper__none" }, raw || "（未填）")];
  if (field.kind === "rows") return [shownRows(field, /** @type {string[][]} */ (value))];
  if (field.kind === "long_text") return blocks(/** @type {string} */ (value));
  return [el("p", {}, isDay(value) ? shownDate(value) : /** @type {string} */ (value))];
}

/** @param {string} text */
function lines(text) {
  return text.split("\n").map((line) => el("p", {}, line));
}

/** @param {Raw} raw */
function typed(raw) {
  return typeof raw === "string" ? trimmed(raw) : "";
}

// The whole form with its answers, in the form's order.
/** @param {Form} form @param {Answers} answers @param {State} raw */
export function paper(form, answers, raw) {
  const sections = [...form.sections, ...(form.attachments || [])];
  const values = { ...answers.values, ...whole(form, answers.values) };
  /** @param {Field} field */
  const isShown = (field) => form.asks(field, answers.values) || field.key in answers.values;
  return [
    answers.mark ? el("p", { class: "paper__mark" }, answers.mark) : null,
    el("p", { class: "paper__title" }, form.title),
    sections.map((section) => [
      el("h3", {}, section.title),
      el("dl", {}, section.fields.filter((field) => isShown(field)).map((field) =>
        [el("dt", {}, field.called || field.name || field.label),
          el("dd", {}, shown(field, values[field.key], typed(raw[field.key])))])),
    ]),
  ];
}

// What the form computes from the answers, beside its label.
/** @param {HTMLElement} host @param {Form} form @param {Answers} answers */
export function showComputed(host, form, answers) {
  const spots = every(host, "[data-computed]");
  const told = spots.length > 0 ? whole(form, answers.values) : {};
  for (const spot of spots) {
    const text = told[spot.dataset.computed || ""];
    const none = el("p", { class: "paper__none" }, "填好有关栏目后算出，不用填写。");
    put(pick(spot, ".paper"), text ? lines(text) : none);
  }
}

// The layout beside a long text, live while it is open.
/** @param {Entries} entries */
export function previews(entries) {
  for (const { node, read } of entries.all.filter((entry) => entry.kind === "long_text")) {
    const details = /** @type {HTMLDetailsElement & {refresh?: () => void}} */ (pick(node, ".quest__preview"));
    const paper = pick(details, ".paper");
    let waiting = 0;
    const show = () => {
      if (!details.open) return;
      const made = blocks(/** @type {string} */ (read()));
      put(paper, made.length > 0 ? made : el("p", { class: "paper__none" }, "还没有写。"));
    };
    // A whole book that was pasted is set when its writer rests, not at every character.
    const soon = () => {
      window.clearTimeout(waiting);
      if (/** @type {string} */ (read()).length < LONG) show();
      else waiting = window.setTimeout(show, REST);
    };
    details.hidden = false;
    details.addEventListener("toggle", show);
    node.addEventListener("input", soon);
    details.refresh = show;
  }
}
