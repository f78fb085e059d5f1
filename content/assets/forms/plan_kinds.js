// Mirrors scripts/lawbook/forms/plan/kinds.py and scripts/lawbook/forms/plan/left.py: what checks of a plan look for.
/** @import { AtLeast, Count, Hit, Left, Matches, Part, Parts, Periods, Printed, Same, Where } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
/** @import { Units } from "./types" */
import * as planPaper from "./plan_paper.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import * as shared from "./plan_shared.js";

// A hint this short is also an ordinary word; placeholders have a rule of their own.
const SHORTEST_HINT = 8;
const ASKING = new RegExp(`^${shared.ASKING}`, "u");

// Fields whose answers must be the same: the first field, if two differ.
/** @param {Same} rule @param {Paper} paper @returns {Hit[]} */
export function same(rule, paper) {
  const texts = rule.fields.map((key) => paper.text(key));
  return texts.every(Boolean) && new Set(texts).size > 1 ? [planPaper.hit(rule.fields[0])] : [];
}

// Words that count too, where the answer of one of some fields begins in one of some ways.
/** @param {Where | undefined} where @param {Paper} paper @returns {string[]} */
function wordsWhere(where, paper) {
  if (!where) return [];
  /** @param {string} key */
  const begins = (key) => where.starts.some((start) => paper.text(key).startsWith(start));
  const pattern = where.within ? planPaper.expression(`^(?:${where.within})`) : null;
  const own = pattern ? where.fields.map((key) => pattern.exec(paper.text(key))) : [];
  return [...own.flatMap((match) => (match ? match[1] : [])), ...(where.fields.some(begins) ? where.any : [])];
}

// A field whose whole answer must have a shape, or begin with a word that counts there.
/** @param {Matches} rule @param {Paper} paper @returns {Hit[]} */
export function matches(rule, paper) {
  const text = paper.text(rule.field);
  const pattern = paper.filled(planPaper.anySign(rule.pattern), true);
  if (!text || !pattern || strings.fullmatch(pattern, text)) return [];
  return wordsWhere(rule.where, paper).some((word) => text.startsWith(word)) ? [] : [planPaper.hit(rule.field)];
}

// A fixed text that must stand as it is; known of Word files only.
/** @param {Printed} rule @param {Paper} paper @returns {Hit[]} */
export function printed(rule, paper) {
  return (paper.altered || []).includes(rule.field) ? [planPaper.hit(rule.field)] : [];
}

// Instructions and placeholders that were left standing: each answer with the first in it.
/** @param {Left} rule @param {Paper} paper @returns {Hit[]} */
export function left(rule, paper) {
  const phrases = [...rule.phrases, ...(rule.hints ? hintsOf(paper) : [])].map((phrase) => planPaper.folded(phrase));
  const pattern = new RegExp(phrases.map((phrase) => strings.escaped(phrase)).join("|"), "u");
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const match = firstIn(text, pattern, rule.at);
    const isHint = !match && rule.share && !spot.length && standsBeside(paper, field, text, rule.share);
    const words = match || (isHint ? planPaper.shown(text) : "");
    return words ? [planPaper.hit(field, spot, { found: words })] : [];
  });
}

// Whether so much of a short long-text answer stands in what is printed beside its own field.
/** @param {Paper} paper @param {string} key @param {string} text @param {number} share */
function standsBeside(paper, key, text, share) {
  const [section, field] = paper.form.fields.find(([, other]) => other.key === key) || [];
  const group = section && field && field.group ? section.group(field.group).hint : null;
  const own = planPaper.folded([field && field.hint, field && field.help, group].filter(Boolean).join(""));
  const size = strings.length(text);
  if (!field || field.kind !== "long_text") return false;
  if (!own || size <= SHORTEST_HINT || size > 2 * strings.length(own)) return false;
  const pairs = planPaper.pairs(planPaper.withoutNumber(text));
  return pairs.filter((pair) => own.includes(pair)).length >= share * pairs.length;
}

/** @param {string} text @param {RegExp} pattern @param {Left["at"]} at @returns {string | null} */
function firstIn(text, pattern, at) {
  const match = pattern.exec(text);
  if (!match || at === "anywhere") return match && match[0];
  for (const line of text.split("\n")) {
    const start = pattern.exec(planPaper.withoutNumber(line));
    if (start && start.index === 0) return start[0];
  }
  return null;
}

/** @param {Paper} paper @returns {string[]} */
function hintsOf(paper) {
  const all = paper.form.fields.flatMap(([section, field]) =>
    [field.hint, field.help, field.group ? section.group(field.group).hint : null]);
  return all.flatMap((hint) => (hint || "").split(/[。；]/u)).map((piece) => piece.replace(ASKING, ""))
    .filter((piece) => strings.length(piece) >= SHORTEST_HINT);
}

// An answer that must speak of several things: the field, once for each part that is missing.
/** @param {Parts} rule @param {Paper} paper @returns {Hit[]} */
export function parts(rule, paper) {
  const text = paper.text(rule.field);
  const missing = text ? rule.parts.filter((part) => !standsIn(part, paper, text)) : [];
  return missing.map((part) => planPaper.hit(rule.field, [], { part: part.part }));
}

/** @param {Part} part @param {Paper} paper @param {string} whole @returns {boolean} */
function standsIn(part, paper, whole) {
  const text = (part.without || []).reduce((rest, phrase) => rest.split(phrase).join(""), whole);
  const words = [...part.any.flatMap((pattern) => paper.filled(pattern) || []), ...wordsWhere(part.where, paper)];
  const anywhere = part.or_anywhere || [];
  /** @param {string} word */
  const isIn = (word) => text.includes(word);
  const { lead } = part;
  if (lead === undefined || lead === null) return words.some(isIn) || anywhere.some(isIn);
  if (anywhere.some(isIn)) return true;
  return planPaper.sentences(text).some((sentence) => words.some((word) => opens(sentence, word, lead)));
}

// Whether a word begins among the first characters of a sentence.
/** @param {string} sentence @param {string} word @param {number} lead */
function opens(sentence, word, lead) {
  const at = sentence.indexOf(word);
  return at >= 0 && strings.length(sentence.slice(0, at)) < lead;
}

// Answers that must have a length: each that is shorter and does not hold all of ``unless``.
/** @param {AtLeast} rule @param {Paper} paper @returns {Hit[]} */
function atLeast(rule, paper) {
  /** @param {string} text */
  const told = (text) => rule.unless && rule.unless.every((pattern) => planPaper.expression(pattern).test(text));
  return paper.texts(rule.fields)
    .filter(({ text }) => strings.length(text.replace(/\n/gu, "")) < rule.chars && !told(text))
    .map(({ field, spot }) => planPaper.hit(field, spot, { limit: String(rule.chars) }));
}

// Numbers with a unit that must not pass a limit: each beyond it.
/** @param {Count} rule @param {Paper} paper @param {Units} units @returns {Hit[]} */
export function number(rule, paper, units) {
  /** @param {string[]} words @param {string} text */
  const isIn = (words, text) => words.some((word) => text.includes(word));
  return paper.texts(rule.fields).filter(({ text }) => isIn(rule.span, text)).flatMap(({ field, spot, text }) =>
    planPaper.fullSentences(text).filter((sentence) => isIn(rule.sentence, sentence))
      .flatMap((sentence) => beyond(rule, sentence, units))
      .map((words) => planPaper.hit(field, spot, { found: words, limit: rule.limit })));
}

/** @param {Count} rule @param {string} sentence @param {Units} units @returns {string[]} */
function beyond(rule, sentence, units) {
  const limit = Number(rule.limit.replace(/-/gu, ""));
  const other = [...(rule.not_span || []), ...(rule.unless || [])];
  const all = [];
  let before = 0;
  for (const number of planPaper.numbers(sentence, rule.unit, units)) {
    const [start, stop] = planPaper.around(sentence, number, before);
    const [span, told] = [sentence.slice(start, stop), sentence.slice(0, stop)];
    before = number.end;
    const isBeyond = rule.must_be === "at_most" ? number.size > limit : number.size < limit;
    const isMeant = rule.span.some((word) => span.includes(word)) && !other.some((word) => span.includes(word));
    // A word that only follows (应急 after 一般) speaks of another number.
    if (isBeyond && isMeant && rule.sentence.some((word) => told.includes(word))) all.push(number.words);
  }
  return all;
}

// Periods whose end stands before their beginning, and days of a plan before its date.
/** @param {Periods} rule @param {Paper} paper @returns {Hit[]} */
export function periods(rule, paper) {
  const date = trees.get(paper.answers.values, rule.not_before);
  const earliest = trees.isDay(date) ? Number(date.date.replace(/-/gu, "")) : 0;
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const backwards = planPaper.periods(text).filter((period) => period.end < period.start);
    const future = (rule.in_future || []).includes(field) ? planPaper.wholeDays(toCome(rule, text)) : [];
    return [...backwards, ...future.filter((point) => point.day < earliest)]
      .map((point) => planPaper.hit(field, spot, { found: point.words }));
  });
}

/** @param {Periods} rule @param {string} text */
function toCome(rule, text) {
  const past = rule.past ? planPaper.expression(rule.past) : null;
  return text.split(/[，。；\n]/u).filter((part) => !(past && past.test(part))).join("，");
}

export { atLeast as at_least };
