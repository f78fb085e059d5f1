// Mirrors scripts/lawbook/base/names.py: names of people as they are compared.
import { APART, UNSEEN } from "./shared.js";

export const MASK = "□";
const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const BRACKETS = /（[^（）]*）/gu;
const GONE = /* @__PURE__ */ new RegExp(`[${APART}${Object.values(UNSEEN).join("")}]`, "gu");

// A text in which no name is broken; letters and figures in their usual width.
/** @param {string} text */
export function closedUp(text) {
  return text.normalize("NFKC").replace(GONE, "");
}

// Chinese characters that a simplified text has: those of GB 2312. Made when first asked for.
/** @type {Set<string> | null} */
let known = null;
/** @type {Map<string, number>} */
const ranks = new Map();

function common() {
  if (known) return known;
  const bytes = new Uint8Array(72 * 94 * 2).map((_, n) => {
    const index = Math.floor(n / 2);
    return n % 2 === 0 ? 0xb0 + Math.floor(index / 94) : 0xa1 + (index % 94);
  });
  known = new Set(new TextDecoder("gbk").decode(bytes));
  return known;
}

// The rank of a character among those that stand in the order of their sound, the first 3755 of
// GB 2312; -1 for others.
/** @param {string} sign */
export function commonRank(sign) {
  if (ranks.size === 0) [...common()].slice(0, 40 * 94).forEach((char, n) => ranks.set(char, n));
  const rank = HAN.test(sign) ? ranks.get(sign) : undefined;
  return rank === undefined ? -1 : rank;
}

// The characters of a text, with a mark for each Chinese character that no simplified text has; one character a place.
/** @param {string} text */
export function masked(text) {
  return Array.from(text, (sign) => {
    if (HAN.test(sign)) return common().has(sign) ? sign : MASK;
    return sign.length > 1 ? "\ufffc" : sign;
  }).join("");
}

// A name as it is compared, without what stands in brackets.
/** @param {string} name */
export function bare(name) {
  return closedUp(name.replace(/\(/gu, "（").replace(/\)/gu, "）").replace(BRACKETS, ""));
}
