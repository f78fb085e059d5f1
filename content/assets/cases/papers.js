// Mirrors scripts/lawbook/desk/papers.py: the next paper, begun with what the case knows. What an
// applicant receives is never begun with anything of an internal paper.
/** @import { Answers, Chosen, Day, Field, Form, Remark, Value, Values } from "../forms/types" */
/** @import { Act, Book, Entry, Forms, Now, Tree } from "./types" */
import { reading } from "../forms/answers.js";
import { carried, originOf } from "../forms/carrying.js";
import { isWhole, musts, remarks as remarksOf } from "../forms/filled_form.js";
import { isMoot } from "../forms/letter.js";
import { strippedRight } from "../forms/text.js";
import { shownDate } from "../forms/values.js";
import { lastDay, shownDay } from "../tools/deadlines-count.js";
import { actsOf, done, keyOf, option, optionWords, options, runs, standing, text } from "./flow.js";
import { answered } from "./kinds.js";
import { names } from "./spots.js";

/**
 * What a field is filled from.
 * @typedef {{book: Book, forms: Forms, tree: Tree, act: Act, form: Form, today: number, papers: Entry[], now: Now}} Filler
 */

const ASKED = /\{([a-z-]+)\.([a-z_]+)\}/gu;

// ``forms(key)`` gives a form whose data is here.
/** @param {Form} form @param {Entry} entry */
export const answersOf = (form, entry) => reading(form, { form: form.key, answers: entry.answers }).answers;

/** @param {Pick<Tree, "entries">} tree @param {string} key @returns {Entry | null} */
export const newest = (tree, key) => [...tree.entries].reverse().find((entry) => keyOf(entry) === key) || null;

// The fields of which a check says something, each once.
/** @param {Remark[]} remarks */
export const fieldsIn = (remarks) => [...new Set(remarks.map((remark) => remark.where.replace(/^.*「|」$/gu, "")))];

/** @param {Act} origin @param {Act} act */
const hidden = (origin, act) => origin.audience === "internal" && act.audience !== "internal";

// The answers with which a paper begins: {form, values, key, title, mark}.
/** @param {Book} book @param {Forms} forms @param {Tree} tree @param {Act} act @param {number} today
 * @returns {Answers} */
export function begun(book, forms, tree, act, today) {
  const form = forms(act.key);
  const acts = actsOf(book.flow);
  const now = standing(book.flow, tree);
  const before = done(now, act);
  if (before) return corrected(form, act, before, tree, today);
  const papers = tree.entries.filter((entry) => entry.paper && !hidden(acts.get(entry.paper), act));
  /** @type {Values} */
  const values = {};
  for (const entry of papers.filter((other) => other === newest(tree, keyOf(other)) && other.paper !== act.key)) {
    const origin = originOf(form, keyOf(entry));
    if (origin) Object.assign(values, carried(form, origin, answersOf(origin, entry), lacking(forms, form, entry)).values);
  }
  const filler = { book, forms, tree, act, form, today, papers, now };
  for (const [key, how] of Object.entries(act.fills)) {
    const value = filled(filler, form.field(key), how);
    if (value !== null) values[key] = value;
  }
  Object.keys(act.fills).filter((key) => form.sections.some((section) => isMoot(section, key, values)))
    .forEach((key) => delete values[key]);
  return { form: form.key, values, key: "", title: "", mark: tree.mark || "" };
}

// A paper that is corrected begins as it was, with the day of its correction.
/** @param {Form} form @param {Act} act @param {Entry} before @param {Tree} tree @param {number} today
 * @returns {Answers} */
function corrected(form, act, before, tree, today) {
  const { values } = answersOf(form, before);
  return { form: form.key, values: act.day ? { ...values, [act.day]: { date: shownDay(today) } } : values, key: "", title: "", mark: tree.mark || "" };
}

// Gives the fields of a paper that must be changed; each paper is checked once.
/** @param {Forms} forms */
export function lacksOf(forms) {
  /** @type {WeakMap<Entry, string[]>} */
  const known = new WeakMap();
  return (/** @type {Entry} */ entry) => {
    if (!known.has(entry)) {
      const form = forms(keyOf(entry));
      const fields = fieldsIn(musts(form, answersOf(form, entry)));
      if (!isWhole(form)) return fields;
      known.set(entry, fields);
    }
    return /** @type {string[]} */ (known.get(entry));
  };
}

// What the check says of a paper from which a list of what it lacks is made.
/** @param {Forms} forms @param {Form} form @param {Entry} entry */
function lacking(forms, form, entry) {
  const asked = form.fields.some(([, field]) => field.carries.some((carry) => carry.lacks && carry.form === entry.paper));
  return asked ? remarksOf(forms(keyOf(entry)), answersOf(forms(keyOf(entry)), entry), null, null) : [];
}

/** @param {string | null | undefined} day @returns {Day | null} */
const dated = (day) => (day ? { date: day } : null);
/** @param {string | false | null | undefined} key @returns {Chosen[] | null} */
const ticked = (key) => (key ? [{ option: key, text: "" }] : null);

/** @param {Filler} filler @param {Field} field @param {string} how @returns {Value | null} */
function filled(filler, field, how) {
  if (how.startsWith("due:")) return dated(dueDay(filler, how.slice(4).split(",")));
  if (how.startsWith("day:")) return dated((newest(filler.tree, how.slice(4)) || {}).day);
  if (how.startsWith("came:")) return ticked(field.options[newest(filler.tree, how.slice(5)) ? 1 : 0].key);
  if (how.includes("{")) return how.split("|").map((part) => sentence(filler, part, since(filler, field))).find(Boolean) || null;
  if (how.startsWith("names:")) return named(filler, field, how.slice(6));
  /** @type {Record<string, () => Value | null>} */
  const ways = {
    today: () => dated(shownDay(filler.today)),
    received: () => dated(filler.tree.entries[0].day),
    completed: () => dated(filler.now.starts.get("submitted")),
    same: () => same(filler, field),
    known: () => known(filler, field),
    listed: () => listed(filler, field),
    agrees: () => agreeing(filler, field),
  };
  return ways[how]();
}

// The last day of a deadline that runs, or would run from today; an extension counts.
/** @param {Filler} filler @param {string[]} keys */
function dueDay({ book, now, today }, keys) {
  const later = keys.map((key) => now.extended.get(key)).find(Boolean);
  if (later) return later;
  const running = runs(book, now, keys).map((run) => run.day).filter((day) => day !== null);
  if (running.length > 0) return shownDay(Math.max(...running));
  const other = now.listed === null ? "" : now.listed ? "not" : "only";
  const next = book.deadlines.find((limit) => keys.includes(limit.key) && limit.listed !== other);
  const due = next && lastDay(today, next, book.years);
  return due && due.day !== null ? shownDay(due.day) : null;
}

// The case from the newest of some acts on, for a field that is filled afresh; the whole where none came.
/** @param {Filler} filler @param {Field} field @returns {Pick<Tree, "entries">} */
function since({ tree, act }, field) {
  const start = tree.entries.map(keyOf).reduce((last, key, n) => (act.afresh[field.key] || []).includes(key) ? n : last, 0);
  return { entries: tree.entries.slice(start) };
}

/** @param {Filler} filler @param {string} how @param {Pick<Tree, "entries">} tree */
function sentence({ book }, how, tree) {
  const known = [...how.matchAll(ASKED)].map(([, act, key]) => saidIn(book, tree, act, key));
  return known.every(Boolean) ? strippedRight(how.replace(ASKED, () => known.shift() || ""), "。") : null;
}

/** @param {Book} book @param {Pick<Tree, "entries">} tree @param {string} act @param {string} key */
function saidIn(book, tree, act, key) {
  const entry = newest(tree, act);
  if (!entry) return "";
  if (key === "day") return shownDate({ date: entry.day });
  const keys = entry.answers && typeof entry.answers[key] !== "string" ? options(entry, key) : [];
  return keys.length > 0 ? keys.map((ticked) => optionWords(book, act, key, ticked)).join("；") : text(entry, key);
}

// A row for each person of the newest paper of a place: the name, and nothing else.
/** @param {Filler} filler @param {Field} field @param {string} spot */
function named({ tree }, field, spot) {
  const entry = newest(tree, spot.split(".")[0]);
  const rows = entry ? names([entry], spot).map((name) => field.columns.map((_, n) => (n === 0 ? name : ""))) : [];
  return rows.length > 0 ? rows : null;
}

// What our newest letter to the same says in the field of that key, never what others wrote.
/** @param {Filler} filler @param {Field} field */
function same({ book, act, forms, papers }, field) {
  const acts = actsOf(book.flow);
  const ours = papers.filter((entry) => [act.audience, "applicant"].includes(acts.get(entry.paper).audience));
  for (const entry of ours.reverse()) {
    const origin = forms(keyOf(entry)).field(field.key);
    if (origin && origin.kind === field.kind && (entry.answers || {})[field.key] !== undefined) {
      return answersOf(forms(keyOf(entry)), entry).values[field.key];
    }
  }
  return null;
}

// The option that the case knows for a field of the same name.
/** @param {Filler} filler @param {Field} field */
function known({ now }, field) {
  const said = now.facts[field.key];
  return field.options.some((option) => option.key === said) ? ticked(said) : null;
}

/** @param {Filler} filler @param {Field} field */
function listed({ book, now, act }, field) {
  const source = book.flow.facts.flatMap((fact) => fact.sources)
    .find((source) => source.form === act.key && source.field === field.key && source.yes.length > 0);
  if (!source || now.listed === null) return null;
  return ticked((now.listed ? source.yes : source.no)[0]);
}

// The option that goes with that of the paper on which this one builds, and with all others.
/** @param {Filler} filler @param {Field} field */
function agreeing({ book, tree, act }, field) {
  const checks = book.flow.rules.flatMap(({ checks: rule }) =>
    (rule.kind === "agrees" && rule.act === act.key && rule.field === field.key ? rule : []));
  const fitting = checks.flatMap((check) => {
    const entry = answered(tree.entries, check);
    const theirs = entry && option(entry, check.other_field);
    return theirs ? [Object.keys(check.fitting).filter((ours) => check.fitting[ours].includes(theirs))] : [];
  });
  const [first = [], ...others] = fitting;
  return ticked(first.find((key) => others.every((some) => some.includes(key))));
}
