// Mirrors scripts/lawbook/desk/pinyin.py: how the names of people are spelled in Latin letters.
/** @import { Surnames } from "./checks" */
import { commonRank } from "../forms/names.js";
import { UNSEEN } from "../forms/shared.js";

const GONE = /* @__PURE__ */ new RegExp(`[${Object.values(UNSEEN).join("")}]`, "gu");
const TONES = /[\u0300-\u036f]/gu;
const BETWEEN = "[ ,.·'’\\u00a0-]{0,2}";
const UNKNOWN = "[a-z]{1,6}";
/** @typedef {[family: string, given: string]} Parts */

// A text without tones, in the usual width; its spaces stay.
/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").replace(GONE, "").normalize("NFD").replace(TONES, "").normalize("NFC");
}

// How a character is read; empty where that is not known.
/** @param {Surnames} surnames @returns {(sign: string) => string} */
export function pinyinOf(surnames) {
  const told = surnames.syllables.split(" ").map((syllable) => /** @type {[string, number]} */ ([syllable.slice(0, -1), commonRank(syllable.slice(-1))]));
  const own = new Map(Object.entries(surnames.readings).flatMap(([key, signs]) => Array.from(signs, (sign) => [sign, key])));
  return (sign) => {
    if (own.has(sign)) return /** @type {string} */ (own.get(sign));
    const rank = commonRank(sign);
    const syllable = rank < 0 ? undefined : [...told].reverse().find(([, first]) => first <= rank);
    return syllable ? syllable[0] : "";
  };
}

// What spells a name, either way round, and whether each of its characters is known.
/** @param {(sign: string) => string} read @param {Parts} parts @returns {[pattern: RegExp, known: boolean][]} */
function patterns(read, [family, given]) {
  const known = Array.from(family + given, read);
  const size = Array.from(family).length;
  if (!known.slice(0, size).every(Boolean)) return [];
  const some = known.map((spelling) => spelling.replace("v", "(?:v|u|yu)") || UNKNOWN);
  const [first, second] = [some.slice(0, size).join(BETWEEN), some.slice(size).join(BETWEEN)];
  return [[first, second], [second, first]].map(([left, right]) =>
    [new RegExp(`(?:^|[^A-Za-z])(${left}${BETWEEN}${right})(?![A-Za-z])`, "giu"), known.every(Boolean)]);
}

// Gives the names that a text spells; surely where two of its words begin with a capital.
/** @param {(sign: string) => string} read @param {Parts[]} parts @returns {(text: string) => [name: string, sure: boolean][]} */
export function speller(read, parts) {
  const all = parts.flatMap((name) => patterns(read, name));
  return (text) => {
    const seen = plain(text);
    return /[A-Za-z]/u.test(seen) ? all.flatMap(([pattern, known]) => [...seen.matchAll(pattern)].map(([, name]) =>
      /** @type {[string, boolean]} */ ([name, known && name.replace(/[^A-Z]/gu, "").length > 1]))) : [];
  };
}
