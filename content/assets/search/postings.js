// Which entries have a term, and how much each is about it (BM25 over title, wordings and text).
/** @import { Entry, Fold, Posting } from "./index" */
import { numbers, pairs } from "./text.js";

const FIELDS = [[2.6, 0.3], [2.2, 0.2], [1.0, 0.45]]; // title, wordings, text: weight, share of length
const HOME = 0.25; // the title of the document, for each entry in it
const K1 = 1.1;

/** Term → { ids, impacts } of the entries, single signs among the terms; `homes` are the titles of their groups.
 * @param {Entry[]} entries @param {string[]} homes @param {Fold} fold */
export function postings(entries, homes, fold) {
  /** @type {Map<string, Posting>} */
  const posted = new Map();
  const titles = homes.map(fold);
  const texts = entries.map((entry) => { return fieldsOf(entry).map(fold); });
  const scales = FIELDS.map((field, number) => {
    const mean = Math.max(1, texts.reduce((sum, fields) => { return sum + fields[number].length; }, 0) / texts.length);
    return (/** @type {string} */ text) => { return field[0] / (1 - field[1] + field[1] * text.length / mean); };
  });
  let id = 0;
  /** @param {string} term @param {number} weight @param {boolean} [once] */
  function add(term, weight, once) {
    let posting = posted.get(term);
    if (!posting) posted.set(term, posting = { ids: [], impacts: [] });
    const last = posting.ids.length - 1;
    if (posting.ids[last] !== id) { posting.ids.push(id); posting.impacts.push(weight); } else if (!once) posting.impacts[last] += weight;
  }
  for (; id < entries.length; id++) {
    eachTerm(titles[entries[id].group], (term) => { add(term, HOME, true); });
    texts[id].forEach((text, field) => {
      const scale = scales[field], weight = scale(text);
      eachTerm(text, (term) => { add(term, weight); });
    });
  }
  posted.forEach((posting) => {
    posting.impacts.forEach((/** @type {number} */ weight, /** @type {number} */ at) => {
      posting.impacts[at] = Math.min(1, entries[posting.ids[at]].rank) * weight / (K1 + weight);
    });
  });
  return posted;
}

/** @param {Entry} entry */
function fieldsOf(entry) {
  return [entry.title, entry.wordings.join("\n"), entry.parts.map((part) => { return part.text; }).join("\n")];
}

/** The pairs of a text, each of its characters, and its numbers in their one spelling.
 * @param {string} folded @param {(term: string) => void} act */
function eachTerm(folded, act) {
  pairs(folded, (pair) => {
    act(pair);
    if (pair.length > 1) act(pair[0]);
  });
  numbers(folded).forEach((number) => { act(number[0]); });
}
