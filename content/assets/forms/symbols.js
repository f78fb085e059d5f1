// Mirrors scripts/lawbook/word/read/symbols.py: signs from symbol fonts, a font and a number in a file.

const FONTS = new Map([
  ["wingdings", {
    0xfc: "√", 0xfe: "☑", 0xfd: "☒", 0xa8: "□", 0x6f: "□", 0x6e: "■", 0xfb: "✗",
    0x6c: "•", 0x75: "•", 0x76: "•", 0xa7: "•", 0xd8: "•",
  }],
  ["wingdings 2", { 0x50: "√", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xa3: "□", 0x2a: "□" }],
  ["symbol", { 0xb7: "•", 0xd6: "√" }],
]);
const UNKNOWN = "\ufffd";

// The sign that a person sees; U+FFFD where the font is not known.
export function symbol(font, char) {
  if (!/^[0-9A-Fa-f]{1,8}$/.test(char)) return UNKNOWN;
  const number = parseInt(char, 16);
  const code = number >= 0xf000 ? number - 0xf000 : number;
  const known = FONTS.get(font.toLowerCase());
  if (known) return known[code] || UNKNOWN;
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : UNKNOWN;
}
