// The questions on the page as raw state: what was typed, as it was typed, ready or not.
// text, long_text, date: "…"; choice, choices: {on: [option], words: {option: "…"}}; rows: [["cell"]].
/** @import { Answers, Boxes, Chosen, Field, Form, Raw, State, Value } from "../forms/types" */
/** @import { Entry, Made } from "./types" */
import { date } from "../forms/dates.js";
import { isDay } from "../forms/tree.js";
import { fits } from "../forms/handmade.js";
import { shownDate, spelt as speltAs } from "../forms/values.js";
import { el, every, pick } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";
import { rowsEntry } from "./rows.js";

// The one spelling of a number or an address; nothing where what was typed is none.
/** @param {string} text @param {Field} field */
function spelt(text, field) {
  if (!field.pattern && !field.telephones) return "";
  const made = speltAs(field, trimmed(text));
  return field.pattern && !fits(field.pattern, made) ? "" : made;
}

/** @param {HTMLElement} node @param {Field} field @returns {Made<string>} */
function lineEntry(node, field) {
  const input = /** @type {HTMLInputElement} */ (pick(node, ".quest__in"));
  return {
    read: () => input.value,
    write: (value) => (input.value = typeof value === "string" ? value : ""),
    filled: () => trimmed(input.value) !== "",
    target: () => input,
    tree: (value) => (trimmed(value) === "" ? null : value),
    /** @param {string} value */
    spelt: (value) => spelt(value, field),
  };
}

// A date in any hand in which it is read from a Word file too; anything else as it was typed.
/** @param {HTMLElement} node @param {Field} field @returns {Made<string>} */
function dateEntry(node, field) {
  const made = lineEntry(node, field);
  /** @param {string} value */
  const day = (value) => (date(value) || { date: "" }).date;
  /** @param {string} value */
  const isShown = (value) => {
    const read = date(value);
    return read && shownDate(read) === value;
  };
  /** @param {string} value */
  const spelt = (value) => (isShown(value) ? value : day(value));
  return { ...made, tree: (value) => day(value) || made.tree(value), spelt };
}

/** @param {string} option @param {string} words */
function withWords(option, words) {
  return words ? { [option]: words } : option;
}

/** @param {HTMLElement} node @returns {Made<Boxes>} */
function boxEntry(node) {
  const boxes = /** @type {HTMLInputElement[]} */ (every(node, ".option > input[name]"));
  const words = /** @type {HTMLInputElement[]} */ (every(node, ".option__words"));
  /** @param {string} option */
  const boxOf = (option) => /** @type {HTMLInputElement} */ (boxes.find((box) => box.value === option));
  words.forEach((word) => word.addEventListener("input", () => {
    if (word.value) boxOf(word.dataset.option || "").checked = true; // whoever writes beside a box means it
  }));
  const read = () => ({
    on: boxes.filter((box) => box.checked).map((box) => box.value),
    words: Object.fromEntries(words.filter((word) => word.value)
      .map((word) => [word.dataset.option, word.value])),
  });
  /** @param {Raw | undefined} value */
  const write = (value) => {
    const given = /** @type {Partial<Boxes>} */ (value || {});
    const { on = [], words: said = {} } = given.on ? given : {};
    boxes.forEach((box) => (box.checked = on.includes(box.value)));
    words.forEach((word) => (word.value = said[word.dataset.option || ""] || ""));
  };
  /** @param {Boxes} value */
  /** @param {Boxes} value */
  const tree = ({ on, words: said }) => {
    const items = on.map((option) => withWords(option, said[option]));
    if (items.length === 0) return null;
    return node.dataset.kind === "choice" ? items[0] : items;
  };
  return { read, write, tree, filled: () => boxes.some((box) => box.checked), target: () => boxes[0] };
}

/** @type {Record<string, (node: HTMLElement, field: Field) => Made<string> | Made<Boxes> | Made<string[][]>>} */
const MADE = { date: dateEntry, choice: boxEntry, choices: boxEntry, rows: rowsEntry };

/** @param {HTMLElement} node @param {Form} form @returns {Entry} */
function entry(node, form) {
  const { field: key = "", kind = "" } = node.dataset;
  return { key, kind, node, .../** @type {Made<Raw>} */ ((MADE[kind] || lineEntry)(node, form.field(key))) };
}

// A value of answers (assets/forms/answers.js) as raw state.
/** @param {Value} value @returns {Raw} */
function stateOf(value) {
  if (!Array.isArray(value)) return isDay(value) ? value.date : value;
  if (Array.isArray(value[0])) return /** @type {string[][]} */ (value);
  const chosen = /** @type {Chosen[]} */ (value);
  const words = chosen.filter((item) => item.text).map((item) => [item.option, item.text]);
  return { on: chosen.map((item) => item.option), words: Object.fromEntries(words) };
}

// Whoever leaves a field sees the spelling that goes into the files; whether it is another one.
/** @param {Entry} entry */
export function settle(entry) {
  const made = entry.spelt && entry.spelt(/** @type {string} */ (entry.read()));
  if (!made || made === entry.read()) return false;
  entry.write(made);
  return true;
}

// All entries of a page: read() and write(state) for all, tree() as an answer file holds it.
/** @param {HTMLElement} host @param {Form} form */
export function entries(host, form) {
  const all = every(host, "[data-field]").map((node) => entry(node, form));
  /** @param {string} key */
  const of = (key) => /** @type {Entry} */ (all.find((entry) => entry.key === key));
  const read = () => Object.fromEntries(all.map((entry) => [entry.key, entry.read()]));
  /** @param {State} state */
  const write = (state) => all.forEach((entry) => entry.write(state[entry.key]));
  const tree = () => Object.fromEntries(
    all.map((entry) => [entry.key, entry.tree(entry.read())]).filter(([, value]) => value !== null));
  return { all, of, read, write, tree, filled: () => all.some((entry) => entry.filled()) };
}

// The state that answers give; what they do not answer is empty.
/** @param {Answers} answers */
export function stateOfAnswers(answers) {
  return Object.fromEntries(
    Object.entries(answers.values).map(([key, value]) => [key, stateOf(value)]));
}

/** @param {string} words @param {() => void} done @param {string} [look] */
export function act(words, done, look = "act act--small") {
  const made = el("button", { type: "button", class: look }, words);
  made.addEventListener("click", done);
  return made;
}
