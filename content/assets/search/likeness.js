// What an entry is to a query: a form, a field, a restatement; and how far short texts say the same.
/** @import { Entry, Unit } from "./index" */

export const FILLS = /[填栏勾格签章附]|写哪|写在|怎么写|咋写/; // what is said where a form is filled in

/** Whether a query is all letters of the alphabet: pairs of them meet by chance.
 * @param {string} folded */
export function foreignWords(folded) { return /[a-z]{3}/.test(folded) && !/[^\x00-\x7f]/.test(folded); }

/** @param {Entry} entry */
export function isField(entry) { return entry.kind === 2 && entry.key.indexOf("#") >= 0; }

/** @param {Entry} entry */
export function isForm(entry) { return entry.kind === 2 && entry.key.indexOf("#") < 0; }

/** Whether an entry says what a text says that it names: a duty, a result of the self-test, an open term, a field.
 * @param {Entry} entry @param {string} folded */
export function restates(entry, folded) {
  return /^(rules\/obligations|tools\/(crosswalk|outcomes))#/.test(entry.key) || isField(entry) && !FILLS.test(folded);
}

/** The share of the units that stand in a title or one of the wordings beside it, 0 to 1.
 * @param {Unit[]} units @param {Set<string>} title @param {Set<string>[]} wordings */
export function within(units, title, wordings) {
  let all = 0, best = 0;
  units.forEach((unit) => { all += unit.weight; });
  wordings.concat([new Set()]).forEach((set) => {
    let met = 0;
    units.forEach((unit) => {
      const there = unit.ways.some((way) => {
        return way.share > 0.5 && way.terms.length && way.terms.every((term) => { return title.has(term) || set.has(term); });
      });
      if (there) met += unit.weight;
    });
    best = Math.max(best, met);
  });
  return all ? best / all : 0;
}

/** How far a query and a short text say the same, 0 to 1: each unit of the query counts where
    one of its ways stands in the text, in whichever words.
 * @param {Unit[]} units @param {Set<string>} set */
export function alike(units, set) {
  if (!set.size) return 0;
  let all = 0, met = 0, used = new Set();
  units.forEach((unit) => {
    /** @type {string[]} */
    let terms = [];
    let best = 0;
    unit.ways.forEach((way) => {
      if (way.share <= best || !way.terms.length) return;
      if (!way.terms.every((term) => { return term.length < 2 || set.has(term); })) return;
      best = way.share;
      terms = way.terms;
    });
    all += unit.weight;
    met += unit.weight * best;
    terms.forEach((term) => { if (set.has(term)) used.add(term); });
  });
  const share = all ? met / all : 0, covered = used.size / set.size;
  return share + covered ? 2 * share * covered / (share + covered) : 0;
}
