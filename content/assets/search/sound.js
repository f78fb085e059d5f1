// What a query may have meant: pinyin typed as letters, and characters that sound alike.
/** @import { Readings } from "./index" */

/** @typedef {{score: number, before: string}} Link of a chain: the sign before it */

// Sounds that many people do not keep apart.
/** @param {string} syllable */
function loose(syllable) {
  return syllable.replace(/^(z|c|s)h/, "$1").replace(/(a|e|i)ng$/, "$1n");
}

/** Ways from sounds to the words of the index. `weight(pair)` says how often a pair occurs,
    `between(before, after)` which signs stand between two others, `known(pair)` whether it occurs.
 * @param {Readings} readings @param {(pair: string) => number} weight
 * @param {(before: string, after: string) => string[]} between @param {(pair: string) => boolean} known */
export function sounding(readings, weight, between, known) {
  /** @type {Map<string, string>} */
  const soundOf = new Map();
  /** @type {Map<string, string[]>} */
  const signsOf = new Map();
  const syllables = Object.keys(readings);
  syllables.forEach((syllable) => {
    const sound = loose(syllable);
    Array.from(readings[syllable]).forEach((sign) => {
      if (!soundOf.has(sign)) soundOf.set(sign, sound);
      if (!signsOf.has(sound)) signsOf.set(sound, []);
      /** @type {string[]} */ (signsOf.get(sound)).push(sign);
    });
  });
  const whole = new Set(syllables.concat(syllables.map(loose)));
  const longest = 6;

  /** @param {string} letters */
  function startingWith(letters) {
    /** @type {string[]} */
    let ways = [];
    signsOf.forEach((signs, sound) => {
      if (sound.startsWith(letters) || sound.startsWith(loose(letters))) ways = ways.concat(signs);
    });
    return ways;
  }

  /** Letters cut into syllables; the last one may be unfinished. Null when they are no pinyin.
   * @param {string} letters @returns {string[] | null} */
  function cut(letters) {
    const best = new Array(letters.length + 1).fill(null);
    best[0] = [];
    for (let end = 1; end <= letters.length; end++) {
      for (let start = Math.max(0, end - longest); start < end; start++) {
        const piece = letters.slice(start, end);
        if (!best[start]) continue;
        const fits = whole.has(piece) || (end === letters.length && startingWith(piece).length > 0);
        if (!fits) continue;
        const way = best[start].concat([piece]);
        if (!best[end] || way.length < best[end].length) best[end] = way;
      }
    }
    return best[letters.length];
  }

  /** The likeliest chain through the choices: each pair counts by how often it occurs.
   * @param {{sign: string, gain: number}[][]} choices */
  function chain(choices) {
    /** @type {Map<string, Link>[]} */
    const ways = [new Map()];
    choices[0].forEach((choice) => { ways[0].set(choice.sign, { score: choice.gain, before: "" }); });
    for (let i = 1; i < choices.length; i++) {
      /** @type {Map<string, Link>} */
      const now = new Map();
      choices[i].forEach((choice) => {
        let best = /** @type {Link | null} */ (null);
        ways[i - 1].forEach((way, sign) => {
          const score = way.score + choice.gain + Math.log(0.05 + weight(sign + choice.sign));
          if (!best || score > best.score) best = { score, before: sign };
        });
        if (best) now.set(choice.sign, best);
      });
      ways.push(now);
    }
    let last = /** @type {{score: number, sign: string} | null} */ (null), signs = "";
    ways[ways.length - 1].forEach((way, sign) => {
      if (!last || way.score > last.score) last = { score: way.score, sign };
    });
    for (let at = ways.length - 1, sign = last ? last.sign : ""; at >= 0; at--) {
      signs = sign + signs;
      sign = /** @type {Link} */ (ways[at].get(sign)).before;
    }
    return signs;
  }

  return {
    /** Han characters for letters: zhuanjia fuhe → 专家复核. Empty when there are none.
     * @param {string} letters */
    spelled (letters) {
      const pieces = cut(letters.replace(/[^a-z]/g, ""));
      if (!pieces || !pieces.length || pieces.length > 16) return "";
      const choices = pieces.map((piece) => {
        const signs = whole.has(piece) ? signsOf.get(loose(piece)) : startingWith(piece);
        return (signs || []).map((sign) => { return { sign, gain: 0 }; });
      });
      return choices.every((list) => { return list.length; }) ? chain(choices) : "";
    },
    /** A run of Han characters with those put right that only sound right: 身诉 → 申诉.
        A sign is doubted only where a pair with a neighbour is unknown.
     * @param {string} run */
    righted (run) {
      let doubted = 0;
      const choices = Array.from(run).map((sign, at) => {
        const own = [{ sign, gain: 0 }];
        const edge = at === 0 || at === run.length - 1;
        if (edge && run.length > 4) return own;
        const before = at > 0 && known(run[at - 1] + sign), after = at < run.length - 1 && known(sign + run[at + 1]);
        if (before && after || (edge && (before || after))) return own;
        const cost = before || after ? -5 : -3; // known on one side: 简意程序, where 同意程序 is known
        doubted++;
        const alike = (signsOf.get(soundOf.get(sign) || "") || []).filter((other) => { return other !== sign; });
        const fit = run.length > 6 ? [] : between(run[at - 1], run[at + 1]);
        return own.concat(
          alike.map((other) => { return { sign: other, gain: cost }; }),
          fit.filter((other) => { return alike.indexOf(other) < 0; })
            .map((other) => { return { sign: other, gain: cost - 2 }; })
        );
      });
      if (!doubted || run.length < 2 || run.length > 24) return run;
      const made = chain(choices), kept = Array.from(run).filter((sign, at) => { return sign === made[at]; });
      return kept.length * 2 < run.length ? run : made; // 硬法 is no slip for 印发
    },
  };
}
