// Mirrors scripts/lawbook/forms/plan/quantities.py: what is counted in one answer is as many in the others.
/** @import { Hit, Quantities } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { sizeOf, sum } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import { escaped } from "./text.js";
import * as shared from "./plan_shared.js";

const HUNDREDTHS = /* @__PURE__ */ new RegExp(shared.HUNDREDTHS, "gu");
const BEFORE = /* @__PURE__ */ new RegExp(shared.BEFORE_QUANTITY, "u");
const BEHIND = /* @__PURE__ */ new RegExp(`^${shared.BEHIND_QUANTITY}`, "u");
const SAMPLED = /* @__PURE__ */ new RegExp(shared.SAMPLED, "u");
const NO_BEFORE = /* @__PURE__ */ new RegExp(shared.NO_BEFORE, "u");
const LONGER = /* @__PURE__ */ new RegExp(`^${shared.LONGER_UNIT}`, "u");
const CHANGED = /* @__PURE__ */ new RegExp(`^${shared.CHANGED}`, "u");
/**
 * @typedef {{size: number, words: string}} Counted
 * @typedef {{thing: string, unit: string, byField: Map<string, Counted[]>}} Told
 */
const GROWN = /* @__PURE__ */ new RegExp(shared.GROWN_TO, "u");
const REACH = 24;
const EARLIEST = 4;
const FURTHEST = 5;
const MOST_ALIKE = 2.5;
const SLIPS = [10, 100];
/** @template T @param {T[]} items */
const unique = (items) => Array.from(new Set(items));
/** @param {number[]} mine @param {number[]} theirs */
const meets = (mine, theirs) => mine.some((size) => theirs.includes(size));
/** @param {number[]} mine @param {number[]} theirs */
const agrees = (mine, theirs) => meets(mine, theirs) || theirs.includes(sum(mine)) || mine.includes(sum(theirs));
/** @param {Counted[]} told */
const sizesOf = (told) => unique(told.map(({ size }) => size));

// Each pair of answers once that contradict each other, with both numbers and what is counted.
/** @param {Quantities} rule @param {Paper} paper @returns {Hit[]} */
export function quantities(rule, paper) {
  /** @type {[string[], Hit[], Map<string, Told>]} */
  const [done, hits, told] = [[], [], toldIn(rule, paper)];
  told.forEach(({ thing, unit, byField }) => {
    if (byField.size < 2 || !(thing || (rule.bare || []).includes(unit))) return;
    for (const key of rule.fields.filter((field) => byField.has(field))) {
      const other = otherOf(rule, thing, key, byField, /** @type {Told} */ (told.get(`|${unit}`)).byField);
      if (!other || done.includes(`${key} ${other}`) || done.includes(`${other} ${key}`)) continue;
      done.push(`${key} ${other}`);
      const [said, limit] = [key, other].map((field) => /** @type {Counted[]} */ (byField.get(field))[0].words);
      const words = { part: thing || unit, found: said, limit, other: paper.form.field(other).called };
      hits.push({ field: key, spot: [], words });
    }
  });
  return hits;
}

// Thing and unit → field → quantities; those of no thing are all.
/** @param {Quantities} rule @param {Paper} paper @returns {Map<string, Told>} */
function toldIn(rule, paper) {
  /** @param {string} word */
  const alike = (word) => (rule.alike || {})[word] || word;
  /** @type {Map<string, Told>} */
  const told = new Map();
  for (const key of rule.fields) {
    for (const { size, words, unit: written, things } of quantitiesOf(paper.words(key), rule.units)) {
      const unit = alike(written);
      for (const thing of unique(["", ...things].map(alike))) {
        if ((rule.unsaid || []).includes(thing)) continue;
        const at = `${thing}|${unit}`;
        if (!told.has(at)) told.set(at, { thing, unit, byField: new Map() });
        const { byField } = /** @type {Told} */ (told.get(at));
        byField.set(key, [...(byField.get(key) || []), { size, words }]);
      }
    }
  }
  return told;
}

// The answer that a field contradicts.
/** @param {Quantities} rule @param {string} thing @param {string} key @param {Map<string, Counted[]>} byField
 * @param {Map<string, Counted[]>} every @returns {string | null} */
function otherOf(rule, thing, key, byField, every) {
  const sizes = new Map(rule.fields.filter((field) => byField.has(field))
    .map((field) => [field, sizesOf(byField.get(field) || [])]));
  /** @param {string} field */
  const sizesIn = (field) => sizes.get(field) || [];
  const mine = sizesIn(key);
  const others = Array.from(sizes.keys()).filter((field) => field !== key);
  const isWeak = (rule.weak || []).includes(thing);
  /** @param {string} field */
  const isTold = (field) => mine.every((size) => sizesOf(every.get(field) || []).includes(size));
  if (others.some((field) => agrees(mine, sizesIn(field)) || (!rule.exact && isTold(field)))) return null;
  /** @param {string} field */
  const isElsewhere = (field) => rule.exact && isTold(field);
  const may = others.filter((field) => counts(rule, key, mine, field, sizesIn(field)) && !isElsewhere(field));
  const twice = may.find((field) => others.some((other) => other !== field && meets(sizesIn(other), sizesIn(field))));
  if (twice && mine.length === 1) return !isWeak || areNear(rule, mine, sizesIn(twice), []) ? twice : null;
  if (isWeak) {
    const earlier = rule.fields.slice(0, rule.fields.indexOf(key)).filter((field) => may.includes(field));
    return earlier.find((field) => areSwapped(mine, sizesIn(field))) || null;
  }
  /** @param {string} field */
  const isAlone = (field) => may.length === 1 && mine.length === 1 && sizesIn(field).length === 1;
  return may.find((field) => isApart(rule, thing, key, field, [mine, sizesIn(field), isAlone(field)])) || null;
}

// Whether two answers may be held against each other.
/** @param {Quantities} rule @param {string} key @param {number[]} mine @param {string} other
 * @param {number[]} theirs */
function counts(rule, key, mine, other, theirs) {
  if (!rule.exact && Math.max(...mine) <= least(rule)) return false;
  const [less, more] = Math.max(...mine) < Math.max(...theirs) ? [key, other] : [other, key];
  const fewer = rule.fewer || [];
  return !fewer.includes(less) || fewer.includes(more);
}

/** @param {Quantities} rule */
const least = (rule) => (rule.least === undefined ? 3 : rule.least);

/** @param {Quantities} rule @param {string} thing @param {string} key @param {string} other
 * @param {[mine: number[], theirs: number[], isAlone: boolean]} sizes */
function isApart(rule, thing, key, other, [mine, theirs, isAlone]) {
  const isFirst = rule.fields.indexOf(key) < rule.fields.indexOf(other);
  if (rule.exact || isFirst) return Boolean(rule.exact) && !isFirst;
  if (thing && other === rule.fields[0] && Math.max(...mine) > Math.max(...theirs)) return true;
  return isAlone && areNear(rule, mine, theirs);
}

/** @param {Quantities} rule @param {number[]} mine @param {number[]} theirs @param {number[]} slips */
function areNear(rule, mine, theirs, slips = SLIPS) {
  const [low, high] = [Math.max(...mine), Math.max(...theirs)].sort((size, other) => size - other);
  const isAlike = high <= low * MOST_ALIKE || slips.includes(high / low) || areSwapped(mine, theirs);
  return low > least(rule) && isAlike;
}

// Whether two numbers have the same figures: 46 and 64.
/** @param {number[]} mine @param {number[]} theirs */
function areSwapped(mine, theirs) {
  const [figures, other] = [mine, theirs].map((sizes) => Math.max(...sizes).toFixed(0));
  /** @param {string} figures */
  const sorted = (figures) => Array.from(figures).sort().join("");
  return figures.length > 1 && figures !== other && sorted(figures) === sorted(other);
}

// Size, as it is written, unit, pairs of characters that name the thing.
/** @param {string} text @param {string[]} units */
function quantitiesOf(text, units) {
  const any = [...units].sort((unit, other) => Array.from(other).length - Array.from(unit).length)
    .map(escaped).join("|");
  const number = planPaper.expression(`${shared.QUANTITY}(${any})`, "g");
  return text.split("\n").flatMap((line) => {
    const figures = inFigures(planPaper.withoutNumber(line), any);
    /** @type {{unit: string, things: string[]} | null} */
    let last = null;
    return planPaper.matches(number, figures).flatMap((match) => {
      const end = match.index + match[0].length;
      const [before, behind] = [figures.slice(0, match.index).slice(-REACH), figures.slice(end, end + REACH)];
      if (NO_BEFORE.test(before) || SAMPLED.test(before) || isOther(match, behind)) return [];
      const size = Number(match[1]) * (match[2] ? 10000 : 1);
      const isGrown = GROWN.test(before) && !/^[一-龥]/u.test(behind) && last && last.unit === match[3];
      const things = [...thingsOf(before, behind), ...(isGrown && last ? last.things : [])];
      last = { unit: match[3], things };
      return [{ size, words: match[0], ...last }];
    });
  });
}

// Whether it is a year, the first of two numbers or a part of a longer unit.
/** @param {RegExpExecArray} match @param {string} behind */
function isOther(match, behind) {
  const isYear = match[3] === "年" && match[1].length > 3;
  return isYear || (match[3] === "个" && LONGER.test(behind)) || CHANGED.test(behind);
}

// The pairs of characters before a number and before 的 there, and the first ones behind it.
/** @param {string} before @param {string} behind @returns {string[]} */
function thingsOf(before, behind) {
  const words = (/[一-龥]+$/u.exec(before.replace(BEFORE, "")) || [""])[0];
  const later = (/^[一-龥]+/u.exec(behind.replace(BEHIND, "")) || [""])[0];
  const owner = words.slice(0, Math.max(words.slice(0, -1).lastIndexOf("的"), 0));
  const earlier = Array.from({ length: EARLIEST / 2 }, (_, at) => words.length - 2 * at).filter((end) => end > 0)
    .map((end) => words.slice(Math.max(end - 2, 0), end));
  const next = Array.from({ length: FURTHEST }, (_, at) => later.slice(at, at + 2));
  return unique([...earlier, owner.slice(-2), ...next].filter((pair) => pair.length > 1));
}

// A text whose Chinese numerals before a unit are figures; 一名 stays, 百分之八 is 8%.
/** @param {string} text @param {string} any */
function inFigures(text, any) {
  const shares = text.replace(HUNDREDTHS, (_, han) => `${sizeOf(han)}%`);
  const numeral = planPaper.expression(`${shared.SIGNS_OF_NUMERAL}(?=${any})`, "g");
  return shares.replace(numeral, (han) => (han === "一" ? han : String(sizeOf(han))));
}
