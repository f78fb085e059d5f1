// Mirrors scripts/lawbook/desk/standing.py: where a case stands, from its entries alone.
// A case is the tree of its file: {case, mark, place, entries: [{paper | event, day, answers | said}]}.
// A day is text here (2026-12-01) and a number where it is counted with.
/** @import { OnlyIf } from "../forms/types" */
/** @import { Deadline, Due } from "../tools/extracts" */
/** @import { Act, Acts, Book, CaseFact, Entry, Flow, Lead, Now, State, Term, Tree } from "./types" */
import { lastDay, numberOf as dayOf } from "../tools/deadlines-count.js";
import { after } from "../tools/deadlines-book.js";

const FIRST = "received";
const PREVIOUS = "previous";
const APPROVED = "approved"; // what runs from an approval runs on through an appeal
export { dayOf };

/** @param {Entry} entry @returns {string} */
export const keyOf = (entry) => /** @type {string} */ (entry.paper || entry.event);

/** @param {Flow} flow @returns {Acts} */
export function actsOf(flow) {
  return /** @type {Acts} */ (new Map([...flow.papers, ...flow.events].map((act) => [act.key, act])));
}

/** @param {Flow} flow @param {string} key @returns {State} */
export const stateOf = (flow, key) => /** @type {State} */ (flow.states.find((state) => state.key === key));

// The options that are ticked in a field, as the tree of an answer file has them.
/** @param {Entry} entry @param {string} key @returns {string[]} */
export function options(entry, key) {
  const value = (entry.answers || {})[key];
  const items = Array.isArray(value) ? value : value ? [value] : [];
  return items.map((item) => (typeof item === "string" ? item : Object.keys(item)[0]));
}

// What stands in a field, or was written down with an event.
/** @param {Entry} entry @param {string} key */
export function text(entry, key) {
  const value = (entry.answers || entry.said || {})[key];
  return typeof value === "string" ? value : "";
}

/** @param {Entry} entry @param {string} key */
export function option(entry, key) {
  return (entry.answers && options(entry, key)[0]) || (entry.said || {})[key] || "";
}

// Whether each field says one of the words that are asked of it.
/** @param {Entry} entry @param {OnlyIf} when */
export const fits = (entry, when) => Object.entries(when).every(([key, wanted]) => wanted.includes(option(entry, key)));

/** @param {Entry} entry @param {string} key */
function dateOf(entry, key) {
  return text(entry, key) || entry.day;
}

// The case followed through its entries: {tree, acts, state, since, facts, listed, starts, extended, done, strange,
// before: what was known when each entry came, follows: the entry after which each came, null for the strange,
// past: each state so far with what brought it, trail: the states on the way here, without those that were left
// again, by: what came last that moves a case, states: that in which each entry came, begun and ended: the number of the entry from which a trigger runs, or that kept a deadline}.
/** @param {Flow} flow @param {Tree} tree */
export function standing(flow, tree) {
  const acts = actsOf(flow);
  /** @type {Now} */
  const now = {
    tree, acts, state: stateOf(flow, FIRST), since: tree.entries[0].day, facts: {}, listed: null,
    starts: new Map(), extended: new Map(), done: new Map(), strange: [], before: [],
    follows: [], past: [], trail: [], by: tree.entries[0], next: null, states: [], begun: new Map(), ended: new Map(),
  };
  now.past.push([now.state, tree.entries[0]]);
  now.trail.push(now.state);
  for (const entry of tree.entries) {
    const act = acts.get(keyOf(entry));
    now.before.push({ ...now.facts });
    now.states.push(now.state);
    learn(flow, now, entry);
    const lead = leadOf(act, entry, now);
    const problem = cannot(flow, now, act, lead, entry);
    now.follows.push(problem || !lead ? null : lead.to === null ? sinceWhen(now, act) : now.by);
    if (problem) now.strange.push([entry, problem]);
    else move(flow, now, act, entry, /** @type {Lead} */ (lead));
  }
  return now;
}

// What brought the first of the states, up to now, in which an act could come.
/** @param {Now} now @param {Act} act */
function sinceWhen(now, act) {
  const past = [...now.past].reverse();
  const end = past.findIndex(([state]) => !act.after.includes(state.key));
  return past[(end < 0 ? past.length : end || 1) - 1][1];
}

/** @param {Act} act @param {Entry} entry @param {Now} now @returns {Lead | undefined} */
function leadOf(act, entry, now) {
  return act.leads.find((lead) => fits(entry, lead.when)
    && (lead.within.length === 0 || lead.within.includes(now.state.key))
    && [null, now.listed].includes(lead.listed));
}

/** @param {Flow} flow @param {Now} now @param {Act} act @param {Lead | undefined} lead @param {Entry} entry */
function cannot(flow, now, act, lead, entry) {
  if (!act.after.includes(now.state.key)) {
    const can = act.after.map((key) => stateOf(flow, key).label).join("、");
    return `案件“${now.state.label}”时不能有${act.label}；要在“${can}”的时候`;
  }
  if (act.approved && !now.starts.has(APPROVED)) return `案件没有批准过，不能有${act.label}`;
  if (lead) return "";
  const other = act.leads.find((lead) => lead.first && fits(entry, lead.when));
  if (!other) return `${act.label}没有写明结论，不知道接着到哪一步`;
  const can = other.within.map((key) => stateOf(flow, key).label).join("、");
  return `${act.label}写了这样的结论，要在“${can}”的时候读入；请先${actsOf(flow).get(other.first).verb}`;
}

/** @param {Flow} flow @param {Now} now @param {Act} act @param {Entry} entry @param {Lead} lead */
function move(flow, now, act, entry, lead) {
  lead.stops.forEach((trigger) => now.starts.delete(trigger));
  Object.entries(lead.starts).forEach(([trigger, name]) => {
    if (lead.to === null && now.starts.has(trigger)) return; // told a second time: the period runs from the first
    now.starts.set(trigger, dateOf(entry, name));
    now.begun.set(trigger, now.states.length);
  });
  act.ends.forEach((key) => now.ended.set(key, now.states.length));
  const { until } = entry.said || {};
  if (act.extends && until) now.extended.set(act.extends, until);
  Object.assign(now.facts, lead.sets);
  if (lead.to === null) return;
  const state = lead.to === PREVIOUS ? back(now.trail, act) : stateOf(flow, lead.to);
  if (state.key !== now.trail[now.trail.length - 1].key) now.trail.push(state);
  if (state.key !== now.state.key) now.past.push([state, entry]);
  now.by = entry;
  now.next = lead.next;
  const { step } = now.state;
  if (step && (step !== state.step || state.group === "closed")) now.done.set(step, entry.day);
  now.state = state;
  now.since = entry.day;
}

// The last state in which an act could not come: the trail ends there again.
/** @param {State[]} trail @param {Act} act */
function back(trail, act) {
  while (trail.length > 1 && act.after.includes(trail[trail.length - 1].key)) trail.pop();
  return trail[trail.length - 1];
}

// What an entry says of the case; what it does not say stays as it was.
/** @param {Flow} flow @param {Now} now @param {Entry} entry */
function learn(flow, now, entry) {
  for (const fact of flow.facts) {
    for (const source of fact.sources.filter((source) => source.form === entry.paper)) {
      const ticked = options(entry, source.field);
      const said = text(entry, source.field) || ticked[0];
      if (source.yes.length > 0 || source.no.length > 0) {
        if (ticked.some((option) => source.yes.includes(option))) now.listed = true;
        else if (ticked.some((option) => source.no.includes(option))) now.listed = false;
      } else if (said) now.facts[fact.key] = said;
    }
  }
}

// The deadlines of some keys that run, local ones for the national they restate.
/** @param {Book} book @param {Now} now @param {string[]} keys */
export function runs(book, now, keys) {
  /** @param {string} trigger @param {Deadline} limit */
  const runsOn = (trigger, limit) => {
    const named = [limit.key, ...limit.instead_of];
    const kept = Math.max(...named.map((key) => now.ended.get(key) || 0));
    return named.some((key) => keys.includes(key)) && kept < /** @type {number} */ (now.begun.get(trigger));
  };
  return [...now.starts].flatMap(([trigger, day]) =>
    after(book, trigger, now.listed, now.tree.place || null).filter((limit) => runsOn(trigger, limit))
      .flatMap((limit) => lastDay(dayOf(day), limit, book.years) || []));
}

// What is due next: {deadline, run, day as a number or null, extended}; null where nothing runs.
/** @param {Book} book @param {Now} now */
export function term(book, now) {
  const latest = runs(book, now, now.state.due)
    .reduce((best, run) => (best === null || run.start.day > best.start.day ? run : best), /** @type {Due | null} */ (null));
  return latest && termOf(now, latest);
}

/** @param {Now} now @param {Due} run */
function termOf(now, run) {
  const later = now.extended.get(run.deadline.key);
  return { deadline: run.deadline, run, day: later ? dayOf(later) : run.day, extended: Boolean(later), rolled: later ? null : run.rolled };
}

// How many days are left, counted to the working day after it once the last has passed; null where there is none.
/** @param {Term | null} ends @param {number} today */
export function daysLeft(ends, today) {
  if (!ends || ends.day === null) return null;
  const { day, rolled } = ends;
  return (today > day && rolled !== null && today <= rolled ? rolled : day) - today;
}

// What runs beside that: its last day has to be kept while something else is awaited.
/** @param {Book} book @param {Now} now */
export const beside = (book, now) => runs(book, now, now.state.also).map((run) => termOf(now, run));

/** @param {Act} act */
const moves = (act) => act.leads.some((lead) => lead.to !== null);

// What can be done in a state, the next step first; what came and moves nothing is done.
/** @param {Book} book @param {Now} now @param {State} state */
export function offered(book, now, state) {
  const { flow } = book;
  const acts = actsOf(flow);
  const lacking = state.lacking && lacks(book, now, state).length > 0 ? state.lacking : null;
  const first = [now.next, lacking].filter((key) => key && (key === lacking || state.offers.includes(key)));
  const keys = [...new Set([...first, ...state.offers])];
  const some = keys.map((key) => acts.get(key))
    .filter((act) => done(now, act) === null && (!act.approved || now.starts.has(APPROVED)));
  /** @param {Act} act */
  const follows = (act) => act.follows.includes(keyOf(now.by));
  return [...some.filter(follows), ...some.filter((act) => !follows(act))];
}

// What the paper that opened the case lacks, where nothing was done about it yet. ``book.lacks`` gives the fields of a
// paper that must be changed.
/** @param {Book} book @param {Now} now @param {State} state @returns {string[]} */
function lacks(book, now, state) {
  const [first] = now.tree.entries;
  const isTold = now.tree.entries.some((entry) => keyOf(entry) === state.lacking);
  return book.lacks && keyOf(now.by) === keyOf(first) && !isTold ? book.lacks(now.by) : [];
}

// What came of an act that can come without moving the case, since it could come; null where it is still to do: such
// papers of several persons, and what is extended, always are, others again once that came which follows them.
/** @param {Now} now @param {Act} act @returns {Entry | null} */
export function done(now, act) {
  if (act.many || act.extends || act.leads.every((lead) => lead.to !== null)) return null;
  const { entries } = now.tree;
  const since = entries.slice(entries.indexOf(sinceWhen(now, act)) + 1).reverse();
  const entry = since.find((earlier) => keyOf(earlier) === act.key || (now.acts.get(keyOf(earlier)).follows || []).includes(act.key));
  return entry && keyOf(entry) === act.key ? entry : null;
}

// The next step of a case; of a closed one only what is left to be told. Undefined for none.
/** @param {Book} book @param {Now} now @param {State} state */
export function nextAct(book, now, state) {
  return offered(book, now, state).find((act) => state.group !== "closed" || !moves(act));
}

// The words of an option of a form; the key where there are none.
/** @param {Book} book @param {string} form @param {string} field @param {string} key */
export function optionWords(book, form, field, key) {
  return ((book.labels[form] || {})[field] || {})[key] || key;
}

// The words of the option that a fact of a case names.
/** @param {Book} book @param {Pick<Now, "facts">} now @param {string} name */
export function factWords(book, now, name) {
  const key = now.facts[name] || "";
  const { sources } = /** @type {CaseFact} */ (book.flow.facts.find((fact) => fact.key === name));
  const said = sources.map((source) => optionWords(book, source.form, source.field, key)).find((words) => words !== key);
  return said || key;
}
