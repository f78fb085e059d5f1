// Mirrors scripts/lawbook/forms/telephone.py: telephone numbers, read by their figures.
import { TELEPHONE as told } from "./shared.js";
import * as strings from "./text.js";

const PARTING = /* @__PURE__ */ new RegExp(told.PARTING, "gu");
const IDLE_BEFORE = /* @__PURE__ */ new RegExp(told.IDLE_BEFORE, "gu");
const IDLE_AFTER = /* @__PURE__ */ new RegExp(told.IDLE_AFTER, "gu");
const ASIDE = /* @__PURE__ */ new RegExp(told.ASIDE, "gu");
const AREA_ABROAD = /* @__PURE__ */ new RegExp(told.AREA_ABROAD, "u");
const ABROAD = /* @__PURE__ */ new RegExp(told.ABROAD, "u");
const COUNTRY = /* @__PURE__ */ new RegExp(told.COUNTRY, "u");
const EXTENSION = /* @__PURE__ */ new RegExp(told.EXTENSION, "u");
const FIGURES_ONLY = /* @__PURE__ */ new RegExp(told.FIGURES_ONLY, "u");
const LAST = /* @__PURE__ */ new RegExp(told.LAST, "u");
const SERVICE = /* @__PURE__ */ new RegExp(told.SERVICE, "u");
const CITIES = /* @__PURE__ */ new RegExp(told.CITIES, "u");
const BETWEEN = /* @__PURE__ */ new RegExp(`(${told.BETWEEN_MENTIONS})`, "u");
const MENTION = /* @__PURE__ */ new RegExp(told.MENTION, "su");
const BRACKETED = /* @__PURE__ */ new RegExp(told.BRACKETED, "u");

// Half width, one kind of dash, blanks only between figures, nothing aside; "" if too long.
/** @param {string} text */
export function plain(text) {
  if (strings.length(text) > told.LONGEST) return "";
  const line = strings.oneDash(strings.halfWidth(text)).replace(IDLE_BEFORE, "$1");
  return line.replace(IDLE_AFTER, "").replace(PARTING, " ").replace(ASIDE, "");
}

// What a plain text may mean: without our country, with the dashes of area and extension.
/** @param {string} given */
export function spellings(given) {
  const text = given.replace(AREA_ABROAD, "+86-$1-");
  const far = ABROAD.exec(text);
  const abroad = far ? [`+${far[1]}-${far[2].replace(/[^0-9]/gu, "")}`] : [];
  const heads = COUNTRY.test(text) ? ["", "0"] : [""];
  return abroad.concat(readings(text.replace(COUNTRY, "")).flatMap(([figures, extension]) =>
    heads.flatMap((head) => shapes(head + figures, extension))));
}

// Figures of the number and its extension, the likelier first.
/** @param {string} text */
function readings(text) {
  const match = EXTENSION.exec(text);
  const number = match ? text.slice(0, match.index) : text;
  if (!FIGURES_ONLY.test(number)) return [];
  const groups = number.match(/[0-9]+/gu) || [];
  const whole = [groups.join(""), match ? `-${match[1]}` : ""];
  if (match || groups.length === 1) return [whole];
  const parted = [groups.slice(0, -1).join(""), `-${groups[groups.length - 1] || ""}`];
  return LAST.test(number) ? [parted, whole] : [whole, parted];
}

/** @param {string} figures @param {string} extension */
function shapes(figures, extension) {
  const end = CITIES.test(figures) ? 3 : 4;
  const local = [figures.slice(1) + extension, `${figures.slice(0, end)}-${figures.slice(end)}${extension}`];
  return [figures.replace(SERVICE, "$1-$2-$3") + extension, ...(figures.startsWith("0") ? local : [])];
}

// A text with each number in it in its one spelling, all else as it stands.
/** @param {string} text @returns {string} */
export function respelt(text) {
  return text.split(BETWEEN).map((part) => part.replace(MENTION, spelt)).join("");
}

/** @param {string} text @returns {string} */
function spelt(text) {
  const inner = BRACKETED.exec(text);
  if (inner) return text.replace(inner[1], () => respelt(inner[1]));
  return spellings(plain(text)).find((spelling) => strings.fullmatch(told.NUMBER, spelling)) || text;
}
