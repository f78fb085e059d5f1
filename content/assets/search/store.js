// What the search looks through: the entries of search/index.js (titles, wordings, anchors), to which
// search/texts.js adds their texts behind the first answer. lawbook.search.index writes both.
/** @import { Entry, Group, Heads, Index, Posting, Readings, Synonyms, Task, Texts } from "./index" */
import { postings } from "./postings.js";
import { folding, numbers, pairs } from "./text.js";

const COMMON = 8; // entries that have a pair by which sounds are weighed

/** The pairs and numbers of a short text without its question words (of more than one character).
 * @param {string} folded @param {string[]} asking */
function setOf(folded, asking) {
  /** @type {Set<string>} */
  const terms = new Set();
  const kept = asking.reduce((text, word) => {
    return word.length > 1 ? text.split(word).join("\n") : text;
  }, folded);
  pairs(kept.length > 2 ? kept : folded, (term) => { if (term.length > 1) terms.add(term); });
  numbers(folded).forEach((number) => { terms.add(number[0]); });
  return terms;
}

/** An entry with its parts, from the columns of the index; a number in the place of wordings: those of that entry.
    ~ is in a key that of its group, in an anchor what the key says.
 * @param {Heads} heads @param {Group[]} groups @param {number} id @returns {Entry} */
function entryOf(heads, groups, id) {
  const group = groups[heads.home[id]], key = heads.key[id].replace("~", group[0]);
  const own = key.slice(key.search(key.indexOf("#") < 0 ? /\/|$/ : /#/) + 1).replace(/\//g, "-");
  const names = heads.part[id].split("\n");
  const parts = heads.anchor[id].split("\n").map((anchor, at) => {
    return { anchor: anchor.replace("~", own), name: names[at], text: "" };
  });
  const said = heads.wordings[id], wordings = /** @type {string} */ (typeof said === "number" ? heads.wordings[said] : said);
  return { id, group: heads.home[id], kind: heads.kind[id], key, title: heads.title[id], page: heads.page[id] || group[2],
    rank: heads.rank[id] * group[4], wordings: wordings ? wordings.split("\n") : [], grounds: "", parts };
}

/** The characters that stand behind each character in common pairs.
 * @param {Map<string, Posting>} posted */
function followers(posted) {
  /** @type {Map<string, string[]>} */
  const pairs = new Map();
  posted.forEach((posting, term) => {
    if (term.length !== 2 || term[0] === "#" || posting.ids.length < COMMON) return;
    pairs.set(term[0], (pairs.get(term[0]) || []).concat(term[1]));
  });
  return pairs;
}

/** A store of what the index says; `take` gives it what comes later.
 * @param {Index} data */
export function store(data) {
  const fold = folding(data.traditional);
  const asking = data.asking.map(fold).sort((a, b) => { return b.length - a.length; });
  const entries = data.heads.key.map((key, id) => { return entryOf(data.heads, data.groups, id); });
  const homes = data.groups.map((group) => { return group[1]; });
  let posted = postings(entries, homes, fold), missed = false;
  /** @type {Map<string, string[]> | null} */
  let following = null;
  /** @type {Readings | null} */
  let readings = null;
  const store = {
    fold, asking, entries, count: entries.length, groups: data.groups, whole: false,
    spoken: /** @type {Synonyms[]} */ ([]), elsewhere: /** @type {string[]} */ ([]),
    formalities: /** @type {string[]} */ ([]), ours: /** @type {string[]} */ ([]), tasks: /** @type {Task[]} */ ([]),
    laws: (data.laws || []).map(fold),

    /** @param {string} term */
    get(term) { return posted.get(term); },
    /** @param {string} term */
    has(term) { return posted.has(term); },
    /** Texts in which all of the steps stand, as far as any has them: a paragraph is no entry of its own.
     * @param {string[]} steps @param {string[]} documents */
    citing(steps, documents) {
      return entries.filter((entry) => {
        const own = entry.key.split("/");
        const named = !documents.length || documents.indexOf(own[0]) >= 0;
        return entry.kind === 0 && named && steps.some((step) => { return own.indexOf(step) > 0; });
      });
    },
    readings() {
      if (!readings) missed = true;
      return readings || {};
    },
    /** How many entries have a pair, where it is common enough to be what somebody meant.
     * @param {string} pair */
    weight(pair) {
      const posting = posted.get(pair);
      return posting && posting.ids.length >= COMMON ? posting.ids.length : 0;
    },
    /** Signs that stand between two others somewhere: what a slip of the pen may have meant.
     * @param {string} before @param {string} after */
    between(before, after) {
      if (!before || !after) return [];
      if (!following) following = followers(posted);
      return (following.get(before) || []).filter((sign) => { return store.weight(sign + after); });
    },
    /** @param {Entry} entry */
    text(entry) {
      if (entry.folded === undefined) {
        entry.folded = fold(entry.title + "\n" + entry.parts.map((part) => { return part.text; }).join("\n"));
      }
      return entry.folded;
    },
    /** Whether some characters stand one after another in any title, wording or text.
     * @param {string} words */
    holds(words) {
      return entries.some((entry) => {
        return store.text(entry).indexOf(words) >= 0 || entry.wordings.some((wording) => { return fold(wording).indexOf(words) >= 0; });
      });
    },
    /** @param {Entry} entry */
    near(entry) {
      if (!entry.near) {
        entry.near = { title: setOf(fold(entry.title), asking),
          wordings: entry.wordings.map((wording) => { return setOf(fold(wording), asking); }) };
      }
      return entry.near;
    },
    /** The files that the last run would have looked into and that are not here. */
    missing() {
      const names = missed ? ["sounds"] : [];
      missed = false;
      return names;
    },
    /** @param {string} name @param {Texts | Readings} given */
    take(name, given) {
      if (name === "sounds") readings = /** @type {Readings} */ (given);
      if (name !== "texts") return;
      const later = /** @type {Texts} */ (given);
      entries.forEach((entry, id) => {
        entry.folded = undefined;
        entry.grounds = later.grounds[id];
        if (later.worded[id]) { entry.wordings = later.worded[id]; entry.near = undefined; }
        entry.parts.forEach((part, at) => { part.text = later.texts[id][at]; part.folded = undefined; });
      });
      posted = postings(entries, homes, fold);
      following = null;
      store.spoken = later.spoken;
      store.elsewhere = later.elsewhere.map(fold);
      store.formalities = later.formalities.map(fold);
      store.ours = later.ours.map(fold);
      store.tasks = later.tasks;
      store.whole = true;
    },
  };
  return store;
}
