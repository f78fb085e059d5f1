// How the search reads text: one spelling for each character, pairs of characters, numbers made equal.
// Text and query go through the same code, so they can never be cut in two ways.

/** @type {Record<string, number>} */
const VALUES = { "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9 };
/** @type {Record<string, number>} */
const TENS = { "十": 10, "百": 100, "千": 1000 };
const NUMERAL = "[〇零一二两三四五六七八九十百千]+|\\d+";
// 天 and 日 are one unit, so are 个月 and 月, 人, 名 and 位.
/** @type {Record<string, string>} */
const UNITS = { "天": "日", "自然日": "日", "名": "人", "位": "人", "钟头": "小时" };
const COUNTED = /* @__PURE__ */ new RegExp("(" + NUMERAL + ")[)）]?个?(工作日|自然日|小时|钟头|部分|项(?!目)|[天日月年周条款章节人名位问号类种次])", "g");
const ARTICLE = /\bart-?(\d+)/g;
const SHARE = /* @__PURE__ */ new RegExp("(" + NUMERAL + ")分之(" + NUMERAL + ")|(\\d+)/(\\d+)", "g");

/** Characters in one form, one for one: half width, lower case, simplified.
 * @param {string} pairs other characters, each before its simplified form */
export function folding(pairs) {
  let known = new Map(), listed = "";
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    known.set(pairs[at], pairs[at + 1]);
    listed += pairs[at];
  }
  /** @param {string} match */
  function sign(match) {
    let folded = known.get(match);
    if (folded === undefined) {
      folded = match.normalize("NFKC").toLowerCase();
      if (folded.length !== 1) folded = match; // positions stay those of the text
      known.set(match, folded);
    }
    return folded;
  }
  const changed = new RegExp(listed ? "[" + listed + "]|[^\u4e00-\u9fff]" : "[^\u4e00-\u9fff]", "g");
  return function (/** @type {string} */ text) { return text.replace(changed, sign); };
}

/** Whether a character is part of a word: Han characters, letters, digits.
 * @param {number} code */
function isWord(code) {
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 48 && code <= 57) ||
    (code >= 97 && code <= 122) || (code >= 0xf900 && code <= 0xfaff) || code > 0xd7ff && code < 0xe000;
}

/** @param {number} code */
export function isHan(code) {
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007;
}

/** Runs of word characters as [start, end).
 * @param {string} folded @returns {[number, number][]} */
export function runs(folded) {
  /** @type {[number, number][]} */
  const runs = [];
  let start = -1;
  for (let i = 0; i <= folded.length; i++) {
    const inside = i < folded.length && isWord(folded.charCodeAt(i));
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) { runs.push([start, i]); start = -1; }
  }
  return runs;
}

/** Pairs of neighbouring characters; the last character of a run also stands alone, so that a query of
    one character finds every place by the beginning of a pair.
 * @param {string} folded @param {(term: string, at: number) => void} each */
export function pairs(folded, each) {
  runs(folded).forEach((run) => {
    for (let i = run[0]; i + 1 < run[1]; i++) each(folded.slice(i, i + 2), i);
    each(folded[run[1] - 1], run[1] - 1);
  });
}

/** The value of 十二, 12, 一百〇五.
 * @param {string} numeral */
export function value(numeral) {
  if (/^\d+$/.test(numeral)) return parseInt(numeral, 10);
  let total = 0, digit = 0;
  for (let i = 0; i < numeral.length; i++) {
    if (numeral[i] in VALUES) digit = VALUES[numeral[i]];
    else { total += (digit || 1) * TENS[numeral[i]]; digit = 0; }
  }
  return total + digit;
}

/** Numbers with their unit in one spelling, as [term, start, end]: 三十日 and 30天 are #30日.
 * @param {string} folded @returns {[string, number, number][]} */
export function numbers(folded) {
  /** @type {[string, number, number][]} */
  const numbers = [];
  let match;
  COUNTED.lastIndex = SHARE.lastIndex = ARTICLE.lastIndex = 0;
  while ((match = COUNTED.exec(folded))) {
    let unit = UNITS[match[2]] || match[2];
    if (unit === "号" && folded[match.index - 1] === "月") unit = "日"; // 3月31号
    const start = match.index > 0 && folded[match.index - 1] === "第" ? match.index - 1 : match.index;
    numbers.push(["#" + value(match[1]) + unit, start, match.index + match[0].length]);
  }
  while ((match = SHARE.exec(folded))) {
    const over = match[1] ? value(match[2]) + "/" + value(match[1]) : match[3] + "/" + match[4];
    numbers.push(["#" + over, match.index, match.index + match[0].length]);
  }
  while ((match = ARTICLE.exec(folded))) {
    numbers.push(["#" + parseInt(match[1], 10) + "条", match.index, match.index + match[0].length]);
  }
  return numbers;
}
