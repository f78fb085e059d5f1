// Mirrors scripts/lawbook/forms/plan/checks.py: the rules of a plan; those of weak ground only warn.
/** @import { Check, Hit } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
/** @import { Finding, Plan, PlanRule, Units, Values } from "./types" */
import * as answerReading from "./answers.js";
import { allows } from "./conditions.js";
import * as findings from "./findings.js";
import * as strings from "./text.js";

const WORD = /\{([a-z_0-9]+)\}/gu;

// Kinds whose finding is a wording: one that holds another is not told again.
const WORDINGS = ["found", "left"];
/** @typedef {(check: Check, paper: Paper, units: Units) => Hit[]} Looks */
/** @type {Record<string, Looks>} */
const KINDS = {};

// Makes kinds of rules known: all of them (plan_every.js), or those that a form has.
/** @param {object} kinds a function for each kind, which takes its check */
function knows(kinds) {
  Object.assign(KINDS, kinds);
}

// What the rules find in a paper, in the rules' order. ``plan`` is {units, rules} of the data file.
/** @param {Plan} plan @param {Paper} paper @returns {Finding[]} */
function planFindings(plan, paper) {
  const said = new Said();
  /** @param {PlanRule} rule */
  const weight = (rule) => (rule.last_word ? 0 : 2) + (rule.level === "warns" ? 1 : 0);
  const rules = [0, 1, 2, 3].flatMap((step) => plan.rules.filter((rule) => weight(rule) === step));
  return rules.filter((rule) => applies(rule, paper.answers.values)).flatMap((rule) => {
    const hits = KINDS[rule.checks.kind](rule.checks, paper, plan.units);
    const fresh = said.kept(rule, hits.filter((hit) => said.isNew(rule, hit)));
    hits.forEach((hit) => said.add(rule, hit));
    return fresh.map((hit) => findingOf(rule, hit, paper));
  });
}

// Only the rules that say what must be changed, and those after which no other speaks.
/** @param {Plan} plan @returns {Plan} */
function firm(plan) {
  return { ...plan, rules: plan.rules.filter((rule) => rule.level !== "warns" || rule.last_word) };
}

// Whether a rule is asked with these answers.
/** @param {PlanRule} rule @param {Values} values */
function applies(rule, values) {
  const isOut = Object.entries(rule.not_if || {})
    .some(([key, options]) => allows({ [key]: options }, values));
  return allows(rule.only_if || {}, values) && !isOut;
}

// What was said already: a part of a field, a wording, the last word on an answer.
class Said {
  constructor() {
    /** @type {Set<string>} */
    this.parts = new Set();
    /** @type {{at: string, found: string}[]} */
    this.words = [];
    /** @type {Set<string>} */
    this.closed = new Set();
    /** @type {Set<string>} */
    this.kinds = new Set();
  }

  /** @param {PlanRule} rule @param {Hit} hit */
  isNew(rule, hit) {
    if (this.closed.has(at(hit)) || this.parts.has(partOf(hit))) return false;
    const mine = hit.words.found || "";
    return !WORDINGS.includes(rule.checks.kind) || !this.words.some((word) =>
      word.at === at(hit) && (word.found.includes(mine) || mine.includes(word.found)));
  }

  // The hits, of rules that speak once only the first.
  /** @param {PlanRule} rule @param {Hit[]} hits */
  kept(rule, hits) {
    if (!rule.once || !hits.length) return hits;
    const isSaid = this.kinds.has(rule.once);
    this.kinds.add(rule.once);
    return isSaid ? [] : hits.slice(0, 1);
  }

  /** @param {PlanRule} rule @param {Hit} hit */
  add(rule, hit) {
    if (partOf(hit)) this.parts.add(partOf(hit));
    if (WORDINGS.includes(rule.checks.kind)) this.words.push({ at: at(hit), found: hit.words.found });
    if (rule.last_word) this.closed.add(at(hit));
  }
}

// The part of a whole field that a hit is about; what is said of a row hides nothing else.
/** @param {Hit} hit */
const partOf = (hit) => ("part" in hit.words && !hit.spot.length ? `${hit.field}\n${hit.words.part}` : "");

/** @param {Hit} hit */
const at = (hit) => [hit.field, ...hit.spot].join("\n");

/** @param {PlanRule} rule @param {Hit} hit @param {Paper} paper @returns {Finding} */
function findingOf(rule, hit, paper) {
  /** @type {Record<string, string>} */
  const words = { label: paper.form.field(hit.field).called, ...hit.words };
  /** @param {string} text */
  const filled = (text) => {
    const made = text.replace(WORD, (whole, name) =>
      name in words ? words[name] : answerReading.text(paper.answers, name) || whole);
    return strings.strippedRight(made, "。");
  };
  const more = { advice: rule.level === "warns", basis: rule.basis, isRuled: true };
  return findings.finding(hit.field, hit.spot, filled(rule.message), filled(rule.remedy), more);
}

export { firm, knows, planFindings as findings };
