// What the search looks through: the entries of search/index.js (titles, wordings, anchors), to which
// search/texts.js adds their texts behind the first answer. lawbook.search.index writes both.
import { postings } from "./postings.js";
import { folding, numbers, pairs } from "./text.js";

const COMMON = 8; // entries that have a pair by which sounds are weighed

/** The pairs and numbers of a short text without its question words (of more than one character). */
function setOf(folded, asking) {
  const terms = new Set(), kept = asking.reduce((text, word) => {
    return word.length > 1 ? text.split(word).join("\n") : text;
  }, folded);
  pairs(kept.length > 2 ? kept : folded, (term) => { if (term.length > 1) terms.add(term); });
  numbers(folded).forEach((number) => { terms.add(number[0]); });
  return terms;
}

/** An entry with its parts, from the columns of the index; a number in the place of wordings: those of that entry.
    ~ is in a key that of its group, in an anchor what the key says. */
function entryOf(heads, groups, id) {
  const group = groups[heads.home[id]], key = heads.key[id].replace("~", group[0]);
  const own = key.slice(key.search(key.indexOf("#") < 0 ? /\/|$/ : /#/) + 1).replace(/\//g, "-");
  const names = heads.part[id].split("\n");
  const parts = heads.anchor[id].split("\n").map((anchor, at) => {
    return { anchor: anchor.replace("~", own), name: names[at], text: "" };
  });
  const said = heads.wordings[id], wordings = typeof said === "number" ? heads.wordings[said] : said;
  return { id, group: heads.home[id], kind: heads.kind[id], key, title: heads.title[id], page: heads.page[id] || group[2],
    rank: heads.rank[id] * group[4], wordings: wordings ? wordings.split("\n") : [], grounds: "", parts };
}

/** The characters that stand behind each character in common pairs. */
function followers(posted) {
  const pairs = new Map();
  posted.forEach((posting, term) => {
    if (term.length !== 2 || term[0] === "#" || posting.ids.length < COMMON) return;
    pairs.set(term[0], (pairs.get(term[0]) || []).concat(term[1]));
  });
  return pairs;
}

/** A store of what the index says; `take` gives it what comes later. */
export function store(data) {
  const fold = folding(data.traditional);
  const asking = data.asking.map(fold).sort((a, b) => { return b.length - a.length; });
  const entries = data.heads.key.map((key, id) => { return entryOf(data.heads, data.groups, id); });
  const homes = data.groups.map((group) => { return group[1]; });
  let posted = postings(entries, homes, fold), following = null, readings = null, missed = false;
  const store = { fold, asking, entries, count: entries.length, groups: data.groups, whole: false,
    spoken: [], elsewhere: [], formalities: [], ours: [], tasks: [], laws: (data.laws || []).map(fold) };

  store.get = function (term) { return posted.get(term); };
  store.has = function (term) { return posted.has(term); };
  /** Texts in which all of the steps stand, as far as any has them: a paragraph is no entry of its own. */
  store.citing = function (steps, documents) {
    return entries.filter((entry) => {
      const own = entry.key.split("/");
      const named = !documents.length || documents.indexOf(own[0]) >= 0;
      return entry.kind === 0 && named && steps.some((step) => { return own.indexOf(step) > 0; });
    });
  };
  store.readings = function () {
    if (!readings) missed = true;
    return readings || {};
  };
  /** How many entries have a pair, where it is common enough to be what somebody meant. */
  store.weight = function (pair) {
    const posting = posted.get(pair);
    return posting && posting.ids.length >= COMMON ? posting.ids.length : 0;
  };
  /** Signs that stand between two others somewhere: what a slip of the pen may have meant. */
  store.between = function (before, after) {
    if (!before || !after) return [];
    if (!following) following = followers(posted);
    return (following.get(before) || []).filter((sign) => { return store.weight(sign + after); });
  };
  store.text = function (entry) {
    if (entry.folded === undefined) {
      entry.folded = fold(entry.title + "\n" + entry.parts.map((part) => { return part.text; }).join("\n"));
    }
    return entry.folded;
  };
  /** Whether some characters stand one after another in any title, wording or text. */
  store.holds = function (words) {
    return entries.some((entry) => {
      return store.text(entry).indexOf(words) >= 0 || entry.wordings.some((wording) => { return fold(wording).indexOf(words) >= 0; });
    });
  };
  store.near = function (entry) {
    if (!entry.near) {
      entry.near = { title: setOf(fold(entry.title), asking),
        wordings: entry.wordings.map((wording) => { return setOf(fold(wording), asking); }) };
    }
    return entry.near;
  };
  /** The files that the last run would have looked into and that are not here. */
  store.missing = function () {
    const names = missed ? ["sounds"] : [];
    missed = false;
    return names;
  };
  store.take = function (name, given) {
    if (name === "sounds") readings = given;
    if (name !== "texts") return;
    entries.forEach((entry, id) => {
      entry.folded = undefined;
      entry.grounds = given.grounds[id];
      if (given.worded[id]) { entry.wordings = given.worded[id]; entry.near = undefined; }
      entry.parts.forEach((part, at) => { part.text = given.texts[id][at]; part.folded = undefined; });
    });
    posted = postings(entries, homes, fold);
    following = null;
    store.spoken = given.spoken;
    store.elsewhere = given.elsewhere.map(fold);
    store.formalities = given.formalities.map(fold);
    store.ours = given.ours.map(fold);
    store.tasks = given.tasks;
    store.whole = true;
  };
  return store;
}
