// Mirrors scripts/lawbook/desk/standing.py and register.py: where a case stands, from its entries alone.
// A case is the tree of its file: {case, mark, place, entries: [{paper | event, day, answers | said}]}.
// A day is text here (2026-12-01) and a number where it is counted with.
import { due, shownDay, startOf } from "../tools/deadlines-count.js";
import { after } from "../tools/deadlines-book.js";

const FIRST = "received";
const PREVIOUS = "previous";
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

// The case followed through its entries: {tree, state, since, facts, listed, starts, extended, done, strange,
// before: what was known when each entry came}.
export function standing(flow, tree) {
  const acts = actsOf(flow);
  const now = {
    tree, state: stateOf(flow, FIRST), since: tree.entries[0].day, facts: {}, listed: null,
    starts: new Map(), extended: new Map(), done: new Map(), strange: [], before: [],
  };
  const past = [now.state];
  for (const entry of tree.entries) {
    const act = acts.get(keyOf(entry));
    now.before.push({ ...now.facts });
    learn(flow, now, entry);
    const lead = leadOf(act, entry, now);
    const problem = cannot(flow, now, act, lead);
    if (problem) now.strange.push([entry, problem]);
    else move(flow, now, act, entry, lead, past);
  }
  return now;
}

function leadOf(act, entry, now) {
  return act.leads.find((lead) => fits(entry, lead.when)
    && (lead.within.length === 0 || lead.within.includes(now.state.key))
    && [null, now.listed].includes(lead.listed));
}

function cannot(flow, now, act, lead) {
  if (!act.after.includes(now.state.key)) {
    const can = act.after.map((key) => stateOf(flow, key).label).join("、");
    return `案件“${now.state.label}”时不能有${act.label}；要在“${can}”的时候`;
  }
  return lead ? "" : `${act.label}没有写明结论，不知道接着到哪一步`;
}

function move(flow, now, act, entry, lead, past) {
  lead.stops.forEach((trigger) => now.starts.delete(trigger));
  Object.entries(lead.starts).forEach(([trigger, name]) => now.starts.set(trigger, dateOf(entry, name)));
  if (act.extends && (entry.said || {}).until) now.extended.set(act.extends, entry.said.until);
  Object.assign(now.facts, lead.sets);
  if (lead.to === null) return;
  const before = [...past].reverse().find((left) => !act.after.includes(left.key)) || past[past.length - 1];
  const state = lead.to === PREVIOUS ? before : stateOf(flow, lead.to);
  if (state.key !== now.state.key) past.push(state);
  const { step } = now.state;
  if (step && (step !== state.step || state.group === "closed")) now.done.set(step, entry.day);
  now.state = state;
  now.since = entry.day;
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
  return [...now.starts].flatMap(([trigger, day]) =>
    after(book, trigger, now.listed, now.tree.place || null)
      .filter((limit) => [limit.key, ...limit.instead_of].some((key) => keys.includes(key)))
      .map((limit) => due(startOf(day), limit, book.years)));
}

// What is due next: {deadline, run, day as a number or null, extended}; null where nothing runs.
export function term(book, now) {
  const latest = runs(book, now, now.state.due)
    .reduce((best, run) => (best === null || run.start.day > best.start.day ? run : best), null);
  if (latest === null) return null;
  const later = now.extended.get(latest.deadline.key);
  return { deadline: latest.deadline, run: latest, day: later ? dayOf(later) : latest.day, extended: Boolean(later) };
}

// ``today`` is a number. {now, state, term, days, said, late}
export function row(book, tree, today) {
  const now = standing(book.flow, tree);
  const ends = term(book, now);
  const days = ends && ends.day !== null ? ends.day - today : null;
  const { near } = now.state;
  const state = near && days !== null && days <= near.days ? stateOf(book.flow, near.to) : now.state;
  return { now, state, term: ends, days, said: said(state, now, ends, days, today), late: days !== null && days < 0
    && state.group !== "closed" };
}

function said(state, now, ends, days, today) {
  if (state.group === "closed") {
    const [, month, day] = now.since.split("-").map(Number);
    return `${month}月${day}日办结`;
  }
  if (days === null) {
    const missing = ends && ends.run.missing;
    return `${missing ? `${missing}年放假安排未公布` : "未规定期限"}（已${today - dayOf(now.since)}天）`;
  }
  if (days < 0) return `${state.group === "wait" ? "对方超期" : "逾期"}${-days}天`;
  return days === 0 ? "今天到期" : `剩${days}天`;
}

// A row for each case: whose turn it is, then by the last day; without a day last.
export function register(book, trees, today) {
  const groups = book.flow.groups.map((group) => group.key);
  const at = (record) => [groups.indexOf(record.state.group), record.term && record.term.day !== null ? 0 : 1,
    record.term && record.term.day !== null ? record.term.day : dayOf(record.now.since), record.now.tree.case];
  const rows = trees.map((tree) => [at(row(book, tree, today)), row(book, tree, today)]);
  const before = (record, other) => {
    const n = record.findIndex((value, at) => value !== other[at]);
    return n < 0 ? 0 : record[n] < other[n] ? -1 : 1;
  };
  return rows.sort(([record], [other]) => before(record, other)).map(([, made]) => made);
}

export const HEADER = [
  "轮到谁", "案号", "科技活动", "申请人", "所在单位", "审查程序", "列入清单", "状态", "到期", "最后一日",
  "期限", "把握", "下一步",
];
export const WIDTHS = [8, 10, 30, 9, 22, 10, 8, 12, 16, 11, 24, 12, 18];

// A row as texts, under HEADER.
export function cells(book, record) {
  const { now, state, term: ends } = record;
  const act = actsOf(book.flow).get(state.offers[0]);
  return [
    book.flow.groups.find((group) => group.key === state.group).label, now.tree.case,
    now.facts.activity || "", now.facts.applicant || "", now.facts.unit || "",
    factWords(book, now, "procedure"), now.listed === null ? "" : now.listed ? "是" : "否", state.label, record.said,
    ends && ends.day !== null ? shownDay(ends.day) : "",
    ends ? ends.deadline.title + (ends.extended ? "（已延长）" : "") : "",
    ends ? book.confidences[ends.deadline.confidence].label : "",
    act && state.group !== "closed" ? act.verb : "",
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
