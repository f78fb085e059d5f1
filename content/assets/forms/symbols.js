// Mirrors scripts/lawbook/word/read/symbols.py: characters from symbol fonts, a font and a number in a file.
import * as handmade from "./handmade.js";
import { BLANKS, EVERY_BLANK } from "./shared.js";
import * as strings from "./text.js";

const FONTS = new Map(/** @type {[string, Record<number, string>][]} */ ([
  ["wingdings", {
    0xfc: "√", 0xfe: "☑", 0xfd: "☒", 0xa8: "□", 0x6f: "□", 0x6e: "■", 0xfb: "✗",
    0x6c: "•", 0x75: "•", 0x76: "•", 0xa7: "•", 0xd8: "•", 0x78: "☒", 0x71: "□", 0x72: "□",
  }],
  ["wingdings 2", { 0x50: "√", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xa3: "□", 0x2a: "□", 0x4f: "✗" }],
  ["webdings", { 0x61: "√", 0x63: "□", 0x67: "■", 0x72: "✗" }],
  ["symbol", { 0xb7: "•", 0xd6: "√" }],
]));
// A character from the private-use area whose font a program has lost: what it is in these fonts.
/** @type {Record<number, string>} */
const LOST = {
  0xb7: "•", 0xfc: "√", 0xfe: "☑", 0xfd: "☒", 0xa8: "□", 0x6f: "□", 0x6e: "■",
  0x50: "√", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xa3: "□",
};
const B = `[${EVERY_BLANK}]*`;
const EQ = /* @__PURE__ */ new RegExp(`^${B}[Ee][Qq]${B}\\\\[Oo](?:\\\\[Aa][A-Za-z])?${B}\\(([^]*)\\)${B}$`, "u");
const UNKNOWN = "\ufffd";

// The character that a person sees; U+FFFD where the font is not known.
/** @param {string} font @param {string} char */
export function symbol(font, char) {
  if (!/^[0-9A-Fa-f]{1,8}$/u.test(char)) return UNKNOWN;
  const number = parseInt(char, 16);
  const code = number >= 0xf000 ? number - 0xf000 : number;
  const known = FONTS.get(font.toLowerCase());
  if (known) return known[code] || UNKNOWN;
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : UNKNOWN;
}

// The text of a run in a symbol font, where a letter stands for a character.
/** @param {string} font @param {string} text */
export function lettered(font, text) {
  const known = FONTS.get(font.toLowerCase());
  if (!known && /^[\0-\x7f]*$/u.test(text)) return text;
  return Array.from(text, (sign) => {
    const code = Number(sign.codePointAt(0));
    if (code >= 0xf020 && code <= 0xf0ff) return (known || LOST)[code - 0xf000] || sign;
    return (known && known[code]) || sign;
  }).join("");
}

// What a field of Word's enclosed characters shows: a ticked box, a box, or its characters.
/** @param {string} instruction */
export function enclosed(instruction) {
  const match = EQ.exec(instruction);
  if (!match) return "";
  const signs = match[1].split(/[,，;；]/u).map((part) => strings.stripped(part, BLANKS)).filter(Boolean);
  if (signs.some((sign) => handmade.TICKS.includes(sign))) return "☑";
  return signs.every((sign) => handmade.BOXES.includes(sign)) ? "□" : signs[signs.length - 1];
}
