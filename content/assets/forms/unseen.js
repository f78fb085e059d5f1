// Mirrors scripts/lawbook/base/unseen.py: signs that nobody sees, or that mean nothing outside one font.

const KINDS = [
  ["零宽字符", "\\u00ad\\u034f\\u180e\\u200b-\\u200d\\u2060-\\u2064\\ufeff"],
  ["改变文字方向的字符", "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f"],
  ["字体私用的字符", "\\ue000-\\uf8ff"],
  ["控制字符", "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"],
  ["不能保存的字符", "\\ud800-\\udfff\\ufff9-\\uffff"],
];
const ALL = new RegExp(`[${KINDS.map(([, signs]) => signs).join("")}]`, "gu");
const NAMES = KINDS.map(([name, signs]) => [name, new RegExp(`[${signs}]`, "u")]);
const SHOWN = 6;

// The name of each such sign, once, with its number and the words before its first place.
export function unseen(text) {
  const found = new Map();
  for (const match of text.matchAll(ALL)) {
    if (!found.has(match[0])) found.set(match[0], text.slice(0, match.index));
  }
  return Array.from(found, ([sign, before]) => described(sign, before));
}

function described(sign, before) {
  const [name] = NAMES.find(([, signs]) => signs.test(sign));
  const line = Array.from(before.slice(before.lastIndexOf("\n") + 1).replace(ALL, "")).slice(-SHOWN).join("");
  const number = sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `${name} U+${number}（${line ? `在“${line}”后` : "在一行开头"}）`;
}
