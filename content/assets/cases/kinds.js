// Mirrors scripts/lawbook/desk/kinds.py: the kinds of rules over a case; each gives what it finds.
/** @import { Agrees, AllNamed, Apart, Check, Enough, Fits, Keeps, Once, Ordered, Repeated, Repeats, Rests, Retells } from "./checks" */
/** @import { Whole } from "./checks" */
/** @import { Acts, Entry, Hit, Now, Seen, Tree } from "./types" */
import { bare, closedUp } from "../forms/names.js";
import { EVERY_BLANK } from "../forms/shared.js";
import { factWords, fits, keyOf, option, text } from "./flow.js";
import { actsIn, extended, inTime } from "./in_time.js";
import { few } from "./list.js";
import { distinct, unnamed, unsaid, unsure } from "./letters.js";
import { chinese, label, names, said, wholeNames } from "./spots.js";

const BLANKS = /* @__PURE__ */ new RegExp(`[${EVERY_BLANK}]+`, "u");
const SHORTEST = 4; // characters of a name that tells a body from others

/** @param {Seen} seen @param {Check} check @returns {Iterable<Hit>} */
export function hits(seen, check) {
  return /** @type {Record<string, (seen: Seen, check: Check) => Iterable<Hit>>} */ (/** @type {unknown} */ (KINDS))[check.kind](seen, check);
}

/** @param {Seen} seen @param {Once} check @returns {Generator<Hit>} */
function* once({ tree, acts }, check) {
  let counted = [];
  for (const entry of tree.entries) {
    if (check.since.includes(keyOf(entry))) counted = [];
    if (keyOf(entry) === check.act) counted.push(entry);
    if (keyOf(entry) === check.act && counted.length > 1) {
      yield { label: acts.get(check.act).label, day: chinese(counted[0].day), found: String(counted.length) };
    }
  }
}

/** @param {Seen} seen @param {Apart} check @returns {Generator<Hit>} */
function* apart({ tree, acts }, check) {
  const wholes = check.one.flatMap((spot) => wholeNames(tree.entries, spot)).map(bare);
  const theirs = check.one.flatMap((spot) => names(tree.entries, spot)).map(bare).concat(wholes);
  /** @param {string} name @param {string[]} all */
  const isSame = (name, all) => all.some((other) => isOne(bare(name), other, check.parts || ""));
  /** @param {string} name */
  const isFound = (name) => (check.inside
    ? wholes.some((whole) => isInside(bare(name), whole)) && !isSame(name, wholes) : isSame(name, theirs));
  for (const spot of check.other) {
    const { label } = acts.get(spot.split(".")[0]);
    for (const whole of new Set(wholeNames(tree.entries, spot, check.but))) {
      const some = isFound(whole) || check.inside ? [whole] : whole.split(BLANKS);
      for (const name of some.filter(isFound)) yield { label, found: name };
    }
  }
}

/** @param {string[]} pair @returns {string[]} */
const byLength = ([name, other]) => (name.length > other.length ? [other, name] : [name, other]);

// Whether one of two names of bodies stands in the other.
/** @param {string} name @param {string} other */
function isInside(name, other) {
  const [short, long] = byLength([name, other]);
  return short.length >= SHORTEST && long.includes(short);
}

// Whether two names are the same, or one is the other with a part of it.
/** @param {string} name @param {string} other @param {string} parts */
function isOne(name, other, parts) {
  const [short, long] = byLength([name, other]);
  const rest = long.slice(short.length);
  return short !== "" && long.startsWith(short) && (rest === "" || new RegExp(`^(?:${parts})$`, "u").test(rest));
}

/** @param {Seen} seen @param {Rests} check @returns {Generator<Hit>} */
function* rests({ tree, now, acts }, check) {
  for (const [number, entry] of actsIn(tree, check.act)) {
    const asked = [null, now.listed].includes(check.listed) && fits(entry, check.when);
    const before = tree.entries.slice(0, number).map(keyOf);
    const words = check.field ? text(entry, check.field) : "";
    const told = check.pattern !== null && new RegExp(check.pattern, "u").test(words);
    if (asked && !check.on.some((key) => before.includes(key)) && !told) yield { label: acts.get(check.act).label };
  }
}

// The newest paper with which one that comes now has to agree; null where there is none.
/** @param {Entry[]} before @param {Agrees | Keeps | Retells} check @returns {Entry | null} */
export function answered(before, check) {
  const other = before.map(keyOf).lastIndexOf(check.other);
  const isPast = before.slice(other + 1).some((act) => check.since.includes(keyOf(act)));
  return other < 0 || isPast ? null : before[other];
}

/** @param {Seen} seen @param {Agrees} check @returns {Generator<Hit>} */
function* agrees({ book, tree, acts }, check) {
  for (const [number, entry] of actsIn(tree, check.act)) {
    const other = answered(tree.entries.slice(0, number), check);
    const ours = option(entry, check.field);
    const theirs = other && option(other, check.other_field);
    if (ours && theirs && !(check.fitting[ours] || []).includes(theirs)) {
      yield { label: acts.get(check.act).label, found: said(book, entry, check.field), other: said(book, other, check.other_field) };
    }
  }
}

/** @param {Seen} seen @param {Retells} check @returns {Generator<Hit>} */
function* retells({ book, tree, acts }, check) {
  for (const [number, entry] of actsIn(tree, check.act)) {
    const other = answered(tree.entries.slice(0, number), check);
    const theirs = other && option(other, check.other_field);
    if (other && theirs && finding(check, text(entry, check.field), theirs) === check.finds) {
      yield {
        label: acts.get(check.act).label, field: label(book, entry, check.field),
        found: said(book, entry, check.field) || "（空）", other: said(book, other, check.other_field),
      };
    }
  }
}

// Whether a text is contrary to what was said, or unclear; empty where it tells that.
/** @param {Retells} check @param {string} words @param {string} theirs */
function finding(check, words, theirs) {
  let rest = closedUp(words);
  const told = check.tells.filter(({ pattern }) => {
    const before = rest;
    rest = rest.replace(new RegExp(pattern, "gu"), "");
    return rest !== before;
  }).map((meant) => meant.option);
  if (told.length === 1 && told[0] === theirs) return "";
  return !words || (told.length > 0 && !told.includes(theirs)) ? "contrary" : "unclear";
}

/** @param {Seen} seen @param {Keeps} check @returns {Generator<Hit>} */
function* keeps({ book, tree, acts }, check) {
  for (const [number, entry] of actsIn(tree, check.act)) {
    const before = tree.entries.slice(0, number);
    const other = fits(entry, check.when) ? answered(before, check) : null;
    const kept = before.reverse().find((earlier) => keyOf(earlier) in check.kept);
    const field = kept ? check.kept[keyOf(kept)] : "";
    const ours = kept && option(kept, field);
    const theirs = other && option(other, check.other_field);
    if (kept && other && ours && theirs && !(check.fitting[ours] || []).includes(theirs)) {
      yield { label: acts.get(check.act).label, found: said(book, other, check.other_field), other: said(book, kept, field) };
    }
  }
}

// An option that is none of those that this case can have then.
/** @param {Seen} seen @param {Fits} check @returns {Generator<Hit>} */
function* fitsIn({ book, tree, now, acts }, check) {
  if (![null, now.listed].includes(check.listed)) return;
  for (const [number, entry] of actsIn(tree, check.act)) {
    const words = option(entry, check.field);
    const knows = Object.entries(check.known).every(([fact, some]) => some.includes(now.before[number][fact]));
    const here = knows && (check.within.length === 0 || check.within.includes(now.states[number].key));
    if (here && words && !check.options.includes(words)) {
      const some = Object.entries(book.labels[check.act][check.field]).filter(([key]) => check.options.includes(key)).map(([, called]) => called);
      yield {
        label: acts.get(check.act).label, field: label(book, entry, check.field), found: said(book, entry, check.field), other: some.join("”“"),
      };
    }
  }
}

// The newest paper of the kind, or what came before it was whole.
/** @param {Seen} seen @param {Whole} check @returns {Generator<Hit>} */
function* whole({ book, tree, acts }, check) {
  const keys = tree.entries.map(keyOf);
  const number = keys.lastIndexOf(check.act);
  const after = keys.slice(number + 1);
  if (number < 0 || !book.lacks || after.some((key) => check.since.includes(key))) return;
  const fields = book.lacks(tree.entries[number]);
  const act = after.includes(check.before) ? check.before : check.act;
  if (fields.length > 0) yield { label: acts.get(act).label, found: String(fields.length), field: few(fields) };
}

/** @param {Seen} seen @param {Enough} check @returns {Generator<Hit>} */
function* enough({ tree, acts }, check) {
  const [act] = check.people.split(".");
  for (const [, entry] of actsIn(tree, act)) {
    const { size } = new Set(names([entry], check.people));
    if (size < check.at_least) yield { label: acts.get(act).label, found: String(size) };
  }
}

// The newest paper that names the people before the one that should.
/** @param {Seen} seen @param {AllNamed} check @returns {Generator<Hit>} */
function* allNamed({ tree, acts }, check) {
  const [act] = check.within.split(".");
  for (const [number, entry] of actsIn(tree, act)) {
    const before = tree.entries.slice(0, number).filter((entry) => keyOf(entry) === check.people.split(".")[0]);
    const there = names([entry], check.within);
    for (const name of new Set(names(before.slice(-1), check.people))) {
      if (there.length > 0 && !there.includes(name)) yield { label: acts.get(act).label, found: name };
    }
  }
}

/** @param {Seen} seen @param {Repeats} check @returns {Generator<Hit>} */
function* repeats({ book, tree, now, acts }, check) {
  for (const [number, entry] of tree.entries.entries()) {
    for (const pair of check.spots) {
      for (const spot of pair.spots.filter((spot) => spot.split(".")[0] === keyOf(entry))) {
        const field = spot.split(".")[1];
        const words = said(book, entry, field);
        const [other, where] = words ? nearest({ book, tree, now, acts }, number, pair) : [""];
        if (other && words !== other) {
          yield { label: acts.get(keyOf(entry)).label, field: label(book, entry, field), found: words, other, where };
        }
      }
    }
  }
}

// What the newest or oldest entry before says in one of the spots, and what it is called.
/** @param {Pick<Seen, "book" | "tree" | "now" | "acts">} seen @param {number} number @param {Repeated} pair
 * @returns {[words: string, where?: string]} */
function nearest({ book, tree, now, acts }, number, { of, first }) {
  const asked = new Map(of.map((spot) => /** @type {[string, string]} */ (spot.split("."))));
  if (asked.has("case")) return [factWords(book, { facts: now.before[number] }, asked.get("case") || ""), "案件"];
  const before = tree.entries.slice(0, number);
  for (const entry of first ? before : before.reverse()) {
    const words = asked.has(keyOf(entry)) ? said(book, entry, asked.get(keyOf(entry)) || "") : "";
    if (words) return [words, acts.get(keyOf(entry)).label];
  }
  return ["", ""];
}

/** @param {Seen} seen @returns {Generator<Hit>} */
function* dated({ book, tree, acts }) {
  for (const entry of tree.entries) {
    const act = acts.get(keyOf(entry));
    const written = act.day ? text(entry, act.day) : "";
    if (written && written !== entry.day) {
      yield { label: act.label, field: label(book, entry, act.day || ""), found: chinese(entry.day), other: chinese(written) };
    }
  }
}

/** @param {Seen} seen @param {Ordered} check @returns {Generator<Hit>} */
function* ordered({ tree, acts, now }, check) {
  for (const [number, entry] of [...tree.entries.entries()].slice(1)) {
    const followed = latest(tree, now, acts, number);
    const against = followed !== null && entry.day < followed.day;
    const above = against ? null : tree.entries[number - 1]; // what the other finds is not said twice
    const before = check.finds === "above" ? above : followed;
    if (before && entry.day < before.day) {
      const hit = { label: acts.get(keyOf(entry)).label, found: chinese(entry.day) };
      yield { ...hit, other: acts.get(keyOf(before)).label, day: chinese(before.day) };
    }
  }
}

// The latest of what an entry follows; null for nothing.
/** @param {Tree} tree @param {Now} now @param {Acts} acts @param {number} number @returns {Entry | null} */
function latest(tree, now, acts, number) {
  const act = acts.get(keyOf(tree.entries[number]));
  const asked = [...act.follows, ...(act.many ? [] : [act.key])];
  const newest = new Map(tree.entries.slice(0, number).filter((entry) => asked.includes(keyOf(entry))).map((entry) => [keyOf(entry), entry]));
  return [now.follows[number], ...newest.values()]
    .reduce((best, entry) => (entry && (!best || entry.day > best.day) ? entry : best), null);
}

const KINDS = {
  once, apart, rests, in_time: inTime, extends: extended, agrees, retells, keeps, unnamed, unsaid, unsure, distinct, enough, fits: fitsIn, whole, all_named: allNamed,
  repeats, dated, ordered,
};
