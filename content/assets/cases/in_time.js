// Mirrors scripts/lawbook/desk/in_time.py: the kinds of rules over a case that hold its days against deadlines.
/** @import { Extends, InTime } from "./checks" */
/** @import { Book, Entry, Hit, Now, Seen, Tree } from "./types" */
import { ending } from "../forms/computed.js";
import { lastDay, shownDay } from "../tools/deadlines-count.js";
import { dayOf, fits, keyOf, runs, standing, text } from "./flow.js";
import { chinese } from "./spots.js";

/** @param {Tree} tree @param {string} key @returns {[number, Entry][]} */
export const actsIn = (tree, key) => tree.entries
  .map((entry, number) => /** @type {[number, Entry]} */ ([number, entry])).filter(([, entry]) => keyOf(entry) === key);
/** @typedef {{title: string, day: number, last: number}} Last a last day, and the working day after it */

/** @param {Tree} tree @param {number} count */
const upTo = (tree, count) => ({ ...tree, entries: tree.entries.slice(0, count) });
/** @param {Entry} entry @param {string} field */
const dateOf = (entry, field) => (field === "day" ? text(entry, field) || entry.day : text(entry, field));

/** @param {Seen} seen @param {InTime} check @returns {Generator<Hit>} */
export function* inTime({ book, tree, acts }, check) {
  for (const [number, entry] of actsIn(tree, check.act)) {
    const day = check.field ? dateOf(entry, check.field) : entry.day;
    if (!day || !fits(entry, check.when)) continue;
    const ends = endsOf(book, tree, number, check);
    if (ends && dayOf(day) > ends.last) {
      yield { label: acts.get(check.act).label, found: chinese(day), other: told(ends) };
    }
  }
}

/** @param {Last} ends */
const told = ({ title, day, last }) =>
  `${title}的最后一日${ending(shownDay(day), shownDay(last))}`;

// The deadline that an entry has to keep, {title, day, last: the working day after it}; null where nothing runs.
/** @param {Book} book @param {Tree} tree @param {number} number @param {InTime} check @returns {Last | null} */
function endsOf(book, tree, number, check) {
  if (check.start) return counted(book, tree.entries.slice(0, number), check);
  const count = check.field ? number + 1 : number;
  return count ? running(book, standing(book.flow, upTo(tree, count)), check.deadlines) : null;
}

/** @param {Book} book @param {Now} now @param {string[]} keys @returns {Last | null} */
function running(book, now, keys) {
  const [ends] = runs(book, now, keys);
  if (!ends || ends.day === null) return null;
  const later = keys.flatMap((key) => now.extended.get(key) || []).map(dayOf);
  const day = Math.max(ends.day, ...later);
  return { title: ends.deadline.title, day, last: Math.max(day, ends.rolled || day) };
}

// The last day counted from a place; hours are counted as whole days.
/** @param {Book} book @param {Entry[]} before @param {InTime} check @returns {Last | null} */
function counted(book, before, check) {
  const [act, field] = (check.start || "").split(".");
  const entry = before.filter((past) => keyOf(past) === act).pop();
  const limit = book.deadlines.find((deadline) => check.deadlines.includes(deadline.key));
  const start = entry && dateOf(entry, field);
  const due = start && limit && lastDay(dayOf(start), limit, book.years);
  return due && due.day !== null ? { title: limit.title, day: due.day, last: due.rolled || due.day } : null;
}

/** @param {Seen} seen @param {Extends} check @returns {Generator<Hit>} */
export function* extended({ book, tree, acts }, check) {
  for (const [number, entry] of tree.entries.entries()) {
    const act = acts.get(keyOf(entry));
    if (!number || !act.extends) continue;
    const ends = running(book, standing(book.flow, upTo(tree, number)), [act.extends]);
    if (!ends) continue;
    const day = check.finds === "late" ? entry.day : text(entry, "until");
    if (check.finds === "late" ? dayOf(day) > ends.last : dayOf(day) <= ends.day) {
      yield { label: act.label, found: chinese(day), other: told(ends) };
    }
  }
}
