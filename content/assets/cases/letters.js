// Mirrors scripts/lawbook/desk/letters.py: what letters tell; no name, no vote, each number once.
import { keyOf, text } from "./flow.js";
import { names } from "./places.js";

const BLANK = /[ \t\n\u3000\u00a0]/g; // names are also written with blanks between their signs
const escaped = (words) => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

// What a letter says but in some fields, each text with what its field is called: boxes count by the words beside them.
function texts(book, entry, besides) {
  const inside = (value) => {
    if (typeof value === "string") return [value];
    return value && typeof value === "object" ? Object.values(value).flatMap(inside) : [];
  };
  return Object.entries(book.titles[entry.paper]).filter(([key]) => !besides.includes(key)).flatMap(([key, label]) => {
    const value = entry.answers[key];
    const isChoice = (book.labels[entry.paper] || {})[key];
    const all = isChoice ? (Array.isArray(value) ? value : [value]).filter((inner) => inner && typeof inner === "object") : [value];
    return all.flatMap(inside).map((words) => [label, words]);
  });
}

const letters = (tree, acts, audience) => tree.entries.filter((entry) => entry.answers && acts.get(keyOf(entry)).audience === audience);
const isNamed = (name) => Array.from(name).length > 1;
const peopleIn = (tree, places) => [...new Set(places.flatMap((place) => names(tree.entries, place)).filter(isNamed))].sort();

// ``members``: who is of the committee, beside those whom the case names.
export function* unnamed({ book, tree, acts, members }, check) {
  const people = [...new Set([...peopleIn(tree, check.people), ...members.filter(isNamed)])].sort();
  const others = peopleIn(tree, check.others).map((name) => Array.from(name)[0]);
  const families = people.flatMap((name) => [1, 2].map((size) => Array.from(name).slice(0, size).join("")).filter((family) => family !== name));
  const some = [...new Set(families)].sort().filter((family) => !others.includes(Array.from(family)[0])).map(escaped);
  const titled = check.titles !== null && some.length > 0 ? [`(?:${some.join("|")})(?:${check.titles})`] : [];
  const wanted = [...people.map(escaped), ...titled];
  if (wanted.length === 0) return;
  const pattern = new RegExp(wanted.join("|"), "g");
  for (const entry of letters(tree, acts, check.audience)) {
    for (const [field, words] of texts(book, entry, check.besides)) {
      for (const found of new Set(words.replace(BLANK, "").match(pattern) || [])) {
        yield { label: acts.get(keyOf(entry)).label, field, found };
      }
    }
  }
}

export function* unsaid({ book, tree, acts }, check) {
  for (const entry of letters(tree, acts, check.audience)) {
    for (const [field, words] of texts(book, entry, check.besides)) {
      const match = new RegExp(check.pattern).exec(words);
      if (match) yield { label: acts.get(keyOf(entry)).label, field, found: match[0] };
    }
  }
}

export function* distinct({ tree, acts }, check) {
  const seen = new Map();
  for (const entry of letters(tree, acts, check.audience)) {
    const words = text(entry, check.field);
    const act = acts.get(keyOf(entry)).label;
    if (words && seen.has(words)) yield { label: act, found: words, other: seen.get(words) };
    if (!seen.has(words)) seen.set(words, act);
  }
}
