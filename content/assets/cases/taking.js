// Mirrors scripts/lawbook/desk/taking.py: only what belongs to a case, comes in its turn and checks clean is taken
// into it, and nothing is begun that builds on what does not.
/** @import { Answers, Field, Form } from "../forms/types" */
/** @import { Act, Book, CaseFinding, Entry, Flow, Forms, Kept, Now, Tree } from "./types" */
import { answerTree } from "../forms/answer_file.js";
import { date } from "../forms/dates.js";
import { isDay } from "../forms/tree.js";
import { shownDate } from "../forms/values.js";
import { shownDay } from "../tools/deadlines-count.js";
import { foundIn, checkedOnce } from "./findings.js";
import { actsOf, done, keyOf, offered, standing, stateOf, text } from "./flow.js";
import { answersOf } from "./papers.js";
import { filled } from "../forms/text.js";
import * as shared from "./shared.js";

/** @typedef {[spot: string, called: string, day: string]} DayIn */

/** @param {CaseFinding} finding */
const mark = (finding) => JSON.stringify([finding.where, finding.reason, finding.remedy]);
/** @param {Tree} tree @param {Entry} entry */
const withEntry = (tree, entry) => ({ ...tree, entries: [...tree.entries, entry] });

// What must be changed in a case as it is then, and did not have to before its last entry came. A letter that went
// out before it was known who reviews is no fault of what comes now.
/** @param {Book} book @param {Forms} forms @param {Tree} before @param {Tree} then @param {string[]} members */
function fresh(book, forms, before, then, members) {
  const { label } = actsOf(book.flow).get(keyOf(then.entries[then.entries.length - 1]));
  const [known, findings] = checkedOnce(book, () => [
    foundIn(book, forms, before, members).map(mark), foundIn(book, forms, then, members)]);
  return findings.filter((finding) => !finding.advice && !known.includes(mark(finding))
    && (finding.rule === null || finding.rule.checks.kind !== "unnamed" || finding.where === label));
}

// Why a paper cannot be written now; empty where it can.
/** @param {Book} book @param {Forms} forms @param {Now} now @param {Act} act @param {string[]} [members] */
export function barred(book, forms, now, act, members = []) {
  const { flow } = book;
  if (act.after.includes(now.state.key)) return act.needs.length > 0 ? unclean(book, forms, now.tree, act, members) : "";
  const can = act.after.map((key) => stateOf(flow, key).label).join("、");
  const offers = offered(book, now, now.state).map((other) => other.label).join("、");
  return filled(shared.NOT_NOW, { state: now.state.label, act: act.label, can, more: offers ? filled(shared.CAN_DO, { acts: offers }) : "" });
}

/** @param {Book} book @param {Forms} forms @param {Tree} tree @param {Act} act @param {string[]} members */
function unclean(book, forms, tree, act, members) {
  const acts = actsOf(book.flow);
  const keys = tree.entries.map(keyOf);
  const number = keys.reduce((last, key, n) => (n > keys.lastIndexOf(act.key) && act.needs.includes(key) ? n : last), -1);
  const { label } = acts.get(number < 0 ? act.needs[0] : keys[number]);
  if (number < 0) return filled(shared.NEEDS_FIRST, { act: act.label, label });
  /** @param {number} count */
  const upTo = (count) => ({ ...tree, entries: tree.entries.slice(0, count) });
  const must = fresh(book, forms, upTo(number), upTo(number + 1), members);
  return must.length === 0 ? ""
    : filled(shared.UNCLEAN_PAPER, { label, count: must.length, act: act.label })
      + `：${must[0].where}：${must[0].reason}；先改正${label}`;
}

// Each day of a paper, in fields and in rows: [its place, what it is called, the day].
/** @param {Form} form @param {Record<string, Kept>} answers @returns {DayIn[]} */
function daysOf(form, answers) {
  /** @param {Field} field @returns {DayIn[]} */
  const inRows = (field) => /** @type {Record<string, string>[]} */ (answers[field.key] || []).flatMap((row, n) =>
    field.columns.flatMap((column) => {
      const day = column.kind === "date" && date(row[column.key] || "");
      /** @type {DayIn[]} */
      const made = day ? [[`${form.key}.${field.key}.${column.key}`, `${field.label}第${n + 1}行的${column.label}`, day.date]] : [];
      return made;
    }));
  return form.fields.flatMap(([, field]) => {
    if (field.kind === "rows") return inRows(field);
    const day = field.kind === "date" && answers[field.key];
    /** @type {DayIn[]} */
    const made = typeof day === "string" && day ? [[`${form.key}.${field.key}`, field.label, day]] : [];
    return made;
  });
}

// The days of what has happened that have not come yet; those of plans lie ahead. ``today`` is a number.
/** @param {Book} book @param {Forms} forms @param {Entry} entry @param {Act} act @param {number} today
 * @returns {string[]} */
function ahead(book, forms, entry, act, today) {
  let days = [["日期", entry.day]];
  for (const [spot, called, day] of entry.paper ? daysOf(forms(entry.paper), entry.answers || {}) : []) {
    if (!book.flow.plans.includes(spot)) days = [...days.filter(([, other]) => other !== day), [called, day]];
  }
  /** @param {string} day */
  const chinese = (day) => shownDate({ date: day });
  return days.filter(([, day]) => day > shownDay(today)).map(([label, day]) =>
    filled(shared.STILL_TO_COME, { act: act.label, label, day: chinese(day), today: chinese(shownDay(today)) }));
}

// Why an entry cannot be taken into a case; none where it can. ``today`` is a number, null where any day may be.
/** @param {Book} book @param {Forms} forms @param {Tree} tree @param {Entry} entry @param {string[]} [members]
 * @param {number | null} [today] @returns {string[]} */
export function admitted(book, forms, tree, entry, members = [], today = null) {
  const after = standing(book.flow, withEntry(tree, entry));
  const strange = after.strange.find(([odd]) => odd === entry);
  if (strange) return [strange[1]];
  const act = actsOf(book.flow).get(keyOf(entry));
  const early = today === null ? [] : ahead(book, forms, entry, act, today);
  const must = fresh(book, forms, tree, withEntry(tree, entry), members);
  const said = [...early, ...must.map((finding) => `${finding.where}：${finding.reason}；${finding.remedy}`)];
  return said.length === 0 ? [] : [filled(shared.NOT_TAKEN, { act: act.label, count: said.length }), ...said];
}

// The case into which a paper goes: without the last one, where it is that which this one corrects.
/** @param {Now} now @param {Act} act @returns {Tree} */
export function corrigible({ tree, ...now }, act) {
  const last = tree.entries[tree.entries.length - 1];
  return done({ tree, ...now }, act) === last ? { ...tree, entries: tree.entries.slice(0, -1) } : tree;
}

// {entry, problems}: a paper as an entry of its case, or why it does not belong there.
/** @param {Book} book @param {Forms} forms @param {Tree} tree @param {Form} form @param {Answers} answers
 * @param {number} today @param {string[]} [members] */
export function taken(book, forms, tree, form, answers, today, members = []) {
  const act = actsOf(book.flow).get(form.key);
  const written = answers.values[act.day || ""];
  const day = isDay(written) ? written.date : shownDay(today);
  const entry = { paper: form.key, day, answers: /** @type {Entry["answers"]} */ (answerTree(form, answers, "").answers) };
  const now = standing(book.flow, tree);
  const problems = [...foreign(book, now, entry, act)];
  const bar = problems.length === 0 && barred(book, forms, now, act, members);
  if (bar) problems.push(bar);
  return { entry, problems: problems.length > 0 ? problems : admitted(book, forms, tree, entry, members, today) };
}

// The case with what an event left open; null where that is no completion of its newest.
/** @param {Flow} flow @param {Tree} tree @param {string} key @param {Record<string, string>} said
 * @returns {Tree | null} */
export function completed(flow, tree, key, said) {
  const number = tree.entries.map(keyOf).lastIndexOf(key);
  const open = number < 0 ? [] : openOf(actsOf(flow).get(key), tree.entries[number]).map((ask) => ask.key);
  const words = Object.keys(said);
  if (words.length === 0 || !words.every((word) => open.includes(word))) return null;
  const entry = tree.entries[number];
  return { ...tree, entries: tree.entries.map((other) => (other === entry ? { ...other, said: { ...other.said, ...said } } : other)) };
}

// What could be written down with an event, and was not.
/** @param {Act} act @param {Entry} entry */
export const openOf = (act, entry) => act.asks.filter((ask) => !((entry.said || {})[ask.key]));

// Whether a paper speaks of another activity or another person.
/** @param {Book} book @param {Now} now @param {Entry} entry @param {Act} act @returns {Generator<string>} */
function* foreign(book, now, entry, act) {
  for (const fact of book.flow.facts.slice(0, 2)) {
    const source = fact.sources.find((source) => source.form === entry.paper);
    const said = source ? text(entry, source.field) : "";
    const known = now.facts[fact.key];
    if (said && known && said !== known) {
      yield filled(shared.OTHER_CASE, { act: act.label, label: fact.label, said, known });
    }
  }
}

// Whether an application of the same name is one of this case: it runs, or nothing changed.
/** @param {Flow} flow @param {Form} form @param {Tree} held @param {NonNullable<Entry["answers"]>} tree */
export function isTaken(flow, form, held, tree) {
  const mine = held.entries.filter((entry) => entry.paper === form.key);
  const unchanged = mine.some((entry) => JSON.stringify(answerTree(form, answersOf(form, entry), "").answers) === JSON.stringify(tree));
  return unchanged || standing(flow, held).state.group !== "closed";
}
