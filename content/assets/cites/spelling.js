// Mirrors scripts/lawbook/law/spelling.py; the patterns themselves come with the data.
/** @import { Steps } from "./shelf" */
import { DIGITS } from "../forms/shared.js";

/** @type {Record<string, string>} */
const SAME = { "〔": "[", "【": "[", "〕": "]", "】": "]", "〈": "<", "〉": ">", "○": "〇", "～": "~", "﹝": "[", "﹞": "]",
  "—": "-", "–": "-", "−": "-", "\u00a0": " ", "\u3000": " " };
/** @type {Record<string, number>} */
const TENS = { 十: 10, 百: 100, 千: 1000 };
const TOPS = ["art", "q", "annex", "part"];
/** @type {Record<string, number>} */
export const RANK = { part: 0, ch: 0, sec: 1, art: 0, q: 0, annex: 0, par: 1, item: 2, sub: 3 };
/** @type {Record<string, string>} */
export const UNITS = { 部分: "part", 章: "ch", 节: "sec", 条: "art", 款: "par", 项: "item", 目: "sub", 问: "q", 段: "par",
  类: "item" };
export const LONGEST_RANGE = 60;
const LONGEST_NUMERAL = 9;

// The text with wide characters made narrow, one for one.
/** @param {string} text */
export function fold(text) {
  return text.replace(/[！-～〔【〕】〈〉○﹝﹞—–−\u00a0\u3000]/gu, (sign) =>
    SAME[sign] || String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

// A pattern at a place of a text, or null.
/** @param {string} pattern @param {string} text @param {number} position */
export function matchAt(pattern, text, position) {
  const sticky = new RegExp(pattern, "yu");
  sticky.lastIndex = position;
  return sticky.exec(text);
}

// What two spellings of a document's name have in common.
/** @param {string} name */
export function nameKey(name) {
  const bare = fold(name).replace(/\(试行\)/gu, "").replace(/[ \t\n《》()<>“”"「」·的]/gu, "").toUpperCase();
  return bare.startsWith("中华人民共和国") ? bare.slice(7) : bare;
}

// The number of a numeral with blanks or brackets around and in it; 0 where it is none.
/** @param {string} numeral */
export function value(numeral) {
  const signs = numeral.replace(/[ \t()]/gu, "").replace(/[壹贰叁肆伍陆柒捌玖拾佰]/gu, (sign) =>
    "一二三四五六七八九十百"["壹贰叁肆伍陆柒捌玖拾佰".indexOf(sign)]);
  if (signs.length > LONGEST_NUMERAL) return 0;
  if (/^[0-9]+$/u.test(signs)) return Number(signs);
  if (signs.length > 1 && [...signs].every((sign) => DIGITS.includes(sign))) {
    return Number([...signs].map((sign) => DIGITS.indexOf(sign)).join("")); // 三〇, 二〇二六
  }
  let [total, digit] = [0, 0];
  for (const sign of signs) {
    if (TENS[sign]) [total, digit] = [total + (digit || 1) * TENS[sign], 0];
    else if (sign === "零") digit = 0;
    else if (sign === "两") digit = 2;
    else if (DIGITS.includes(sign)) digit = DIGITS.indexOf(sign);
    else return 0;
  }
  return total + digit;
}

// 二、三至五 as groups, one for each number or range: [[2], [3, 4, 5]].
/** @param {string} written @param {string} link @returns {number[][]} */
export function numbers(written, link) {
  /** @type {number[][]} */
  const groups = [];
  /** @type {[number, boolean]} */
  let [position, ranged] = [0, false];
  for (const match of [...written.matchAll(new RegExp(link, "gu")), null]) {
    const number = value(written.slice(position, match ? match.index : written.length));
    const last = groups.length ? groups[groups.length - 1] : [];
    const before = last.length ? last[last.length - 1] : 0;
    if (ranged && last.length && number > before && number - before <= LONGEST_RANGE) {
      for (let n = before + 1; n <= number; n += 1) last.push(n);
    } else groups.push([number]);
    if (match) [position, ranged] = [match.index + match[0].length, "至到-~".includes(match[1])];
  }
  return groups;
}

/** @param {string} step */
export const unitOf = (step) => step.split("-")[0];

// The steps of `step` after `kept`: in 第十二条第一款、第二款 it stays in the article.
/** @param {Steps} kept @param {string} step @param {boolean} joined @returns {Steps} */
export function under(kept, step, joined) {
  /** @param {string} which */
  const rank = (which) => RANK[unitOf(which)];
  const deeper = kept.length > 0 && rank(step) > rank(kept[kept.length - 1]);
  const above = joined || !deeper ? kept.filter((other) => rank(other) < rank(step)) : kept;
  return TOPS.includes(unitOf(step)) ? [step] : [...above, step];
}
