// Mirrors scripts/lawbook/library/quotation.py: quotations and the text they are held against.
/** @import { Change, Quote } from "./shelf" */
import { fold } from "./spelling.js";
import { filled } from "../forms/text.js";
import * as shared from "./shared.js";

const ITEM_NUMBER = /* @__PURE__ */ new RegExp(shared.ITEM_NUMBER, "gu");

export const NEAR = 0.34;

// All stretches in quotation marks within one line: {start, end, text}.
/** @param {string} text @returns {Quote[]} */
export function quotations(text) {
  const quoted = /“([^“”\n]{2,1500})”|「([^「」\n]{2,1500})」|『([^『』\n]{2,1500})』|"([^"\n]{2,1500})"/gu;
  return [...text.matchAll(quoted)].map((match) => ({
    start: match.index, end: match.index + match[0].length, text: match[1] || match[2] || match[3] || match[4],
  }));
}

// The words alone, without numbers of items, punctuation, blanks and width.
/** @param {string} text */
export function plain(text) {
  return fold(text).replace(ITEM_NUMBER, "").replace(/[^\u3400-\u9fff〇0-9A-Za-z]/gu, "");
}

// The parts of a quotation between omissions, as plain words.
/** @param {string} quotation */
export function parts(quotation) {
  return fold(quotation).split(/…+|\.{3,}|-{2,}/u).map(plain).filter(Boolean);
}

// Whether a plain text has all parts, in their order.
/** @param {string} text @param {string[]} quoted */
export function holds(text, quoted) {
  let position = 0;
  for (const part of quoted) {
    const at = text.indexOf(part, position);
    if (at < 0) return false;
    position = at + part.length;
  }
  return true;
}

// The least number of changed characters against any stretch of `whole`, and the changes: [number, list].
/** @param {string} quoted @param {string} whole @returns {[number, Change[]]} */
export function compared(quoted, whole) {
  const text = around(quoted, whole);
  const rows = [new Array(text.length + 1).fill(0)]; // the stretch may begin anywhere
  for (let n = 1; n <= quoted.length; n += 1) {
    const last = rows[n - 1];
    const row = [n];
    for (let m = 1; m <= text.length; m += 1) {
      const changed = last[m - 1] + (quoted[n - 1] === text[m - 1] ? 0 : 1);
      row.push(Math.min(changed, last[m] + 1, row[m - 1] + 1));
    }
    rows.push(row);
  }
  const final = rows[quoted.length];
  const end = final.reduce((best, count, m) => (count < final[best] ? m : best), 0);
  return [final[end], changes(quoted, text, rows, end)];
}

// The stretch of a long text in which a quotation shares most pairs of characters.
/** @param {string} quoted @param {string} text */
function around(quoted, text) {
  const size = quoted.length * 2;
  if (text.length <= size * 2) return text;
  const pairs = new Set();
  for (let n = 0; n < quoted.length - 1; n += 1) pairs.add(quoted.slice(n, n + 2));
  /** @type {number[]} */
  const hits = Array.from(text, (_, n) => (pairs.has(text.slice(n, n + 2)) ? 1 : 0));
  let [best, score, running] = [0, -1, hits.slice(0, size).reduce((sum, hit) => sum + hit, 0)];
  for (let start = 0; start <= text.length - size; start += 1) {
    if (running > score) [best, score] = [start, running];
    running += (hits[start + size] || 0) - hits[start];
  }
  return text.slice(Math.max(0, best - quoted.length), best + size + quoted.length);
}

/** @param {string} quoted @param {string} text @param {number[][]} rows @param {number} end */
function changes(quoted, text, rows, end) {
  /** @type {[Change["kind"], string][]} */
  const changes = [];
  let [n, m] = [quoted.length, end];
  while (n) {
    const here = rows[n][m];
    const same = m > 0 && quoted[n - 1] === text[m - 1];
    if (m && here === rows[n - 1][m - 1] + (same ? 0 : 1)) {
      if (same) changes.push(["same", quoted[n - 1]]);
      else changes.push(["missing", text[m - 1]], ["extra", quoted[n - 1]]);
      [n, m] = [n - 1, m - 1];
    } else if (here === rows[n - 1][m] + 1) {
      changes.push(["extra", quoted[n - 1]]);
      n -= 1;
    } else {
      changes.push(["missing", text[m - 1]]);
      m -= 1;
    }
  }
  return joined(changes.reverse());
}

/** @type {[Change["kind"], string]} */
const END = ["same", ""];

// Characters of one kind as one stretch; within a change what is extra stands before what misses.
/** @param {[Change["kind"], string][]} signs */
function joined(signs) {
  /** @type {Change[]} */
  const made = [];
  let [extra, missing] = ["", ""];
  for (const [kind, sign] of [...signs, END]) {
    if (kind === "extra") extra += sign;
    else if (kind === "missing") missing += sign;
    else {
      if (extra) made.push({ kind: "extra", text: extra });
      if (missing) made.push({ kind: "missing", text: missing });
      [extra, missing] = ["", ""];
      const last = made[made.length - 1];
      if (last && last.kind === "same") last.text += sign;
      else if (sign) made.push({ kind: "same", text: sign });
    }
  }
  return made;
}

// The changes in one line: 应当在〔引文：六十｜原文：三十〕.
/** @param {Change[]} list */
export function marked(list) {
  let [told, extra] = ["", ""];
  list.forEach((change, n) => {
    const following = n + 1 < list.length ? list[n + 1].kind : "";
    if (change.kind === "same") told += change.text;
    else if (change.kind === "extra" && following === "missing") extra = change.text;
    else if (change.kind === "extra") told += filled(shared.QUOTE_MORE, { text: change.text });
    else {
      told += extra ? filled(shared.QUOTE_OTHER, { quote: extra, text: change.text }) : filled(shared.QUOTE_LACKS, { text: change.text });
      extra = "";
    }
  });
  return told;
}
