// Mirrors scripts/lawbook/forms/plan/numerals.py: Chinese numerals before units as figures.
import * as planPaper from "./plan_paper.js";
import * as shared from "./plan_shared.js";
import { DIGITS } from "./shared.js";
import { escaped } from "./text.js";

// Before a number of rounds that is not all of them (每月2期, 各1期), and where rounds differ.
export const SEVERAL = /* @__PURE__ */ new RegExp(shared.SEVERAL, "u");
export const PARTED = /* @__PURE__ */ new RegExp(shared.PARTED, "u");

/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/** @param {number[]} sizes */
export const sum = (sizes) => sizes.reduce((all, size) => all + size, 0);

// A text whose numerals of two characters or more, or before a unit of money, are figures.
/** @param {string} text @param {string[]} units */
export function inFigures(text, units) {
  const money = units.filter((unit) => unit.endsWith("元")).map(escaped).join("|") || shared.OTHER_MONEY;
  const words = units.map(escaped).join("|");
  const pattern = `[${shared.NUMERALS}](?:${shared.MORE_NUMERALS}(?=${words})|(?=${money}))`;
  return text.replace(planPaper.expression(pattern, "g"), (han) => String(sizeOf(han)));
}

/** @param {string} han */
export function sizeOf(han) {
  let [total, digit] = [0, 0];
  for (const sign of han) {
    if (UNITS[sign]) {
      total += (digit || 1) * UNITS[sign];
      digit = 0;
    } else digit = sign === "两" ? 2 : Math.max(DIGITS.indexOf(sign), 0);
  }
  return total + digit;
}
