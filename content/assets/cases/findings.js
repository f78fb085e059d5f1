// Mirrors scripts/lawbook/desk/findings.py: what is wrong over the papers of a case.
/** @import { Form, Remark } from "../forms/types" */
/** @import { Acts, Book, CaseFinding, CaseRule, Entry, Forms, Hit, Tree } from "./types" */
import { reading } from "../forms/answers.js";
import { remarks } from "../forms/filled_form.js";
import { actsOf, keyOf, standing } from "./flow.js";
import { hits } from "./kinds.js";
import * as shared from "../forms/shared.js";


// {where, reason, remedy, advice, rule (as in the data, null for the order), basis (words, of a paper's own
// check)}; what must be changed first. ``forms`` gives the forms of the papers; ``members``: names of the committee.
/** @param {Book} book @param {Forms} forms @param {Tree} tree @param {string[]} [members] @returns {CaseFinding[]} */
export const caseFindings = (book, forms, tree, members = []) =>
  [...foundIn(book, forms, tree, members), ...toBeSeen(book, forms, tree)];

// The same without the reminders of an application that was not looked at yet.
/** @param {Book} book @param {Forms} forms @param {Tree} tree @param {string[]} [members] @returns {CaseFinding[]} */
export function foundIn(book, forms, tree, members = []) {
  const now = standing(book.flow, tree);
  const { acts } = now;
  const seen = { book, now, acts, tree, members, names: new Map() };
  const strange = now.strange.map(([entry, reason]) =>
    ({ where: acts.get(keyOf(entry)).label, reason, remedy: shared.READ_AGAIN, advice: false, rule: null }));
  const listed = book.flow.rules.flatMap((rule) =>
    [...hits(seen, rule.checks)].map((hit) => finding(tree, rule, hit)));
  const papers = tree.entries.filter((entry) => entry.paper && entry.paper !== tree.entries[0].paper);
  const all = [...strange, ...listed, ...papers.flatMap((paper) => ofPaper(book, forms, acts, paper))];
  return once([...all.filter((remark) => !remark.advice), ...all.filter((remark) => remark.advice)]);
}

/** @param {CaseFinding[]} all */
const once = (all) => [...new Map(all.map((remark) =>
  [JSON.stringify([remark.where, remark.reason, remark.remedy, remark.rule && remark.rule.key]), remark])).values()];

// Does work in which each paper is checked once: not longer, as what is found may change when more data has come.
/** @template T @param {Book} book @param {() => T} work */
export function checkedOnce(book, work) {
  if (book.checked) return work();
  book.checked = new WeakMap();
  try {
    return work();
  } finally {
    book.checked = null;
  }
}

/** @param {Book} book @param {Form} form @param {Entry} entry */
function remarksOn(book, form, entry) {
  /** @type {WeakMap<Entry, Remark[]>} */
  const known = book.checked || new WeakMap();
  if (!known.has(entry)) known.set(entry, remarks(form, reading(form, { form: form.key, answers: entry.answers }).answers, null, null));
  return /** @type {Remark[]} */ (known.get(entry));
}

// The reminders of an application about which nothing was done yet. What must be changed in it is told by a rule, which
// leads to the notice.
/** @param {Book} book @param {Forms} forms @param {Tree} tree @returns {CaseFinding[]} */
function toBeSeen(book, forms, { entries }) {
  const last = entries[entries.length - 1];
  if (!last.paper || last.paper !== entries[0].paper) return [];
  return ofPaper(book, forms, actsOf(book.flow), last).filter((said) => said.advice);
}

/** @param {Book} book @param {Forms} forms @param {Acts} acts @param {Entry} entry
 * @returns {CaseFinding[]} */
function ofPaper(book, forms, acts, entry) {
  const { label } = acts.get(entry.paper);
  return remarksOn(book, forms(keyOf(entry)), entry).map((remark) => ({
    where: `${label}：${remark.where}`, reason: remark.reason, remedy: remark.remedy, advice: remark.advice, rule: null, basis: remark.basis,
  }));
}

/** @param {Tree} tree @param {CaseRule} rule @param {Hit} hit @returns {CaseFinding} */
function finding(tree, rule, hit) {
  /** @param {string} words */
  const said = (words) => words.replace(/\$([a-z]+)/gu, (all, key) => (key in hit ? String(hit[key]) : all)).replace(/。$/u, "");
  return {
    where: hit.label || tree.case, reason: said(rule.message), remedy: said(rule.remedy),
    advice: rule.level === "warns", rule,
  };
}
