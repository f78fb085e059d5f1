// Mirrors scripts/lawbook/word/read/looks.py: how the words of a run look, and what that tells of a choice.
import * as shared from "./word_shared.js";
import { BLANKS } from "./shared.js";
import * as xml from "./xml.js";

export const STRUCK = "划去";
export const BOLD = "加粗";
const OFF = ["0", "false", "off", "none", "auto", "clear", "000000", ""];
/** @type {[tag: string, kind: string][]} */
const KINDS = [
  ["strike", STRUCK], ["dstrike", STRUCK], ["u", shared.UNDERLINED], ["highlight", "加底色"], ["color", "变色"],
  ["shd", "加底色"],
];

/** @typedef {[start: number, end: number, how: string[]]} Look */

// How a run with these properties looks, beside bold.
/** @param {Element | null} properties @returns {string[]} */
export function how(properties) {
  if (!properties) return [];
  const kinds = KINDS.filter(([tag]) => {
    const node = xml.find(properties, tag);
    return node && isOn(node);
  });
  return Array.from(new Set(kinds.map(([, kind]) => kind)));
}

/** @param {Element} node */
const isOn = (node) => !OFF.includes(xml.value(node, "fill", xml.value(node, "val", "1")).toLowerCase());

// By look: the numbers of the words that have it, where some have it and some have not.
/** @param {string} text @param {{start: number, end: number}[]} spans @param {Look[]} looks */
export function standingOut(text, spans, looks) {
  const kinds = new Set([STRUCK, BOLD, ...KINDS.map(([, kind]) => kind)]);
  const having = Array.from(kinds, (kind) => /** @type {[string, number[]]} */ ([
    kind, Array.from(spans.keys()).filter((number) => has(text, spans[number], looks, kind)),
  ]));
  return new Map(having.filter(([, some]) => some.length > 0 && some.length < spans.length));
}

// Whether all of some words looks so.
/** @param {string} text @param {{start: number, end: number}} span @param {Look[]} looks @param {string} kind */
function has(text, span, looks, kind) {
  const spans = looks.filter(([, , how]) => how.includes(kind));
  let signs = 0;
  for (let at = span.start; at < span.end; at += 1) {
    if (BLANKS.includes(text[at])) continue;
    signs += 1;
    if (!spans.some(([start, end]) => start <= at && at < end)) return false;
  }
  return signs > 0;
}
