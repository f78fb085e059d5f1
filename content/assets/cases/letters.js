// Mirrors scripts/lawbook/desk/letters.py: what letters tell; no name, no vote, each number once.
/** @import { Distinct, Unnamed, Unsaid, Unsure } from "./checks" */
/** @import { Acts, Audience, Book, Entry, Hit, Seen, Tree } from "./types" */
import { bare, closedUp } from "../forms/names.js";
import { length } from "../forms/text.js";
import { keyOf, text } from "./flow.js";
import { namesFinder } from "./naming.js";
import { names } from "./spots.js";

/** @typedef {[entry: Entry, field: string, mentions: [name: string, sure: boolean][]]} Found */

// What a letter says but in some fields, each text with its field and what that is called: boxes count by the words beside them.
/** @param {Book} book @param {Entry} entry @param {string[]} besides @returns {[key: string, label: string, words: string][]} */
function texts(book, entry, besides) {
  /** @param {unknown} value @returns {string[]} */
  const inside = (value) => {
    if (typeof value === "string") return [value];
    return value && typeof value === "object" ? Object.values(value).flatMap(inside) : [];
  };
  return Object.entries(book.titles[keyOf(entry)]).filter(([key]) => !besides.includes(key)).flatMap(([key, label]) => {
    const value = (entry.answers || {})[key];
    const isChoice = (book.labels[keyOf(entry)] || {})[key];
    const all = isChoice ? (Array.isArray(value) ? value : [value]).filter((inner) => inner && typeof inner === "object") : [value];
    return all.flatMap(inside).map((words) => [key, label, words]);
  });
}

/** @param {Tree} tree @param {Acts} acts @param {Audience} audience */
const letters = (tree, acts, audience) => tree.entries.filter((entry) => entry.answers && acts.get(keyOf(entry)).audience === audience);
/** @param {string} name */
const isNamed = (name) => length(name) > 1;
/** @param {Tree} tree @param {string[]} spots */
const peopleIn = (tree, spots) => spots.flatMap((spot) => names(tree.entries, spot)).map(bare).filter(isNamed);

// The names in each text of the letters, found once for the rule and for that which only warns: [entry, field, mentions].
// ``members``: who is of the committee, beside those whom the case names.
/** @param {Seen} seen @param {Unnamed} check @returns {Found[]} */
function namedIn({ book, tree, acts, members, names: known }, check) {
  if (!known.has(check)) known.set(check, [...namesIn({ book, tree, acts, members }, check)]);
  return /** @type {Found[]} */ (known.get(check));
}

/** @param {Pick<Seen, "book" | "tree" | "acts" | "members">} seen @param {Unnamed} check @returns {Generator<Found>} */
function* namesIn({ book, tree, acts, members }, check) {
  const people = [...new Set([...peopleIn(tree, check.people), ...members.map(bare).filter(isNamed)])];
  const find = namesFinder(check, book.surnames, people, peopleIn(tree, check.others));
  for (const entry of letters(tree, acts, check.audience)) {
    for (const [key, field, words] of texts(book, entry, check.besides)) {
      const isWhole = (/** @type {string} */ name) => !check.whole_in.includes(key) || people.includes(name);
      const mentions = find(words).map(([name, sure]) => /** @type {[string, boolean]} */ ([name, sure && isWhole(name)]));
      if (mentions.length > 0) yield [entry, field, mentions];
    }
  }
}

/** @param {Seen} seen @param {Unnamed} check @param {boolean} wanted @returns {Generator<Hit>} */
function* named(seen, check, wanted) {
  for (const [entry, field, mentions] of namedIn(seen, check)) {
    const told = mentions.filter(([, sure]) => sure).map(([name]) => name);
    const own = mentions.filter(([name, sure]) => sure === wanted && (wanted || !told.includes(name))).map(([name]) => name);
    for (const name of new Set(own)) yield { label: seen.acts.get(keyOf(entry)).label, field, found: name };
  }
}

/** @param {Seen} seen @param {Unnamed} check */
export const unnamed = (seen, check) => named(seen, check, true);

// What may be a name, or a part of other words.
/** @param {Seen} seen @param {Unsure} check @returns {Generator<Hit>} */
export function* unsure(seen, check) {
  const rule = seen.book.flow.rules.find((rule) => rule.key === check.rule);
  if (rule) yield* named(seen, /** @type {Unnamed} */ (rule.checks), false);
}

/** @param {Seen} seen @param {Unsaid} check @returns {Generator<Hit>} */
export function* unsaid({ book, tree, acts }, check) {
  for (const entry of letters(tree, acts, check.audience)) {
    for (const [, field, words] of texts(book, entry, check.besides)) {
      const closed = closedUp(words);
      const match = new RegExp(check.pattern, "u").exec(check.unless ? closed.replace(new RegExp(check.unless, "gu"), "") : closed);
      if (match) yield { label: acts.get(keyOf(entry)).label, field, found: match.slice(1).find(Boolean) || match[0] };
    }
  }
}

/** @param {Seen} seen @param {Distinct} check @returns {Generator<Hit>} */
export function* distinct({ tree, acts }, check) {
  const seen = new Map();
  for (const entry of letters(tree, acts, check.audience)) {
    const words = text(entry, check.field);
    const act = acts.get(keyOf(entry)).label;
    if (words && seen.has(words)) yield { label: act, found: words, other: seen.get(words) };
    if (!seen.has(words)) seen.set(words, act);
  }
}
