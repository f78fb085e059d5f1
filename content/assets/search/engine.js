// The search engine: an index of pairs of signs, and the order of what is found.
(function (root) {
  "use strict";
  var search = (root.lawbookSearch = root.lawbookSearch || {});
  var RESTATED = 0.8;  // a synonym against the very word
  var ASKED = 0.08;    // question words, while others remain
  var NAMED = 0.3;     // a title that stands in the query
  var PARTICLES = "的了吗呢吧"; // a first answer never looks for them
  var SHORT = 8;       // signs of a query whose spelling is doubted

  /** An engine over a store of terms and entries (store.js), with the words of the index file. */
  search.engine = function (data, store) {
    var fold = store.fold, index = { terms: store };
    var asking = store.asking;
    var synonyms = wordsToGroups(data.synonyms, fold);
    var names = (data.names || []).map(function (pair) { return [fold(pair[0]), pair[1]]; })
      .sort(function (a, b) { return b[0].length - a[0].length; });
    var sounds = null;
    function sound() {
      var readings = store.readings();
      if (!sounds && Object.keys(readings).length) sounds = search.sounding(readings, store.weight, store.between, store.has);
      return sounds || { spelled: function () { return ""; }, righted: function (run) { return run; } };
    }

    function idf(term) {
      var found = index.terms.get(term);
      return rarity(found ? found.n : 0);
    }

    function rarity(n) { return Math.log(1 + (store.count - n + 0.5) / (n + 0.5)); }

    /** A phrase as terms with weights; a number also in its one spelling. */
    function phrase(folded) {
      var terms = [];
      search.pairs(folded, function (term) { if (term.length > 1) terms.push(term); });
      var numbers = search.numbers(folded).map(function (one) { return one[0]; });
      return { terms: terms, numbers: numbers };
    }

    /** Which signs only ask. A single sign (要, 会) only where it makes no known pair: not in 会议. */
    function questions(folded) {
      var asked = new Array(folded.length).fill(false);
      asking.forEach(function (word) {
        for (var at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
          if (word.length === 1 && !(PARTICLES.indexOf(word) >= 0 && !store.all) && (index.terms.has(folded.slice(at, at + 2)) || (at > 0 && index.terms.has(folded.slice(at - 1, at + 1))))
            && folded.length > 1 && at + 1 < folded.length) continue;
          for (var i = 0; i < word.length; i++) asked[at + i] = true;
        }
      });
      return asked;
    }

    /** The units of a query: each has a span, a weight, and ways in which it can be met. */
    function units(folded) {
      var found = spoken(folded);
      found.forEach(function (one) {
        if (one.weight === null) one.weight = idf(one.ways[0].terms[0]);
        one.weight *= one.share;
      });
      return found;
    }

    function spoken(folded) {
      var asked = questions(folded);
      var found = [], taken = new Array(folded.length).fill(false);
      synonyms.forEach(function (one) {
        for (var at = folded.indexOf(one.word); at >= 0; at = folded.indexOf(one.word, at + 1)) {
          var end = at + one.word.length, free = true;
          for (var i = at; i < end; i++) free = free && !taken[i];
          if (!free) continue;
          for (i = at; i < end; i++) { taken[i] = true; asked[i] = false; }
          found.push(concept(folded, at, end, one.others));
        }
      });
      search.numbers(folded).forEach(function (one) {
        var free = true;
        for (var i = one[1]; i < one[2]; i++) free = free && !taken[i];
        if (!free) return;
        for (i = one[1]; i < one[2]; i++) taken[i] = true;
        var own = phrase(folded.slice(one[1], one[2]));
        found.push({ start: one[1], end: one[2], weight: null, share: 1, asked: false,
          ways: [{ terms: [one[0]], share: 1 }, { terms: own.terms, share: 0.9 }] });
      });
      search.runs(folded).forEach(function (run) { plain(folded, run, taken, asked, found); });
      var said = found.filter(function (one) { return !one.asked; });
      if (said.length && !store.all) return said; // a first answer does without
      found.forEach(function (one) { if (one.asked && said.length) one.share *= ASKED; });
      return found;
    }

    function concept(folded, start, end, others) {
      var own = phrase(folded.slice(start, end)), ways = [];
      if (own.terms.length) ways.push({ terms: own.terms, share: 1 });
      own.numbers.forEach(function (number) { ways.push({ terms: [number], share: 1 }); });
      others.slice(0, store.ways).forEach(function (word) {
        var other = phrase(word);
        if (other.terms.length) ways.push({ terms: other.terms, share: RESTATED });
        other.numbers.forEach(function (number) { ways.push({ terms: [number], share: RESTATED }); });
      });
      var unit = { start: start, end: end, weight: 0, share: 1, asked: false, ways: ways }, n = 0;
      meet(unit).forEach(function (got) { if (got.share > 0.5) n++; });
      unit.weight = rarity(n) * Math.sqrt(Math.max(1, own.terms.length));
      return unit;
    }

    function plain(folded, run, taken, asked, found) {
      if (run[1] - run[0] === 1) {
        if (taken[run[0]]) return;
        var sign = folded[run[0]];
        found.push({ start: run[0], end: run[1], weight: 0.3, share: 1, asked: asked[run[0]],
          ways: [{ terms: [sign], share: 1 }] });
        return;
      }
      for (var i = run[0]; i + 1 < run[1]; i++) {
        if (taken[i] && taken[i + 1]) continue;
        var term = folded.slice(i, i + 2), seam = taken[i] || taken[i + 1];
        found.push({ start: i, end: i + 2, weight: null, share: seam ? 0.3 : 1, asked: asked[i] || asked[i + 1],
          ways: [{ terms: [term], share: 1 }] });
      }
    }

    /** How well each entry meets a unit: id → share of the unit, times how much the entry is about it. */
    function meet(unit) {
      var met = new Map();
      unit.ways.forEach(function (way) {
        var sums = new Map(), all = 0;
        way.terms.forEach(function (term) {
          var worth = idf(term), found = index.terms.get(term);
          all += worth;
          if (!found) return;
          for (var i = 0; i < found.ids.length; i++) {
            var sum = sums.get(found.ids[i]) || [0, 0];
            sum[0] += worth;
            sum[1] += worth * found.impacts[i];
            sums.set(found.ids[i], sum);
          }
        });
        sums.forEach(function (sum, id) {
          var part = sum[0] / all, whole = part > 0.99 ? 1 : part * part * 0.6;
          var got = { share: way.share * whole, score: way.share * whole * sum[1] / all };
          var before = met.get(id);
          if (!before || got.score > before.score) met.set(id, got);
        });
      });
      return met;
    }

    /** All entries that meet any unit, with their preliminary score. */
    function collected(found) {
      var total = 0, scores = new Map();
      found.forEach(function (unit) {
        total += unit.weight;
        meet(unit).forEach(function (got, id) {
          var sum = scores.get(id) || { score: 0, covered: 0 };
          sum.score += unit.weight * got.score;
          sum.covered += unit.weight * got.share;
          scores.set(id, sum);
        });
      });
      var hits = [];
      scores.forEach(function (sum, id) {
        var coverage = total ? sum.covered / total : 0;
        hits.push({ id: id, score: sum.score / (total || 1) * Math.pow(coverage, 1.4), coverage: coverage });
      });
      return hits;
    }

    /** The order: what is measured on the entry itself is added for the best of them. */
    function ordered(folded, hits, found) {
      var said = found.filter(function (unit) { return !unit.asked; });
      if (!said.length) said = found;
      hits.sort(function (a, b) { return b.score - a.score; });
      hits = known(hits);
      hits.slice(0, 120).forEach(function (hit) {
        var near = store.near(hit.entry), worded = 0, titled = alike(said, near.title);
        near.wordings.forEach(function (set) { worded = Math.max(worded, alike(said, set)); });
        var more = 0.9 * worded * worded + 0.5 * titled * titled + NAMED * named(said, near.title);
        if (store.text(hit.entry).indexOf(folded) >= 0) more += 0.25;
        hit.score += more * hit.entry.rank; // the first part holds the rank already
      });
      return hits.sort(function (a, b) { return b.score - a.score || a.id - b.id; });
    }

    /** Whether the query names the whole title, and how telling that is: 深圳, 跟踪审查. */
    function named(said, title) {
      var own = new Set(), worth = 0;
      said.forEach(function (unit) { unit.ways.forEach(function (way) { if (way.share === 1) way.terms.forEach(function (term) { own.add(term); }); }); });
      var whole = title.size && Array.from(title).every(function (term) { return own.has(term); });
      if (whole) title.forEach(function (term) { worth += idf(term); });
      return whole ? Math.min(1, worth / 12) : 0;
    }

    /** The hits whose entries are at hand; the store notes which of the best are not. */
    function known(hits) {
      return hits.slice(0, store.most).filter(function (hit) {
        hit.entry = store.entry(hit.id);
        return hit.entry;
      });
    }

    /** Entries that the query cites, in the order of the documents. */
    function cited(folded) {
      var wanted = search.citedIn(folded, names);
      if (!wanted) return { hits: [], whole: false };
      var found = [];
      store.citing(wanted.steps, wanted.documents).forEach(function (entry) {
        if (entry.kind !== 0) return;
        var document = entry.key.split("/")[0];
        if (wanted.documents.length && wanted.documents.indexOf(document) < 0) return;
        if (!search.answers(entry, wanted.steps)) return;
        var place = data.order.indexOf(document);
        found.push({ id: entry.id, entry: entry, score: 10 - (place < 0 ? data.order.length : place) / 10, coverage: 1,
          anchor: anchorOf(entry, wanted.steps) });
      });
      return { hits: found.sort(function (a, b) { return b.score - a.score; }), whole: !wanted.rest, wanted: wanted };
    }

    function anchorOf(entry, steps) {
      var end = steps.join("-") + "-";
      var part = entry.parts.filter(function (one) { return (one.anchor + "-").indexOf(end) >= 0; })[0];
      return part && steps.length > 1 ? part.anchor : "";
    }

    /** The query as it may have been meant: letters as pinyin, unknown pairs by their sound. */
    function meant(folded) {
      var changed = false;
      var text = folded.replace(/[a-z][a-z' ]*[a-z]|[a-z]+/g, function (letters) {
        var known = phrase(letters.replace(/[^a-z]/g, "")).terms.every(function (term) { return index.terms.has(term); });
        if (letters.length < 3 && known && index.terms.has(letters)) return letters;
        var spelled = sound().spelled(letters);
        if (!spelled) return letters;
        changed = true;
        return spelled;
      });
      var sure = []; // what only asks, and words of our own list, are no slips
      asking.concat(synonyms.map(function (one) { return one.word; })).forEach(function (word) {
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          for (var i = 0; i < word.length; i++) sure[at + i] = true;
        }
      });
      var doubtful = text.split("").map(function (sign, at) { return sure[at] ? "\n" : sign; }).join("");
      doubtful.replace(/[\u3400-\u9fff]{2,}/g, function (run, start) {
        if (!phrase(run).terms.some(function (term) { return !index.terms.has(term); })) return run;
        var righted = sound().righted(run);
        if (righted === run) return run;
        changed = true;
        text = text.slice(0, start) + righted + text.slice(start + run.length);
        return run;
      });
      return changed ? text : "";
    }

    /** Search: { hits, meant, cited }; each hit has entry, score, coverage, and the units met. */
    function find(query) {
      var folded = fold(query).replace(/\s+/g, " ").trim();
      if (!folded) return { hits: [], units: [], folded: "", meant: "" };
      var first = cited(folded), loading = !store.complete();
      if (!store.all && first.whole && (loading || first.hits.length)) { // nothing else is fetched
        return { hits: first.hits, units: [], folded: folded, meant: "", missing: null };
      }
      var found = units(folded), hits = ordered(folded, collected(found), found);
      // First what was typed: what it may have meant needs one more file.
      var few = folded.length <= SHORT;
      var doubt = !hits.length || /[a-z]{3}/.test(folded) || few;
      var other = store.complete() && doubt && !first.whole ? meant(folded) : "";
      if (other) {
        var otherUnits = units(other), better = ordered(other, collected(otherUnits), otherUnits);
        if (better.length && (!hits.length || better[0].score > hits[0].score * 1.3)) {
          hits = merged(better, hits);
          found = otherUnits.concat(found);
        } else other = "";
      }
      if (first.hits.length) {
        if (!first.whole) first.hits.forEach(function (hit) { hit.score = 0.35; });
        hits = merged(first.hits, hits).sort(function (a, b) { return b.score - a.score; });
      }
      return { hits: cut(folded, hits), units: found, folded: folded, meant: other,
        missing: first.wanted && first.whole && !first.hits.length ? first.wanted : null };
    }

    function merged(one, two) {
      var seen = new Map();
      one.forEach(function (hit) { seen.set(hit.id, hit); });
      two.forEach(function (hit) {
        var before = seen.get(hit.id);
        if (!before) seen.set(hit.id, hit);
        else if (hit.score > before.score) before.score = hit.score;
      });
      return Array.from(seen.values()).sort(function (a, b) { return b.score - a.score; });
    }

    /** Leave out what shares next to nothing with the query, never what contains it. */
    function cut(folded, hits) {
      if (!hits.length) return hits;
      var least = Math.min(hits[0].score, 1) * 0.18;
      return hits.filter(function (hit) { return hit.score >= least || store.text(hit.entry).indexOf(folded) >= 0; });
    }

    return { find: find, store: store, fold: fold };
  };

  /** How far a query and a short text say the same, 0 to 1: each unit of the query counts where
      one of its ways stands in the text, in whichever words. */
  function alike(units, set) {
    if (!set.size) return 0;
    var all = 0, met = 0, used = new Set();
    units.forEach(function (unit) {
      var best = 0, terms = [];
      unit.ways.forEach(function (way) {
        if (way.share <= best || !way.terms.length) return;
        if (!way.terms.every(function (term) { return term.length < 2 || set.has(term); })) return;
        best = way.share;
        terms = way.terms;
      });
      all += unit.weight;
      met += unit.weight * best;
      terms.forEach(function (term) { if (set.has(term)) used.add(term); });
    });
    var share = all ? met / all : 0, covered = used.size / set.size;
    return share + covered ? 2 * share * covered / (share + covered) : 0;
  }

  /** Synonyms by word, the longest first. */
  function wordsToGroups(groups, fold) {
    var found = [];
    groups.forEach(function (group) {
      var words = group.slice(1).map(fold);
      words.forEach(function (word, at) {
        if (group[0] && at > 0) return; // one way: only the first word is also the others
        found.push({ word: word, others: words.filter(function (other) { return other !== word; }) });
      });
    });
    var joined = new Map();
    found.forEach(function (one) {
      var before = joined.get(one.word);
      joined.set(one.word, before ? before.concat(one.others) : one.others);
    });
    return Array.from(joined, function (pair) { return { word: pair[0], others: pair[1] }; })
      .sort(function (a, b) { return b.word.length - a.word.length; });
  }

})(typeof self === "undefined" ? this : self);
