// Mirrors scripts/lawbook/forms/handmade.py: what people write by hand: telephone numbers, addresses, ticks.
import * as shared from "./shared.js";
import * as strings from "./text.js";

const BLANKS = new RegExp(`[${shared.BLANKS}]`, "g");
const DASHES = new RegExp(`[${shared.DASHES}]`, "g");
const CALLED = new RegExp(shared.CALLED);
const NAMED_ADDRESS = new RegExp(shared.NAMED_ADDRESS, "g");
const PERSON = new RegExp(shared.PERSON);
const GOES_ON = new RegExp(shared.GOES_ON);
const REMARK = new RegExp(shared.REMARK);
const AT = new RegExp(shared.AT, "g");
const EXTENSION = new RegExp(shared.EXTENSION);
const AREA = new RegExp(shared.AREA);
const AREA_ABROAD = new RegExp(shared.AREA_ABROAD);
const COUNTRY = new RegExp(shared.COUNTRY);
const SERVICE = new RegExp(shared.SERVICE);
const ABROAD = new RegExp(shared.ABROAD);
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
  const bare = strings.halfWidth(text).replace(NAMED_ADDRESS, " $1");
  return [shared.BETWEEN, shared.BETWEEN_ADDRESSES].map((way) => parts(wanted, bare, way)).find(Boolean) || "";
}

/** @param {string} wanted @param {string} text @param {string} between */
function parts(wanted, text, between) {
  /** @type {string[]} */
  const made = [];
  const all = text.split(new RegExp(between)).map((part) => strings.stripped(part, shared.BLANKS));
  for (const part of all.filter(Boolean)) {
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
  const wide = strings.halfWidth(text);
  /** @param {string} some */
  const solid = (some) => (GOES_ON.test(wide) ? some : some.replace(BLANKS, ""));
  const narrow = solid(wide);
  const plain = narrow.replace(DASHES, "-");
  const person = strings.stripped(wide.replace(NAMED_ADDRESS, " $1"), shared.BLANKS).replace(PERSON, "");
  const address = solid(person).replace(DASHES, "-");
  const named = around(address.replace(REMARK, "")).replace(CALLED, "");
  const bare = around(named).replace(AT, "@").replace(/。/g, ".");
  const abroad = bare.replace(AREA_ABROAD, "+86-$1-");
  return [text, narrow, plain, bare, ...numbers(abroad), ...(area ? [area + bare] : [])];
}

// Telephone numbers: without our country, with the area's dash and that of an extension. Without the
// code of the country, a nought stands in its place.
/** @param {string} text */
function numbers(text) {
  const whole = text.replace(COUNTRY, "").replace(AREA, "$1-");
  const match = EXTENSION.exec(whole);
  const extension = match ? `-${match[1] || match[2]}` : "";
  const number = match ? whole.slice(0, match.index) : whole;
  const far = ABROAD.exec(text);
  const abroad = far ? [`+${far[1]}-${far[2].replace(/[^0-9]/g, "")}`] : [];
  const ours = (COUNTRY.test(text) ? ["", "0"] : [""]).flatMap((head) => {
    const figures = head + number.replace(/[-.]/g, "");
    const end = CITIES.test(figures) ? 3 : 4;
    const split = `${figures.slice(0, end)}-${figures.slice(end)}${extension}`;
    const local = figures.startsWith("0") ? [figures.slice(1) + extension, split] : [];
    return [head + number + extension, figures.replace(SERVICE, "$1-$2-$3") + extension, ...local];
  });
  return [...abroad, ...ours];
}
