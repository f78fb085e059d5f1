// Where the engine finds terms and entries: all of them at hand (a small site), or in files that
// are fetched when a query needs them (a large one). Both give the engine the same answers.
(function (root) {
  "use strict";
  var search = (root.lawbookSearch = root.lawbookSearch || {});
  var K1 = 1.1;
  // Fields: what a title or a wording says weighs more than the text, and its length less.
  var FIELDS = [{ weight: 2.6, b: 0.3 }, { weight: 2.2, b: 0.2 }, { weight: 1, b: 0.45 }];
  var HOME = 0.25; // the title of the document, for each entry in it

  /** The pairs and numbers of a short text without its question words (of more than one sign). */
  function setOf(folded, asking) {
    var found = new Set(), kept = asking.reduce(function (text, word) {
      return word.length > 1 ? text.split(word).join("\n") : text;
    }, folded);
    search.pairs(kept.length > 2 ? kept : folded, function (term) { if (term.length > 1) found.add(term); });
    search.numbers(folded).forEach(function (one) { found.add(one[0]); });
    return found;
  }

  function words(data) {
    var fold = search.folding(data.traditional);
    var asking = data.asking.map(fold).sort(function (a, b) { return b.length - a.length; });
    return { fold: fold, asking: asking };
  }

  /** An entry from its row in the index file. */
  function entryOf(row, id, groups) {
    var group = groups[row[0]], parts = [];
    for (var i = 7; i < row.length; i += 3) parts.push({ anchor: row[i], name: row[i + 1], text: row[i + 2] });
    return { id: id, group: row[0], kind: row[1], key: row[2], title: row[3], page: row[4] || group[2],
      rank: row[5] * group[4], wordings: row[6], parts: parts };
  }

  /** What both stores can say of an entry that is at hand. */
  function reading(store) {
    store.text = function (entry) {
      if (entry.folded === undefined) {
        entry.folded = store.fold(entry.title + "\n" + entry.parts.map(function (part) { return part.text; }).join("\n"));
      }
      return entry.folded;
    };
    store.near = function (entry) {
      if (!entry.near) {
        entry.near = { title: setOf(store.fold(entry.title), store.asking),
          wordings: entry.wordings.map(function (one) { return setOf(store.fold(one), store.asking); }) };
      }
      return entry.near;
    };
    store.has = function (term) { return store.get(term) !== undefined; };
    return store;
  }

  /** All entries in memory; the postings are made here, from the text itself. */
  search.wholeStore = function (data) {
    var store = words(data);
    var entries = data.entries.map(function (row, id) { return entryOf(row, id, data.groups); });
    var terms = postings(entries, store.fold, data.groups);
    store.count = entries.length;
    store.most = Infinity; // how many hits are looked at closely
    store.ways = Infinity; // how many synonyms of a word are looked up
    store.get = function (term) { return terms.get(term); };
    store.entry = function (id) { return entries[id]; };
    store.complete = function () { return true; };
    store.citing = function () { return entries; };
    store.readings = function () { return data.readings; };
    store.weight = function (pair) { return terms.has(pair) ? terms.get(pair).n : 0; };
    /** Terms that begin with a sign: how a query of one sign is looked up. */
    store.beginning = function (sign) {
      var found = [];
      terms.forEach(function (_, term) { if (term[0] === sign) found.push(term); });
      return found;
    };
    /** Signs that stand between two others somewhere: what a slip of the pen may have meant. */
    store.between = function (before, after) {
      var found = [];
      if (!before || !after) return found;
      terms.forEach(function (_, term) {
        if (term.length === 2 && term[0] === before && terms.has(term[1] + after)) found.push(term[1]);
      });
      return found;
    };
    return reading(store);
  };

  /** Postings with the weight of each term in each entry (BM25 over title, wordings, text). */
  function postings(entries, fold, groups) {
    var lengths = [0, 0, 0], terms = new Map();
    var homes = groups.map(function (group) { return search.terms(fold(group[1])); });
    var rows = entries.map(function (entry) {
      var texts = [fold(entry.title), entry.wordings.map(fold).join("\n"),
        fold(entry.parts.map(function (part) { return part.text; }).join("\n"))];
      texts.forEach(function (text, field) { lengths[field] += text.length; });
      return texts;
    });
    var average = lengths.map(function (sum) { return Math.max(1, sum / entries.length); });
    rows.forEach(function (texts, id) {
      var weights = new Map();
      texts.forEach(function (text, field) {
        var norm = 1 - FIELDS[field].b + FIELDS[field].b * text.length / average[field];
        search.terms(text).forEach(function (count, term) {
          weights.set(term, (weights.get(term) || 0) + FIELDS[field].weight * count / norm);
        });
      });
      homes[entries[id].group].forEach(function (_, term) { weights.set(term, (weights.get(term) || 0) + HOME); });
      weights.forEach(function (weight, term) {
        var found = terms.get(term);
        if (!found) terms.set(term, (found = { n: 0, ids: [], impacts: [] }));
        found.n++;
        found.ids.push(id);
        found.impacts.push(weight / (K1 + weight));
      });
    });
    return terms;
  }

  // ---- A large site: terms and entries in small files. The engine runs on what is at hand; what it
  // missed is noted, fetched, and the engine runs again. ----

  var SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var VALUE = {};
  SIGNS.split("").forEach(function (sign, at) { VALUE[sign] = at; });

  /** How many, then steps between ids and a weight each: five bits a sign, the sixth says more follow. */
  function unpacked(text) {
    var at = 0, id = -1, found = { n: 0, ids: [], impacts: [] };
    function number() {
      var sum = 0, shift = 0, value;
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

  /** The number of the file of a term; the same in Python (lawbook.web.shards). */
  function shardOf(term, shards) {
    var sum = 7;
    for (var i = 0; i < term.length; i++) sum = (sum * 31 + term.charCodeAt(i)) % 1000003;
    return sum % shards;
  }

  search.pagedStore = function (data) {
    var store = words(data), terms = {}, entries = {}, missing = {}, sounds = null;
    store.count = data.count;
    store.most = 16;
    store.ways = 3;
    store.get = function (term) {
      var shard = shardOf(term, data.shards), found = terms[shard];
      if (!found) { missing["t/" + shard] = true; return undefined; }
      if (typeof found[term] === "string") found[term] = unpacked(found[term]);
      return found[term];
    };
    store.entry = function (id) {
      if (!entries[id]) missing["d/" + Math.floor(id / data.chunk)] = true;
      return entries[id];
    };
    store.citing = function (steps, documents) {
      var prefixes = documents.length ? documents.map(function (key) { return "@" + key + "/"; }) : ["@"], all = [];
      prefixes.forEach(function (prefix) {
        var found = null, weights = {};
        steps.slice(0, 3).forEach(function (step) {
          var list = store.get(prefix + step);
          if (!list) return;
          list.ids.forEach(function (id, at) { weights[id] = list.impacts[at]; });
          var both = found === null ? list.ids : found.filter(function (id) { return list.ids.indexOf(id) >= 0; });
          if (both.length) found = both; // a paragraph is no entry of its own
        });
        all = all.concat((found || []).slice().sort(function (a, b) { return weights[b] - weights[a] || a - b; }));
      });
      return all.slice(0, store.most).map(store.entry).filter(Boolean);
    };
    store.readings = function () {
      if (!sounds) missing.sounds = true;
      return sounds ? sounds.readings : {};
    };
    store.weight = function (pair) { return sounds ? sounds.pairs[pair] || 0 : 0; };
    store.beginning = function (sign) { return [sign]; };
    store.between = function () { return []; };
    /** What the last run missed, as names of files; asked once. */
    store.complete = function () { return !Object.keys(missing).length; };
    store.missed = function () {
      var names = Object.keys(missing);
      missing = {};
      return names;
    };
    store.take = function (name, given) {
      if (name === "sounds") sounds = given;
      else if (name[0] === "t") terms[name.slice(2)] = given;
      else {
        Object.keys(given.groups).forEach(function (at) { data.groups[at] = given.groups[at]; });
        given.rows.forEach(function (row, at) {
          var id = parseInt(name.slice(2), 10) * data.chunk + at;
          entries[id] = entryOf(row, id, data.groups);
        });
      }
    };
    return reading(store);
  };

  /** Run until nothing is missing: `fetch(names, done)` gives the files to the store. */
  search.paged = function (store, fetch, run, done) {
    var rounds = 0;
    (function again() {
      var made = run(), names = store.missed();
      rounds++;
      if (!names.length || rounds > 6) done(made);
      else fetch(names, again);
    })();
  };
})(typeof self === "undefined" ? this : self);
