// Mirrors scripts/lawbook/forms/plan/ticks.py: checks of boxes, beside words, a list, the answers.
/** @import { Hit, TickedListed, TickedMentioned, TickedText } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as answerReading from "./answers.js";
import * as planPaper from "./plan_paper.js";

/** @param {string} text */
const folded = (text) => planPaper.folded(text);
/** @param {string} field @param {string} [part] @returns {Hit} */
const hit = (field, part) => ({ field, spot: [], words: part === undefined ? {} : { part } });
/** @param {Paper} paper @param {string} key */
const labels = (paper, key) => new Map(paper.form.field(key).options.map((option) => [option.key, option.label]));

// A ticked option that needs words beside it.
/** @param {TickedText} rule @param {Paper} paper @returns {Hit[]} */
function tickedText(rule, paper) {
  return answerReading.chosen(paper.answers, rule.field).get(rule.option) === "" ? [hit(rule.field)] : [];
}

// Ticked kinds and the kinds of a list, which must agree.
/** @param {TickedListed} rule @param {Paper} paper @returns {Hit[]} */
function tickedListed(rule, paper) {
  const names = labels(paper, rule.field);
  const rows = rowsOf(rule, paper);
  const ticked = Array.from(answerReading.chosen(paper.answers, rule.field).keys());
  if (!rows.length || !ticked.length) return [];
  if (rule.direction === "ticked_listed") {
    return ticked.filter((key) => !isListed(rule, key, names.get(key) || "", rows))
      .map((key) => hit(rule.field, names.get(key)));
  }
  const kinds = rows.map(([kind]) => kind);
  return Array.from(names).filter(([key, name]) => !ticked.includes(key) && kinds.includes(folded(name)))
    .map(([, name]) => hit(rule.rows, name));
}

/** @param {TickedListed} rule @param {Paper} paper */
function rowsOf(rule, paper) {
  const keys = paper.form.field(rule.rows).columns.map((column) => column.key);
  const [kind, name] = [keys.indexOf(rule.column), keys.indexOf(rule.name_column)];
  return answerReading.rows(paper.answers, rule.rows).map((row) => [folded(row[kind]), folded(row[name])]);
}

/** @param {TickedListed} rule @param {string} key @param {string} name @param {string[][]} rows */
function isListed(rule, key, name, rows) {
  const words = (rule.words && rule.words[key]) || [];
  return rows.some(([kind, unit]) => kind === folded(name) || (!kind && words.some((word) => unit.includes(word))));
}

// Ticked options of which the answers must speak; phrases of ``without`` do not count.
/** @param {TickedMentioned} rule @param {Paper} paper @returns {Hit[]} */
function tickedMentioned(rule, paper) {
  const said = paper.texts(rule.in).map((entry) => entry.text).join("\n");
  const body = (rule.without || []).reduce((text, phrase) => text.split(phrase).join(""), said);
  const names = labels(paper, rule.field);
  /** @type {Hit[]} */
  const hits = [];
  for (const [key, beside] of answerReading.chosen(paper.answers, rule.field)) {
    const own = rule.beside ? folded(beside).split(/[、，, ]/u).filter(Boolean) : [];
    const listed = (rule.words && rule.words[key]) || [];
    const words = listed.length ? listed : own;
    if (words.length && !words.some((word) => body.includes(word))) {
      hits.push(hit(rule.field, beside || names.get(key)));
    }
  }
  return hits;
}

export { tickedListed as ticked_listed, tickedMentioned as ticked_mentioned, tickedText as ticked_text };
