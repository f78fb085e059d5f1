// A paper that is being written on its form's page: the draft in which it stands, and back from there.
/** @import { Draft } from "../filling/types" */
/** @import { Answers, Field, Form, Raw } from "../forms/types" */
import { date } from "../forms/dates.js";
import { trimmed } from "../forms/text.js";
import { copies } from "../filling/copies.js";
import { drafts, mark } from "../filling/draft_store.js";
import { stateOfAnswers } from "../filling/entries.js";

// Where a paper is written; a folder on a disk has no page of its own accord.
/** @param {string} root @param {string} key */
export function pageOf(root, key) {
  const file = location.protocol === "file:" ? "index.html" : "";
  return new URL(`${root}forms/${key}/${file}`, location.href).href;
}

/** @param {string} root @param {string} key */
const bookOf = (root, key) => drafts(key, copies.ofPage(pageOf(root, key)));

// Puts the paper where its page opens it: as the draft that was saved last. ``desk`` is [words, state] of
// what it leads back to. Gives the draft's id.
/** @param {string} root @param {Form} form @param {Answers} answers @param {string} name @param {string[]} desk */
export function begin(root, form, answers, name, desk) {
  const state = stateOfAnswers(answers);
  const head = { title: "", mark: answers.mark };
  const draft = /** @type {Draft} */ ({
    id: mark(), name, named: true, rev: null, version: form.version, head, from: {}, state,
    line: mark(), turn: 0, desk,
  });
  return bookOf(root, form.key).write(draft).id;
}

// The same draft once more, so that it is the one that its page opens. Whether it is still there.
/** @param {string} root @param {string} key @param {string | undefined} id */
export function goOn(root, key, id) {
  const draft = read(root, key, id);
  if (draft) bookOf(root, key).write(draft);
  return Boolean(draft);
}

/** @param {string} root @param {string} key @param {string | undefined} id @returns {Draft | null} */
export function read(root, key, id) {
  const draft = id ? bookOf(root, key).read(id) : null;
  return draft && !draft.broken ? draft : null;
}

/** @param {string} root @param {string} key @param {string} id */
export const forget = (root, key, id) => bookOf(root, key).remove(id);

// The tree of answers that a page's raw state stands for.
/** @param {Form} form @param {Draft["state"]} state */
export function treeOf(form, state) {
  const pairs = form.fields.map(([, field]) => [field.key, valueOf(field, state[field.key])]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** @param {Field} field @param {Raw | null | undefined} raw */
function valueOf(field, raw) {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === "string") {
    const day = field.kind === "date" ? date(raw) : null;
    return trimmed(raw) === "" ? null : day ? day.date : raw;
  }
  if (Array.isArray(raw)) return rows(field, raw);
  const items = (raw.on || []).map((key) => (raw.words && raw.words[key] ? { [key]: raw.words[key] } : key));
  if (items.length === 0) return null;
  return field.kind === "choice" ? items[0] : items;
}

/** @param {Field} field @param {string[][]} raw */
function rows(field, raw) {
  const made = raw.map((row) => Object.fromEntries(field.columns
    .map((column, n) => [column.key, row[n] || ""]).filter(([, cell]) => trimmed(cell) !== "")))
    .filter((row) => Object.keys(row).length > 0);
  return made.length > 0 ? made : null;
}
