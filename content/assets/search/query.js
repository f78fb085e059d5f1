// What a query asks: units with weights, each with the ways in which it can be met; and what it may
// have meant where it holds letters or a slip of the pen.
/** @import { Fold, Meaning, Shelf, Spoken, Synonyms, Unit, Weighing } from "./index" */
import { sounding } from "./sound.js";
import { isHan, numbers as numbersOf, pairs, runs } from "./text.js";

const RESTATED = 0.8;  // a synonym against the very word
const WAYS = 3;        // words that are looked up for a word
const PARTICLES = "的了吗呢吧"; // never looked for while other words remain
// Characters of everyday speech: a pair with one of them is often the seam of two words and says less than its rarity.
const LIGHT = /[一个在和里着过到从跟让想看说些种样没很再又么您它这那上下不多大小好用做打拿出来去起以为我们自己他她]/;
const LESS = 0.5;
const OTHER_LAW = /(?:法|法案|条例|act|gdpr)$/; // of which lists, data and products are asked, too
const COMMON = /^(?:the|and|for|with|from|what|which|when|where|who|how|why|are|does|can|should|must|need|about|take|long|our|your|this|that|not|new)$/;
const SURE = 4;        // the first of our own words: beside any other law they ask for what is held

/** @param {Shelf} store @param {Weighing} weighing */
export function query(store, weighing) {
  const fold = store.fold, asking = store.asking, idf = weighing.idf;
  /** @type {Pick<ReturnType<typeof sounding>, "spelled" | "righted"> | null} */
  let sounds = null;
  /** @type {Meaning[]} */
  let synonyms = [];
  /** @type {Synonyms[] | null} */
  let known = null;
  /** The words that mean others; more of them come with more files. */
  function meanings() {
    if (known !== store.synonyms) {
      known = store.synonyms;
      synonyms = wordsToGroups(known, fold);
    }
    return synonyms;
  }
  function sound() {
    const readings = store.readings();
    if (!sounds && Object.keys(readings).length) {
      sounds = sounding(readings, store.weight, store.between, store.has);
    }
    return sounds || { spelled () { return ""; }, righted (/** @type {string} */ run) { return run; } };
  }

  /** A phrase as terms with weights; a number also in its one spelling.
   * @param {string} folded */
  function phrase(folded) {
    /** @type {string[]} */
    const terms = [];
    pairs(folded, (term) => { if (term.length > 1) terms.push(term); });
    const numbers = numbersOf(folded).map((number) => { return number[0]; });
    return { terms, numbers };
  }

  /** Whether a character makes a known pair with a neighbour, and does not end the query.
   * @param {string} folded @param {number} at */
  function paired(folded, at) {
    const known = store.has(folded.slice(at, at + 2)) || (at > 0 && store.has(folded.slice(at - 1, at + 1)));
    return known && folded.length > 1 && at + 1 < folded.length;
  }

  /** Which characters only ask. A single character (要, 会) only where it makes no known pair: not in 会议.
   * @param {string} folded */
  function questions(folded) {
    const asked = new Array(folded.length).fill(false);
    asking.forEach((word) => {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        if (word.length === 1 && PARTICLES.indexOf(word) < 0 && paired(folded, at)) continue;
        for (let i = 0; i < word.length; i++) asked[at + i] = true;
      }
    });
    return asked;
  }

  /** The units of a query: each has a span, a weight, and ways in which it can be met.
   * @param {string} folded */
  function units(folded) {
    const asked = spoken(folded);
    asked.forEach((unit) => {
      if (unit.weight === null) unit.weight = idf(unit.ways[0].terms[0]);
      unit.weight *= unit.share;
    });
    return /** @type {Unit[]} */ (asked);
  }

  /** @param {string} folded */
  function spoken(folded) {
    const asked = questions(folded);
    /** @type {Spoken[]} */
    const units = [];
    const taken = new Array(folded.length).fill(false);
    meanings().forEach((synonym) => {
      for (let at = folded.indexOf(synonym.word); at >= 0; at = folded.indexOf(synonym.word, at + 1)) {
        let end = at + synonym.word.length, free = true;
        for (let i = at; i < end; i++) free = free && !taken[i];
        if (!free) continue;
        for (let i = at; i < end; i++) { taken[i] = true; asked[i] = false; }
        units.push(concept(folded, at, end, synonym.others));
      }
    });
    numbersOf(folded).forEach((number) => {
      let free = true;
      for (let i = number[1]; i < number[2]; i++) free = free && !taken[i];
      if (!free) return;
      for (let i = number[1]; i < number[2]; i++) taken[i] = true;
      const own = phrase(folded.slice(number[1], number[2]));
      units.push({ start: number[1], end: number[2], weight: null, share: 1, asked: false,
        ways: [{ terms: [number[0]], share: 1 }, { terms: own.terms, share: 0.9 }] });
    });
    runs(folded).forEach((run) => { plain(folded, run, taken, asked, units); });
    const said = units.filter((unit) => { return !unit.asked; });
    return said.length ? said : units; // what only asks counts where nothing else is asked
  }

  /** @param {string} folded @param {number} start @param {number} end @param {string[]} others */
  function concept(folded, start, end, others) {
    /** @type {Unit} */
    const unit = { start, end, weight: 0, share: 1, asked: false, ways: [] };
    const own = phrase(folded.slice(start, end)), ways = unit.ways;
    const latin = /^[a-z]/.test(folded.slice(start, end)); // a translation is the very word
    if (own.terms.length) ways.push({ terms: own.terms, share: 1 });
    own.numbers.forEach((number) => { ways.push({ terms: [number], share: 1 }); });
    others.slice(0, WAYS).forEach((word) => {
      const other = phrase(word);
      const share = latin ? 1 : RESTATED;
      if (other.terms.length) ways.push({ terms: other.terms, share });
      other.numbers.forEach((number) => { ways.push({ terms: [number], share }); });
    });
    let n = 0;
    weighing.meet(unit).forEach((got) => { if (got.share > 0.5) n++; });
    unit.weight = weighing.rarity(n) * Math.sqrt(Math.max(1, own.terms.length));
    return unit;
  }

  /** @param {string} folded @param {[number, number]} run @param {boolean[]} taken @param {boolean[]} asked
   * @param {Spoken[]} units */
  function plain(folded, run, taken, asked, units) {
    if (run[1] - run[0] === 1) {
      if (taken[run[0]]) return;
      const sign = folded[run[0]];
      units.push({ start: run[0], end: run[1], weight: 0.3, share: 1, asked: asked[run[0]],
        ways: [{ terms: [sign], share: 1 }] });
      return;
    }
    for (let j = run[0]; j < run[1]; j++) {
      if (!taken[j] && !asked[j] && isHan(folded.charCodeAt(j))) units.push({ start: j, end: j + 1, weight: null, share: 0.2,
        asked: false, ways: [{ terms: [folded[j]], share: 1 }] });
    }
    for (let i = run[0]; i + 1 < run[1]; i++) {
      if (taken[i] && taken[i + 1]) continue;
      const term = folded.slice(i, i + 2), seam = taken[i] || taken[i + 1];
      units.push({ start: i, end: i + 2, weight: null, share: seam ? 0.3 : LIGHT.test(term) ? LESS : 1, asked: asked[i] || asked[i + 1],
        ways: [{ terms: [term], share: 1 }] });
    }
  }

  /** The query as it may have been meant: letters as pinyin, unknown pairs by their sound.
   * @param {string} folded */
  function meant(folded) {
    let changed = false;
    let text = folded.replace(/[a-z][a-z' ]*[a-z]|[a-z]+/g, (letters) => {
      const known = phrase(letters.replace(/[^a-z]/g, "")).terms.every((term) => { return store.has(term); });
      if (letters.length < 3 && known && store.has(letters)) return letters;
      const spelled = sound().spelled(letters);
      if (!spelled) return letters;
      changed = true;
      return spelled;
    });
    /** @type {boolean[]} */
    const sure = []; // what only asks, words of our own list, and numbers are no slips
    numbersOf(text).forEach((number) => {
      for (let i = number[1]; i < number[2]; i++) sure[i] = true;
    });
    asking.concat(meanings().map((synonym) => { return synonym.word; })).forEach((word) => {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        for (let i = 0; i < word.length; i++) sure[at + i] = true;
      }
    });
    const doubtful = text.split("").map((sign, at) => { return sure[at] ? "\n" : sign; }).join("");
    doubtful.replace(/[\u3400-\u9fff]{2,}/g, (run, start) => {
      if (!phrase(run).terms.some((term) => { return !store.has(term); })) return run;
      const righted = sound().righted(run);
      const made = text.slice(0, start) + righted + text.slice(start + run.length);
      if (righted === run || !stands(made, text)) return run;
      changed = true;
      text = made;
      return run;
    });
    return changed ? text : "";
  }

  /** Whether what was put right stands somewhere, sign by sign with its neighbours: 论文代写 is no 论文件写. A word of
      two signs has no neighbours, so it must be one of our own words: 公证 is no slip for 公正.
   * @param {string} made @param {string} before */
  function stands(made, before) {
    if (made.length < 3) return meanings().some((synonym) => { return synonym.word === made; });
    return Array.from(made).every((sign, at) => {
      if (sign === before[at]) return true;
      return [at - 2, at - 1, at].every((from) => {
        const three = made.slice(Math.max(0, from), from + 3);
        return three.length < 3 || /[^\u3400-\u9fff]/.test(three) || store.holds(three);
      });
    });
  }

  /** Subjects of other offices, where nothing is asked of them but what every office is asked: 护照办理; or where they
      are at least half of what is asked and the rest names nothing of ours: 广州到上海的火车票.
   * @param {string} folded */
  function elsewhere(folded) {
    /** @type {string[]} */
    const words = [];
    let rest = folded;
    store.elsewhere.slice().sort(longest).forEach((word) => {
      if (rest.indexOf(word) < 0) return;
      words.push(word);
      rest = rest.split(word).join(" ");
    });
    if (!words.length) return [];
    const others = words.some((word) => { return OTHER_LAW.test(word); }) ? store.ours.slice(0, SURE) : store.ours;
    const ours = others.some((word) => { return rest.indexOf(word) >= 0; });
    store.formalities.concat(asking).sort(longest).forEach((word) => { rest = rest.split(word).join(" "); });
    rest = rest.replace(/[^\u3400-\u9fffa-z]/g, "");
    return !rest || !ours && rest.length <= words.join("").length ? words : [];
  }

  /** The words of a query that stand nowhere, where they are at least half of what it asks for: 区块链.
   * @param {string} folded */
  function strange(folded) {
    const asked = questions(folded), known = new Array(folded.length).fill(false);
    for (let at = 0; at + 1 < folded.length; at++) {
      if (store.has(folded.slice(at, at + 2))) known[at] = known[at + 1] = true;
    }
    folded.replace(/[a-z]{3,}/g, (word, at) => { // letters make pairs in any word
      known.fill(store.entries.some((entry) => { return store.text(entry).indexOf(word) >= 0; }), at, at + word.length);
      return word;
    });
    meanings().forEach((synonym) => {
      for (let at = folded.indexOf(synonym.word); at >= 0; at = folded.indexOf(synonym.word, at + 1)) known.fill(true, at, at + synonym.word.length);
    });
    /** @type {string[]} */
    const words = [];
    let said = 0, strangers = 0;
    runs(folded).forEach((run) => {
      let word = "";
      for (let at = run[0]; at <= run[1]; at++) {
        const own = at < run[1] && !asked[at];
        if (own) said++;
        if (own && !known[at]) word += folded[at];
        else { if (word.length > 1) { words.push(word); strangers += word.length; } word = ""; }
      }
    });
    return strangers * 2 >= said ? words : [];
  }

  /** Whether none of the words of a foreign query stands anywhere as a word, nor means one of ours: tokyo, blockchain.
   * @param {string} folded */
  function unknown(folded) {
    const words = folded.split(/[^a-z]+/).filter((word) => { return word.length > 2 && !COMMON.test(word); });
    const means = meanings().some((synonym) => { return whole(synonym.word).test(folded); });
    return words.length > 0 && !means && !words.some((word) => {
      return store.entries.some((entry) => { return whole(word).test(store.text(entry)); });
    });
  }

  /** Whether a query asks in words for asking: what only names a thing does not.
   * @param {string} folded */
  function asks(folded) { return questions(folded).some(Boolean); }

  return { units, meant, strange, elsewhere, asks, unknown };
}

/** @param {string} word */
function whole(word) { return new RegExp("(?:^|[^a-z])" + word.replace(/[^a-z0-9\u3400-\u9fff]/g, "\\$&") + "s?(?![a-z])"); }

/** @param {string} a @param {string} b */
function longest(a, b) { return b.length - a.length; }

/** Synonyms by word, the longest first.
 * @param {Synonyms[]} groups @param {Fold} fold @returns {Meaning[]} */
function wordsToGroups(groups, fold) {
  /** @type {Meaning[]} */
  const synonyms = [];
  groups.forEach((group) => {
    const words = (/** @type {string[]} */ (group.slice(1))).map(fold);
    if (Array.isArray(group[0])) { // everyday words, each looked up as the words
      group[0].forEach((word) => { synonyms.push({ word: fold(word), others: words }); });
      return;
    }
    words.forEach((word, at) => {
      if (group[0] && at > 0) return; // one way: only the first word is also the others
      synonyms.push({ word, others: words.filter((other) => { return other !== word; }) });
    });
  });
  const joined = new Map();
  synonyms.forEach((group) => {
    const before = joined.get(group.word);
    joined.set(group.word, before ? before.concat(group.others) : group.others);
  });
  return Array.from(joined, (pair) => { return { word: pair[0], others: pair[1] }; })
    .sort((a, b) => { return b.word.length - a.word.length; });
}
