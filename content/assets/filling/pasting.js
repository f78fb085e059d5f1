// Rows from a spreadsheet or a Word table: shown first, taken into the list only when confirmed.
/** @import { Column } from "../forms/types" */
/** @import { Control } from "./types" */
import { el, pick, put } from "../tools/common-elements.js";
import { told } from "./draft_list.js";
import { act } from "./entries.js";
import { cellsOf, matched, tableOf } from "./pasted.js";

/** @param {Column[]} columns @param {string[][]} rows */
function shown(columns, rows) {
  const head = el("tr", {}, columns.map(({ label }) => el("th", {}, label)));
  const body = rows.map((cells) => el("tr", {}, cells.map((text, n) =>
    el("td", { "data-label": columns[n].label }, text))));
  return el("div", { class: "paper__wide", tabindex: "0", role: "group", "aria-label": "要放入的行" },
    el("table", {}, el("thead", {}, head), el("tbody", {}, body)));
}

/** @typedef {(rows: string[][], row: HTMLElement) => () => void} Take */

// ``columns`` are those of the field; take(rows, row) puts rows at a row and gives what takes them out
// again.
/** @param {HTMLElement} node @param {Column[]} columns @param {Take} take */
export function hearPaste(node, columns, take) {
  const panel = el("div", { class: "pasted paper", role: "group", "aria-label": "粘贴的表格", tabindex: "-1" });
  panel.hidden = true;
  pick(node, ".rows").after(panel);

  /** @param {HTMLElement | null} focus */
  function close(focus) {
    panel.hidden = true;
    put(panel);
    if (focus && focus.isConnected) focus.focus();
  }

  /** @param {string[][]} rows @param {HTMLElement} row */
  function taken(rows, row) {
    const undo = take(rows, row);
    close(null);
    told(`已放入 ${rows.length} 行，请核对。`, act("撤回", () => {
      undo();
      told("");
    }));
  }

  // The words as they are, where the caret was.
  /** @param {Control} cell @param {string} text @param {[number, number]} caret */
  function inOne(cell, text, [from, to]) {
    cell.setRangeText(text, from, to, "end");
    close(cell);
    cell.dispatchEvent(new Event("input", { bubbles: true }));
    cell.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {Control} cell @param {string[][]} table @param {string} text */
  function ask(cell, table, text) {
    const match = matched(columns, table);
    const rows = cellsOf(match);
    /** @type {[number, number]} */
    const caret = [cell.selectionStart || 0, cell.selectionEnd || 0];
    panel.hidden = false;
    put(panel, el("p", {}, el("b", {}, `剪贴板里是 ${rows.length} 行，放入后是这样：`)), shown(columns, rows),
      match.serial && el("p", {}, "各行前面的序号不放入。"),
      match.left.length > 0 && el("p", {}, `这里没有对应的列，不放入：${match.left.join("、")}。`),
      el("p", { class: "told__acts" },
        act("确认放入", () => taken(rows, /** @type {HTMLElement} */ (cell.closest(".row"))), "act act--main"),
        act("只贴进这一格", () => inOne(cell, text, caret)), act("取消", () => close(cell))));
    panel.focus();
  }

  node.addEventListener("paste", (event) => {
    const { clipboardData, target } = event;
    const cell = /** @type {Control | null} */ (/** @type {Element} */ (target).closest("[data-column]"));
    const table = cell && clipboardData ? tableOf(clipboardData) : [];
    if (!cell || !clipboardData || table.length === 0 || matched(columns, table).rows.length === 0) return;
    event.preventDefault();
    ask(cell, table, clipboardData.getData("text/plain"));
  });
}
