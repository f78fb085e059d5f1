// Mirrors scripts/lawbook/desk/findings.py: what is wrong over the papers of a case.
import { shownDate } from "../forms/values.js";
import { shownDay, startOf } from "../tools/deadlines-count.js";
import { actsOf, keyOf, option, optionWords, runs, standing, text } from "./flow.js";

const BETWEEN = /[、，,；;\s]+/;
const READ_AGAIN = "请改好后再检查一次";
const chinese = (day) => shownDate({ date: day });

// {where, reason, remedy, advice, rule (as in the data, null for the order)}; what must be changed first.
export function caseFindings(book, tree) {
  const now = standing(book.flow, tree);
  const acts = actsOf(book.flow);
  const strange = now.strange.map(([entry, reason]) =>
    ({ where: acts.get(keyOf(entry)).label, reason, remedy: READ_AGAIN, advice: false, rule: null }));
  const listed = book.flow.rules.flatMap((rule) =>
    [...KINDS[rule.checks.kind]({ book, now, acts, tree }, rule.checks)].map((hit) => finding(tree, rule, hit)));
  const all = [...strange, ...listed];
  return [...all.filter((remark) => !remark.advice), ...all.filter((remark) => remark.advice)];
}

function finding(tree, rule, hit) {
  const said = (words) => words.replace(/\$([a-z]+)/g, (all, key) => (key in hit ? hit[key] : all)).replace(/。$/, "");
  return {
    where: hit.label || tree.case, reason: said(rule.message), remedy: said(rule.remedy),
    advice: rule.level === "warns", rule,
  };
}

function* once({ tree, acts }, check) {
  const count = tree.entries.filter((entry) => keyOf(entry) === check.act).length;
  if (count > 1) yield { label: acts.get(check.act).label, found: String(count) };
}

function* apart({ tree, acts }, check) {
  const others = named(tree, check.other);
  const { label } = acts.get(check.other.split(".")[0]);
  for (const name of new Set(named(tree, check.one))) {
    if (others.includes(name)) yield { label, found: name };
  }
}

// The names that stand at a place: act.field or act.field.column.
function named(tree, dotted) {
  const [act, field, column] = dotted.split(".");
  return tree.entries.filter((entry) => keyOf(entry) === act).flatMap((entry) => {
    if (column) return ((entry.answers || {})[field] || []).map((row) => row[column] || "").filter(Boolean);
    return text(entry, field).split(BETWEEN).filter(Boolean);
  });
}

const fits = (entry, when) => Object.entries(when).every(([key, wanted]) => wanted.includes(option(entry, key)));

function* rests({ tree, now, acts }, check) {
  for (const [number, entry] of tree.entries.entries()) {
    const asked = keyOf(entry) === check.act && [null, now.listed].includes(check.listed) && fits(entry, check.when);
    const before = tree.entries.slice(0, number).map(keyOf);
    const said = check.field ? text(entry, check.field) : "";
    const told = check.pattern !== null && new RegExp(check.pattern).test(said);
    if (asked && !check.on.some((key) => before.includes(key)) && !told) yield { label: acts.get(check.act).label };
  }
}

// The first paper of its kind: a second one after an appeal has another period.
function* inTime({ book, tree, acts }, check) {
  const number = tree.entries.findIndex((entry) => keyOf(entry) === check.act);
  if (number < 1) return;
  const first = tree.entries[number];
  const before = standing(book.flow, { ...tree, entries: tree.entries.slice(0, number) });
  const [ends] = runs(book, before, [check.deadline]);
  if (!ends || ends.day === null) return;
  const later = before.extended.get(check.deadline);
  const last = Math.max(ends.day, later ? startOf(later).day : ends.day);
  if (startOf(first.day).day > last) {
    const other = `${ends.deadline.title}的最后一日${chinese(shownDay(last))}`;
    yield { label: acts.get(check.act).label, found: chinese(first.day), other };
  }
}

function* agrees({ book, tree, acts }, check) {
  const label = (entry, field, key) => optionWords(book, keyOf(entry), field, key) || "（空）";
  for (const [number, entry] of tree.entries.entries()) {
    const before = tree.entries.slice(0, number).filter((entry) => keyOf(entry) === check.other).pop();
    const ours = option(entry, check.field);
    if (keyOf(entry) !== check.act || !before || !ours) continue;
    const theirs = option(before, check.other_field);
    if (!(check.fitting[ours] || []).includes(theirs)) {
      yield { label: acts.get(check.act).label, found: label(entry, check.field, ours), other: label(before, check.other_field, theirs) };
    }
  }
}

// All texts of a paper but some fields.
function texts(value) {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

function* unnamed({ tree, acts }, check) {
  const people = [...new Set(named(tree, check.people))].filter((name) => Array.from(name).length > 1).sort();
  for (const entry of tree.entries) {
    const act = acts.get(keyOf(entry));
    if (act.audience !== check.audience || !entry.answers) continue;
    const said = Object.entries(entry.answers).filter(([key]) => !check.besides.includes(key))
      .flatMap(([, value]) => texts(value)).join("\n");
    for (const name of people) if (said.includes(name)) yield { label: act.label, found: name };
  }
}

function* same({ book, tree, acts }, check) {
  const fact = book.flow.facts.find((fact) => fact.key === check.fact);
  let first = "";
  for (const entry of tree.entries) {
    const source = fact.sources.find((source) => source.form === entry.paper);
    const said = source ? text(entry, source.field) : "";
    first = first || said;
    if (said && said !== first) yield { label: acts.get(keyOf(entry)).label, found: said, other: first };
  }
}

function* ordered({ tree, acts }) {
  for (const [number, entry] of tree.entries.entries()) {
    const before = tree.entries[number - 1];
    if (before && entry.day < before.day) {
      yield { label: acts.get(keyOf(entry)).label, found: chinese(entry.day), other: acts.get(keyOf(before)).label };
    }
  }
}

const KINDS = { once, apart, rests, in_time: inTime, agrees, unnamed, same, ordered };
