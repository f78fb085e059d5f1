// Mirrors scripts/lawbook/forms/plan/words.py: checks of wording, and of what contradicts what.
/** @import { Answered, Copied, Each, Found, Given, Hit, Offices, OtherPlace, Together } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
/** @import { Column, Path } from "./types" */
import * as answerReading from "./answers.js";
import { cells } from "./plan_rows.js";
import * as planPaper from "./plan_paper.js";
import * as strings from "./text.js";
import * as shared from "./plan_shared.js";

const STOPS_OF_NAME = new RegExp(shared.STOPS_OF_NAME, "u");

const SHORTEST_PIECE = 8;
const ORDINAL = new RegExp(shared.ORDINAL, "u");
const SHORTEST_SENTENCE = 12;
/** @param {string} pattern @param {string} text */
const has = (pattern, text) => planPaper.expression(pattern).test(text);
/** @param {string} pattern @param {string} text */
const begins = (pattern, text) => has(`^(?:${pattern})`, text);

// A wording that must not stand in an answer: each answer with the first one in it.
/** @param {Found} rule @param {Paper} paper @returns {Hit[]} */
function wordings(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const column = spot.length ? spot[1] : "";
    const isOther = rule.columns && rule.columns.length && !rule.columns.includes(/** @type {string} */ (column));
    if ((rule.besides || []).includes(field) || isOther) return [];
    const wording = firstWording(rule, text);
    if (!wording) return [];
    return [planPaper.hit(field, spot, { found: planPaper.shown(wording), ...rowLabel(paper, field, spot) })];
  });
}

/** @param {Found} rule @param {string} text */
function firstWording(rule, text) {
  if (rule.whole) return strings.fullmatch(planPaper.anySign(rule.pattern), text) ? text : null;
  if (!rule.unless) {
    const match = planPaper.expression(rule.pattern).exec(text);
    return match && strings.stripped(match[0], "\n");
  }
  for (const sentence of planPaper.fullSentences(text)) {
    const match = planPaper.expression(rule.pattern).exec(sentence);
    if (match && !has(rule.unless, sentence)) return match[0];
  }
  return null;
}

/** @param {Paper} paper @param {string} key @param {Path} spot @returns {Record<string, string>} */
function rowLabel(paper, key, spot) {
  if (!spot.length) return {};
  const field = paper.form.field(key);
  const column = /** @type {Column} */ (field.columns.find((column) => column.key === spot[1]));
  return { label: `${field.called}第${Number(spot[0]) + 1}行的${column.label}` };
}

// Things that must not hold at once: the field, where all of them hold.
/** @param {Together} rule @param {Paper} paper @returns {Hit[]} */
export function together(rule, paper) {
  return rule.given.every((given) => holds(given, paper)) ? [planPaper.hit(rule.field)] : [];
}

/** @param {Given} given @param {Paper} paper @returns {boolean} */
function holds(given, paper) {
  const chosen = answerReading.chosen(paper.answers, given.field);
  const whole = [given.field, ...(given.beside || [])].map((key) => paper.words(key)).filter(Boolean).join("\n");
  const text = given.of ? speakingOf(given.of, whole) : whole;
  if (given.of && !text) return false;
  if ((given.unticked || []).some((key) => chosen.has(key))) return false;
  if (given.ticked && given.ticked.length && !given.ticked.some((key) => chosen.has(key))) return false;
  if (typeof given.empty === "boolean" && given.empty === Boolean(chosen.size || text)) return false;
  if (given.has && !has(given.has, text)) return false;
  if (!given.lacks) return true;
  const names = cells(paper, given.names_of, given.names_column).filter(Boolean);
  return Boolean(text && !has(given.lacks, text) && !names.some((name) => text.includes(name)));
}

// The sentences that hold a pattern, each with the next one of its line.
/** @param {string} pattern @param {string} text */
function speakingOf(pattern, text) {
  return text.split("\n").flatMap((line, at, lines) => {
    const below = strings.length(line) < SHORTEST_SENTENCE ? lines.slice(at + 1, at + 2) : []; // a heading's
    const pieces = planPaper.fullSentences(line);
    return pieces.map((piece, number) =>
      (has(pattern, piece) ? [...pieces.slice(number, number + 2), ...below].join("。") : ""));
  }).filter(Boolean).join("\n");
}

// Items of an answer, each of which must say something: each item that does not.
/** @param {Each} rule @param {Paper} paper @returns {Hit[]} */
export function each(rule, paper) {
  const names = cells(paper, rule.names_of, rule.names_column).filter(Boolean);
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) =>
    linesOf(rule, text).filter((line) => {
      const isNamed = names.some((name) => line.includes(name)) || has(rule.says, line);
      return strings.length(line) >= SHORTEST_SENTENCE && !isNamed;
    }).map((line) => planPaper.hit(field, spot, { found: planPaper.shown(planPaper.withoutNumber(line)) })));
}

/** @param {Each} rule @param {string} text */
function linesOf(rule, text) {
  if (rule.sentences) return planPaper.fullSentences(text).filter((sentence) => has(rule.item, sentence));
  return text.split("\n").filter((line) => begins(rule.item, line));
}

// Answers that repeat an earlier one: each, with what the earlier one is called.
/** @param {Copied} rule @param {Paper} paper @returns {Hit[]} */
export function copied(rule, paper) {
  const texts = rule.fields.map((key) => paper.text(key));
  return rule.fields.flatMap((key, number) => {
    const earlier = rule.fields.find((_, other) => other < number && repeats(rule, texts[number], texts[other]));
    return earlier ? [planPaper.hit(key, [], { other: paper.form.field(earlier).called })] : [];
  });
}

/** @param {Copied} rule @param {string} text @param {string} earlier */
function repeats(rule, text, earlier) {
  if (!text || !earlier) return false;
  /** @param {string} whole */
  const pieces = (whole) => whole.split(planPaper.PIECES).map(planPaper.withoutNumber).filter(Boolean);
  const other = new Set(pieces(earlier));
  /** @param {string[]} some */
  const size = (some) => some.reduce((sum, piece) => sum + strings.length(piece), 0);
  const mine = pieces(text);
  const known = new Set(rule.alike ? pairsOf(earlier) : []);
  const same = size(mine.filter((piece) => other.has(piece) || isNear(rule, piece, known)));
  return size(mine) >= rule.length && same >= rule.share * size(mine);
}

/** @param {string} text */
function pairsOf(text) {
  const signs = strings.signs(text);
  return signs.slice(1).map((sign, at) => signs[at] + sign);
}

// Whether so much of a piece stands in a text of these pairs.
/** @param {Copied} rule @param {string} piece @param {Set<string>} known */
function isNear(rule, piece, known) {
  const mine = pairsOf(piece);
  if (!rule.alike || strings.length(piece) < SHORTEST_PIECE) return false;
  return mine.filter((pair) => known.has(pair)).length >= rule.alike * mine.length;
}

// Offices for one thing, of which only one name may be used: the second name, with both.
/** @param {Offices} rule @param {Paper} paper @returns {Hit[]} */
export function offices(rule, paper) {
  const [first, told] = [new Map(), new Set()];
  /** @type {Hit[]} */
  const hits = [];
  for (const { field, text } of paper.texts(rule.fields)) {
    if (rule.unless && has(rule.unless, text)) continue;
    for (const [level, name] of namedIn(rule, text)) {
      const topic = rule.topics.find((pattern) => begins(pattern, name));
      const thing = `${level}|${topic || strings.signs(name).slice(0, 2).join("")}`;
      if (!first.has(thing)) first.set(thing, name);
      if (first.get(thing) === name || told.has(thing)) continue;
      told.add(thing);
      hits.push(planPaper.hit(field, [], { found: name, other: first.get(thing) }));
    }
  }
  return hits;
}

/** @param {Offices} rule @param {string} text @returns {string[][]} */
function namedIn(rule, text) {
  const pattern = planPaper.expression(rule.names, "g");
  const names = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    names.push([match[1], match[2]]);
    pattern.lastIndex = match.index + 1;
  }
  return names;
}

// Names of places of a sort that are not the answer's own: each once, where it stands first.
/** @param {OtherPlace} rule @param {Paper} paper @returns {Hit[]} */
function otherPlace(rule, paper) {
  const own = rule.own.map((key) => paper.text(key)).join("\n");
  const told = new Set();
  if (!strings.stripped(own, "\n") || (rule.when && !begins(rule.when, own))) return [];
  const texts = paper.texts(rule.fields).filter(({ field }) => !rule.own.includes(field));
  return texts.flatMap(({ field, spot, text }) =>
    planPaper.fullSentences(text).filter((sentence) => !has(rule.unless, sentence))
      .flatMap((sentence) => placesIn(rule, sentence)).filter((name) => {
        const isNew = !told.has(name) && !isOwn(name, own);
        told.add(name);
        return isNew;
      }).map((name) => planPaper.hit(field, spot, { found: name })));
}

// Whether a name is one's own, also with a word before it (供东江省) or behind (东江集市).
/** @param {string} name @param {string} own */
function isOwn(name, own) {
  const cuts = Array.from({ length: Math.max(0, name.length - 2) }, (_, cut) => name.slice(cut));
  return own.includes(name) || own.includes(name.slice(0, 2)) || cuts.some((shorter) => own.includes(shorter));
}

/** @type {WeakMap<OtherPlace, string>} */
const knownNames = new WeakMap();

// The pattern of the known names, made once for a rule.
/** @param {OtherPlace} rule @returns {string} */
function knownIn(rule) {
  const made = knownNames.get(rule) || `(?:${(rule.known || []).map(strings.escaped).join("|")})${rule.sort}`;
  knownNames.set(rule, made);
  return made;
}

/** @param {OtherPlace} rule @param {string} sentence @returns {string[]} */
function placesIn(rule, sentence) {
  /** @param {string} pattern */
  const all = (pattern) => planPaper.matches(planPaper.expression(pattern, "g"), sentence);
  const known = rule.known && rule.known.length ? all(knownIn(rule)).map((match) => match[0]) : [];
  const others = all(`(?:${rule.lead})(${shared.NAME}${rule.sort})`).map((match) => match[1]);
  return [...known, ...others.filter((name) => {
    const before = name.slice(0, -1);
    return !rule.stop.includes(before.slice(-1)) && !Array.from(before).some((sign) => rule.none_of.includes(sign));
  })];
}

// Items whose names other answers must take up: each name that is not.
/** @param {Answered} rule @param {Paper} paper @returns {Hit[]} */
export function answered(rule, paper) {
  const mine = itemsOf(rule, paper.text(rule.field));
  const listed = answerReading.rows(paper.answers, rule.in[0]);
  const answers = listed.length ? listed : itemsOf(rule, paper.text(rule.in[0]));
  const body = (answers.length ? rule.in.slice(0, 1) : rule.in).map((key) => paper.words(key)).join("\n");
  const known = answers.length ? (rule.spoken_in || []).map((key) => paper.text(key)).join("\n") : "";
  return mine.map((item) => planPaper.withoutNumber(item).split(STOPS_OF_NAME)[0])
    .filter((name) => body && isOpen(rule, name, body, known))
    .slice(0, Math.max(mine.length - answers.length, 0))
    .map((name) => planPaper.hit(rule.field, [], { found: planPaper.shown(name) }));
}

/** @param {Answered} rule @param {string} text @returns {string[]} */
function itemsOf(rule, text) {
  const lines = text.split("\n").filter((line) => begins(rule.item, line));
  return lines.length > 1 ? lines : `\n${text}`.split(ORDINAL).slice(1);
}

/** @param {Answered} rule @param {string} name @param {string} body @param {string} known */
function isOpen(rule, name, body, known) {
  const signs = strings.signs(name);
  const pairs = signs.slice(1).map((sign, at) => signs[at] + sign)
    .filter((pair) => !(rule.common || []).includes(pair));
  const own = pairs.filter((pair) => !known.includes(pair));
  const telling = own.length ? own : pairs;
  return telling.length > 0 && !telling.some((pair) => body.includes(pair));
}

export { otherPlace as other_place, wordings as found };
