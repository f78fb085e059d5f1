// Mirrors difflib.get_close_matches of Python (SequenceMatcher with autojunk) and values.nearest.
import * as strings from "./text.js";

const CUTOFF = 0.5;

// Where each sign of a word stands; signs of a long word that stand everywhere are left out.
function places(word) {
  const found = new Map();
  word.forEach((sign, place) => {
    if (!found.has(sign)) found.set(sign, []);
    found.get(sign).push(place);
  });
  if (word.length >= 200) {
    const most = Math.floor(word.length / 100) + 1;
    for (const [sign, where] of [...found]) if (where.length > most) found.delete(sign);
  }
  return found;
}

// The longest part of a[alo:ahi] that stands in b[blo:bhi]: [start in a, start in b, length].
function longest(a, b, where, [alo, ahi, blo, bhi]) {
  let [i, j, size] = [alo, blo, 0];
  let lengths = new Map();
  for (let n = alo; n < ahi; n += 1) {
    const next = new Map();
    for (const m of where.get(a[n]) || []) {
      if (m < blo) continue;
      if (m >= bhi) break;
      const length = (lengths.get(m - 1) || 0) + 1;
      next.set(m, length);
      if (length > size) [i, j, size] = [n - length + 1, m - length + 1, length];
    }
    lengths = next;
  }
  while (i > alo && j > blo && a[i - 1] === b[j - 1]) [i, j, size] = [i - 1, j - 1, size + 1];
  while (i + size < ahi && j + size < bhi && a[i + size] === b[j + size]) size += 1;
  return [i, j, size];
}

function matches(a, b, where) {
  const parts = [[0, a.length, 0, b.length]];
  let sum = 0;
  while (parts.length > 0) {
    const [alo, ahi, blo, bhi] = parts.pop();
    const [i, j, size] = longest(a, b, where, [alo, ahi, blo, bhi]);
    if (size === 0) continue;
    sum += size;
    if (alo < i && blo < j) parts.push([alo, i, blo, j]);
    if (i + size < ahi && j + size < bhi) parts.push([i + size, ahi, j + size, bhi]);
  }
  return sum;
}

function share(same, a, b) {
  const both = a.length + b.length;
  return both === 0 ? 1 : (2 * same) / both;
}

// The candidate that is most like a word, null where none is like it.
export function closest(word, candidates) {
  const b = strings.signs(word);
  const where = places(b);
  let best = null;
  for (const candidate of candidates) {
    const a = strings.signs(candidate);
    if (share(Math.min(a.length, b.length), a, b) < CUTOFF) continue;
    const score = share(matches(a, b, where), a, b);
    if (score >= CUTOFF && (best === null || beats(score, candidate, best))) {
      best = { score, candidate };
    }
  }
  return best && best.candidate;
}

function beats(score, candidate, best) {
  if (score !== best.score) return score > best.score;
  return strings.compared(candidate, best.candidate) > 0;
}

// The key of known ([key, label] pairs) that an unknown word is nearest to, or null.
export function meant(word, known) {
  const byWord = new Map(known.map(([key, label]) => [label, key]));
  for (const [key] of known) byWord.set(key, key);
  const close = closest(word, byWord.keys());
  return close === null ? null : byWord.get(close);
}

// Advice on an unknown word: the nearest of known, else all of them.
export function nearest(word, known, many) {
  const key = meant(word, known);
  if (key !== null) return `最接近的是 ${key}（${new Map(known).get(key)}）`;
  if (many) return "请对照表单的栏目填写，或删去这一行";
  return "可写：" + known.map(([key, label]) => `${key}（${label}）`).join("、");
}
