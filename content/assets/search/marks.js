// Where a text meets a query: the words to mark, the part that meets it best, the snippet around.
(function (root) {
  "use strict";
  var search = (root.lawbookSearch = root.lawbookSearch || {});
  var AROUND = 34;       // signs of context before the first mark
  var LENGTH = 110;      // signs of a snippet

  /** Text as it may stand in markup. */
  function escaped(text) {
    return text.replace(/[&<>"]/g, function (sign) {
      return { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }[sign];
    });
  }

  search.marks = function (fold) {
    /** A part's folded text and numbers, made once. */
    function seen(part) {
      if (part.folded === undefined) {
        part.folded = fold(part.text);
        part.numbers = search.numbers(part.folded);
      }
      return part;
    }

    /** Spans of a text that a query meets, merged, as [start, end, weight]. */
    function spans(folded, terms) {
      var hit = new Array(folded.length).fill(0);
      terms.forEach(function (term) {
        for (var at = folded.indexOf(term.word); at >= 0; at = folded.indexOf(term.word, at + 1)) {
          for (var i = at; i < at + term.word.length; i++) hit[i] = Math.max(hit[i], term.weight);
        }
      });
      search.numbers(folded).forEach(function (one) {
        if (!terms.some(function (term) { return term.number === one[0]; })) return;
        for (var i = one[1]; i < one[2]; i++) hit[i] = 5;
      });
      var found = [], start = -1;
      for (var i = 0; i <= folded.length; i++) {
        if (hit[i] && start < 0) start = i;
        if (!hit[i] && start >= 0) {
          found.push([start, i, Math.max.apply(null, hit.slice(start, i)) * (i - start)]);
          start = -1;
        }
      }
      return found;
    }

    /** The words to mark: pairs of the query and the synonyms of its concepts. */
    function wanted(found) {
      var terms = [], most = 0;
      found.units.forEach(function (unit) {
        if (unit.asked && found.units.some(function (one) { return !one.asked; })) return;
        unit.ways.forEach(function (way) {
          most = Math.max(most, unit.weight);
          way.terms.forEach(function (term) {
            if (term[0] === "#") terms.push({ word: "\u0000", number: term, weight: unit.weight });
            else if (found.folded.length === 1) terms.push({ word: found.folded, weight: unit.weight });
            else if (term.length > 1) terms.push({ word: term, weight: unit.weight });
          });
        });
      });
      var known = {};
      return terms.filter(function (term) {
        var name = term.word + (term.number || ""), isNew = !known[name];
        known[name] = true;
        return isNew && term.weight >= most * 0.35;
      }).sort(function (a, b) { return b.weight - a.weight; });
    }

    function marked(text, from, to, found) {
      var out = "", at = from;
      found.forEach(function (span) {
        if (span[0] < from || span[1] > to) return;
        out += escaped(text.slice(at, span[0]));
        out += "<mark data-md-highlight>" + escaped(text.slice(span[0], span[1])) + "</mark>";
        at = span[1];
      });
      return out + escaped(text.slice(at, to));
    }

    /** The part of an entry that meets the query best. */
    function best(entry, terms, folded) {
      var chosen = entry.parts[0] || { anchor: "", name: "", text: "" }, most = 0;
      entry.parts.forEach(function (part) {
        var text = seen(part).folded, sum = 0;
        if (folded && text.indexOf(folded) >= 0) sum += 1000;
        terms.forEach(function (term) {
          var there = term.number
            ? part.numbers.some(function (one) { return one[0] === term.number; })
            : text.indexOf(term.word) >= 0;
          if (there) sum += term.weight;
        });
        if (sum > most) { most = sum; chosen = part; }
      });
      return chosen;
    }

    function snippet(part, found) {
      var text = part.text.replace(/\n/g, " "), start = 0, top = 0;
      found.forEach(function (span, at) { // the stretch in which most is met
        var sum = 0;
        for (var i = at; i < found.length && found[i][1] <= span[0] + LENGTH - AROUND; i++) sum += found[i][2];
        if (sum > top) { top = sum; start = span[0]; }
      });
      start = start - AROUND < 8 ? 0 : start - AROUND;
      var end = Math.min(text.length, start + LENGTH);
      return (start ? "……" : "") + marked(text, start, end, found) + (end < text.length ? "……" : "");
    }

    /** Words of the text itself, for the marks on the page that is opened. */
    function words(part, spans) {
      var found = {};
      spans.slice(0, 40).forEach(function (span) {
        if (span[1] - span[0] > 1 && Object.keys(found).length < 6) found[part.text.slice(span[0], span[1])] = true;
      });
      return found;
    }

    /** The first place only, in which a word stands: enough for what is far down. */
    function glance(part, terms) {
      var text = seen(part).folded;
      for (var i = 0; i < terms.length && i < 6; i++) {
        var at = text.indexOf(terms[i].word);
        if (at >= 0) return [[at, at + terms[i].word.length, 1]];
      }
      return [];
    }

    return { escaped: escaped, seen: seen, spans: spans, wanted: wanted, marked: marked, best: best,
      snippet: snippet, words: words, glance: glance };
  };
})(typeof self === "undefined" ? this : self);
