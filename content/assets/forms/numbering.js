// Mirrors scripts/lawbook/word/read/numbering.py: the numbers and bullets that Word puts before paragraphs.
import { DIGITS, ITEM } from "./shared.js";
import { CHINESE_NUMBERS as CHINESE } from "./word_shared.js";
import * as xml from "./xml.js";

const COUNT = /%([1-9])/gu;
const LEVEL = /^[0-8]$/u;
const NUMBER = /^[0-9]{1,9}$/u;

/** @typedef {{format: string, text: string, first: number}} Level */

// Counts the paragraphs of each list while a document is read from its beginning.
export class Numbering {
  // ``numbering`` and ``styles`` are the roots of those parts, null where there is none.
  /** @param {Element | null} numbering @param {Element | null} styles */
  constructor(numbering, styles) {
    this.levels = numbering ? levels(numbering) : new Map();
    this.styles = styles ? styled(styles) : new Map();
    /** @type {Map<string, number>} */
    this.counts = new Map();
  }

  // What stands before a paragraph: "- " for a bullet, the number, or nothing.
  /** @param {Element} properties */
  marker(properties) {
    let [number, level] = levelOf(properties);
    if (!number) {
      const style = xml.find(properties, "pStyle");
      if (!style) return "";
      [number, level] = this.styles.get(xml.value(style, "val", "")) || ["", "0"];
    }
    const kept = this.levels.get(key(number, level));
    if (!kept || kept.format === "none") return "";
    return kept.format === "bullet" ? ITEM : this.number(number, level, kept);
  }

  /** @param {string} number @param {string} level @param {Level} kept */
  number(number, level, kept) {
    const counted = this.counts.get(key(number, level));
    this.counts.set(key(number, level), (counted === undefined ? kept.first - 1 : counted) + 1);
    for (let deeper = Number(level) + 1; deeper < 9; deeper += 1) this.counts.delete(key(number, String(deeper)));
    return kept.text.replace(COUNT, (_, /** @type {string} */ digit) => {
      const at = key(number, String(Number(digit) - 1));
      const { format, first } = this.levels.get(at) || kept;
      const counted = this.counts.get(at);
      const value = counted === undefined ? first : counted;
      return CHINESE.includes(format) && value > 0 && value < 10000 ? toHan(value) : String(value);
    });
  }
}

/** @param {string} number @param {string} level */
const key = (number, level) => `${level}\n${number}`;

// The list and the level of a paragraph or style; no list is an empty text.
/** @param {Element} properties @returns {[number: string, level: string]} */
function levelOf(properties) {
  const numbered = xml.find(properties, "numPr");
  const number = numbered && xml.find(numbered, "numId");
  if (!number) return ["", "0"];
  const level = xml.find(numbered, "ilvl");
  return [xml.value(number, "val", ""), level ? xml.value(level, "val", "0") : "0"];
}

/** @param {Element} top @returns {Map<string, Level>} */
function levels(top) {
  const abstract = new Map(
    xml.all(top, "abstractNum").map((node) => [xml.value(node, "abstractNumId", null), node]));
  const made = new Map();
  for (const number of xml.all(top, "num")) {
    const link = xml.find(number, "abstractNumId");
    const definition = link && abstract.get(xml.value(link, "val", null));
    for (const level of definition ? xml.all(definition, "lvl") : []) {
      const depth = xml.value(level, "ilvl", "");
      if (LEVEL.test(depth)) made.set(key(String(xml.value(number, "numId", null)), depth), described(level));
    }
  }
  return made;
}

/** @param {Element} node @returns {Level} */
function described(node) {
  /** @param {string} tag @param {string} other */
  const value = (tag, other) => {
    const child = xml.find(node, tag);
    return child ? xml.value(child, "val", other) : other;
  };
  const start = value("start", "1");
  return {
    format: value("numFmt", "decimal"), text: value("lvlText", ""), first: NUMBER.test(start) ? Number(start) : 1,
  };
}

/** @param {Element} top @returns {Map<string, [string, string]>} */
function styled(top) {
  const styles = new Map();
  for (const style of xml.all(top, "style")) {
    const properties = xml.find(style, "pPr");
    const where = properties ? levelOf(properties) : ["", "0"];
    if (where[0]) styles.set(xml.value(style, "styleId", ""), where);
  }
  return styles;
}

// numerals.to_han: 1 to 9999 in Chinese numerals, without 一 before 十 in 10 to 19.
/** @param {number} number */
function toHan(number) {
  let text = "";
  let gap = false;
  let rest = number;
  for (const [unit, value] of /** @type {[string, number][]} */ ([["千", 1000], ["百", 100], ["十", 10], ["", 1]])) {
    const digit = Math.floor(rest / value);
    rest %= value;
    if (digit) text += (gap ? "〇" : "") + DIGITS[digit] + unit;
    gap = digit ? false : gap || Boolean(text && rest);
  }
  return text.startsWith("一十") ? text.slice(1) : text;
}
