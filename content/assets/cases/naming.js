// Mirrors scripts/lawbook/desk/naming.py: how people may be named in a text; surely, maybe, or not at all.
// A name that is part of other words is no name. What stands on both sides decides.
/** @import { Surnames, Unnamed } from "./checks" */
/** @import { Parts } from "./pinyin.js" */
import { MASK, closedUp, masked } from "../forms/names.js";
import { escaped, filled, length } from "../forms/text.js";
import { pinyinOf, speller } from "./pinyin.js";
import * as shared from "./shared.js";

// Where a sentence or a clause ends; the text is in its usual width.
const STOP = "[，。；：、！？（）《》“”‘’…【】〔〕「」『』,;:!?()\\[\\]\"/|<>]";
// What stands for a character of a name that is not told; a star is one of them before it is taken off.
const MASKS = "×xX○〇●△□■";
// What stands between family and given name where a name is torn apart.
const TORN = "[(/,、|:\\[【〔「『“\"]";
// A family name with which so many words end may end any: 平台方, 使用方.
const ENDS_MANY = 25;
const [NOT_LATIN, END] = ["^|[^A-Za-z]", "(?![A-Za-z])"];
const HAN = /^[一-龥]+$/u;
const STAR = /[*＊_＿]/gu;
const APART = ["word", "compound", "given", "single", "small"];
const WITH_FAMILY = ["called", "titled", "masked", "unknown", "short"];
/** @typedef {[pattern: RegExp, kind: string]} Way */
/** @typedef {[name: string, sure: boolean]} Told */
/** @typedef {{check: Unnamed, surnames: Surnames, people: string[], parts: Parts[], families: string[], theirs: string[], read: (sign: string) => string}} Known */
/** @typedef {{left: RegExp, leftLong: RegExp, leftWord: RegExp, right: RegExp, rightWord: RegExp, theirs: RegExp, spoke: RegExp, called: RegExp}} Sides */

/** @param {string} word */
const cased = (word) => [word, word.slice(0, 1).toUpperCase() + word.slice(1), word.toUpperCase()];

// A pattern of some words, the longest first; of none where there are none.
/** @param {string[]} words */
function any(words) {
  const ordered = [...new Set(words)].sort().sort((word, other) => length(other) - length(word));
  return ordered.length > 0 ? `(?:${ordered.map(escaped).join("|")})` : "";
}

// What finds a name, in ``n``, with the family name that speaks for it in ``f``.
/** @param {string} kind @param {string} family @param {string} rest @returns {Way[]} */
function way(kind, family, rest, before = "") {
  if (!rest || (!family && WITH_FAMILY.includes(kind))) return [];
  return [[new RegExp(`(?<h>${before})(?<n>(?<f>${family})${rest})`, "gu"), kind]];
}

// The names as they are, and given names alone.
/** @param {Known} known @returns {Way[]} */
function whole({ check, surnames, people, parts, families }) {
  const short = parts.filter(([family, given]) => length(family + given) === 2);
  const words = short.filter(([family, given]) => (surnames.after[family] || "").includes(given));
  const given = parts.map(([, name]) => name);
  const alone = any(parts.filter(([, name]) => name.length === 1).map(([, name]) => name));
  const joined = short.map((name) => name.join(""));
  return [
    ...way("sure", "", any(people.filter((name) => !joined.includes(name)))),
    ...short.filter((name) => !words.includes(name)).flatMap(([family, given]) => way("short", family, given)),
    ...way("word", "", any(words.map((name) => name.join("")))),
    ...way("compound", "", any(families.filter((family) => family.length > 1))),
    ...way("given", "", any(given.filter((name) => name.length > 1))),
    ...way("single", "", alone && `${alone}(?=${check.spoke}|${check.always})`),
    ...way("single", "", alone && `阿${alone}`),
  ];
}

// Family names with what follows them.
/** @param {Known} known @returns {Way[]} */
function calledBy({ check, families }) {
  const some = any(families);
  return [
    ...way("sure", "", some && filled(shared.FAMILY_SURELY, { some }) + `(?:${check.always}|${check.titles})`),
    ...way("called", some, `(?:${check.always})`),
    ...way("titled", some, `(?:${check.titles}|${check.weak})`),
    ...way("small", "", some && filled(shared.FAMILY_SMALL, { some })),
  ];
}

// The first letter of a family name, and names half in letters.
/** @param {Known} known @returns {Way[]} */
function latin({ check, families, parts, read }) {
  const spelt = (/** @type {string} */ name) => Array.from(name, read);
  const first = any(families.map((family) => spelt(family).join("")).filter(Boolean).map((spelling) => spelling[0].toUpperCase()));
  const halves = parts.flatMap(([surname, given]) => {
    const family = spelt(surname).join("");
    const ends = spelt(given);
    return [
      ...(family && given.length > 1 ? way("sure", "", any([...cased(family), family[0].toUpperCase()]) + given, NOT_LATIN) : []),
      ...(ends.every(Boolean) ? way("sure", "", surname + any(cased(ends.join(""))) + END) : []),
    ];
  });
  return [
    ...way("sure", "", first && `${first}(?:${check.always})`, NOT_LATIN),
    ...way("hint", "", first && filled(shared.INITIAL_MAYBE, { first, titles: check.titles }), NOT_LATIN),
    ...halves,
  ];
}

// Who is called as people of a committee are, and is none of those that are known.
/** @param {Known} known @returns {Way[]} */
function unknown({ check, surnames, families, theirs }) {
  const out = [...Array.from(surnames.particles), ...families, ...theirs];
  const some = [...Object.keys(surnames.before), ...Object.keys(surnames.after)].filter((sign) => !out.includes(sign)).join("");
  return way("unknown", some && `[${some}]`, `(?:${check.always}|${check.titles})(?=${check.spoke})`);
}

// Names that are torn apart, or of which a part is masked.
/** @param {Known} known @returns {Way[]} */
function torn({ check, parts, families }) {
  const long = parts.filter(([family, given]) => (family + given).length > 2);
  const some = any(families);
  return [
    ...long.flatMap(([family, given]) =>
      way("sure", "", `${family}(?:${TORN}${given}|${shared.MASKED}{1,2}${given.slice(-1)}|${given[0]}${shared.MASKED})`)),
    ...way("masked", some, `(?:${shared.SOME_ONE}(?!${check.some})|[${MASKS}]{2}${END}|[${MASKS.slice(3)}])`),
    ...way("titled", some, `[${MASKS.slice(0, 3)}](?![A-Za-z0-9×])`),
  ];
}

// A pattern in which a mark may stand for each Chinese character, but not within brackets.
const SIGN_OR_CLASS = /* @__PURE__ */ new RegExp(shared.SIGN_OR_CLASS, "gu");
/** @param {string} pattern */
const loosened = (pattern) => pattern.replace(SIGN_OR_CLASS, (part) => (part[0] === "[" ? part : `[${part}${MASK}]`));

// Whether a family name makes another word with what stands before it: 提高, not 会上方.
/** @param {string} head @param {string} family @param {Surnames} surnames @param {Sides} sides */
function isJoined(head, family, surnames, { leftLong }) {
  if (leftLong.test(head)) return false;
  const last = Array.from(head).pop();
  return Boolean(last) && !"小老".includes(last || "") && (surnames.before[family[0]] || "").includes(last || "");
}

// Whether what has no family name before it is surely a name; null for none.
/** @param {Known} known @param {Sides} sides @param {string} kind @param {string} name @param {string} head @param {string} tail */
function apart({ parts, surnames }, sides, kind, name, head, tail) {
  const [left, right, spoke] = [sides.left.test(head), sides.right.test(tail), sides.rightWord.test(tail)];
  if (kind === "word") return left && sides.spoke.test(tail) ? false : null;
  if (kind === "compound") return right ? left : left ? false : null;
  if (kind === "given") return spoke && !parts.some(([family]) => head.endsWith(family)) ? left : null;
  if (kind === "single") {
    const isCalled = sides.called.test(tail);
    return left && (isCalled || !surnames.adverbs.includes(name)) ? isCalled : null;
  }
  if (surnames.particles.includes(name[1]) || (surnames.before[name[1]] || "").includes(name[0])) return null;
  return right ? true : sides.leftWord.test(head) ? false : null;
}

// Whether what was found is surely a name; null for none.
/** @param {Known} known @param {Sides} sides @param {string} kind @param {string} name @param {string} head @param {string} tail */
function isSure(known, sides, kind, name, head, tail) {
  if (kind === "sure" || kind === "hint") return kind === "sure";
  if (APART.includes(kind)) return apart(known, sides, kind, name, head, tail);
  if (isJoined(head, name, known.surnames, sides)) return null;
  const [left, right] = [sides.left.test(head), sides.right.test(tail)];
  if (known.surnames.particles.includes(name)) return left && sides.rightWord.test(tail) ? false : null;
  if (kind === "unknown" || sides.theirs.test(head)) return false;
  const spoke = sides.rightWord.test(tail);
  const endsMany = (known.surnames.before[name[0]] || "").length >= ENDS_MANY;
  if (!left && endsMany) return spoke ? false : null;
  if (kind === "short") return right && (left || spoke);
  if (right || kind === "called" || (kind === "masked" && left && !endsMany)) return true;
  return left ? false : null;
}

/** @param {Unnamed} check @returns {Sides} */
function sidesOf(check) {
  const called = `${check.always}|${check.titles}`;
  return {
    left: new RegExp(`(?:^|${STOP}|${check.before})$`, "u"),
    leftLong: new RegExp(`(?:${check.before.split("|").filter((word) => length(word) > 1).join("|")})$`, "u"),
    leftWord: new RegExp(`(?:${check.before})$`, "u"),
    right: new RegExp(`^(?:$|${STOP}|${check.spoke}|${check.after}|${called})`, "u"),
    rightWord: new RegExp(`^(?:${check.spoke}|${called})`, "u"),
    theirs: new RegExp(`(?:${check.theirs})$`, "u"),
    spoke: new RegExp(`^(?:${check.spoke}|${check.always})`, "u"),
    called: new RegExp(`^(?:${check.always})`, "u"),
  };
}

/** @param {Unnamed} check @param {string} name @returns {Parts} */
function cut(check, name) {
  const size = name.length > 2 && new RegExp(`^(?:${check.compound})$`, "u").test(name.slice(0, 2)) ? 2 : 1;
  return [name.slice(0, size), name.slice(size)];
}

// What may be a name written in other characters than those of simplified texts.
/** @param {Known} known @param {Sides} sides @param {string[]} others @returns {(words: string) => Told[]} */
function hiddenFinder({ check, people, families }, sides, others) {
  const some = any(families);
  const parts = [loosened(any(people)), some && `${loosened(some)}(?<title>${loosened(`${check.always}|${check.titles}`)})`];
  const loose = new RegExp(parts.filter(Boolean).join("|") || "(?!)", "gu");
  return (words) => {
    const [signs, seen] = [Array.from(words), masked(words)];
    return (seen.includes(MASK) ? [...seen.matchAll(loose)] : []).filter((match) => {
      const isApart = sides.left.test(seen.slice(0, match.index)) && sides.right.test(seen.slice(match.index + match[0].length));
      const isTold = [...((match.groups || {}).title || match[0])].some((sign) => sign !== MASK);
      return match[0].includes(MASK) && (isTold || isApart);
    }).map((match) => signs.slice(match.index, match.index + match[0].length).join(""))
      .filter((name) => !others.includes(name)).map((name) => /** @type {Told} */ ([name, false]));
  };
}

// Gives the names of some people in a text, each with whether it is surely one; a family name that ``others`` have
// too speaks for nobody.
/** @param {Unnamed} check @param {Surnames} surnames @param {string[]} people @param {string[]} others @returns {(text: string) => Told[]} */
export function namesFinder(check, surnames, people, others) {
  const parts = people.filter((name) => HAN.test(name)).sort().map((name) => cut(check, name));
  const theirs = others.map((name) => Array.from(name)[0]);
  const families = [...new Set(parts.map(([family]) => family))].filter((family) => !theirs.includes(family[0]));
  const read = pinyinOf(surnames);
  /** @type {Known} */
  const known = { check, surnames, people, parts, families, theirs, read };
  const sides = sidesOf(check);
  const [ways, apartOnes] = [[...whole(known), ...calledBy(known), ...latin(known), ...unknown(known)], torn(known)];
  const [hidden, spelled] = [hiddenFinder(known, sides, others), speller(read, parts)];
  /** @param {Way[]} some @param {string} text @returns {Told[]} */
  const judged = (some, text) => some.flatMap(([pattern, kind]) => [...text.matchAll(pattern)].flatMap((match) => {
    const { h, n, f } = /** @type {Record<string, string>} */ (match.groups);
    const start = match.index + h.length;
    const sure = isSure(known, sides, kind, f || n, text.slice(0, start), text.slice(start + n.length));
    return sure === null ? [] : [/** @type {Told} */ ([n, sure])];
  }));
  return (text) => {
    const closed = closedUp(text);
    return [...judged(ways, closed), ...judged(apartOnes, closedUp(text.replace(STAR, "×"))), ...hidden(closed), ...spelled(text)];
  };
}
