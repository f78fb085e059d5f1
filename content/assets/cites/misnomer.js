// Mirrors scripts/lawbook/law/misnomer.py: which document a wrong title means.
/** @import { Names, Patterns } from "./shelf" */

const NEAR = 0.34;

// The document that a title (its name key) is nearest to, "" where none is near.
/** @param {Names} names @param {Patterns} patterns @param {string} key */
export function meant(names, patterns, key) {
  if (names.drafts[key]) return names.drafts[key];
  if (names.others.includes(key) || !new RegExp(patterns.kinds, "u").test(key)) return "";
  if (new RegExp(patterns.own, "u").test(key)) return "";
  let [share, nearest] = [1, ""];
  for (const title of Object.keys(names.titles)) {
    const away = distance(key, title) / title.length;
    if (away < share || (away === share && title < nearest)) [share, nearest] = [away, title];
  }
  return share <= NEAR ? names.titles[nearest] : "";
}

// How many characters must be put in, left out or changed (Levenshtein).
/** @param {string} word @param {string} other */
function distance(word, other) {
  const row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let n = 1; n <= word.length; n += 1) {
    let before = row[0];
    row[0] = n;
    for (let m = 1; m <= other.length; m += 1) {
      const here = Math.min(row[m] + 1, row[m - 1] + 1, before + (word[n - 1] === other[m - 1] ? 0 : 1));
      before = row[m];
      row[m] = here;
    }
  }
  return row[other.length];
}
