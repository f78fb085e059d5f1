// Where a text meets a query: the words to mark, the part that meets it best, the snippet around.
/** @import { Fold, Part, Seen, Shown, Span, Term, Unit } from "./index" */
import { numbers } from "./text.js";

const AROUND = 34;       // characters of context before the first mark
const LENGTH = 110;      // characters of a snippet
const OPEN = 0.25;       // what says only that nobody knows, against what is known

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in markup.
 * @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => {
    return ENTITIES[sign];
  });
}

/** Whether a part only says that no text says it.
 * @param {Part} part */
export function unknown(part) { return /^未见/.test(part.name); }

/** @param {Fold} fold */
export function marks(fold) {
  /** A part's folded text and numbers, made once.
   * @param {Part} part @returns {Seen} */
  function seen(part) {
    if (part.folded === undefined) {
      part.folded = fold(part.text);
      part.numbers = numbers(part.folded);
    }
    return /** @type {Seen} */ (part);
  }

  /** Spans of a text that a query meets, merged, as [start, end, weight].
   * @param {string} folded @param {Term[]} terms @returns {Span[]} */
  function spans(folded, terms) {
    const hit = new Array(folded.length).fill(0);
    terms.forEach((term) => {
      for (let at = folded.indexOf(term.word); at >= 0; at = folded.indexOf(term.word, at + 1)) {
        for (let i = at; i < at + term.word.length; i++) hit[i] = Math.max(hit[i], term.weight);
      }
    });
    const counted = terms.some((term) => { return term.number; });
    numbers(folded).forEach((number) => { // 第二条 is no part of 第十二条
      const same = terms.some((term) => { return term.number === number[0]; });
      if (counted) hit.fill(same ? 5 : 0, number[1], number[2]);
    });
    /** @type {Span[]} */
    const spans = [];
    let start = -1;
    for (let i = 0; i <= folded.length; i++) {
      if (hit[i] && start < 0) start = i;
      if (!hit[i] && start >= 0) {
        spans.push([start, i, Math.max.apply(null, hit.slice(start, i)) * (i - start)]);
        start = -1;
      }
    }
    return spans;
  }

  /** The words to mark: pairs of the query and the synonyms of its concepts.
   * @param {{units: Unit[], folded: string}} asked */
  function wanted(asked) {
    /** @type {Term[]} */
    const terms = [];
    let most = 0;
    asked.units.forEach((unit) => {
      if (unit.asked && asked.units.some((other) => { return !other.asked; })) return;
      unit.ways.forEach((way) => {
        most = Math.max(most, unit.weight);
        way.terms.forEach((term) => {
          if (term[0] === "#") terms.push({ word: "\u0000", number: term, weight: unit.weight });
          else if (asked.folded.length === 1) terms.push({ word: asked.folded, weight: unit.weight });
          else if (term.length > 1) terms.push({ word: term, weight: unit.weight });
        });
      });
    });
    /** @type {Record<string, boolean>} */
    const known = {};
    return terms.filter((term) => {
      const name = term.word + (term.number || ""), isNew = !known[name];
      known[name] = true;
      return isNew && term.weight >= most * 0.35;
    }).sort((a, b) => { return b.weight - a.weight; });
  }

  /** @param {string} text @param {number} from @param {number} to @param {Span[]} asked */
  function marked(text, from, to, asked) {
    let out = "", at = from;
    asked.forEach((span) => {
      if (span[0] < from || span[1] > to) return;
      out += escaped(text.slice(at, span[0]));
      out += "<mark data-md-highlight>" + escaped(text.slice(span[0], span[1])) + "</mark>";
      at = span[1];
    });
    return out + escaped(text.slice(at, to));
  }

  /** The part of an entry that meets the query best.
   * @param {Shown} entry @param {Term[]} terms @param {string} folded @returns {Part} */
  function best(entry, terms, folded) {
    let chosen = entry.parts[0] || { anchor: "", name: "", text: "" }, most = 0;
    entry.parts.forEach((part) => {
      let text = seen(part).folded, sum = 0, met = 0;
      if (folded && text.indexOf(folded) >= 0) sum += 1000;
      terms.forEach((term) => {
        const there = term.number
          ? seen(part).numbers.some((number) => { return number[0] === term.number; })
          : text.indexOf(term.word) >= 0;
        if (there) { sum += term.weight; met++; }
      });
      if (unknown(part) && sum < 1000) sum = met > 1 ? sum * OPEN : 0; // one word alone does not ask for it
      if (sum > most) { most = sum; chosen = part; }
    });
    return chosen;
  }

  /** @param {Part} part @param {Span[]} asked */
  function snippet(part, asked) {
    let text = part.text.replace(/\n/g, " "), start = 0, top = 0;
    asked.forEach((span, at) => { // the stretch in which most is met
      let sum = 0;
      for (let i = at; i < asked.length && asked[i][1] <= span[0] + LENGTH - AROUND; i++) sum += asked[i][2];
      if (sum > top) { top = sum; start = span[0]; }
    });
    start = start - AROUND < 8 ? 0 : start - AROUND;
    const end = Math.min(text.length, start + LENGTH);
    return (start ? "……" : "") + marked(text, start, end, asked) + (end < text.length ? "……" : "");
  }

  /** Words of the text itself, for the marks on the page that is opened.
   * @param {Part} part @param {Span[]} spans @returns {Record<string, boolean>} */
  function words(part, spans) {
    /** @type {Record<string, boolean>} */
    const terms = {};
    spans.slice(0, 40).forEach((span) => {
      if (span[1] - span[0] > 1 && Object.keys(terms).length < 6) terms[part.text.slice(span[0], span[1])] = true;
    });
    return terms;
  }

  /** The first place only, in which a word stands: enough for what is far down.
   * @param {Part} part @param {Term[]} terms @returns {Span[]} */
  function glance(part, terms) {
    const text = seen(part).folded;
    for (let i = 0; i < terms.length && i < 6; i++) {
      const at = text.indexOf(terms[i].word);
      if (at >= 0) return [[at, at + terms[i].word.length, 1]];
    }
    return [];
  }

  return { escaped, seen, spans, wanted, marked, best,
    snippet, words, glance };
}
