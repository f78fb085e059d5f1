// Mirrors scripts/lawbook/forms/plan/paper.py: words, numbers and dates of answers, as checks compare them.
/** @import { Dated, Entry, Hit, Period, Sized } from "./plan" */
/** @import { Answers, Field, Form, Path, Units, Value } from "./types" */
import * as answerReading from "./answers.js";
import { computed } from "./computed.js";
import * as shared from "./plan_shared.js";
import { LINE_BLANKS } from "./shared.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";

const BLANKS = /* @__PURE__ */ new RegExp(`[${LINE_BLANKS}]`, "gu");
const WIDE = /[０-９Ａ-Ｚａ-ｚ％]/gu;
// Figures of two columns are no one number: G1　4月30日前.
const COLUMNS = /* @__PURE__ */ new RegExp(shared.COLUMNS, "gu");
const PASSED = ["年前", "过去", "最近", "近"]; // 2026年前十个月
const NUMBERING = /* @__PURE__ */ new RegExp(`^${shared.NUMBERING}`, "u");
const FIELD = /\{([a-z_0-9]+)\}/gu;
const FIGURES = "([0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百]+|半)";
export const DAY = /* @__PURE__ */ new RegExp(shared.DAY, "gu");
export const PIECES = /[。；\n]/u;
const STOPS = "。；，、：？！";
const FULL = /* @__PURE__ */ new RegExp(shared.FULL_DAY, "gu");
const PERIOD = /* @__PURE__ */ new RegExp(shared.PERIOD, "gu");
/** @type {Record<string, number>} */
const HAN = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const SHORTEST_SENTENCE = 12;

/** @param {string} field @param {Path} [spot] @param {Record<string, string>} [words] @returns {Hit} */
export const hit = (field, spot = [], words = {}) => ({ field, spot, words });

// In Python a point stands for every character but the line feed.
/** @param {string} pattern */
export const anySign = (pattern) =>
  pattern.replace(/\\.|\[(?:\\.|[^\]])*\]|\./gu, (piece) => (piece === "." ? "[^\\n]" : piece));

// A pattern of the rules, which Python reads alike; ``flags``: g for all matches.
/** @type {Map<string, Map<string, RegExp>>} */
const read = new Map();
/** @param {string} pattern @param {string} [flags] @returns {RegExp} */
export function expression(pattern, flags = "") {
  const known = read.get(flags) || new Map();
  const made = known.get(pattern) || new RegExp(anySign(pattern), `u${flags}`);
  if (!known.size) read.set(flags, known);
  known.set(pattern, made);
  made.lastIndex = 0;
  return made;
}

/** @param {RegExp} pattern @param {string} text @returns {RegExpExecArray[]} */
export const matches = (pattern, text) => {
  const numbers = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) numbers.push(match);
  return numbers;
};

// Text as it is compared: half-width figures and letters, no blanks, no stars of bold words.
/** @param {string} text */
export function folded(text) {
  const narrow = text.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(COLUMNS, "$1，");
  return strings.stripped(narrow.replace(BLANKS, "").replace(/\*\*/gu, ""), "\n");
}

// A line without the number or character that it begins with.
/** @param {string} line */
export const withoutNumber = (line) => line.replace(NUMBERING, "");

// The clauses of a text, without their numbers.
/** @param {string} text */
export function sentences(text) {
  return text.split("\n").flatMap((line) => line.split(/[。；：，]/u).map(withoutNumber));
}

// What stands between full stops; a short piece (a heading) goes on in the next of its line.
/** @param {string} text */
export function fullSentences(text) {
  const days = [];
  for (const line of text.split("\n")) {
    let waiting = "";
    // "2." before "2小时" makes no 2.2
    for (const piece of line.replace(/^[0-9]+[.．](?=[0-9])/u, "").split("。")) {
      waiting += piece;
      if (strings.length(waiting) >= SHORTEST_SENTENCE) {
        days.push(waiting);
        waiting = "";
      } else if (waiting) waiting += "。";
    }
    if (waiting) days.push(waiting.replace(/。$/u, ""));
  }
  return days;
}

// The answers of one form, ready to be searched. ``altered`` are the fixed fields whose text was
// changed; null where no Word file was read.
export class Paper {
  /** @param {Form} form @param {Answers} answers @param {string[] | null} altered */
  constructor(form, answers, altered) {
    this.form = form;
    this.answers = answers;
    this.altered = altered;
    /** @type {Entry[]} */
    this.all = form.fields.flatMap(([, field]) =>
      texts(field, trees.get(answers.values, field.key))
        .map(([spot, text]) => ({ field: field.key, spot, text: folded(text) })).filter((entry) => entry.text));
  }

  // The answers with what the form computes of them.
  shown() {
    return { ...this.answers.values, ...computed(this.form, this.answers.values) };
  }

  // The folded text of a text field or date, empty for none.
  /** @param {string} key */
  text(key) {
    return folded(answerReading.text(this.answers, key));
  }

  // All folded texts of a field: its text, date, words beside boxes, cells.
  /** @param {string} key */
  words(key) {
    return this.texts([key]).map((entry) => entry.text).join("\n") || this.text(key);
  }

  // {field, spot inside its answer, folded text} of some fields or of all.
  /** @param {string[] | "all"} keys @returns {Entry[]} */
  texts(keys) {
    return this.all.filter((entry) => keys === "all" || keys.includes(entry.field));
  }

  // A pattern with the answers it names in place; null where one of them is empty.
  /** @param {string} pattern @param {boolean} [exactly] */
  filled(pattern, exactly) {
    const names = matches(FIELD, pattern).map((match) => match[1]).filter((name) => this.form.field(name));
    if (!names.every((name) => this.text(name))) return null;
    return pattern.replace(FIELD, (whole, name) => {
      if (!names.includes(name)) return whole;
      return exactly ? strings.escaped(plainName(this.text(name))) : this.text(name);
    });
  }
}

/** @param {Field} field @param {Value | null} value @returns {[spot: Path, text: string][]} */
function texts(field, value) {
  if (typeof value === "string") return [[[], value]];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, number) => {
    /** @type {[Path, string][]} */
    const made = Array.isArray(item) ? field.columns.map((column, n) => [[number, column.key], item[n]])
      : [[[], item.text]];
    return made;
  });
}

// The numbers of a unit in a line: {start, end, size, words}; "date" gives 331 for 31 March.
/** @param {string} line @param {string} unit @param {Units} units @returns {Sized[]} */
export function numbers(line, unit, units) {
  if (unit === "date") return days(line);
  const worth = units[unit];
  const words = Object.keys(worth).sort((word, other) => strings.length(other) - strings.length(word));
  return matches(new RegExp(`${FIGURES}(${words.join("|")})`, "gu"), line).flatMap((match) => {
    const before = line[match.index - 1] || "";
    const count = countOf(match[1]);
    const isYear = match[2] === "年" && count >= 1000;
    const isPassed = PASSED.some((word) => line.slice(0, match.index).endsWith(word));
    if (isYear || isPassed || before === "第" || before === "月") return [];
    return [numberAt(match, count * worth[match[2]])];
  });
}

/** @param {RegExpExecArray} match @param {number} size */
const numberAt = (match, size) =>
  ({ start: match.index, end: match.index + match[0].length, size, words: match[0] });

/** @param {string} line @returns {Sized[]} */
function days(line) {
  return matches(DAY, line).map((match) => numberAt(match, Number(match[1]) * 100 + Number(match[2] || 31)));
}

// The size of a numeral: 30, 二十, 半.
/** @param {string} text */
function countOf(text) {
  if (/^[0-9]/u.test(text)) return Number(text);
  if (text === "半") return 0.5;
  let [total, digit] = [0, 0];
  for (const sign of text) {
    if (sign === "十" || sign === "百") {
      total += (digit || 1) * (sign === "十" ? 10 : 100);
      digit = 0;
    } else digit = HAN[sign];
  }
  return total + digit;
}

// The place of what stands around a number: from the last number or semicolon to the next stop.
/** @param {string} line @param {Sized} number @param {number} before @returns {[number, number]} */
export function around(line, number, before) {
  const head = line.slice(0, number.start);
  let end = number.end;
  while (end < line.length && !STOPS.includes(line[end])) end += 1;
  return [Math.max(before, head.lastIndexOf("；") + 1), end];
}

// A day of a month as one number to compare, its last one where none is written.
/** @param {number | string} year @param {number | string} month @param {number | string} [day] */
export function lastDay(year, month, day) {
  if (day) return dayNumber(year, month, day);
  const whole = Number(year);
  const leap = (whole % 4 === 0 && whole % 100 !== 0) || whole % 400 === 0;
  const most = Number(month) === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(Number(month)) ? 30 : 31;
  return dayNumber(year, month, most);
}

/** @param {number | string} year @param {number | string} month @param {number | string} day */
export const dayNumber = (year, month, day) => Number(year) * 10000 + Number(month) * 100 + Number(day);

// The periods of a text: {start, end, words}.
/** @param {string} text @returns {Period[]} */
export function periods(text) {
  return matches(PERIOD, text).filter((match) => match[4] || match[5] || match[6]).map((match) => ({
    start: dayNumber(match[1], match[2], match[3] || 1),
    end: lastDay(match[4] || match[1], match[5] || match[2], match[6]),
    words: match[0],
  }));
}

// The dates with a year: {day, words}; a month without day counts as its last day.
/** @param {string} text @returns {Dated[]} */
export function wholeDays(text) {
  return matches(FULL, text).map((match) => ({ day: lastDay(match[1], match[2], match[3]), words: match[0] }));
}

// The latest date of a text, ends of periods among them: {day, words}, or null.
/** @param {string} text @returns {Dated | null} */
export function latest(text) {
  const ends = periods(text).map(({ end, words }) => ({ day: end, words }));
  return [...wholeDays(text), ...ends].reduce(
    (last, point) => (last && last.day >= point.day ? last : point), /** @type {Dated | null} */ (null));
}

// A name or a line without what stands in brackets: （虚构）, （集团）.
/** @param {string} text */
export const plainName = (text) => text.replace(/（[^（）]*）/gu, "");

// As much of a text as a message shows.
/** @param {string} text */
export const shown = (text) => strings.slice(text, 0, 16);

// The pairs of characters of a text that stand side by side.
/** @param {string} text */
export const pairs = (text) => {
  const signs = Array.from(text);
  return signs.slice(1).map((sign, at) => signs[at] + sign);
};
