// Mirrors scripts/lawbook/forms/handmade.py: what people write by hand: telephone numbers, addresses, ticks.
import * as shared from "./shared.js";
import * as strings from "./text.js";

const BLANKS = new RegExp(`[${shared.BLANKS}]`, "g");
const DASHES = new RegExp(`[${shared.DASHES}]`, "g");
const CALLED = new RegExp(shared.CALLED);
const NAMED_ADDRESS = new RegExp(shared.NAMED_ADDRESS);
const REMARK = new RegExp(shared.REMARK);
const AT = new RegExp(shared.AT, "g");
const EXTENSION = new RegExp(shared.EXTENSION);
const AREA = new RegExp(shared.AREA);
const AREA_ABROAD = new RegExp(shared.AREA_ABROAD);
const COUNTRY = new RegExp(shared.COUNTRY);
const CITIES = new RegExp(shared.CITIES);

const LINES = new RegExp(`[${shared.LINES}]+`, "g");
const PART_OF_NAME = new RegExp(shared.PART_OF_NAME);
const LEAST_LINE = 3;

export const TICKS = Array.from(shared.TICKS);
export const BOXES = Array.from(shared.BOXES);

// The text without the lines on which it was written; __init__ and a_b are no lines.
/** @param {string} text */
export function offTheLine(text) {
  return text.replace(LINES, (run, /** @type {number} */ at) => {
    const beside = text.slice(Math.max(at - 1, 0), at) + text.slice(at + run.length, at + run.length + 1);
    const isShort = !run.includes("＿") && run.length < LEAST_LINE;
    return isShort && PART_OF_NAME.test(beside) ? run : " ".repeat(run.length);
  });
}

// Whether a text, or each of several in it, is as the pattern wants it.
/** @param {string} wanted @param {string} text */
export const fits = (wanted, text) => text.split(shared.SEVERAL).every((part) => strings.fullmatch(wanted, part));

// The text as the pattern wants it, where only the spelling differs: width, blanks, dashes, the usual
// ways of writing a telephone number or an address, and several of them; else as it is.
/** @param {string} wanted @param {string} text */
export function fitting(wanted, text) {
  const whole = fittingOne(wanted, text, "");
  return whole === undefined ? several(wanted, text) || text : whole;
}

/** @param {string} wanted @param {string} text @param {string} area */
function fittingOne(wanted, text, area) {
  return spellings(text, area).find((spelling) => strings.fullmatch(wanted, spelling));
}

// Each of several numbers or addresses as it should be; nothing where one of them is not. A number
// without an area code has that of the number before it.
/** @param {string} wanted @param {string} text */
function several(wanted, text) {
  const narrow = strings.halfWidth(text);
  const ways = narrow.includes("@") ? [] : [shared.BETWEEN];
  return [...ways, shared.BETWEEN_ADDRESSES].map((way) => parts(wanted, narrow, way)).find(Boolean) || "";
}

/** @param {string} wanted @param {string} text @param {string} between */
function parts(wanted, text, between) {
  /** @type {string[]} */
  const made = [];
  for (const part of text.split(new RegExp(between)).filter(Boolean)) {
    const before = made.length > 0 ? made[made.length - 1] : "";
    const area = before.includes("-") ? `${before.split("-")[0]}-` : "";
    const fitted = fittingOne(wanted, part, area);
    if (fitted === undefined) return "";
    made.push(fitted);
  }
  return made.join(shared.SEVERAL);
}

/** @param {string} text */
const around = (text) => strings.strippedRight(strings.strippedLeft(text, shared.AROUND), shared.AROUND);

// What may be meant, the nearest first.
/** @param {string} text @param {string} area */
function spellings(text, area) {
  const narrow = strings.halfWidth(text);
  const solid = narrow.replace(BLANKS, "");
  const plain = solid.replace(DASHES, "-");
  const named = around(plain.replace(NAMED_ADDRESS, "$1").replace(REMARK, "")).replace(CALLED, "");
  const bare = around(named).replace(AT, "@").replace(/。/g, ".");
  const abroad = bare.replace(AREA_ABROAD, "+86-$1-");
  return [text, narrow, solid, plain, bare, ...numbers(abroad), ...(area ? [area + bare] : [])];
}

// Telephone numbers: without the country, with the area's dash and that of an extension. Without the
// code of the country, a nought stands in its place.
/** @param {string} text */
function numbers(text) {
  const whole = text.replace(COUNTRY, "").replace(AREA, "$1-");
  const match = EXTENSION.exec(whole);
  const extension = match ? `-${match[1] || match[2]}` : "";
  const number = match ? whole.slice(0, match.index) : whole;
  return (COUNTRY.test(text) ? ["", "0"] : [""]).flatMap((head) => {
    const figures = head + number.replace(/[-.]/g, "");
    const end = CITIES.test(figures) ? 3 : 4;
    const split = `${figures.slice(0, end)}-${figures.slice(end)}${extension}`;
    const local = figures.startsWith("0") ? [figures.slice(1), split] : [];
    return [head + number + extension, figures, ...local];
  });
}
