// What the search looks through: the entries of search/index.js (titles, anchors), to which search/words-*.js
// add the wordings of a query and search/texts.js, behind the first answer, all the rest. lawbook.search.index writes them.
/** @import { Entry, Group, Heads, Index, Later, Posting, Readings, Shard, Task, Texts } from "./index" */
import { postings } from "./postings.js";
import { shardsOf } from "./shards.js";
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

/** An entry with its parts, from the columns of the index, still without wordings and texts.
    ~ is in a key that of its group, in an anchor what the key says.
 * @param {Heads} heads @param {Group[]} groups @param {number} id @returns {Entry} */
function entryOf(heads, groups, id) {
  const group = groups[heads.home[id]], key = heads.key[id].replace("~", group[0]);
  const own = key.slice(key.search(key.indexOf("#") < 0 ? /\/|$/ : /#/) + 1).replace(/\//g, "-");
  const names = heads.part[id].split("\n");
  const parts = heads.anchor[id].split("\n").map((anchor, at) => {
    return { anchor: anchor.replace("~", own), name: names[at], text: "" };
  });
  return { id, group: heads.home[id], kind: heads.kind[id], key, title: heads.title[id], page: heads.page[id] || group[2],
    rank: heads.rank[id] * group[4], wordings: [], grounds: "", parts };
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
  const homes = data.groups.map((group) => { return group[1]; });
  let entries = data.heads.key.map((key, id) => { return entryOf(data.heads, data.groups, id); }), missed = false;
  /** @type {Map<string, Posting> | null} */
  let made = null;
  /** @type {Map<string, string[]> | null} */
  let following = null;
  /** @type {Readings | null} */
  let readings = null;
  function posted() { return made || (made = postings(entries, homes, fold)); }

  /** Wordings and synonyms that stand under some signs.
   * @param {Shard} shard */
  function add(shard) {
    let at = 0;
    shard.entries.forEach((step, row) => {
      at += step;
      const said = entries[at].wordings.concat(shard.wordings[row].split("\n"));
      entries[at].wordings = Array.from(new Set(said));
      entries[at].near = undefined;
    });
    data.twins.forEach((pair) => { Object.assign(entries[pair[0]], { wordings: entries[pair[1]].wordings, near: undefined }); });
    store.synonyms = store.synonyms.concat(shard.synonyms);
  }

  /** Everything: the entries that were left out, and what was not said of the others.
   * @param {Texts} later */
  function complete(later) {
    const left = new Map(later.late.map((id, row) => { return [id, entryOf(later.heads, data.groups, row)]; })), first = entries;
    let next = 0;
    entries = later.texts.map((texts, id) => {
      const entry = left.get(id) || first[next++];
      const said = later.wordings[id], wordings = /** @type {string} */ (typeof said === "number" ? later.wordings[said] : said);
      entry.parts.forEach((part, at) => { part.text = texts[at]; part.folded = undefined; });
      return Object.assign(entry, { id, wordings: wordings ? wordings.split("\n") : [], grounds: later.grounds[id], folded: undefined,
        near: undefined });
    });
    store.synonyms = later.synonyms.concat(later.spoken);
    store.elsewhere = later.elsewhere.map(fold);
    store.formalities = later.formalities.map(fold);
    store.ours = later.ours.map(fold);
    store.tasks = later.tasks;
    store.whole = true;
  }

  const store = {
    fold, asking, groups: data.groups, whole: false,
    synonyms: data.synonyms, elsewhere: /** @type {string[]} */ ([]),
    formalities: /** @type {string[]} */ ([]), ours: /** @type {string[]} */ ([]), tasks: /** @type {Task[]} */ ([]),
    laws: (data.laws || []).map(fold),

    get entries() { return entries; },
    get count() { return entries.length; },
    /** @param {string} term */
    get(term) { return posted().get(term); },
    /** @param {string} term */
    has(term) { return posted().has(term); },
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
      const posting = posted().get(pair);
      return posting && posting.ids.length >= COMMON ? posting.ids.length : 0;
    },
    /** Signs that stand between two others somewhere: what a slip of the pen may have meant.
     * @param {string} before @param {string} after */
    between(before, after) {
      if (!before || !after) return [];
      if (!following) following = followers(posted());
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
    /** The files that a first answer to some words needs, of which some may be here.
     * @param {string} words */
    shards(words) { return store.whole ? [] : shardsOf(fold(words), data.shards); },
    /** The files that the last run would have looked into and that are not here. */
    missing() {
      const names = missed ? ["sounds"] : [];
      missed = false;
      return names;
    },
    /** @type {Later} */
    take(name, given) {
      if (name === "sounds") { readings = /** @type {Readings} */ (given); return; }
      if (store.whole) return;
      if (name === "texts") complete(/** @type {Texts} */ (given));
      else add(/** @type {Shard} */ (given));
      made = following = null;
    },
  };
  return store;
}
