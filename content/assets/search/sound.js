// What a query may have meant: pinyin typed as letters, and characters that sound alike.
(function (root) {
  "use strict";
  var search = (root.lawbookSearch = root.lawbookSearch || {});

  // Sounds that many people do not keep apart.
  function loose(syllable) {
    return syllable.replace(/^(z|c|s)h/, "$1").replace(/(a|e|i)ng$/, "$1n");
  }

  /** Ways from sounds to the words of the index. `weight(pair)` says how often a pair occurs,
      `between(before, after)` which signs stand between two others, `known(pair)` whether it occurs. */
  search.sounding = function (readings, weight, between, known) {
    var soundOf = new Map(), signsOf = new Map(), syllables = Object.keys(readings);
    syllables.forEach(function (syllable) {
      var sound = loose(syllable);
      Array.from(readings[syllable]).forEach(function (sign) {
        if (!soundOf.has(sign)) soundOf.set(sign, sound);
        if (!signsOf.has(sound)) signsOf.set(sound, []);
        signsOf.get(sound).push(sign);
      });
    });
    var whole = new Set(syllables.concat(syllables.map(loose)));
    var longest = 6;

    function startingWith(letters) {
      var found = [];
      signsOf.forEach(function (signs, sound) {
        if (sound.startsWith(letters) || sound.startsWith(loose(letters))) found = found.concat(signs);
      });
      return found;
    }

    /** Letters cut into syllables; the last one may be unfinished. Null when they are no pinyin. */
    function cut(letters) {
      var best = new Array(letters.length + 1).fill(null);
      best[0] = [];
      for (var end = 1; end <= letters.length; end++) {
        for (var start = Math.max(0, end - longest); start < end; start++) {
          var piece = letters.slice(start, end);
          if (!best[start]) continue;
          var fits = whole.has(piece) || (end === letters.length && startingWith(piece).length > 0);
          if (!fits) continue;
          var way = best[start].concat([piece]);
          if (!best[end] || way.length < best[end].length) best[end] = way;
        }
      }
      return best[letters.length];
    }

    /** The likeliest chain through the choices: each pair counts by how often it occurs. */
    function chain(choices) {
      var ways = [new Map()];
      choices[0].forEach(function (one) { ways[0].set(one.sign, { score: one.gain, before: null }); });
      for (var i = 1; i < choices.length; i++) {
        var now = new Map();
        choices[i].forEach(function (one) {
          var best = null;
          ways[i - 1].forEach(function (way, sign) {
            var score = way.score + one.gain + Math.log(0.05 + weight(sign + one.sign));
            if (!best || score > best.score) best = { score: score, before: sign };
          });
          now.set(one.sign, best);
        });
        ways.push(now);
      }
      var last = null, found = "";
      ways[ways.length - 1].forEach(function (way, sign) {
        if (!last || way.score > last.score) last = { score: way.score, sign: sign };
      });
      for (var at = ways.length - 1, sign = last.sign; at >= 0; at--) {
        found = sign + found;
        sign = ways[at].get(sign).before;
      }
      return found;
    }

    return {
      /** Han characters for letters: zhuanjia fuhe → 专家复核. Empty when there are none. */
      spelled: function (letters) {
        var pieces = cut(letters.replace(/[^a-z]/g, ""));
        if (!pieces || !pieces.length || pieces.length > 16) return "";
        var choices = pieces.map(function (piece) {
          var signs = whole.has(piece) ? signsOf.get(loose(piece)) : startingWith(piece);
          return (signs || []).map(function (sign) { return { sign: sign, gain: 0 }; });
        });
        return choices.every(function (list) { return list.length; }) ? chain(choices) : "";
      },
      /** A run of Han characters with those put right that only sound right: 身诉 → 申诉.
          A sign is doubted only where a pair with a neighbour is unknown. */
      righted: function (run) {
        var doubted = 0;
        var choices = Array.from(run).map(function (sign, at) {
          var own = [{ sign: sign, gain: 0 }];
          var edge = at === 0 || at === run.length - 1;
          if (edge && run.length > 4) return own;
          var before = at > 0 && known(run[at - 1] + sign), after = at < run.length - 1 && known(sign + run[at + 1]);
          if (before && after || (edge && (before || after))) return own;
          var cost = before || after ? -5 : -3; // known on one side: 简意程序, where 同意程序 is known
          doubted++;
          var alike = (signsOf.get(soundOf.get(sign)) || []).filter(function (one) { return one !== sign; });
          var fit = run.length > 6 ? [] : between(run[at - 1], run[at + 1]);
          return own.concat(
            alike.map(function (one) { return { sign: one, gain: cost }; }),
            fit.filter(function (one) { return alike.indexOf(one) < 0; })
              .map(function (one) { return { sign: one, gain: cost - 2 }; })
          );
        });
        return doubted && run.length > 1 && run.length <= 24 ? chain(choices) : run;
      },
    };
  };
})(typeof self === "undefined" ? this : self);
