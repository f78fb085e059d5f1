// Mirrors scripts/lawbook/desk/spots.py: what stands at a spot of a case, act.field or act.field.column.
/** @import { OnlyIf } from "../forms/types" */
/** @import { Book, Entry } from "./types" */
import { date } from "../forms/dates.js";
import { EVERY_BLANK } from "../forms/shared.js";
import { shownDate } from "../forms/values.js";
import { keyOf, option, optionWords, options, text } from "./flow.js";

const BETWEEN = /* @__PURE__ */ new RegExp(`[、，,；;${EVERY_BLANK}]+`, "u");
const BUT_BLANKS = /[、，,；;\n]+/u;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u;
const LISTED = { yes: "列入", no: "未列入" };
/** @param {string} day */
export const chinese = (day) => shownDate({ date: day });

// The names that stand at a place; rows that say what ``but`` asks do not count; ``between``: what ends a name.
/** @param {Entry[]} entries @param {string} spot @param {OnlyIf | null} [but] @returns {string[]} */
export const names = (entries, spot, but) => named(entries, spot, but, BETWEEN);
/** @param {Entry[]} entries @param {string} spot @param {OnlyIf | null} [but] @returns {string[]} */
export const wholeNames = (entries, spot, but) => named(entries, spot, but, BUT_BLANKS);

/** @param {Entry[]} entries @param {string} spot @param {OnlyIf | null | undefined} but @param {RegExp} between @returns {string[]} */
function named(entries, spot, but, between) {
  const [act, field, column] = spot.split(".");
  /** @param {Record<string, string>} row */
  const out = (row) => Object.entries(but || {}).some(([key, words]) => words.includes(row[key] || ""));
  return entries.filter((entry) => keyOf(entry) === act).flatMap((entry) => {
    if (!column) return text(entry, field).split(between).filter(Boolean);
    const rows = /** @type {Record<string, string>[]} */ ((entry.answers || {})[field] || []);
    return rows.filter((row) => !out(row)).map((row) => row[column] || "").filter(Boolean);
  });
}

/** @param {Book} book @param {Entry} entry @param {string} field */
const isKnown = (book, entry, field) => field in (book.titles[keyOf(entry)] || {});

// What an entry says in a field, as people read it; "" for nothing.
/** @param {Book} book @param {Entry} entry @param {string} field @returns {string} */
export function said(book, entry, field) {
  if (!entry.answers) return field === "day" ? chinese(entry.day) : (entry.said || {})[field] || "";
  const listed = listedOf(book, entry, field);
  if (listed !== null) return listed;
  if (field === "day" && !isKnown(book, entry, field)) return chinese(entry.day);
  if ((book.labels[keyOf(entry)] || {})[field]) {
    const ticked = option(entry, field);
    return ticked ? optionWords(book, keyOf(entry), field, ticked) : "";
  }
  const words = text(entry, field);
  const day = DAY.test(words) && date(words); // of any year, in and out of a field of words
  return day ? shownDate(day) : words;
}

// Whether a field says that the activity is on the list; null where it is not asked.
/** @param {Book} book @param {Entry} entry @param {string} field */
function listedOf(book, entry, field) {
  const sources = book.flow.facts.flatMap((fact) => fact.sources);
  const source = sources.find((source) => source.form === entry.paper && source.field === field && source.yes.length + source.no.length > 0);
  if (!source) return null;
  const ticked = options(entry, field);
  if (ticked.some((key) => source.yes.includes(key))) return LISTED.yes;
  return ticked.some((key) => source.no.includes(key)) ? LISTED.no : "";
}

// What a field is called.
/** @param {Book} book @param {Entry} entry @param {string} field */
export function label(book, entry, field) {
  return entry.answers ? book.titles[keyOf(entry)][field] : "日期";
}
