// A list: rows are added, moved and removed by buttons, so that a keyboard is enough.
import { add as addTo, put } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";
import { told } from "./draft_list.js";
import { act } from "./entries.js";
import { hearPaste } from "./pasting.js";

const LEAST = 1; // an empty list shows one empty row

function cellsOf(row) {
  return [...row.querySelectorAll("[data-column]")];
}

function changed(list) {
  list.dispatchEvent(new Event("input", { bubbles: true }));
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

// Rows are called by their number, and so are their buttons, for those who hear the page.
function renumber(list) {
  const rows = [...list.children];
  rows.forEach((row, n) => {
    const name = `第 ${n + 1} 行`;
    row.querySelector(".row__name").textContent = name;
    cellsOf(row).forEach((cell) => cell.setAttribute(
      "aria-label", `${name} ${cell.parentNode.firstChild.textContent}`));
    row.querySelectorAll("[data-row]").forEach((button) => {
      button.setAttribute("aria-label", `${button.textContent}${name}`);
    });
    row.querySelector('[data-row="up"]').disabled = n === 0;
    row.querySelector('[data-row="down"]').disabled = n === rows.length - 1;
  });
}

function made(node, values = []) {
  const row = node.querySelector("template:not([data-known])").content.firstElementChild.cloneNode(true);
  cellsOf(row).forEach((cell, n) => (cell.value = values[n] || ""));
  return row;
}

function move(list, row, button) {
  const other = button.dataset.row === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  list.insertBefore(button.dataset.row === "up" ? row : other,
    button.dataset.row === "up" ? other : row);
  renumber(list);
  const there = button.disabled ? row.querySelector("[data-row]:not([disabled])") : button;
  there.focus();
}

// What stood in a removed row can be put back until the next change of the list.
function remove(node, list, row) {
  const { nextElementSibling: next, previousElementSibling: before } = row;
  const number = [...list.children].indexOf(row);
  const held = cellsOf(row).some((cell) => cell.value);
  row.remove();
  if (list.children.length < LEAST) addTo(list, made(node));
  renumber(list);
  cellsOf(next || before || list.firstElementChild)[0].focus();
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

export function rowsEntry(node, field) {
  const list = node.querySelector(".rows");
  const add = node.querySelector('[data-act="add"]');
  const read = () => [...list.children].map((row) => cellsOf(row).map((cell) => cell.value));
  const full = (cells) => cells.some((text) => trimmed(text) !== "");
  const write = (value) => {
    const rows = Array.isArray(value) && value.length > 0 ? value : [[]];
    put(list, rows.map((cells) => made(node, cells)));
    renumber(list);
  };
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-row]");
    if (!button) return;
    const row = button.closest(".row");
    if (button.dataset.row === "remove") remove(node, list, row);
    else move(list, row, button);
    changed(list);
  });
  add.addEventListener("click", () => {
    addTo(list, made(node));
    renumber(list);
    changed(list);
    cellsOf(list.lastElementChild)[0].focus();
  });
  // Rows in the place of an empty row, or after one that says something.
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
    target: () => cellsOf(list.firstElementChild)[0],
  };
}
