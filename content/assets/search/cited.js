// Queries that are citations: 第十六条, 16条, art16, 《办法》第 12 条, 征求意见稿第十二条第一款第（三）项.
/** @import { Name, Shown } from "./index" */
import { value } from "./text.js";

/** @type {Record<string, string>} */
const UNITS = { "部分": "part", "章": "ch", "节": "sec", "条": "art", "款": "par", "项": "item", "问": "q", "附件": "annex",
  "栏": "field", "目": "sub" };
const STEP = /* @__PURE__ */ new RegExp("([哪这那每同任几]?)第?[（(]?([〇零一二两三四五六七八九十百千]+|\\d+)[）)]?个?(部分|项(?!目)|[章节条款目问栏])" +
  "(?:之([一二三四五六七八九]))?|附件|\\bart(?:icle|\\.)?[-\\s]?(\\d+)", "g");

// 附件里第一类, 清单第二项: the items of the list.
const LISTED = /(?:复核)?(?:附件|清单)[里的中]{0,2}第?([一二三四五六七八九十]|\d+)[类项](?!目)/g;
// 五(四), 二、(二): part and item as an outline numbers them.
const OUTLINE = /(^|[^一二三四五六七八九十第])([一二三四五六七八九十])[、.]?[（(]([一二三四五六七八九十]|\d+)[）)]项?(?![条款])/g;
// 第十二到十四条: both ends are cited.
const RANGE = /第?([一二三四五六七八九十百]+|\d+)条?[至到~～—-]第?([一二三四五六七八九十百]+|\d+)条/g;
// 办法 10, 办法第十六: nothing but a number behind a document's name is an article.
const BARE = /^(\s*(?:本?办法)?)[\s.、,，·第]*([一二三四五六七八九十]{1,4}|\d{1,2})\s*$/;
// The year that a name is given once more: 23年科技伦理审查办法, 2025年征求意见稿.
const YEAR = /(?:20)?2\d年[的]?/g;

// §16, s. 16, sec. 16, section 16; and the numerals of cheques: 第拾陆条.
const SECTION = /(?:§+|(^|[^a-z])s(?:s?\.|ec(?:t(?:ion)?s?)?\b\.?))\s*(\d+)/g, CHEQUE = /第[壹贰叁肆伍陆柒捌玖拾佰零]+/g;
const FIGURES = "壹一贰二叁三肆四伍五陆六柒七捌八玖九拾十佰百零零";

/** A citation in one spelling: no title marks, no (试行), no spaces inside, 第十二条(一) with its 项.
 * @param {string} folded */
function spelled(folded) {
  return numbered(folded).replace(SECTION, "$1第$2条")
    .replace(CHEQUE, (number) => number.replace(/[^第]/g, (sign) => FIGURES[FIGURES.indexOf(sign) + 1])).replace(/[《》〈〉]/g, "").replace(/[（(]试行[）)]/g, "")
    .replace(/([^a-z\d\s])\s+/g, "$1").replace(/(\d)\s+(?=[^a-z\d\s])/g, "$1")
    .replace(/([条款分])第?[（(]([一二三四五六七八九十]+|\d+)[）)]项?/g, "$1第$2项");
}

/** The year in the number of a document without its brackets: 〔2026〕75号, [2026] 75号.
 * @param {string} folded */
export function numbered(folded) { return folded.replace(/\s*[〔[【(（]\s*(20\d\d)\s*[〕\]】)）]\s*/g, "$1-"); }

/** What a query cites: { documents, steps, rest, firm }, or null. `names` are words for documents; firm is what can
    be nothing but a citation: a document is named, 第 is written, or 条 with a number above nine (not 四条路径).
 * @param {string} folded @param {Name[]} names */
export function citedIn(folded, names) {
  const raw = folded.trim().match(/^([a-z0-9]+(?:-[a-z0-9]+)+)(?:\/([a-z]+(?:-\d+)*(?:\/[a-z]+(?:-\d+)*)*))$/);
  if (raw) return { documents: [raw[1]], steps: raw[2].split("/"), rest: "", firm: true };
  /** @type {string[]} */
  let documents = [];
  let left = spelled(folded), firm = false;
  names.forEach((pair) => { // a title and what it calls itself, (公开征求意见稿), are one document
    if ((!documents.length || documents[0] === pair[1]) && left.indexOf(pair[0]) >= 0) {
      documents = [pair[1]];
      firm = true;
      left = left.replace(pair[0], " ");
    }
  });
  /** @type {string[]} */
  const steps = [];
  left = left.replace(LISTED, "附件第$1项").replace(/问题/g, "问").replace(RANGE, "第$1条第$2条");
  if (documents.length) left = left.replace(OUTLINE, "$1第$2部分第$3项").replace(YEAR, "");
  if (documents.length || /^本?办法/.test(left)) left = left.replace(BARE, "$1第$2条");
  left = left.replace(STEP, (whole, which, number, unit, inserted, latin) => {
    if (which) return whole; // 哪一条, 这一款 cite nothing
    firm = firm || Boolean(latin) || /第/.test(whole) || unit === "条" && value(number) > 9;
    if (latin) steps.push("art-" + parseInt(latin, 10));
    else if (!unit) steps.push("annex");
    else steps.push(UNITS[unit] + "-" + value(number) + (inserted ? "-" + value(inserted) : ""));
    return " ";
  });
  if (!steps.length) return null;
  return { documents, steps, firm, rest: left.replace(/[\s《》()（）的〈〉,，、。.和及与至到]/g, "") };
}

/** The steps of each article where several are cited: 第十六条、第十七条.
 * @param {string[]} steps */
export function eachArticle(steps) {
  /** @type {string[][]} */
  const lists = [[]];
  steps.forEach((step) => {
    const last = lists[lists.length - 1];
    if (/^art-/.test(step) && last.some((other) => { return /^art-/.test(other); })) lists.push([step]);
    else last.push(step);
  });
  return lists;
}

/** How well an entry's key, or an anchor in it, answers to the steps: 0 to 1.
 * @param {Shown} entry @param {string[]} steps */
export function answers(entry, steps) {
  const own = entry.key.split("#")[0].split("/").slice(1);
  if (!own.length || entry.key.indexOf("#") >= 0) return 0;
  let at = 0;
  own.forEach((step) => { if (at < steps.length && step === steps[at]) at++; });
  if (at === steps.length) return own[own.length - 1] === steps[at - 1] ? 1 : 0;
  if (!at || own[own.length - 1] !== steps[at - 1]) return 0;
  if (entry.parts.every((part) => { return /^fact-/.test(part.anchor); })) return 0.9; // its text is not held
  return partOf(entry, steps.slice(at)) ? 1 : 0.8; // the article, where the paragraph is not held
}

/** The part of an entry at which the steps end, whatever stands between them; null where none does.
 * @param {Shown} entry @param {string[]} steps */
export function partOf(entry, steps) {
  const end = new RegExp("(?:^|-)" + steps.join("-(?:.+-)?") + "$");
  return entry.parts.filter((part) => { return end.test(part.anchor); })[0] || null;
}
