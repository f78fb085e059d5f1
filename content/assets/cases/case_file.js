// Mirrors scripts/lawbook/desk/case.py: a case read from the tree of its file, keeping every fault: where, what, what
// to write instead.
/** @import { Path } from "../forms/types" */
/** @import { Act, Acts, Entry, Flow, Forms, Tree } from "./types" */
import { reading } from "../forms/answers.js";
import { answerTree } from "../forms/answer_file.js";
import * as formerly from "../forms/former_names.js";
import { nearest } from "../forms/nearest.js";
import { filled, trimmed } from "../forms/text.js";
import { WRITTEN, startOf } from "../tools/deadlines-count.js";
import { actsOf } from "./flow.js";
import * as shared from "./shared.js";

/** @typedef {[path: Path, message: string]} Fault */
/**
 * What a case is read with; ``forms`` is null where answers are not read.
 * @typedef {{acts: Acts, flow: Flow, forms: Forms | null, fault: (path: Path, message: string) => null}} Reads
 */

const NUMBER = /* @__PURE__ */ new RegExp(`^${shared.NUMBER}$`, "u");
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
/** @type {Record<string, string>} */
const HEAD = { case: "案号", mark: "标注", place: "所在地", entries: "经过" };
/** @type {Record<string, string>} */
const PARTS = { paper: "文书", event: "事项", day: "日期", answers: "答案", said: "内容" };
const MOST = { entries: 500, words: 2000 }; // of what the page keeps

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isDict = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
/** @param {object} tree @param {string} key */
const has = (tree, key) => Object.prototype.hasOwnProperty.call(tree, key);
/** @param {unknown} value */
const textOf = (value) => (typeof value === "string" ? trimmed(value) : "");
/** @param {string} text @param {number} length */
const cut = (text, length) => Array.from(text).slice(0, length).join("");

/** @param {unknown} text */
export function isDay(text) {
  try {
    return typeof text === "string" && DAY.test(text) && Boolean(startOf(text));
  } catch (fault) {
    return false;
  }
}

// {tree, faults: [[path, message]]}: the case at a path of a file, every answer of its form; the tree is null where
// it is none. ``forms`` gives the forms of its papers; null where their answers are not read.
/** @param {Flow} flow @param {Forms | null} forms @param {Path} path @param {unknown} tree
 * @returns {{tree: Tree | null, faults: Fault[]}} */
export function caseAt(flow, forms, path, tree) {
  /** @type {Fault[]} */
  const faults = [];
  const seen = { acts: actsOf(flow), flow, forms, fault: (/** @type {Path} */ path, /** @type {string} */ message) => {
    faults.push([path, message]);
    return null;
  } };
  const made = caseIn(seen, path, tree);
  return { tree: faults.length > 0 ? null : made, faults };
}

/** @param {Reads} seen @param {Path} path @param {unknown} tree @returns {Tree | null} */
function caseIn(seen, path, tree) {
  const { fault, flow } = seen;
  if (!isDict(tree) || !has(tree, "case")) return fault(path, shared.NOT_A_CASE);
  only(seen, path, tree, HEAD);
  for (const key of ["case", "mark", "place"]) {
    if (has(tree, key) && typeof tree[key] !== "string") fault([...path, key], filled(shared.HEAD_NOT_TEXT, { head: HEAD[key] }));
  }
  const number = textOf(tree.case);
  if (!NUMBER.test(number)) fault([...path, "case"], filled(shared.BAD_NUMBER, { number: cut(number, 20) }));
  if (!Array.isArray(tree.entries) || tree.entries.length === 0) return fault([...path, "entries"], shared.NO_ENTRIES);
  if (tree.entries.length > MOST.entries) return fault([...path, "entries"], `经过超过 ${MOST.entries} 项；请分成几件案件`);
  const entries = tree.entries.map((entry, n) => entryIn(seen, [...path, "entries", n], entry));
  const [first] = flow.papers;
  const act = entries[0] && seen.acts.get(entries[0].paper || entries[0].event);
  if (act && act.key !== first.key) {
    fault([...path, "entries", 0], filled(shared.OTHER_FIRST, { act: act.label, first: first.label }));
  }
  const head = ["mark", "place"].map((key) => [key, textOf(tree[key])]).filter(([, text]) => text);
  return { case: number, ...Object.fromEntries(head), entries };
}

/** @param {Reads} seen @param {Path} path @param {unknown} tree @returns {Entry | null} */
function entryIn(seen, path, tree) {
  const { fault } = seen;
  if (!isDict(tree) || has(tree, "paper") === has(tree, "event")) return fault(path, shared.PAPER_OR_EVENT);
  /** @type {["paper" | "event", string, string]} */
  const [kind, own, other] = has(tree, "paper") ? ["paper", "answers", "said"] : ["event", "said", "answers"];
  only(seen, path, tree, PARTS);
  if (has(tree, other)) fault([...path, other], filled(shared.OTHER_PART, { part: PARTS[kind], other, own }));
  const act = actIn(seen, path, kind, textOf(tree[kind]));
  const day = textOf(tree.day);
  if (!isDay(day)) fault([...path, "day"], `日期应${WRITTEN}`);
  if (!act || !isDay(day)) return null;
  const inner = kind === "paper" ? answersIn(seen, path, act, tree.answers) : saidIn(seen, path, act, tree.said || {});
  return inner && { [kind]: act.key, day, ...inner };
}

/** @param {Reads} seen @param {Path} path @param {"paper" | "event"} kind @param {string} word @returns {Act | null} */
function actIn({ flow, fault }, path, kind, word) {
  const known = kind === "paper" ? flow.papers : flow.events;
  const act = known.find((act) => act.key === word);
  /** @type {[string, string][]} */
  const labels = known.map((act) => [act.key, act.label]);
  return act || fault([...path, kind], filled(shared.NO_SUCH_WORD, { part: PARTS[kind], word: cut(word, 30), nearest: nearest(cut(word, 40), labels) }));
}

// The answers, read and written again, so that every one is of its form.
/** @param {Reads} seen @param {Path} path @param {Act} act @param {unknown} tree @returns {Partial<Entry> | null} */
function answersIn({ forms, fault }, path, act, tree) {
  if (!forms) return { answers: /** @type {Entry["answers"]} */ (tree) };
  const form = forms(act.key);
  const read = reading(form, { form: act.key, answers: tree });
  read.faults.forEach((problem) => fault([...path, ...formerly.formerPath(read.given, problem.path)], problem.message));
  return read.faults.length > 0 ? null : { answers: /** @type {Entry["answers"]} */ (answerTree(form, read.answers, "").answers) };
}

/** @param {Reads} seen @param {Path} path @param {Act} act @param {unknown} tree @returns {Partial<Entry> | null} */
function saidIn({ fault }, path, act, tree) {
  const here = [...path, "said"];
  if (!isDict(tree)) return fault(here, shared.SAID_NOT_MAP);
  const said = Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, textOf(value)]));
  for (const message of saidFaults(act, said)) fault(here, message);
  return Object.keys(said).length > 0 ? { said } : {};
}

// Why an event could not be read again as it was written down on the page.
/** @param {Act} act @param {Entry} entry @returns {string[]} */
export const entryFaults = (act, { day, said }) => [...(isDay(day) ? [] : [`日期应${WRITTEN}`]), ...saidFaults(act, said || {})];

/** @param {Act} act @param {Record<string, string>} said */
function* saidFaults(act, said) {
  const can = act.asks.map((ask) => `${ask.key}（${ask.label}）`).join("、") || "无";
  for (const key of Object.keys(said).filter((word) => act.asks.every((ask) => ask.key !== word))) {
    yield filled(shared.NO_SUCH_ITEM, { act: act.label, key: cut(key, 30), can });
  }
  for (const ask of act.asks) {
    const text = has(said, ask.key) ? said[ask.key] : "";
    if (ask.required && !text) yield filled(shared.ITEM_MISSING, { act: act.label, label: ask.label, key: ask.key });
    if (text.length > MOST.words) yield `“${ask.label}”超过 ${MOST.words} 字；请写短一些`;
    if (text && ask.options.length > 0 && !ask.options.includes(text)) yield filled(shared.NOT_OF_OPTIONS, { label: ask.label, text: cut(text, 20), options: ask.options.join("、") });
    if (text && ask.kind === "date" && !isDay(text)) yield filled(shared.NOT_A_DATE, { label: ask.label, text: cut(text, 20), written: WRITTEN });
  }
}

/** @param {Reads} seen @param {Path} path @param {object} tree @param {Record<string, string>} known */
function only({ fault }, path, tree, known) {
  for (const key of Object.keys(tree).filter((word) => !has(known, word))) {
    fault([...path, key], filled(shared.UNKNOWN_CASE_KEY, { key: cut(key, 30), keys: Object.keys(known).join("、") }));
  }
}
