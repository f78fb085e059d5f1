// Mirrors scripts/lawbook/forms/plan/numerals.py: Chinese numerals before units as figures.
import * as planPaper from "./plan_paper.js";
import { HAN_DIGITS } from "./shared.js";
import { escaped } from "./text.js";

// Before a number of rounds that is not all of them (每月2期, 各1期), and where rounds differ.
export const SEVERAL = /(?:[各第前后首余月季年周]|最后|分别)[^，。；、0-9]{0,3}$/u;
export const PARTED = /其中|最后[一1]?[期次场批班]|[前后首][0-9一二三四五六七八九十]?[期次场批班]/u;

const SIGNS = "一二两三四五六七八九十百千";
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/** @param {number[]} sizes */
export const sum = (sizes) => sizes.reduce((all, size) => all + size, 0);

// A text whose numerals of two signs or more, or before a unit of money, are figures.
/** @param {string} text @param {string[]} units */
export function inFigures(text, units) {
  const money = units.filter((unit) => unit.endsWith("元")).map(escaped).join("|") || "[^一-龥]元";
  const words = units.map(escaped).join("|");
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
