// What the theme is given to show: hits grouped by document, with marks, snippet and badges.
(function (root) {
  "use strict";
  var search = (root.lawbookSearch = root.lawbookSearch || {});
  var AROUND = 34;       // signs of context before the first mark
  var LENGTH = 110;      // signs of a snippet
  var OPEN = 3;          // hits of a group that are not folded away
  var OPEN_FIRST = 12;   // of so many best hits
  var MARKED = 30;       // hits in which every word is looked for; the others are cut short
  var KINDS = ["条文", "指引", "表单", "义务"];
  var DOORS = ["项目负责人", "伦理委员会和服务中心", "城市主管部门", "查条文的人"];

  function escaped(text) {
    return text.replace(/[&<>"]/g, function (sign) {
      return { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }[sign];
    });
  }

  /** Results of an engine as the theme wants them: groups of items, and what to say about them. */
  search.results = function (engine, data) {
    var fold = engine.fold;

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
        if (terms.some(function (term) { return term.number === one[0]; })) for (var i = one[1]; i < one[2]; i++) hit[i] = 5;
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
            else if (term.length > 1 || found.folded.length === 1) terms.push({ word: found.folded.length === 1 ? found.folded : term, weight: unit.weight });
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
        out += escaped(text.slice(at, span[0])) + "<mark data-md-highlight>" + escaped(text.slice(span[0], span[1])) + "</mark>";
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

    function address(page, anchor) { return page + (anchor ? "#" + anchor : ""); }

    function badges(names) {
      return names.map(function (name) {
        var draft = /征求意见稿|已被取代/.test(name);
        return '<span class="found' + (draft ? " found--draft" : "") + '">' + escaped(name) + "</span>";
      }).join("");
    }

    function item(hit, terms, score, folded, brief) {
      var entry = hit.entry, part = best(entry, brief ? terms.slice(0, 6) : terms, folded);
      if (hit.anchor) part = entry.parts.filter(function (one) { return one.anchor === hit.anchor; })[0] || part;
      var met = brief ? glance(part, terms) : spans(seen(part).folded, terms);
      var marks = [], name = part.name, title = brief ? [] : spans(fold(entry.title), terms);
      if (entry.kind === 3) marks.push("义务");
      if (name && !/^(第|附|填|含)/.test(name)) { marks.push(name); name = ""; }
      var shown = marked(entry.title, 0, entry.title.length, title) + (name ? " " + escaped(name) : "");
      var grounds = entry.grounds ? '<p class="grounds">依据：' + escaped(entry.grounds) + "</p>" : "";
      return { location: address(entry.page, part.anchor), title: shown + badges(marks),
        text: "<p>" + snippet(part, met) + "</p>" + grounds, score: score, terms: words(part, met), key: entry.key };
    }

    /** Other parts of an entry that hold the whole query: each can be reached. */
    function others(hit, shown, terms, folded, score) {
      return hit.entry.parts.filter(function (part) {
        return seen(part).folded.indexOf(folded) >= 0 && address(hit.entry.page, part.anchor) !== shown;
      }).map(function (part) {
        return item({ entry: Object.assign({}, hit.entry, { parts: [part] }) }, terms, score, folded, true);
      });
    }

    function grouped(hits, terms, folded) {
      var groups = new Map();
      hits.forEach(function (hit, rank) {
        if (!groups.has(hit.entry.group)) groups.set(hit.entry.group, []);
        groups.get(hit.entry.group).push({ hit: hit, rank: rank });
      });
      var place = 0;
      return Array.from(groups, function (pair) {
        var group = engine.store.groups[pair[0]], score = 1000 - place, more = [];
        place += 1;
        var items = pair[1].map(function (one, at) {
          var open = at === 0 || (at < OPEN && one.rank < OPEN_FIRST);
          var made = item(one.hit, terms, open ? score : score - 0.5, folded, one.rank >= MARKED);
          more = more.concat(others(one.hit, made.location, terms, folded, score - 0.5));
          return made;
        });
        var top = { location: group[2], title: escaped(group[1]) + badges(group[3]), text: "", score: score - 0.9, terms: {} };
        var places = {};
        items = items.filter(function (one) {
          var isNew = !places[one.location];
          places[one.location] = true;
          return isNew;
        });
        // The theme takes the item without anchor for the head of the group: there must be just one.
        items.forEach(function (one) { if (one.location.indexOf("#") < 0) one.location += "#" + (data.top || ""); });
        return items.concat(more, [top]);
      });
    }

    function doors() {
      var head = { location: "", title: "没有找到，从您的角色开始", text: "", score: 0.1, terms: {} };
      return DOORS.map(function (name, at) {
        return { location: data.doors[at] + "/#" + (data.top || ""), title: name, text: "", score: 1, terms: {} };
      }).concat([head]);
    }

    function nearest(wanted) {
      return data.documents.filter(function (row) {
        return !wanted.documents.length || wanted.documents.indexOf(row[0]) >= 0;
      }).map(function (row) {
        var groups = engine.store.groups, at = Object.keys(groups).filter(function (one) { return groups[one][0] === row[0]; })[0];
        if (at === undefined) groups[at = row[0]] = row;
        return { score: 1, entry: { key: row[0], kind: 0, group: at, title: row[1], page: row[2], parts: [] } };
      });
    }

    /** { items, say, count } for a query; `kind` is null or the number of the only kind wanted. */
    return function (query, kind) {
      var found = engine.find(query);
      if (!found.folded) return { items: [], say: "", count: 0 };
      var hits = found.hits, say = "";
      if (found.missing) {
        say = "没有这一条；下面是有条文的文件和相近的内容";
        hits = nearest(found.missing).concat(hits);
      }
      if (kind !== null && kind !== undefined) hits = hits.filter(function (hit) { return hit.entry.kind === kind; });
      if (!hits.length) return { items: [doors()], say: kind === null || kind === undefined ? "没有找到；换一个说法，或者从您的角色开始" : "“" + KINDS[kind] + "”里没有找到，可以改选“全部”", count: 0 };
      var terms = wanted(found), items = grouped(hits, terms, found.folded);
      if (found.meant) say = "按“" + found.meant + "”查找";
      var count = "找到 " + hits.length + " 处，在 " + items.length + " 份文件和页面里";
      return { items: items, say: say ? say + "，" + count : count, count: hits.length };
    };
  };

  /** The addresses of results in the order in which a reader sees them. */
  search.shown = function (items) {
    var open = [], folded = [];
    items.forEach(function (group) {
      var best = group[0].score;
      group.slice(0, -1).forEach(function (one) { (one.score < best ? folded : open).push(one.location.replace(/#$/, "")); });
    });
    return open.concat(folded);
  };
})(typeof self === "undefined" ? this : self);
