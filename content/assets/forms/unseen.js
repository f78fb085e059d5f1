// Mirrors scripts/lawbook/base/unseen.py: characters that nobody sees, or that mean nothing outside one font.
import * as shared from "./shared.js";
import { filled } from "./text.js";

const KINDS = Object.entries(shared.UNSEEN);
const ALL = new RegExp(`[${KINDS.map(([, signs]) => signs).join("")}]`, "gu");
const NAMES = KINDS.map(([name, signs]) => ({ name, signs: new RegExp(`[${signs}]`, "u") }));

// The name of each such character, once, with its number and the words before its first place.
/** @param {string} text */
export function unseen(text) {
  const signs = new Map();
  for (const match of text.matchAll(ALL)) {
    if (!signs.has(match[0])) signs.set(match[0], text.slice(0, match.index));
  }
  return Array.from(signs, ([sign, before]) => described(sign, before));
}

/** @param {string} sign @param {string} before */
function described(sign, before) {
  const kind = NAMES.find(({ signs }) => signs.test(sign));
  const words = before.slice(before.lastIndexOf("\n") + 1).replace(ALL, "");
  const line = Array.from(words).slice(-shared.UNSEEN_SHOWN).join("");
  const number = Number(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
  const spot = line ? filled(shared.BEHIND_WORDS, { words: line }) : shared.AT_LINE_START;
  return `${kind && kind.name} U+${number}（${spot}）`;
}
