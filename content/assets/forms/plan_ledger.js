// Mirrors scripts/lawbook/forms/plan/ledger.py: numbers that one answer tells and no other does.
/** @import { Hit, Lonely } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import { inFigures } from "./plan_numerals.js";
import * as planPaper from "./plan_paper.js";
import { escaped } from "./text.js";
import * as shared from "./plan_shared.js";

const [BEFORE, BEHIND, BESIDE] = [14, 8, 2];
const REST = new RegExp(shared.REST_TOLD, "u");
const DATED = /[0-9.年月/—-]$/u;

/** @typedef {{size: number, sort: string, words: string, before: string, behind: string}} Written */

// Each judged field once, with its first number that no other tells.
/** @param {Lonely} rule @param {Paper} paper @returns {Hit[]} */
export function lonely(rule, paper) {
  const told = new Map(rule.known.map((key) => [key, toldIn(rule, paper.text(key))]));
  return Object.entries(rule.judged).flatMap(([key, judged]) => {
    const apart = rule.known.filter((other) => other !== key).map((other) => told.get(other) || []);
    const others = apart.flat();
    const mine = told.get(key) || [];
    const lone = mine.find((number, at) => {
      const asked = number.size >= (rule.least || 4) && judged.includes(number.words.replace(/^[0-9.万余多]+/u, ""));
      const elsewhere = others.filter((other) => other.sort === number.sort).map((other) => other.size);
      const around = `${number.before}#${number.behind}`;
      if (!asked || elsewhere.includes(number.size) || planPaper.expression(rule.unless).test(around)) return false;
      const beside = mine.slice(Math.max(at - BESIDE, 0), at + BESIDE + 1);
      const own = mine.filter((other) => other.sort === number.sort).map((other) => other.size);
      if (apart.some((some) => isWhole(number, some))) return false;
      return !isReckoned(number, beside, elsewhere) && !isRest(number, [...elsewhere, ...own], elsewhere);
    });
    return lone ? [planPaper.hit(key, [], { found: lone.words })] : [];
  });
}

// Whether it is a sum or difference with a number beside it that stands elsewhere.
/** @param {Written} number @param {Written[]} beside @param {number[]} known */
function isReckoned(number, beside, known) {
  return beside.filter((other) => other !== number && other.sort === number.sort)
    .some((other) => known.includes(number.size + other.size) || known.includes(number.size - other.size));
}

// Whether an answer tells it in two: so many, and what is left.
/** @param {Written} number @param {Written[]} told */
function isWhole(number, told) {
  const same = told.filter((other) => other.sort === number.sort);
  const rest = same.filter((other) => REST.test(other.before.slice(-6))).map((other) => other.size);
  return same.some((other) => rest.some((size) => other.size + size === number.size));
}

/** @param {Written} number @param {number[]} all @param {number[]} known */
function isRest(number, all, known) {
  if (!REST.test(number.before.slice(-6) + number.behind)) return false;
  return all.some((more) => known.some((less) => more - less === number.size));
}

// The numbers of a text that stand before a unit.
/** @param {Lonely} rule @param {string} text @returns {Written[]} */
function toldIn(rule, text) {
  const units = Object.keys(rule.units).sort((unit, other) => other.length - unit.length);
  const any = units.map(escaped).join("|");
  const number = planPaper.expression(`${shared.FIGURE}(${any})${shared.BEHIND_FIGURE}`, "g");
  const lines = text.split("\n").map((line) => inFigures(planPaper.withoutNumber(line), units));
  return lines.flatMap((line) => line.split(/[。；\n]/u)).flatMap((piece) => {
    let last = 0;
    return planPaper.matches(number, piece).map((match) => {
      const end = match.index + match[0].length;
      const before = piece.slice(Math.max(last, match.index - BEFORE), match.index);
      last = end;
      const size = Number(match[1]) * (match[2] ? 10000 : 1);
      return { size, sort: rule.units[match[3]], words: match[0], before, behind: piece.slice(end, end + BEHIND) };
    });
  }).filter((number) => !DATED.test(number.before));
}
