// Mirrors scripts/lawbook/forms/plan/checks.py: the rules of a plan; those of weak ground only warn.
(function () {
  "use strict";
  const root = typeof window === "undefined" ? globalThis : window;
  const Lawbook = (root.Lawbook = root.Lawbook || {});
  const forms = (Lawbook.forms = Lawbook.forms || {});

  const PLACE = /\{([a-z_0-9]+)\}/g;

  // What the rules find in a paper, in the rules' order. ``plan`` is {units, rules} of the data file.
  function planFindings(plan, paper) {
    const kinds = { ...forms.planrule, ...forms.planticks };
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
        name in words ? words[name] : forms.answers.text(paper.answers, name) || whole);
      return forms.text.strippedRight(made, "。");
    };
    const more = { advice: rule.level === "warns", basis: rule.basis, rule: rule.key };
    return forms.findings.finding(hit.field, hit.place, filled(rule.message), filled(rule.remedy), more);
  }

  forms.plancheck = { findings: planFindings };
})();
