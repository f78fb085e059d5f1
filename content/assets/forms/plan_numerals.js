// Mirrors scripts/lawbook/forms/plan/numerals.py: Chinese numerals before units as figures.
import * as planPaper from "./plan_paper.js";
import { HAN_DIGITS } from "./shared.js";

const SIGNS = "一二两三四五六七八九十百千";
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };

// A text whose numerals of two signs or more, or before a unit of money, are figures.
/** @param {string} text @param {string[]} units */
export function inFigures(text, units) {
  const money = units.filter((unit) => unit.endsWith("元")).map(planPaper.escaped).join("|") || "[^一-龥]元";
  const words = units.map(planPaper.escaped).join("|");
  const pattern = `[${SIGNS}][${SIGNS}零〇]{1,8}(?=${words})|[${SIGNS}](?=${money})`;
  return text.replace(planPaper.expression(pattern, "g"), (han) => String(sizeOf(han)));
}

/** @param {string} han */
export function sizeOf(han) {
  let [total, digit] = [0, 0];
  for (const sign of han) {
    if (UNITS[sign]) {
      total += (digit || 1) * UNITS[sign];
      digit = 0;
    } else digit = sign === "两" ? 2 : Math.max(HAN_DIGITS.indexOf(sign), 0);
  }
  return total + digit;
}
