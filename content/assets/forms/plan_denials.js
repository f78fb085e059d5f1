// Mirrors scripts/lawbook/forms/plan/denials.py: what one answer says is not done, another says is.
/** @import { Denied, Hit } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as planPaper from "./plan_paper.js";
import * as shared from "./plan_shared.js";

const DENIED_ITEMS = new RegExp(shared.DENIED_ITEMS, "u");

const VERBS = new RegExp(shared.DENIED_VERBS, "u");

// Each answer once in which a denied thing is told, with the one that denies it.
/** @param {Denied} rule @param {Paper} paper @returns {Hit[]} */
export function denied(rule, paper) {
  const told = rule.fields.flatMap((key) => thingsOf(rule, paper.words(key)).map((thing) => ({ thing, key })));
  if (!told.length) return [];
  return rule.in.flatMap((field) => {
    const clauses = paper.words(field).split(/[。；，\n]/u)
      .filter((clause) => clause && (!rule.says || planPaper.expression(rule.says).test(clause)))
      .filter((clause) => !planPaper.expression(rule.unless).test(clause));
    for (const { thing, key } of told.filter((denied) => rule.itself || denied.key !== field)) {
      const clause = clauses.find((other) => tells(rule, other, thing));
      if (clause === undefined) continue;
      const words = planPaper.shown(planPaper.withoutNumber(clause));
      return [{ field, spot: [], words: { found: words, part: thing.join("的"), other: paper.form.field(key).called } }];
    }
    return [];
  });
}

// Whether a clause holds each word of a thing, or one like it.
/** @param {Denied} rule @param {string} clause @param {string[]} thing */
function tells(rule, clause, thing) {
  return thing.every((word) => clause.includes(word)
    || ((rule.alike || []).find((group) => group.includes(word)) || []).some((other) => clause.includes(other)));
}

/** @param {Denied} rule @param {string} text @returns {string[][]} */
function thingsOf(rule, text) {
  return planPaper.matches(planPaper.expression(rule.denial, "g"), text)
    .flatMap((match) => match[1].split(DENIED_ITEMS))
    .map((item) => item.replace(VERBS, "").split("的").filter((word) => word.length > 1))
    .filter((words) => words.length && !words.some((word) => (rule.common || []).includes(word)));
}
