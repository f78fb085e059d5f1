// Where the engine finds terms and entries: in small files that are fetched when a query needs
// them. The store notes what it was asked for and does not have. lawbook.search.shards writes the files.
import { folding, numbers, pairs } from "./text.js";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = {};
for (let n = 0; n < 64; n++) VALUE[SIGNS[n]] = n;

/** The pairs and numbers of a short text without its question words (of more than one sign). */
function setOf(folded, asking) {
  const found = new Set(), kept = asking.reduce((text, word) => {
    return word.length > 1 ? text.split(word).join("\n") : text;
  }, folded);
  pairs(kept.length > 2 ? kept : folded, (term) => { if (term.length > 1) found.add(term); });
  numbers(folded).forEach((one) => { found.add(one[0]); });
  return found;
}

/** Postings from their packed form: how many entries have the term, then steps and weights. */
function unpacked(text) {
  let at = 0, id = -1, found = { n: 0, ids: [], impacts: [] };
  function number() {
    let sum = 0, shift = 0, value;
    do {
      value = VALUE[text[at++]];
      sum += (value & 31) << shift;
      shift += 5;
    } while (value & 32);
    return sum;
  }
  found.n = number();
  while (at < text.length) {
    id += number() + 1;
    found.ids.push(id);
    found.impacts.push(VALUE[text[at++]] / 63);
  }
  return found;
}

/** The number of the file of a term; the same in Python (lawbook.search.shards). */
function shardOf(term, shards) {
  let sum = 7;
  for (let i = 0; i < term.length; i++) sum = (sum * 31 + term.charCodeAt(i)) % 1000003;
  return sum % shards;
}

/** Parts with lists of Parts, from a row of an index file. */
function entryOf(row, id, group) {
  const parts = [];
  for (let i = 8; i < row.length; i += 3) parts.push({ anchor: row[i], name: row[i + 1], text: row[i + 2] });
  return { id, group: row[0], kind: row[1], key: row[2], title: row[3], page: row[4] || group[2],
    rank: row[5] * group[4], wordings: row[6], grounds: row[7], parts };
}

/** A store of what the main file says; `take` gives it the small files. */
export function store(data) {
  let fold = folding(data.traditional), shards = {}, words = {}, known = {}, entries = {}, missing = {}, sounds = null;
  const asking = data.asking.map(fold).sort((a, b) => { return b.length - a.length; });
  const store = { fold, asking, count: data.count, groups: {}, all: false };
  store.most = 12; // how many hits are looked at
  store.ways = data.ways; // how many synonyms of a word are looked up

  function open(shard, term) {
    let found = shard[term];
    if (typeof found === "string") found = shard[term] = unpacked(found);
    return found;
  }
  /** Whether all terms are at hand that a word of the synonyms asks for (lawbook.search.concepts). */
  store.word = function (word) {
    const name = "w/" + shardOf(word, data.words);
    if (!words[name]) missing[name] = true;
    return !!words[name];
  };
  store.get = function (term) {
    if (known[term] !== undefined) return open(known, term) || undefined;
    const shard = shardOf(term, data.shards), found = shards[shard];
    if (found) return open(found, term);
    missing["t/" + shard] = true;
    return undefined;
  };
  store.has = function (term) { return store.get(term) !== undefined; };
  store.entry = function (id) {
    let entry = entries[id];
    if (!entry) missing["d/" + Math.floor(id / data.chunk)] = true;
    else if (Array.isArray(entry)) entry = entries[id] = entryOf(entry, id, store.groups[entry[0]]);
    return entry;
  };
  store.citing = function (steps, documents) {
    let prefixes = documents.length ? documents.map((key) => { return "@" + key + "/"; }) : ["@"], all = [];
    prefixes.forEach((prefix) => {
      let found = null, weights = {};
      steps.slice(0, 3).forEach((step) => {
        const list = store.get(prefix + step);
        if (!list) return;
        list.ids.forEach((id, at) => { weights[id] = list.impacts[at]; });
        const both = found === null ? list.ids : found.filter((id) => { return list.ids.indexOf(id) >= 0; });
        if (both.length) found = both; // a paragraph is no entry of its own
      });
      all = all.concat((found || []).slice().sort((a, b) => { return weights[b] - weights[a] || a - b; }));
    });
    return all.slice(0, store.most / 2).map(store.entry).filter(Boolean);
  };
  store.readings = function () {
    if (!sounds) missing.sounds = true;
    return sounds ? sounds.readings : {};
  };
  store.weight = function (pair) {
    return sounds ? sounds.pairs[pair] || 0 : 0;
  };
  /** Signs that stand between two others somewhere: what a slip of the pen may have meant. */
  store.between = function (before, after) {
    if (!before || !after || !sounds) return [];
    return Object.keys(sounds.pairs).filter((pair) => {
      return pair[0] === before && sounds.pairs[pair[1] + after];
    }).map((pair) => { return pair[1]; });
  };
  store.text = function (entry) {
    if (entry.folded === undefined) {
      entry.folded = fold(entry.title + "\n" + entry.parts.map((part) => { return part.text; }).join("\n"));
    }
    return entry.folded;
  };
  store.near = function (entry) {
    if (!entry.near) {
      entry.near = { title: setOf(fold(entry.title), asking),
        wordings: entry.wordings.map((one) => { return setOf(fold(one), asking); }) };
    }
    return entry.near;
  };
  /** Whether the last run missed what ranks: entries are asked for when it is known which. */
  store.lacksTerms = function () {
    return Object.keys(missing).some((name) => { return name[0] !== "d"; });
  };
  store.complete = function () { return !Object.keys(missing).length; };
  /** What the last run missed, as names of files; asked once. */
  store.missed = function () {
    const names = Object.keys(missing);
    missing = {};
    return names;
  };
  store.take = function (name, given) {
    if (name === "sounds") sounds = given;
    else if (name[0] === "t") shards[name.slice(2)] = given;
    else if (name[0] === "w") { words[name] = true; Object.assign(known, given); }
    else {
      Object.keys(given.groups).forEach((at) => { store.groups[at] = given.groups[at]; });
      const first = name === "all" ? 0 : parseInt(name.slice(2), 10) * data.chunk;
      given.rows.forEach((row, at) => { entries[first + at] = entries[first + at] || row; });
    }
    if (name === "all") { store.all = true; store.most = Infinity; }
  };
  return store;
}

/** Run until nothing is missing: `fetch(names, done)` gives the files to the store. */
export function paged(store, fetch, run, done) {
  let rounds = 0;
  (function again() {
    const made = run(), names = store.missed();
    rounds++;
    if (!names.length) done(made);
    else if (rounds > 6) done(run(true)); // with what there is
    else fetch(names, again);
  })();
}
