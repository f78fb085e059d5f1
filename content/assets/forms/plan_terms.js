// Mirrors scripts/lawbook/forms/plan/terms.py: numbers that hang together: terms, batches, heads.
/** @import { Batches, Heads, Hit, OneTerm, Shares } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as answerReading from "./answers.js";
import { sizeOf as ofHan } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import * as shared from "./plan_shared.js";

const SENTENCES = /[。；\n]/u;
/** @type {Record<string, string>} */
const ALIKE = { 名: "人", 例: "人", 位: "人" };
const EACH = new RegExp(shared.EACH_BATCH, "u");
const IN_ALL = new RegExp(shared.IN_ALL, "u");
const REST = new RegExp(shared.REST_OF_BATCHES, "u");
const AMOUNT = new RegExp(shared.AMOUNT, "gu");
const SHARE = new RegExp(shared.SHARE_TOLD, "gu");
/** @type {Record<string, number>} */
const WORTH = { 亿: 1e8, 万: 1e4 };
const WHOLE = new RegExp(shared.WHOLE, "gu");
const MANY_MORE = 4;

// How much a numeral is: 30, 2.5, 十二, 半.
/** @param {string} numeral */
function sizeOf(numeral) {
  if (numeral === "半") return 0.5;
  return /^[0-9]/u.test(numeral) ? Number(numeral) : ofHan(numeral);
}

// Things for each of which all answers tell the same length: each later one that tells another.
/** @param {OneTerm} rule @param {Paper} paper @returns {Hit[]} */
function oneTerm(rule, paper) {
  return rule.things.flatMap((thing) => {
    /** @type {Map<string, Map<number, string>>} */
    const told = new Map();
    for (const key of rule.fields) {
      const here = new Map(lengths(rule, paper.words(key), thing));
      const other = Array.from(told).find(([, theirs]) =>
        here.size && !Array.from(here.keys()).some((size) => theirs.has(size)));
      if (other) {
        const [said, limit] = [here, other[1]].map((sizes) => Array.from(sizes.values())[0]);
        return [planPaper.hit(key, [], { found: said, limit, other: paper.form.field(other[0]).called })];
      }
      if (here.size) told.set(key, here);
    }
    return [];
  });
}

/** @param {OneTerm} rule @param {string} text @param {string} thing @returns {[number, string][]} */
function lengths(rule, text, thing) {
  const longestFirst = Object.keys(rule.worth).sort((unit, other) => other.length - unit.length).join("|");
  const numbers = planPaper.expression(`${shared.FIGURES}(${longestFirst})`, "g");
  return text.split(SENTENCES).flatMap((sentence) =>
    planPaper.matches(planPaper.expression(thing, "g"), sentence).flatMap((match) => {
      const numerals = planPaper.matches(numbers, match[0]);
      if (numerals.length !== 1) return [];
      const [[, number, unit]] = numerals;
      /** @type {[number, string]} */
      const length = [sizeOf(number) * rule.worth[unit], `${number}${unit}`];
      return [length];
    }));
}

// So many batches of so many each, together the whole: each answer with the first that are not.
/** @param {Batches} rule @param {Paper} paper @returns {Hit[]} */
export function batches(rule, paper) {
  const own = rule.own.map((key) => paper.words(key)).filter(Boolean).join("\n");
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    for (const sentence of text.split(SENTENCES)) {
      const told = ofBatches(sentence, own);
      if (told) return [planPaper.hit(field, spot, told)];
    }
    return [];
  });
}

// What is told of batches and what it comes to, if that is not the whole.
/** @param {string} sentence @param {string} own @returns {{found: string, limit: string} | null} */
function ofBatches(sentence, own) {
  const each = EACH.exec(sentence);
  const match = each || IN_ALL.exec(sentence);
  if (!match) return ofRest(sentence, own);
  const [many, size, unit] = each ? [match[1], match[2], match[3]] : [match[3], match[1], match[2]];
  const all = sizeOf(many) * sizeOf(size);
  const before = wholes(sentence.slice(0, match.index), unit).slice(-1);
  const told = before.length ? before : wholes(own, unit);
  if (!told.length || told.includes(all) || Math.max(...told) <= sizeOf(size)) return null;
  return { found: match[0], limit: `${all.toFixed(0)}${unit}` };
}

// What is told of the rest and what it comes to with the part before it.
/** @param {string} sentence @param {string} own @returns {{found: string, limit: string} | null} */
function ofRest(sentence, own) {
  const match = REST.exec(sentence);
  if (!match) return null;
  const before = wholes(sentence.slice(0, match.index), match[2]);
  const part = before.pop() || 0;
  const all = part + sizeOf(match[1]);
  const told = [...before, ...wholes(own, match[2])];
  return part && told.length && !told.includes(all) ? { found: match[0], limit: `${all.toFixed(0)}${match[2]}` } : null;
}

// The numbers of a unit, or of one like it, in a text.
/** @param {string} text @param {string} unit */
function wholes(text, unit) {
  const kind = ALIKE[unit] || unit;
  return planPaper.matches(WHOLE, text).filter((match) => (ALIKE[match[2]] || match[2]) === kind)
    .map((match) => sizeOf(match[1]));
}

// How many persons the answers tell of: each answer whose first number is not that of the rows.
/** @param {Heads} rule @param {Paper} paper @returns {Hit[]} */
function heads(rule, paper) {
  const count = answerReading.rows(paper.answers, rule.rows).length;
  return (count ? paper.texts(rule.fields) : []).flatMap(({ field, spot, text }) => {
    const match = planPaper.expression(rule.pattern).exec(text);
    const size = match ? sizeOf(match[1]) : count;
    if (!match || size === count || size > count + MANY_MORE) return [];
    return [planPaper.hit(field, spot, { found: match[0], limit: String(count) })];
  });
}

// Amounts with the share that they are told to be: each answer with the first that is that of no amount in it.
/** @param {Shares} rule @param {Paper} paper @returns {Hit[]} */
export function shares(rule, paper) {
  /** @param {string} size @param {string | undefined} unit */
  const worth = (size, unit) => Number(size) * (WORTH[unit || ""] || 1);
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const amounts = planPaper.matches(AMOUNT, text).map((match) => worth(match[1], match[2])).filter(Boolean);
    const match = planPaper.matches(SHARE, text).find((share) =>
      !amounts.some((all) => Math.abs(worth(share[1], share[2]) / all * 100 - Number(share[3])) < 1));
    return match ? [planPaper.hit(field, spot, { found: match[0] })] : [];
  });
}

export { heads, oneTerm as one_term };
