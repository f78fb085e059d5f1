// Mirrors scripts/lawbook/forms/plan/lacking.py: a part of an answer, a risk, a body that is missing.
/** @import { Bodies, Echoed, Hit, Lacks } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as planPaper from "./plan_paper.js";
import { cells } from "./plan_rows.js";
import * as shared from "./plan_shared.js";

const WITHIN_SCHOOL = new RegExp(shared.WITHIN_SCHOOL, "u");

const SHORT = 3;

// Answers and what each of them must tell: each that does not, once for each part.
/** @param {Lacks} rule @param {Paper} paper @returns {Hit[]} */
export function lacks(rule, paper) {
  const names = cells(paper, rule.rows, rule.column).filter(Boolean);
  return rule.asks.flatMap(({ field, part, says, named }) => {
    const text = paper.words(field);
    const isTold = planPaper.expression(says).test(text) || (named && names.some((name) => text.includes(name)));
    return text && !isTold ? [planPaper.hit(field, [], { part })] : [];
  });
}

// Words of some answers that others must take up: each answer once, with the first that they do not.
/** @param {Echoed} rule @param {Paper} paper @returns {Hit[]} */
export function echoed(rule, paper) {
  const others = rule.within.map((key) => paper.words(key)).filter(Boolean).join("\n");
  return firsts(rule, paper, others, (text) => text, (word) =>
    planPaper.pairs(word).some((pair) => others.includes(pair)));
}

// Bodies that must stand in some fields: each answer once, with the first that does not.
/** @param {Bodies} rule @param {Paper} paper @returns {Hit[]} */
export function bodies(rule, paper) {
  const own = planPaper.plainName(rule.own.map((key) => paper.words(key)).filter(Boolean).join("\n"));
  /** @param {string} name */
  const isOwn = (name) => {
    const stem = name.replace(planPaper.expression(rule.sort, "g"), "");
    return own.includes(name)
      || (own.includes(stem.slice(-2)) && (stem.length <= SHORT || !own.includes(stem)));
  };
  return firsts(rule, paper, own, planPaper.plainName, (name) =>
    isOwn(name.replace(WITHIN_SCHOOL, "$1")));
}

/**
 * Each answer once, with the first word of a pattern that is not known.
 * @param {Echoed | Bodies} rule @param {Paper} paper @param {string} others
 * @param {(text: string) => string} made @param {(word: string) => boolean} isKnown @returns {Hit[]}
 */
function firsts(rule, paper, others, made, isKnown) {
  return (others ? paper.texts(rule.fields) : []).flatMap(({ field, spot, text }) => {
    const matches = planPaper.matches(planPaper.expression(rule.pattern, "g"), made(text));
    const match = matches.find((match) => !isKnown(match[1]));
    return match ? [planPaper.hit(field, spot, { found: match[1] })] : [];
  });
}
