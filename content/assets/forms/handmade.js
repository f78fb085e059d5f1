// Mirrors scripts/lawbook/forms/handmade.py: what people write by hand: telephone numbers, addresses, ticks.
import * as shared from "./shared.js";
import * as telephone from "./telephone.js";
import * as strings from "./text.js";

const BLANKS = /* @__PURE__ */ new RegExp(`[${shared.BLANKS}]`, "gu");
const CALLED = /* @__PURE__ */ new RegExp(shared.CALLED, "u");
const NAMED_ADDRESS = /* @__PURE__ */ new RegExp(shared.NAMED_ADDRESS, "gu");
const PERSON = /* @__PURE__ */ new RegExp(shared.PERSON, "u");
const GOES_ON = /* @__PURE__ */ new RegExp(shared.GOES_ON, "u");
const ASIDE = /* @__PURE__ */ new RegExp(`${shared.TELEPHONE.ASIDE}$`, "u");
const CORE = /* @__PURE__ */ new RegExp(shared.CORE, "u");
const AT = /* @__PURE__ */ new RegExp(shared.AT, "gu");

const LINES = /* @__PURE__ */ new RegExp(`[${shared.LINES}]+`, "gu");
const PART_OF_NAME = /* @__PURE__ */ new RegExp(shared.PART_OF_NAME, "u");
const LEAST_LINE = 3;

export const TICKS = Array.from(shared.TICKS);
export const LETTER_TICKS = shared.LETTER_TICKS;
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
  if (strings.length(text) > shared.LONGEST) return text;
  const whole = fittingOne(wanted, text, []);
  return whole === undefined ? several(wanted, text) || text : whole;
}

// The numbers or addresses in a text that holds other words beside them, but no other figures.
/** @param {string} wanted @param {string} text */
export function amid(wanted, text) {
  if (strings.length(text) > shared.LONGEST) return "";
  const ways = [shared.BETWEEN_WORDED, `${shared.BETWEEN_WORDED}|[${shared.BLANKS}]+(?=[\u4e00-\u9fff])`];
  return ways.map((way) => cores(wanted, strings.halfWidth(text), way)).find(Boolean) || "";
}

/** @param {string} wanted @param {string} text @param {string} between */
function cores(wanted, text, between) {
  const made = text.split(new RegExp(between, "u")).flatMap((part) => {
    const match = CORE.exec(part);
    return match ? [fittingOne(wanted, match[1] || match[2], [])] : [];
  });
  return made.every(Boolean) ? made.join(shared.SEVERAL) : "";
}

/** @param {string} wanted @param {string} text @param {string[]} heads */
function fittingOne(wanted, text, heads) {
  return spellings(text, heads).find((spelling) => strings.fullmatch(wanted, spelling));
}

// What a number may lack that the one before it has: its area, or all but the extension.
/** @param {string} before */
function headsOf(before) {
  const parts = before.split("-");
  const area = parts.length > 1 ? [`${parts[0]}-`] : [];
  return parts.length > 2 ? [...area, `${parts.slice(0, -1).join("-")}-`] : area;
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
  const all = text.split(new RegExp(between, "u")).map((part) => strings.stripped(part, shared.BLANKS));
  for (const part of all.filter(Boolean)) {
    const fitted = fittingOne(wanted, part, made.length > 0 ? headsOf(made[made.length - 1]) : []);
    if (fitted === undefined) return "";
    made.push(fitted);
  }
  return made.join(shared.SEVERAL);
}

// Without the words that say what it is.
/** @param {string} text */
const uncalled = (text) => around(around(text).replace(CALLED, ""));

/** @param {string} text */
const around = (text) => strings.strippedRight(strings.strippedLeft(text, shared.AROUND), shared.AROUND);

// What may be meant, the nearest first.
/** @param {string} text @param {string[]} heads */
function spellings(text, heads) {
  const wide = strings.halfWidth(text);
  /** @param {string} some */
  const solid = (some) => (GOES_ON.test(wide) ? some : some.replace(BLANKS, ""));
  const narrow = solid(wide);
  const person = strings.stripped(wide.replace(NAMED_ADDRESS, " $1"), shared.BLANKS).replace(PERSON, "");
  const address = strings.oneDash(solid(person));
  const bare = uncalled(address.replace(ASIDE, "")).replace(AT, "@").replace(/。/gu, ".");
  const numbers = telephone.spellings(uncalled(telephone.plain(text)));
  return [text, narrow, strings.oneDash(narrow), bare, ...numbers, ...heads.map((head) => head + bare)];
}
