// Mirrors scripts/lawbook/desk/findings.py: what is wrong over the papers of a case.
import { reading } from "../forms/answers.js";
import { remarks } from "../forms/filled_form.js";
import { actsOf, keyOf, standing } from "./flow.js";
import { hits } from "./kinds.js";

const READ_AGAIN = "请改好后再检查一次";

// {where, reason, remedy, advice, rule (as in the data, null for the order), basis (words, of a paper's own
// check)}; what must be changed first. ``forms`` gives the forms of the papers; ``members``: names of the committee.
export const caseFindings = (book, forms, tree, members = []) =>
  [...foundIn(book, forms, tree, members), ...toBeSeen(book, forms, tree)];

// The same without the reminders of an application that was not looked at yet.
export function foundIn(book, forms, tree, members = []) {
  const now = standing(book.flow, tree);
  const { acts } = now;
  const seen = { book, now, acts, tree, members, names: new Map() };
  const strange = now.strange.map(([entry, reason]) =>
    ({ where: acts.get(keyOf(entry)).label, reason, remedy: READ_AGAIN, advice: false, rule: null }));
  const listed = book.flow.rules.flatMap((rule) =>
    [...hits(seen, rule.checks)].map((hit) => finding(tree, rule, hit)));
  const papers = tree.entries.filter((entry) => entry.paper && entry.paper !== tree.entries[0].paper);
  const all = [...strange, ...listed, ...papers.flatMap((paper) => ofPaper(book, forms, acts, paper))];
  return once([...all.filter((remark) => !remark.advice), ...all.filter((remark) => remark.advice)]);
}

const once = (all) => [...new Map(all.map((remark) =>
  [JSON.stringify([remark.where, remark.reason, remark.remedy, remark.rule && remark.rule.key]), remark])).values()];

// Does work in which each paper is checked once: not longer, as what is found may change when more data has come.
export function checkedOnce(book, work) {
  if (book.checked) return work();
  book.checked = new WeakMap();
  try {
    return work();
  } finally {
    book.checked = null;
  }
}

function remarksOn(book, form, entry) {
  const known = book.checked || new WeakMap();
  if (!known.has(entry)) known.set(entry, remarks(form, reading(form, { form: form.key, answers: entry.answers }).answers));
  return known.get(entry);
}

// The reminders of an application about which nothing was done yet. What must be changed in it is told by a rule, which
// leads to the notice.
function toBeSeen(book, forms, { entries }) {
  const last = entries[entries.length - 1];
  if (!last.paper || last.paper !== entries[0].paper) return [];
  return ofPaper(book, forms, actsOf(book.flow), last).filter((said) => said.advice);
}

function ofPaper(book, forms, acts, entry) {
  const { label } = acts.get(entry.paper);
  return remarksOn(book, forms(entry.paper), entry).map((remark) => ({
    where: `${label}：${remark.place}`, reason: remark.reason, remedy: remark.remedy, advice: remark.advice, rule: null, basis: remark.basis,
  }));
}

function finding(tree, rule, hit) {
  const said = (words) => words.replace(/\$([a-z]+)/g, (all, key) => (key in hit ? hit[key] : all)).replace(/。$/, "");
  return {
    where: hit.label || tree.case, reason: said(rule.message), remedy: said(rule.remedy),
    advice: rule.level === "warns", rule,
  };
}
