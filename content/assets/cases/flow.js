// Mirrors scripts/lawbook/desk/standing.py and register.py: where a case stands, from its entries alone.
// A case is the tree of its file: {case, mark, place, entries: [{paper | event, day, answers | said}]}.
// A day is text here (2026-12-01) and a number where it is counted with.
import { lastDay, shownDay, startOf } from "../tools/deadlines-count.js";
import { after } from "../tools/deadlines-book.js";

const FIRST = "received";
const PREVIOUS = "previous";
const APPROVED = "approved"; // what runs from an approval runs on through an appeal
export const dayOf = (text) => startOf(text).day;

export const keyOf = (entry) => entry.paper || entry.event;

export function actsOf(flow) {
  return new Map([...flow.papers, ...flow.events].map((act) => [act.key, act]));
}

export const stateOf = (flow, key) => flow.states.find((state) => state.key === key);

// The options that are ticked in a field, as the tree of an answer file has them.
export function options(entry, key) {
  const value = (entry.answers || {})[key];
  const items = Array.isArray(value) ? value : value ? [value] : [];
  return items.map((item) => (typeof item === "string" ? item : Object.keys(item)[0]));
}

// What stands in a field, or was written down with an event.
export function text(entry, key) {
  const value = (entry.answers || entry.said || {})[key];
  return typeof value === "string" ? value : "";
}

export function option(entry, key) {
  return (entry.answers && options(entry, key)[0]) || (entry.said || {})[key] || "";
}

// Whether each field says one of the words that are asked of it.
export const fits = (entry, when) => Object.entries(when).every(([key, wanted]) => wanted.includes(option(entry, key)));

function dateOf(entry, key) {
  return text(entry, key) || entry.day;
}

// The case followed through its entries: {tree, acts, state, since, facts, listed, starts, extended, done, strange,
// before: what was known when each entry came, follows: the entry after which each came, null for the strange,
// past: each state so far with what brought it, trail: the states on the way here, without those that were left
// again, by: what came last that moves a case, states: that in which each entry came, begun and ended: the number of the entry from which a trigger runs, or that kept a deadline}.
export function standing(flow, tree) {
  const acts = actsOf(flow);
  const now = {
    tree, acts, state: stateOf(flow, FIRST), since: tree.entries[0].day, facts: {}, listed: null,
    starts: new Map(), extended: new Map(), done: new Map(), strange: [], before: [],
    follows: [], past: [], trail: [], by: tree.entries[0], states: [], begun: new Map(), ended: new Map(),
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
    now.follows.push(problem ? null : lead.to === null ? sinceWhen(now, act) : now.by);
    if (problem) now.strange.push([entry, problem]);
    else move(flow, now, act, entry, lead);
  }
  return now;
}

// What brought the first of the states, up to now, in which an act could come.
function sinceWhen(now, act) {
  const past = [...now.past].reverse();
  const end = past.findIndex(([state]) => !act.after.includes(state.key));
  return past[(end < 0 ? past.length : end || 1) - 1][1];
}

function leadOf(act, entry, now) {
  return act.leads.find((lead) => fits(entry, lead.when)
    && (lead.within.length === 0 || lead.within.includes(now.state.key))
    && [null, now.listed].includes(lead.listed));
}

function cannot(flow, now, act, lead, entry) {
  if (!act.after.includes(now.state.key)) {
    const can = act.after.map((key) => stateOf(flow, key).label).join("、");
    return `案件“${now.state.label}”时不能有${act.label}；要在“${can}”的时候`;
  }
  if (act.approved && !now.starts.has(APPROVED)) return `案件没有批准过，不能有${act.label}`;
  if (lead) return "";
  const other = act.leads.find((one) => one.first && fits(entry, one.when));
  if (!other) return `${act.label}没有写明结论，不知道接着到哪一步`;
  const can = other.within.map((key) => stateOf(flow, key).label).join("、");
  return `${act.label}写了这样的结论，要在“${can}”的时候读入；请先${actsOf(flow).get(other.first).verb}`;
}

function move(flow, now, act, entry, lead) {
  lead.stops.forEach((trigger) => now.starts.delete(trigger));
  Object.entries(lead.starts).forEach(([trigger, name]) => {
    if (lead.to === null && now.starts.has(trigger)) return; // told a second time: the period runs from the first
    now.starts.set(trigger, dateOf(entry, name));
    now.begun.set(trigger, now.states.length);
  });
  act.ends.forEach((key) => now.ended.set(key, now.states.length));
  if (act.extends && (entry.said || {}).until) now.extended.set(act.extends, entry.said.until);
  Object.assign(now.facts, lead.sets);
  if (lead.to === null) return;
  const state = lead.to === PREVIOUS ? back(now.trail, act) : stateOf(flow, lead.to);
  if (state.key !== now.trail[now.trail.length - 1].key) now.trail.push(state);
  if (state.key !== now.state.key) now.past.push([state, entry]);
  now.by = entry;
  const { step } = now.state;
  if (step && (step !== state.step || state.group === "closed")) now.done.set(step, entry.day);
  now.state = state;
  now.since = entry.day;
}

// The last state in which an act could not come: the trail ends there again.
function back(trail, act) {
  while (trail.length > 1 && act.after.includes(trail[trail.length - 1].key)) trail.pop();
  return trail[trail.length - 1];
}

// What an entry says of the case; what it does not say stays as it was.
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
export function runs(book, now, keys) {
  const runsOn = (trigger, limit) => {
    const named = [limit.key, ...limit.instead_of];
    const kept = Math.max(...named.map((key) => now.ended.get(key) || 0));
    return named.some((key) => keys.includes(key)) && kept < now.begun.get(trigger);
  };
  return [...now.starts].flatMap(([trigger, day]) =>
    after(book, trigger, now.listed, now.tree.place || null).filter((limit) => runsOn(trigger, limit))
      .map((limit) => lastDay(dayOf(day), limit, book.years)));
}

// What is due next: {deadline, run, day as a number or null, extended}; null where nothing runs.
export function term(book, now) {
  const latest = runs(book, now, now.state.due)
    .reduce((best, run) => (best === null || run.start.day > best.start.day ? run : best), null);
  return latest && termOf(now, latest);
}

function termOf(now, run) {
  const later = now.extended.get(run.deadline.key);
  return { deadline: run.deadline, run, day: later ? dayOf(later) : run.day, extended: Boolean(later), rolled: later ? null : run.rolled };
}

// How many days are left, counted to the working day after it once the last has passed; null where there is none.
function daysLeft(ends, today) {
  if (!ends || ends.day === null) return null;
  const passed = today > ends.day && ends.rolled !== null && today <= ends.rolled;
  return (passed ? ends.rolled : ends.day) - today;
}

// What runs beside that: its last day has to be kept while something else is awaited.
export const beside = (book, now) => runs(book, now, now.state.also).map((run) => termOf(now, run));

const moves = (act) => act.leads.some((lead) => lead.to !== null);

// What can be done in a state, the next step first; what came and moves nothing is done.
export function offered(book, now, state) {
  const { flow } = book;
  const acts = actsOf(flow);
  const keys = state.lacking && lacks(book, now, state).length > 0 ? [...new Set([state.lacking, ...state.offers])] : state.offers;
  const some = keys.map((key) => acts.get(key))
    .filter((act) => done(now, act) === null && (!act.approved || now.starts.has(APPROVED)));
  const follows = (act) => act.follows.includes(keyOf(now.by));
  return [...some.filter(follows), ...some.filter((act) => !follows(act))];
}

// What the paper that opened the case lacks, where nothing was done about it yet. ``book.lacks`` gives the fields of a
// paper that must be changed.
function lacks(book, now, state) {
  const [first] = now.tree.entries;
  const isTold = now.tree.entries.some((entry) => keyOf(entry) === state.lacking);
  return book.lacks && keyOf(now.by) === keyOf(first) && !isTold ? book.lacks(now.by) : [];
}

// What came of an act that can come without moving the case, since it could come; null where it is still to do: such
// papers of several persons, and what is extended, always are, others again once that came which follows them.
export function done(now, act) {
  if (act.many || act.extends || act.leads.every((lead) => lead.to !== null)) return null;
  const { entries } = now.tree;
  const since = entries.slice(entries.indexOf(sinceWhen(now, act)) + 1).reverse();
  const entry = since.find((one) => keyOf(one) === act.key || (now.acts.get(keyOf(one)).follows || []).includes(act.key));
  return entry && keyOf(entry) === act.key ? entry : null;
}

// The next step of a case; of a closed one only what is left to be told. Undefined for none.
export function nextAct(book, now, state) {
  return offered(book, now, state).find((act) => state.group !== "closed" || !moves(act));
}

// ``today`` is a number. {now, state, term, days, said, late, also: [term, days] of what runs beside}
export function row(book, tree, today) {
  const now = standing(book.flow, tree);
  const ends = term(book, now);
  const days = daysLeft(ends, today);
  const { near } = now.state;
  const state = near && days !== null && days <= near.days ? stateOf(book.flow, near.to) : now.state;
  const also = beside(book, now).filter((other) => other.day !== null).map((other) => [other, daysLeft(other, today)]);
  const late = [days, ...also.map(([, left]) => left)].some((left) => left !== null && left < 0);
  return { now, state, term: ends, days, said: said(state, now, ends, days, today), late: late && state.group !== "closed", also };
}

function said(state, now, ends, days, today) {
  if (state.group === "closed") {
    const [year, month, day] = now.since.split("-").map(Number);
    return `${year}年${month}月${day}日办结`;
  }
  if (days === null) {
    const missing = ends && ends.run.missing;
    return `${missing ? `${missing}年放假安排未公布` : "未规定期限"}（已${today - dayOf(now.since)}天）`;
  }
  const rolled = ends.day < today && days >= 0 ? "按约定顺延，" : "";
  return rolled + left(days, state.group === "wait" ? "对方超期" : "逾期");
}

// So many days to a last day, as people say it.
export function left(days, past = "逾期") {
  if (days < 0) return `${past}${-days}天`;
  return days === 0 ? "今天到期" : `剩${days}天`;
}

// What a deadline is called, and whether it was extended.
export const titled = (ends) => ends.deadline.title + (ends.extended ? "（已延长）" : "");

// All that runs and has a last day.
export const termsOf = (record) => [record.term, ...record.also.map(([ends]) => ends)].filter((ends) => ends && ends.day !== null);

// A row for each case: whose turn it is, then by the last day; without a day last.
export function register(book, trees, today) {
  const groups = book.flow.groups.map((group) => group.key);
  const at = (record) => {
    const days = termsOf(record).map((ends) => ends.day);
    const day = days.length > 0 ? Math.min(...days) : dayOf(record.now.since);
    return [groups.indexOf(record.state.group), days.length > 0 ? 0 : 1, day, record.now.tree.case];
  };
  const rows = trees.map((tree) => row(book, tree, today)).map((record) => [at(record), record]);
  const before = (record, other) => {
    const n = record.findIndex((value, at) => value !== other[at]);
    return n < 0 ? 0 : record[n] < other[n] ? -1 : 1;
  };
  return rows.sort(([record], [other]) => before(record, other)).map(([, made]) => made);
}

export const HEADER = [
  "轮到谁", "案号", "科技活动", "申请人", "所在单位", "审查程序", "列入清单", "状态", "到期", "最后一日",
  "期限", "把握", "同时在算的期限", "下一步",
];
export const WIDTHS = [8, 10, 30, 9, 22, 10, 8, 12, 16, 11, 24, 12, 30, 18];

// A row as texts, under HEADER.
export function cells(book, record) {
  const { now, state, term: ends } = record;
  const act = nextAct(book, now, state);
  return [
    book.flow.groups.find((group) => group.key === state.group).label, now.tree.case,
    now.facts.activity || "", now.facts.applicant || "", now.facts.unit || "",
    factWords(book, now, "procedure"), now.listed === null ? "" : now.listed ? "是" : "否", state.label, record.said,
    ends && ends.day !== null ? shownDay(ends.day) : "",
    ends ? titled(ends) : "",
    ends ? book.confidences[ends.deadline.confidence].label : "",
    record.also.map(([other, days]) => `${titled(other)}：${shownDay(other.day)}，${left(days)}`).join("；"),
    act ? act.verb : "",
  ];
}

// The words of an option of a form; the key where there are none.
export function optionWords(book, form, field, key) {
  return ((book.labels[form] || {})[field] || {})[key] || key;
}

// The words of the option that a fact of a case names.
export function factWords(book, now, name) {
  const key = now.facts[name] || "";
  const { sources } = book.flow.facts.find((fact) => fact.key === name);
  const said = sources.map((source) => optionWords(book, source.form, source.field, key)).find((words) => words !== key);
  return said || key;
}
