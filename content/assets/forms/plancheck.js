// Mirrors scripts/lawbook/forms/plan/checks.py: the rules of a plan; those of weak ground only warn.
import * as answerReading from "./answers.js";
import * as findings from "./findings.js";
import * as planrule from "./planrule.js";
import * as planticks from "./planticks.js";
import * as strings from "./text.js";

const PLACE = /\{([a-z_0-9]+)\}/g;

// What the rules find in a paper, in the rules' order. ``plan`` is {units, rules} of the data file.
function planFindings(plan, paper) {
  const kinds = { ...planrule, ...planticks };
  const said = new Set();
  const found = [];
  const isAdvice = (rule) => rule.level === "warns";
  const rules = [...plan.rules.filter((rule) => !isAdvice(rule)), ...plan.rules.filter(isAdvice)];
  for (const rule of rules) {
    const hits = kinds[rule.checks.kind](rule.checks, paper, plan.units);
    for (const hit of hits) {
      // A part that is missing is not told again by a rule that only warns.
      if (!hit.words.part || !said.has(partKey(hit))) found.push(findingOf(rule, hit, paper));
    }
    for (const hit of hits) if ("part" in hit.words) said.add(partKey(hit));
  }
  return found;
}

const partKey = (hit) => `${hit.field}\n${hit.words.part}`;

function findingOf(rule, hit, paper) {
  const words = { label: paper.form.field(hit.field).called, ...hit.words };
  const filled = (text) => {
    const made = text.replace(PLACE, (whole, name) =>
      name in words ? words[name] : answerReading.text(paper.answers, name) || whole);
    return strings.strippedRight(made, "。");
  };
  const more = { advice: rule.level === "warns", basis: rule.basis, rule: rule.key };
  return findings.finding(hit.field, hit.place, filled(rule.message), filled(rule.remedy), more);
}

export { planFindings as findings };
