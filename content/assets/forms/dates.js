// Mirrors scripts/lawbook/base/dates.py: dates as people write them.
import * as shared from "./shared.js";
import { halfWidth, oneDash } from "./text.js";

/** @type {Record<string, string>} */
const DIGITS = Object.fromEntries([
  ...Array.from(shared.DIGITS, (sign, number) => [sign, String(number)]),
  ...Array.from(shared.ZEROS, (sign) => [sign, "0"]),
]);
const BLANKS = new RegExp(`[${shared.BLANKS}]`, "gu");
const SPACED = new RegExp(shared.SPACED_DATE, "u");
const WEEKDAY = new RegExp(shared.WEEKDAY, "u");
const FIGURES = [shared.FIGURE_DATE, shared.SOLID_DATE].map((figure) => new RegExp(`^${figure}$`, "u"));
const SHORT = new RegExp(`^${shared.SHORT_DATE}$`, "u");
const HAN = new RegExp(`^${shared.HAN_DATE}$`, "u");
const MIDNIGHT = new RegExp(shared.MIDNIGHT, "u");
/** @type {Record<string, string>} */
const FORMAL = shared.FORMAL;
const FORMAL_SIGNS = new RegExp(`[${Object.keys(FORMAL).join("")}]`, "gu");

// [year, month, day] that a person wrote, null where it is no date by its look; the calendar need
// not have such a day.
/** @param {string} text @returns {number[] | null} */
export function figures(text) {
  const spaced = halfWidth(text).replace(MIDNIGHT, "").replace(SPACED, "$1-$2-$3");
  const solid = oneDash(spaced.replace(BLANKS, "")).replace(WEEKDAY, "");
  const plain = FIGURES.map((figure) => figure.exec(solid)).find(Boolean);
  if (plain) return plain.slice(1).map(Number);
  const short = SHORT.exec(solid);
  if (short) return [shared.CENTURY + Number(short[1]), Number(short[2]), Number(short[3])];
  const han = HAN.exec(solid.replace(FORMAL_SIGNS, (sign) => FORMAL[sign]));
  if (!han) return null;
  const year = Array.from(han[1], (sign) => DIGITS[sign] || sign).join("");
  return [year, numeral(han[2]), numeral(han[3])].map(Number);
}

// {date} of three numbers, null where the calendar has no such day.
/** @param {number} year @param {number} month @param {number} number */
function day(year, month, number) {
  if (year < 1 || month < 1 || month > 12 || number < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const most = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (number > most) return null;
  /** @param {number} part */
  const two = (part) => String(part).padStart(2, "0");
  return { date: `${String(year).padStart(4, "0")}-${two(month)}-${two(number)}` };
}

// {date} that a person wrote, null where it is none.
/** @param {string} text */
export function date(text) {
  const numbers = figures(text);
  return numbers && day(numbers[0], numbers[1], numbers[2]);
}

// The figures of a numeral up to 99: 三十一 → 31, 廿一 → 21.
/** @param {string} han */
function numeral(han) {
  if (/^[0-9]+$/u.test(han)) return han;
  const text = han.replace("廿", "二十").replace("卅", "三十");
  const ten = text.lastIndexOf("十");
  if (ten < 0) return text.length === 1 ? DIGITS[text] : "0";
  const [tens, ones] = [text.slice(0, ten), text.slice(ten + 1)];
  return (tens ? DIGITS[tens] || "0" : "1") + (DIGITS[ones] || "0");
}
