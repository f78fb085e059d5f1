// Mirrors scripts/lawbook/forms/handmade.py: what people write by hand, dates, figures, ticks.
import * as shared from "./shared.js";
import * as strings from "./text.js";
import * as answerValues from "./values.js";

const DIGITS = Object.fromEntries([
  ...Array.from(shared.HAN_DIGITS, (sign, number) => [sign, String(number)]),
  ...Array.from(shared.ZEROS, (sign) => [sign, "0"]),
]);
const BLANKS = new RegExp(`[${shared.BLANKS}]`, "g");
const DASHES = new RegExp(`[${shared.DASHES}]`, "g");
const EXTENSION = new RegExp(shared.EXTENSION, "g");
const AREA = new RegExp(shared.AREA);
const COUNTRY = new RegExp(shared.COUNTRY);
const PLAIN = new RegExp(`^${shared.FIGURE_DATE}$`);
const HAN = new RegExp(`^${shared.HAN_DATE}$`);

export const TICKS = Array.from(shared.TICKS);
export const BOXES = Array.from(shared.BOXES);

// Full-width letters, figures and signs in their usual width.
export function halfWidth(text) {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (sign) =>
    sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

// {date} that a person wrote, null where it is none.
export function date(text) {
  const solid = halfWidth(text).replace(BLANKS, "");
  const plain = PLAIN.exec(solid);
  if (plain) return answerValues.day(...plain.slice(1).map(Number));
  const han = HAN.exec(solid);
  if (!han) return null;
  const year = Array.from(han[1], (sign) => DIGITS[sign]).join("");
  return answerValues.day(...[year, numeral(han[2]), numeral(han[3])].map(Number));
}

// The figures of a numeral up to 99: 三十一 → 31.
function numeral(text) {
  const ten = text.lastIndexOf("十");
  if (ten < 0) return text.length === 1 ? DIGITS[text] : "0";
  const [tens, ones] = [text.slice(0, ten), text.slice(ten + 1)];
  return (tens ? DIGITS[tens] || "0" : "1") + (DIGITS[ones] || "0");
}

// The text as the pattern wants it, where only the spelling differs: width, blanks, dashes, and the
// usual ways of writing a telephone number.
export function fitting(pattern, text) {
  const narrow = halfWidth(text);
  const solid = narrow.replace(BLANKS, "");
  const plain = solid.replace(DASHES, "-");
  const whole = plain.replace(EXTENSION, "-").replace(AREA, "$1-");
  const number = whole.replace(COUNTRY, "").replace(AREA, "$1-");
  // The code of the country stands in the place of the nought.
  const abroad = number === whole ? [] : [`0${number}`];
  const spellings = [text, narrow, solid, plain, number, ...abroad, number.replace(/-/g, "")];
  const found = spellings.find((one) => strings.fullmatch(pattern, one));
  return found === undefined ? text : found;
}
