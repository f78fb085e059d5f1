// Mirrors scripts/lawbook/desk/letters.py: what letters tell; no name, no vote, each number once.
/** @import { Distinct, Unnamed, Unsaid, Unsure } from "./checks" */
/** @import { Acts, Audience, Book, Entry, Hit, Seen, Tree } from "./types" */
import { MASK, bare, closedUp, masked } from "../forms/names.js";
import { keyOf, text } from "./flow.js";
import { names } from "./places.js";

// Where a sentence or a clause ends; the text is in its usual width.
const STOP = "[，。；：、！？（）《》“”‘’…,;:!?()\\[\\]\"/|<>]";
/** @typedef {[entry: Entry, field: string, found: [name: string, sure: boolean][]]} Found */

const HAN = /^[一-龥]+$/;
// What stands for a sign of a name that is not told; a star is one of them before it is taken off.
const MASKS = "×xX○〇●△□某";
/** @param {string} words */
const escaped = (words) => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

// What a letter says but in some fields, each text with what its field is called: boxes count by the words beside them.
/** @param {Book} book @param {Entry} entry @param {string[]} besides @returns {[string, string][]} */
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
    return all.flatMap(inside).map((words) => [label, words]);
  });
}

/** @param {Tree} tree @param {Acts} acts @param {Audience} audience */
const letters = (tree, acts, audience) => tree.entries.filter((entry) => entry.answers && acts.get(keyOf(entry)).audience === audience);
/** @param {string} name @param {number} size */
const cut = (name, size) => Array.from(name).slice(0, size).join("");
/** @param {string} name */
const length = (name) => Array.from(name).length;
/** @param {string} name */
const isNamed = (name) => length(name) > 1;
/** @param {Tree} tree @param {string[]} places */
const peopleIn = (tree, places) => places.flatMap((place) => names(tree.entries, place)).map(bare).filter(isNamed);

// A pattern of some words, the longest first; of none where there are none.
/** @param {string[]} words */
function any(words) {
  const ordered = [...new Set(words)].sort().sort((one, other) => length(other) - length(one));
  return ordered.length > 0 ? `(?:${ordered.map(escaped).join("|")})` : "";
}

// A pattern in which a mark may stand for each Chinese character, but not within brackets.
/** @param {string} pattern */
const looseOf = (pattern) => pattern.replace(/\[[^\]]*\]|[一-龥]/g, (part) => (part[0] === "[" ? part : `[${part}${MASK}]`));

// The parts of names: a given name before a word, a name that is torn apart or masked. Gives what stands in a text.
/** @param {Unnamed} check @param {string[]} people @param {RegExp} before @returns {(words: string) => [name: string, sure: boolean][]} */
function partsFinder(check, people, before) {
  const sizeOf = (/** @type {string} */ name) => (new RegExp(`^(?:${check.compound})$`).test(cut(name, 2)) ? 2 : 1);
  const some = [...new Set(people)].filter((name) => length(name) > 2 && HAN.test(name)).sort();
  const families = some.map((name) => cut(name, sizeOf(name)));
  const givenOf = (/** @type {string} */ name) => Array.from(name).slice(sizeOf(name)).join("");
  const given = some.map(givenOf);
  const [long, short] = [given.filter((one) => length(one) > 1), given.filter((one) => length(one) === 1)];
  const made = (/** @type {string[]} */ parts) => new RegExp(parts.filter(Boolean).join("|") || "(?!)", "g");
  const alone = made([
    long.length > 0 ? `${any(long)}(?=${check.after}|${check.always}|${check.titles})` : "",
    short.length > 0 ? `${any(short)}(?=${check.always})` : "",
  ]);
  const torn = made(some.map((name) =>
    `${cut(name, sizeOf(name))}(?:[(/,、|]${givenOf(name)}|[${MASKS}]{1,2}${Array.from(name).pop()})`));
  return (words) => [
    ...[...words.matchAll(torn)].map((match) => /** @type {[string, boolean]} */ ([match[0], true])),
    ...[...words.matchAll(alone)].map((match) => [match[0], words.slice(0, match.index)])
      .filter(([, head]) => !families.some((family) => head.endsWith(family)))
      .map(([name, head]) => /** @type {[string, boolean]} */ ([name, before.test(head)])),
  ];
}

// How people may be named: surely, where the name stands apart, or where a word says so. Gives the names in a text,
// each with whether it is surely one.
/** @param {Unnamed} check @param {string[]} people @param {string[]} others */
function namesFinder(check, people, others) {
  const families = people.flatMap((name) => [1, 2].filter((size) => length(name) > size).map((size) => cut(name, size)));
  const kept = families.filter((name) => HAN.test(name) && others.every((other) => cut(other, 1) !== cut(name, 1)));
  const compound = kept.filter((name) => new RegExp(`^(?:${check.compound})$`).test(name));
  const some = any(kept);
  /** @param {string[]} parts */
  const made = (...parts) => new RegExp(parts.filter(Boolean).join("|") || "(?!)", "g");
  const sure = made(any(people.filter((name) => length(name) > 2)), some && `${some}(?:${check.always})|姓${some}`);
  const apart = made(any([...people.filter((name) => length(name) === 2), ...compound]), some && `${some}(?:${check.titles})`);
  const weak = made(some && `${some}(?:${check.weak})`, some && `[小老]${some}`);
  const after = new RegExp(`^(?:$|${STOP}|${check.after}|${check.always}|${check.titles})`);
  const ways = [[apart, new RegExp(`(?:^|${STOP}|${check.before})$`)], [weak, new RegExp(`(?:${check.before})$`)]];
  const loose = made(looseOf(any(people)), some && `${looseOf(some)}(?<title>${looseOf(`${check.always}|${check.titles}`)})`);
  // What may be a name written in other characters than those of simplified texts.
  /** @param {string} words @returns {[string, boolean][]} */
  const hidden = (words) => {
    const [signs, seen] = [Array.from(words), masked(words)];
    return (seen.includes(MASK) ? [...seen.matchAll(loose)] : []).filter((match) => {
      const isApart = ways[0][1].test(seen.slice(0, match.index)) && after.test(seen.slice(match.index + match[0].length));
      const isTold = [...((match.groups || {}).title || match[0])].some((sign) => sign !== MASK);
      return match[0].includes(MASK) && (isTold || isApart);
    }).map((match) => signs.slice(match.index, match.index + match[0].length).join(""))
      .filter((name) => !others.includes(name)).map((name) => /** @type {[string, boolean]} */ ([name, false]));
  };
  const ofParts = partsFinder(check, people, ways[0][1]);
  /** @type {(words: string, starred: string) => [name: string, sure: boolean][]} */
  const find = (words, starred) => [
    ...[...words.matchAll(sure)].map((match) => /** @type {[string, boolean]} */ ([match[0], true])),
    ...ways.flatMap(([way, before]) => [...words.matchAll(way)].map((match) =>
      /** @type {[string, boolean]} */ ([match[0],
        before.test(words.slice(0, match.index)) || after.test(words.slice(match.index + match[0].length))]))),
    ...hidden(words),
    ...ofParts(starred),
  ];
  return find;
}

// The names in each text of the letters, found once for the rule and for that which only warns: [entry, field, found].
// ``members``: who is of the committee, beside those whom the case names.
/** @param {Seen} seen @param {Unnamed} check @returns {Found[]} */
function namedIn({ book, tree, acts, members, names: known }, check) {
  if (!known.has(check)) known.set(check, [...namesIn({ book, tree, acts, members }, check)]);
  return /** @type {Found[]} */ (known.get(check));
}

/** @param {Pick<Seen, "book" | "tree" | "acts" | "members">} seen @param {Unnamed} check @returns {Generator<Found>} */
function* namesIn({ book, tree, acts, members }, check) {
  const people = [...new Set([...peopleIn(tree, check.people), ...members.map(bare).filter(isNamed)])];
  const find = namesFinder(check, people, peopleIn(tree, check.others));
  for (const entry of letters(tree, acts, check.audience)) {
    for (const [field, words] of texts(book, entry, check.besides)) {
      const found = find(closedUp(words), closedUp(words.replace(/[*＊]/g, "×")));
      if (found.length > 0) yield [entry, field, found];
    }
  }
}

/** @param {Seen} seen @param {Unnamed} check @param {boolean} wanted @returns {Generator<Hit>} */
function* named(seen, check, wanted) {
  for (const [entry, field, found] of namedIn(seen, check)) {
    const told = found.filter(([, sure]) => sure).map(([name]) => name);
    const own = found.filter(([name, sure]) => sure === wanted && (wanted || !told.includes(name))).map(([name]) => name);
    for (const name of new Set(own)) yield { label: seen.acts.get(keyOf(entry)).label, field, found: name };
  }
}

/** @param {Seen} seen @param {Unnamed} check */
export const unnamed = (seen, check) => named(seen, check, true);

// What may be a name, or a part of other words.
/** @param {Seen} seen @param {Unsure} check @returns {Generator<Hit>} */
export function* unsure(seen, check) {
  const rule = seen.book.flow.rules.find((one) => one.key === check.rule);
  if (rule) yield* named(seen, /** @type {Unnamed} */ (rule.checks), false);
}

/** @param {Seen} seen @param {Unsaid} check @returns {Generator<Hit>} */
export function* unsaid({ book, tree, acts }, check) {
  for (const entry of letters(tree, acts, check.audience)) {
    for (const [field, words] of texts(book, entry, check.besides)) {
      const match = new RegExp(check.pattern).exec(closedUp(words));
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
