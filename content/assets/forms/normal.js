// Mirrors scripts/lawbook/forms/normal.py: answers in the one form in which they can be compared.
/** @import { Answers, Chosen, Field, Form, Item, Value, Values } from "./types" */
import * as passage from "./passage.js";
import * as shared from "./shared.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import * as answerValues from "./values.js";
import { filled } from "./text.js";

const BLANK = new RegExp(`[${shared.BLANKS}]+`, "gu");

// The normal form of answers and the changes that made it: {answers, changes: ["「…」: …"]}.
/** @param {Form} form @param {Answers} answers @returns {{answers: Answers, changes: string[]}} */
export function normalised(form, answers) {
  const changes = [];
  /** @type {Values} */
  const values = {};
  for (const [, field] of form.fields) {
    const old = trees.get(answers.values, field.key);
    const made = old === null ? null : valueOf(form, field, old);
    if (made !== null) values[field.key] = made;
    if (!same(old, made)) changes.push(`「${field.called}」: ${described(old, made)}`);
  }
  const title = titleOf(form, answers);
  const mark = oneLine(answers.mark);
  for (const [name, before, after] of [["标题", answers.title, title], ["标注", answers.mark, mark]]) {
    if (before !== after) changes.push(`${name}: ${described(before, after)}`);
  }
  return { answers: { form: form.key, key: "", title, mark, values }, changes };
}

/** @param {Value | null} value @param {Value | null} other */
function same(value, other) {
  return value === other || JSON.stringify(plain(value)) === JSON.stringify(plain(other));
}

// Chosen boxes as pairs: the order of their keys must not matter.
/** @param {Value | null} value */
function plain(value) {
  if (trees.isDay(value)) return [value.date];
  if (!Array.isArray(value)) return value;
  return value.map((item) => (Array.isArray(item) ? item : { pair: [item.option, item.text] }));
}

// Text without any blank, to compare what programs set differently.
/** @param {string} text */
export function solid(text) {
  return text.replace(BLANK, "");
}

/** @param {string} text */
function stripped(text) {
  return strings.stripped(text, shared.BLANKS);
}

// Text on one line: no blank between Chinese characters, else one.
/** @param {string} text */
export function oneLine(text) {
  let made = "";
  for (const line of strings.trimmed(answerValues.clean(text)).split("\n").map(stripped).filter(Boolean)) {
    // Halves of a pair are wide too: they stand above U+2E80.
    const apart = made && (made[made.length - 1] < shared.FIRST_WIDE || line[0] < shared.FIRST_WIDE);
    made += (apart ? " " : "") + line;
  }
  return made;
}

// The title that the form makes itself from the answer in it.
/** @param {Form} form @param {string} answer */
function derivedTitle(form, answer) {
  return answer + form.layout.title.text.replace(/\n/gu, "");
}

// A line without the instructions that stand alone, before or after it.
/** @param {string} text @param {string[]} hints */
export function withoutHint(text, hints) {
  let left = text;
  for (const hint of hints) {
    if (solid(left) === solid(hint)) return "";
    if (left.startsWith(hint)) left = left.slice(hint.length);
    if (hint && left.endsWith(hint)) left = left.slice(0, left.length - hint.length);
    left = stripped(left);
  }
  return left;
}

// Whether a title is one that the form makes itself, for whatever place.
/** @param {Form} form @param {string} title */
export function isMade(form, title) {
  return title === form.title || title.endsWith(derivedTitle(form, ""));
}

/** @param {Form} form @param {Answers} answers */
function titleOf(form, answers) {
  const title = oneLine(answers.title);
  return isMade(form, title) ? "" : title;
}

/** @param {Form} form @param {Field} field @param {Value} value @returns {Value | null} */
function valueOf(form, field, value) {
  const hints = form.hints(field);
  if (typeof value === "string") {
    if (field.kind === "long_text") return long(value, hints) || null;
    return field.kind === "text" ? short(field, value, hints) : null;
  }
  if (!Array.isArray(value)) return field.kind === "date" ? value : null;
  if (field.kind === "choice" || field.kind === "choices") return filledOrNull(chosen(field, value));
  return field.kind === "rows" ? filledOrNull(rows(field, value)) : null;
}

/** @param {Item[]} items */
function filledOrNull(items) {
  return items.length > 0 ? items : null;
}

/** @param {Field} field @param {string} text @param {string[]} hints */
function short(field, text, hints) {
  const line = settled(oneLine(text), hints);
  return answerValues.spelt(field, line) || null;
}

/** @param {string} text @param {string[]} hints */
function long(text, hints) {
  let made = passage.canonical(strings.trimmed(answerValues.clean(text)));
  for (;;) {
    const lines = hints.length > 0 ? made.split("\n").map((line) => settled(line, hints)) : [made];
    const again = passage.canonical(lines.join("\n"));
    if (again === made) return again;
    made = passage.canonical(strings.trimmed(answerValues.clean(again)));
  }
}

// Without hints, until there is none left to take away.
/** @param {string} line @param {string[]} hints */
function settled(line, hints) {
  let left = line;
  for (;;) {
    const again = left ? withoutHint(left, hints) : "";
    if (again === left) return left;
    left = again;
  }
}

/** @param {Field} field @param {Item[]} items @returns {Chosen[]} */
function chosen(field, items) {
  const words = new Map();
  for (const item of items) {
    if (Array.isArray(item) || words.has(item.option)) continue;
    words.set(item.option, beside(item.text));
  }
  const kept = field.options.filter((option) => words.has(option.key))
    .map((option) => ({ option: option.key, text: option.requires_text ? words.get(option.key) : "" }));
  return field.kind === "choices" || kept.length === 1 ? kept : [];
}

/** @param {string} text */
function beside(text) {
  const line = oneLine(text).replace(/\t/gu, " ");
  return oneLine(strings.strippedLeft(line, shared.COLONS + shared.BLANKS));
}

/** @param {Field} field @param {Item[]} items @returns {string[][]} */
function rows(field, items) {
  const made = items.filter(Array.isArray).map((item) => item.map((text) => strings.trimmed(answerValues.clean(text))));
  return made.filter((row) => row.some(Boolean) && row.length === field.columns.length);
}

// What a change did, in words.
/** @param {Value | null} old @param {Value | null} made */
function described(old, made) {
  if (made === null || made === "") return shared.ONLY_BLANKS;
  if (typeof old === "string" && typeof made === "string") {
    return kinds(old, made).join("、") || shared.SETTLED;
  }
  return shared.LINES_GONE;
}

/** @param {string} old @param {string} made */
function kinds(old, made) {
  const parts = [];
  if (strings.count(made, "\ufffd") > strings.count(old, "\ufffd")) {
    parts.push(shared.SIGNS_REPLACED);
  }
  if (solid(strings.halfWidth(old)) === solid(made) && solid(old) !== solid(made)) {
    parts.push(filled(shared.WIDE_SIGNS, { signs: made }));
  }
  if (solid(old) !== old && solid(answerValues.clean(old)) === solid(made)) {
    parts.push(shared.BLANKS_GONE);
  }
  return parts;
}
