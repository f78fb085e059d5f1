// A list: rows are added, moved and removed by buttons, so that a keyboard is enough.
/** @import { Field, Raw } from "../forms/types" */
/** @import { Made } from "./types" */
import { add as addTo, every, pick, put } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";
import { told } from "./draft_list.js";
import { act } from "./entries.js";
import { hearPaste } from "./pasting.js";

const LEAST = 1; // an empty list shows one empty row

/** @param {Element} row */
function cellsOf(row) {
  return /** @type {HTMLInputElement[]} */ (every(row, "[data-column]"));
}

/** @param {HTMLElement} list */
function changed(list) {
  list.dispatchEvent(new Event("input", { bubbles: true }));
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

// Rows are called by their number, and so are their buttons, for those who hear the page.
/** @param {HTMLElement} list */
function renumber(list) {
  const rows = [...list.children];
  rows.forEach((row, n) => {
    const name = `第 ${n + 1} 行`;
    pick(row, ".row__name").textContent = name;
    cellsOf(row).forEach((cell) => {
      const label = /** @type {Element} */ (/** @type {Element} */ (cell.parentNode).firstChild);
      cell.setAttribute("aria-label", `${name} ${label.textContent}`);
    });
    every(row, "[data-row]").forEach((button) => {
      button.setAttribute("aria-label", `${button.textContent}${name}`);
    });
    /** @type {HTMLButtonElement} */ (pick(row, '[data-row="up"]')).disabled = n === 0;
    /** @type {HTMLButtonElement} */ (pick(row, '[data-row="down"]')).disabled = n === rows.length - 1;
  });
}

/** @param {HTMLElement} node @param {string[]} [values] */
function made(node, values = []) {
  const { content } = /** @type {HTMLTemplateElement} */ (pick(node, "template:not([data-known])"));
  const row = /** @type {HTMLElement} */ (/** @type {Element} */ (content.firstElementChild).cloneNode(true));
  cellsOf(row).forEach((cell, n) => (cell.value = values[n] || ""));
  return row;
}

/** @param {HTMLElement} list @param {HTMLElement} row @param {HTMLElement} button */
function move(list, row, button) {
  const other = button.dataset.row === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  list.insertBefore(button.dataset.row === "up" ? row : other,
    button.dataset.row === "up" ? other : row);
  renumber(list);
  const isIdle = /** @type {HTMLButtonElement} */ (button).disabled;
  const there = isIdle ? pick(row, "[data-row]:not([disabled])") : button;
  there.focus();
}

// What stood in a removed row can be put back until the next change of the list.
/** @param {HTMLElement} node @param {HTMLElement} list @param {HTMLElement} row */
function remove(node, list, row) {
  const { nextElementSibling: next, previousElementSibling: before } = row;
  const number = [...list.children].indexOf(row);
  const held = cellsOf(row).some((cell) => cell.value);
  row.remove();
  if (list.children.length < LEAST) addTo(list, made(node));
  renumber(list);
  cellsOf(next || before || /** @type {Element} */ (list.firstElementChild))[0].focus();
  if (held) told(`已删除第 ${number + 1} 行。`, act("放回去", () => {
    const [only, ...more] = [...list.children];
    if (more.length === 0 && cellsOf(only).every((cell) => cell.value === "")) only.remove();
    list.insertBefore(row, list.children[number] || null);
    renumber(list);
    changed(list);
    cellsOf(row)[0].focus();
    told("");
  }));
}

/** @param {HTMLElement} node @param {Field} field @returns {Made<string[][]>} */
export function rowsEntry(node, field) {
  const list = pick(node, ".rows");
  const add = pick(node, '[data-act="add"]');
  const read = () => [...list.children].map((row) => cellsOf(row).map((cell) => cell.value));
  /** @param {string[]} cells */
  const full = (cells) => cells.some((text) => trimmed(text) !== "");
  /** @param {Raw | undefined} value */
  const write = (value) => {
    /** @type {string[][]} */
    const rows = Array.isArray(value) && value.length > 0 ? value : [[]];
    put(list, rows.map((cells) => made(node, cells)));
    renumber(list);
  };
  list.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (
      /** @type {Element} */ (event.target).closest("[data-row]"));
    if (!button) return;
    const row = /** @type {HTMLElement} */ (button.closest(".row"));
    if (button.dataset.row === "remove") remove(node, list, row);
    else move(list, row, button);
    changed(list);
  });
  add.addEventListener("click", () => {
    addTo(list, made(node));
    renumber(list);
    changed(list);
    cellsOf(/** @type {Element} */ (list.lastElementChild))[0].focus();
  });
  // Rows in the place of an empty row, or after one that says something.
  /** @param {string[][]} rows @param {HTMLElement} row */
  function take(rows, row) {
    const before = read();
    const made_ = rows.map((cells) => made(node, cells));
    row.after(...made_);
    if (!full(cellsOf(row).map((cell) => cell.value))) row.remove();
    renumber(list);
    changed(list);
    cellsOf(made_[0])[0].focus();
    return () => {
      write(before);
      changed(list);
    };
  }
  hearPaste(node, field.columns, take);
  const columns = () => cellsOf(made(node)).map((cell) => cell.dataset.column);
  /** @param {string[][]} rows */
  const tree = (rows) => {
    const names = columns();
    const kept = rows.filter(full).map((cells) => Object.fromEntries(
      cells.map((text, n) => [names[n], text]).filter(([, text]) => text !== "")));
    return kept.length > 0 ? kept : null;
  };
  // Messages count the rows that say something; before a check the others go.
  const prune = () => {
    const rows = read();
    if (rows.some(full) && !rows.every(full)) write(rows.filter(full));
  };
  write([]);
  return {
    read, write, tree, prune,
    filled: () => read().some(full),
    target: () => cellsOf(/** @type {Element} */ (list.firstElementChild))[0],
  };
}
