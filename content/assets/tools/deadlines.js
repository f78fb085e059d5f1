// The calculator as a page: what was asked stands in the address, the answer below the form.
/** @import { Asked, Deadlines, Pair, Tool, Wanted } from "./extracts" */
import { el, put } from "./common-elements.js";
import { address, focused, follow, go, start } from "./common-page.js";
import { Problem, short } from "./common-text.js";
import { reckoned } from "./deadlines-book.js";
import { shownStart, startOf } from "./deadlines-count.js";
import { dueForm } from "./deadlines-form.js";
import { dueResult } from "./deadlines-result.js";
import { filled } from "../forms/text.js";
import * as shared from "./common-shared.js";

/** @typedef {ReturnType<typeof dueForm> & {answer: HTMLElement}} Parts */

const OWN = "at-"; // a start of its own: at-re-decision=2026-03-05
/** @param {Deadlines} book @returns {Record<string, string[]>} */
function choices(book) {
  return { listed: ["", "yes", "no"], place: ["", ...book.places.map((place) => place.key)] };
}

/** @param {Deadlines} book @param {Pair[]} pairs @returns {Wanted} */
function wantedOf(book, pairs) {
  const known = choices(book);
  /** @type {Asked} */
  const wanted = { trigger: "", date: "", time: "", listed: "", place: "", project: "" };
  const starts = new Map();
  for (const [key, value] of pairs) {
    if (key.startsWith(OWN)) starts.set(key.slice(OWN.length), value);
    else if (!Object.keys(wanted).includes(key)) {
      throw new Problem(`链接中的“${short(key)}”看不懂，请从头开始。`);
    } else if (key === "trigger" && value && !book.triggers.some((trigger) => trigger.key === value)) {
      throw new Problem(`${filled(shared.NO_TRIGGER, { key: short(value) })}，请重新选择。`);
    } else if (known[key] && !known[key].includes(value)) {
      throw new Problem(`链接中的“${short(value)}”看不懂，请从头开始。`);
    } else wanted[/** @type {keyof Asked} */ (key)] = Array.from(value).slice(0, 200).join("");
  }
  return { ...wanted, starts };
}

// Every moment in its one spelling; what is none stays as it was written.
/** @param {Wanted} wanted @returns {Wanted} */
function settled({ starts, ...wanted }) {
  const own = Array.from(starts, ([key, text]) => /** @type {Pair} */ ([key, spelt(text)]));
  return { ...wanted, date: spelt(wanted.date), starts: new Map(own) };
}

/** @param {string} text */
function spelt(text) {
  try {
    return shownStart(startOf(text));
  } catch (fault) {
    if (fault instanceof Problem) return text;
    throw fault;
  }
}

/** @param {Wanted} wanted @returns {Pair[]} */
function pairsOf({ starts, ...wanted }) {
  const own = Array.from(starts, ([key, value]) => /** @type {Pair} */ ([OWN + key, value]));
  return [...Object.entries(wanted), ...own];
}

const TITLE = document.title;

/** @param {Parts} parts @param {unknown} fault */
function refused(parts, fault) {
  if (!(fault instanceof Problem)) throw fault;
  document.title = `有错误：${TITLE}`;
  const look = { class: "notice notice--warn tool__fault", role: "alert" };
  put(parts.answer, el("div", look, el("p", {}, fault.message)));
}

/** @param {Tool<Deadlines>} tool @param {Parts} parts @param {Wanted} wanted */
function answer(tool, parts, wanted) {
  /** @param {string} key @param {string} value */
  const choose = (key, value) => {
    const starts = new Map([...wanted.starts, [key, value]]);
    move(tool, parts, { ...wanted, starts });
  };
  return dueResult(tool, wanted, choose);
}

// What cannot be reckoned is said at once and does not become a link.
/** @param {Tool<Deadlines>} tool @param {Parts} parts @param {Wanted} wanted */
function move(tool, parts, wanted) {
  try {
    reckoned(tool.data, wanted);
    go(pairsOf(settled(wanted)));
  } catch (fault) {
    refused(parts, fault);
  }
}

// A link that names only the moment fills the form and waits for the date.
/** @param {Tool<Deadlines>} tool @param {Parts} parts @param {Pair[]} pairs @param {boolean} moved */
function show(tool, parts, pairs, moved) {
  const wanted = settled(wantedOf(tool.data, pairs));
  document.title = TITLE;
  // Days of a link in other spellings: the address says what the field says.
  if (pairs.length > 0) history.replaceState(null, "", address(pairsOf(wanted)));
  if (!parts.form.isConnected) put(tool.host, parts.form, parts.answer);
  put(parts.answer);
  parts.fill(wanted);
  if (!pairs.some(([key]) => key === "date" || key === "time")) return;
  try {
    put(parts.answer, answer(tool, parts, wanted));
    if (moved) focused(parts.answer);
  } catch (fault) {
    refused(parts, fault);
  }
}

start("deadlines", (/** @type {Tool<Deadlines>} */ tool) => {
  /** @param {Asked} values */
  const ask = (values) => move(tool, parts, { ...values, starts: new Map() });
  const parts = { ...dueForm(tool.data, ask), answer: el("div", { class: "answer" }) };
  follow(tool, (pairs, moved) => show(tool, parts, pairs, moved));
});
