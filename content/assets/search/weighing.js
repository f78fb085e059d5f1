// How rare a term is, and how well entries meet a unit of a query.
(function (root) {
  "use strict";
  var search = (root.lawbookSearch = root.lawbookSearch || {});

  search.weighing = function (store) {
    function idf(term) {
      var found = store.get(term);
      return rarity(found ? found.n : 0);
    }

    function rarity(n) { return Math.log(1 + (store.count - n + 0.5) / (n + 0.5)); }

    /** How well each entry meets a unit: id → share of the unit, times how much the entry is about it. */
    function meet(unit) {
      var met = new Map();
      unit.ways.forEach(function (way) {
        var sums = new Map(), all = 0;
        way.terms.forEach(function (term) {
          var worth = idf(term), found = store.get(term);
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
          var part = sum[0] / all, whole = part > 0.99 ? 1 : part * part * 0.4;
          var got = { share: way.share * whole, score: way.share * whole * sum[1] / all };
          var before = met.get(id);
          if (!before || got.score > before.score) met.set(id, got);
        });
      });
      return met;
    }

    return { idf: idf, rarity: rarity, meet: meet };
  };
})(typeof self === "undefined" ? this : self);
