// The questions on the page as raw state: what was typed, as it was typed, ready or not.
// text, long_text, date: "…"; choice, choices: {on: [option], words: {option: "…"}}; rows: [["cell"]].
import { date } from "../forms/dates.js";
import { fits } from "../forms/handmade.js";
import { shownDate, spelt as speltAs } from "../forms/values.js";
import { el } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";
import { rowsEntry } from "./rows.js";

// The one spelling of a number or an address; nothing where what was typed is none.
function spelt(text, field) {
  if (!field.pattern && !field.telephones) return "";
  const made = speltAs(field, trimmed(text));
  return field.pattern && !fits(field.pattern, made) ? "" : made;
}

function lineEntry(node, field) {
  const input = node.querySelector(".quest__in");
  return {
    read: () => input.value,
    write: (value) => (input.value = typeof value === "string" ? value : ""),
    filled: () => trimmed(input.value) !== "",
    target: () => input,
    tree: (value) => (trimmed(value) === "" ? null : value),
    spelt: (value) => spelt(value, field),
  };
}

// A date in any hand in which it is read from a Word file too; anything else as it was typed.
function dateEntry(node, field) {
  const made = lineEntry(node, field);
  const day = (value) => (date(value) || { date: "" }).date;
  const isShown = (value) => day(value) && shownDate(date(value)) === value;
  const spelt = (value) => (isShown(value) ? value : day(value));
  return { ...made, tree: (value) => day(value) || made.tree(value), spelt };
}

function withWords(option, words) {
  return words ? { [option]: words } : option;
}

function boxEntry(node) {
  const boxes = [...node.querySelectorAll(".option > input[name]")];
  const words = [...node.querySelectorAll(".option__words")];
  const boxOf = (option) => boxes.find((box) => box.value === option);
  words.forEach((word) => word.addEventListener("input", () => {
    if (word.value) boxOf(word.dataset.option).checked = true; // whoever writes beside a box means it
  }));
  const read = () => ({
    on: boxes.filter((box) => box.checked).map((box) => box.value),
    words: Object.fromEntries(words.filter((word) => word.value)
      .map((word) => [word.dataset.option, word.value])),
  });
  const write = (value) => {
    const { on = [], words: said = {} } = value && value.on ? value : {};
    boxes.forEach((box) => (box.checked = on.includes(box.value)));
    words.forEach((word) => (word.value = said[word.dataset.option] || ""));
  };
  const tree = ({ on, words: said }) => {
    const items = on.map((option) => withWords(option, said[option]));
    if (items.length === 0) return null;
    return node.dataset.kind === "choice" ? items[0] : items;
  };
  return { read, write, tree, filled: () => boxes.some((box) => box.checked), target: () => boxes[0] };
}

const MADE = { date: dateEntry, choice: boxEntry, choices: boxEntry, rows: rowsEntry };

function entry(node, form) {
  const { field: key, kind } = node.dataset;
  return { key, kind, node, ...(MADE[kind] || lineEntry)(node, form.field(key)) };
}

// A value of answers (assets/forms/answers.js) as raw state.
function stateOf(value) {
  if (!Array.isArray(value)) return value && value.date ? value.date : value;
  if (Array.isArray(value[0])) return value;
  const words = value.filter((item) => item.text).map((item) => [item.option, item.text]);
  return { on: value.map((item) => item.option), words: Object.fromEntries(words) };
}

// Whoever leaves a field sees the spelling that goes into the files; whether it is another one.
export function settle(entry) {
  const made = entry.spelt && entry.spelt(entry.read());
  if (!made || made === entry.read()) return false;
  entry.write(made);
  return true;
}

// All entries of a page: read() and write(state) for all, tree() as an answer file holds it.
export function entries(host, form) {
  const all = [...host.querySelectorAll("[data-field]")].map((node) => entry(node, form));
  const of = (key) => all.find((entry) => entry.key === key);
  const read = () => Object.fromEntries(all.map((entry) => [entry.key, entry.read()]));
  const write = (state) => all.forEach((entry) => entry.write(state[entry.key]));
  const tree = () => Object.fromEntries(
    all.map((entry) => [entry.key, entry.tree(entry.read())]).filter(([, value]) => value !== null));
  return { all, of, read, write, tree, filled: () => all.some((entry) => entry.filled()) };
}

// The state that answers give; what they do not answer is empty.
export function stateOfAnswers(answers) {
  return Object.fromEntries(
    Object.entries(answers.values).map(([key, value]) => [key, stateOf(value)]));
}

export function act(words, done, look = "act act--small") {
  const made = el("button", { type: "button", class: look }, words);
  made.addEventListener("click", done);
  return made;
}
