// A draft that was saved with another version of the form: what still has its place is kept, the
// rest is told in words. Drafts hold the raw state of a page:
//   text, long_text, date: "…"; choice, choices: {on: [option], words: {option: "…"}}; rows: [["cell"]].
// saved = {form, version, state, shape}; shape = forms.shape(form) of the version that saved it.
/** @import { Boxes, Column, Field, Form, Migrated, Option, Raw, Saved, Shape, State } from "./types" */
import { Refusal } from "./answers.js";
import { UNASKED } from "./form.js";

const LINES = ["text", "long_text", "date"];

// What a draft must say of its form to be understood later: key → {kind, called, parts},
// parts are options or columns: [key, label].
/** @param {Form} form @returns {Record<string, Shape>} */
export function shape(form) {
  /** @param {(Option | Column)[]} parts @returns {[string, string][]} */
  const named = (parts) => parts.map((part) => [part.key, part.label]);
  return Object.fromEntries(form.fields.filter(([, field]) => !UNASKED.includes(field.kind))
    .map(([, field]) => [field.key, {
      kind: field.kind, called: field.called, parts: named([...field.options, ...field.columns]),
    }]));
}

// {state, lost: ["「…」：…"], notes: ["「…」…"], version}; version is the old one, "" where it is
// the same; notes tell what was renamed. Throws a Refusal for a draft of another form.
/** @param {Form} form @param {Saved} saved @returns {Migrated} */
export function migrated(form, saved) {
  if (saved.form !== form.key) throw new Refusal([another(form, saved.form, "草稿")]);
  const before = saved.shape || shape(form);
  /** @type {Migrated} */
  const { state, lost, notes } = { state: {}, lost: [], notes: [], version: "" };
  for (const [key, value] of Object.entries(saved.state)) {
    if (isEmpty(value)) continue;
    const field = fieldOf(form, key, saved.state);
    const old = own(before, key) || { kind: kindOf(value), called: key, parts: [] };
    const [kept, gone] = carried(value, old, field);
    if (field && kept !== null) {
      state[field.key] = kept;
      if (field.key !== key || field.called !== old.called) notes.push(...noteOf(old, field));
    }
    lost.push(...gone.map((words) => `「${old.called}」：${words}`));
  }
  return { state, lost, notes, version: saved.version === form.version ? "" : saved.version || "未写明" };
}

// The field of a key, or the one that had it formerly and is not answered under its own.
/** @param {Form} form @param {string} key @param {State} state @returns {Field | null} */
function fieldOf(form, key, state) {
  const named = form.field(key);
  if (named) return UNASKED.includes(named.kind) ? null : named;
  const pair = form.fields.find(([, field]) => field.formerly.includes(key));
  const taken = pair && pair[1].formerly.slice(0, pair[1].formerly.indexOf(key)).concat(pair[1].key);
  return pair && taken && taken.every((key) => isEmpty(own(state, key))) ? pair[1] : null;
}

/** @param {Shape} old @param {Field} field */
function noteOf(old, field) {
  return [old.called === field.called ? `「${old.called}」按旧版表单的栏目读入`
    : `「${old.called}」写的内容转到了「${field.called}」`];
}

// The sentence on a draft or answers (``what``) of another form, known or not.
/** @param {Form} form @param {string} key @param {string} what */
export function another(form, key, what) {
  const known = form.data.known.find((known) => known.key === key);
  const title = known ? `《${known.title}》` : `另一份表单（${key}）`;
  return `这是${title}的${what}，不是《${form.title}》的；请到那份表单的页面打开`;
}

/** @template T @param {Record<string, T>} dict @param {string} key */
function own(dict, key) {
  return Object.prototype.hasOwnProperty.call(dict, key) ? dict[key] : null;
}

/** @param {Raw} value */
function kindOf(value) {
  if (Array.isArray(value)) return "rows";
  return typeof value === "string" ? "text" : "choices";
}

/** @param {Raw | null} value */
function isEmpty(value) {
  if (Array.isArray(value)) return !value.some((row) => row.some(Boolean));
  if (value === null || typeof value !== "object") return !value;
  return value.on.length === 0 && Object.values(value.words || {}).every((words) => !words);
}

// [what is kept or null, what has no place any more in words]
/** @param {Raw} value @param {Shape} old @param {Field | null} field @returns {[Raw | null, string[]]} */
function carried(value, old, field) {
  /** @param {string} kind */
  const line = (kind) => LINES.includes(kind);
  if (field && typeof value === "string" && line(field.kind)) return [value, []];
  if (field && Array.isArray(value) && field.kind === "rows") return rows(value, old, field);
  const ticks = value !== null && typeof value === "object" && !Array.isArray(value);
  if (field && ticks && field.kind.startsWith("choice")) return boxes(value, old, field);
  return [null, [said(value, old)]];
}

// The present part (option or column) of an old key, if there is one.
/** @template {{key: string, formerly: string[]}} T @param {T[]} parts @param {string} key */
function partOf(parts, key) {
  return parts.find((part) => part.key === key) || parts.find((part) => part.formerly.includes(key)) || null;
}

/** @param {string[][]} value @param {Shape} old @param {Field} field @returns {[Raw | null, string[]]} */
function rows(value, old, field) {
  const parts = old.parts.map(([key]) => partOf(field.columns, key));
  const indexes = field.columns.map((column) => {
    const own = old.parts.findIndex(([key]) => key === column.key);
    return own < 0 ? parts.indexOf(column) : own;
  });
  const gone = old.parts.map((part, column) => column).filter((column) => !indexes.includes(column));
  const kept = value.map((row) => indexes.map((column) => row[column] || ""));
  const cells = value.flatMap((row, n) => gone.filter((column) => row[column])
    .map((column) => `第 ${n + 1} 行的“${old.parts[column][1]}”：${row[column]}`));
  return [kept, cells];
}

/** @param {Boxes} value @param {Shape} old @param {Field} field @returns {[Raw | null, string[]]} */
function boxes(value, old, field) {
  if (field.kind === "choice" && value.on.length > 1) return [null, [said(value, old)]];
  const words = Object.entries(value.words || {});
  /** @param {string} key */
  const now = (key) => (partOf(field.options, key) || { key: null }).key;
  const rest = {
    on: value.on.filter((key) => now(key) === null),
    words: Object.fromEntries(words.filter(([key]) => now(key) === null)),
  };
  /** @type {Boxes} */
  const kept = { on: /** @type {string[]} */ ([...new Set(value.on.map(now).filter(Boolean))]), words: {} };
  for (const [key, text] of words) {
    const name = now(key);
    if (name) kept.words[name] = [kept.words[name], text].filter(Boolean).join("；"); // two may have become one
  }
  return [kept, isEmpty(rest) ? [] : [said(rest, old)]];
}

// A value in words, whole, so that a person can copy it.
/** @param {Raw} value @param {Shape} old */
function said(value, old) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((row) => row.filter(Boolean).join("，")).join("；");
  const words = value.words || {};
  const all = [...new Set([...value.on, ...Object.keys(words)])];
  /** @param {string} option */
  const label = (option) => (old.parts.find(([key]) => key === option) || [option, option])[1];
  return all.map((option) => label(option) + (words[option] ? `（${words[option]}）` : "")).join("、");
}
