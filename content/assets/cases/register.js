// Mirrors scripts/lawbook/desk/register.py: the cases of a folder as rows, whose turn it is and what is due.
/** @import { Book, Group, Now, Row, State, Step, Term, Tree } from "./types" */
import { shownDay } from "../tools/deadlines-count.js";
import { beside, dayOf, daysLeft, factWords, nextAct, standing, stateOf, term } from "./flow.js";

const AHEAD = "所记日期还没有到"; // from a file that another hand wrote: the desk takes no such day

// ``today`` is a number. {now, state, term, days, said, late, also: [term, days] of what runs beside}
/** @param {Book} book @param {Tree} tree @param {number} today */
export function row(book, tree, today) {
  const now = standing(book.flow, tree);
  const ends = term(book, now);
  const days = daysLeft(ends, today);
  const { near } = now.state;
  const state = turned(book, now, near && days !== null && days <= near.days ? stateOf(book.flow, near.to) : now.state);
  const also = beside(book, now).filter((other) => other.day !== null).map((other) =>
    /** @type {[ends: Term, days: number]} */ ([other, daysLeft(other, today)]));
  const late = [days, ...also.map(([, left]) => left)].some((left) => left !== null && left < 0);
  return { now, state, term: ends, days, said: said(state, now, ends, days, today), late: late && state.group !== "closed", also };
}

// Whose turn it is in a state: the next step may say otherwise.
/** @param {Book} book @param {Now} now @param {State} state @returns {State} */
function turned(book, now, state) {
  const act = state.group === "closed" ? null : nextAct(book, now, state);
  return act && act.turn ? { ...state, group: act.turn } : state;
}

/** @param {State} state @param {Now} now @param {Term | null} ends @param {number | null} days @param {number} today */
function said(state, now, ends, days, today) {
  if (state.group === "closed") {
    const [year, month, day] = now.since.split("-").map(Number);
    return `${year}年${month}月${day}日办结`;
  }
  if (days === null) {
    const missing = ends && ends.run.missing;
    const passed = today - dayOf(now.since);
    return `${missing ? `${missing}年放假安排未公布` : "未规定期限"}（${passed >= 0 ? `已${passed}天` : AHEAD}）`;
  }
  const rolled = ends && ends.day !== null && ends.day < today && days >= 0 ? "按约定顺延，" : "";
  return rolled + left(days, state.group === "wait" ? "对方超期" : "逾期");
}

// So many days to a last day, as people say it.
/** @param {number} days @param {string} [past] */
export function left(days, past = "逾期") {
  if (days < 0) return `${past}${-days}天`;
  return days === 0 ? "今天到期" : `剩${days}天`;
}

// What a deadline is called, and whether it was extended.
/** @param {Term} ends */
export const titled = (ends) => ends.deadline.title + (ends.extended ? "（已延长）" : "");

// All that runs and has a last day.
/** @param {Row} record */
export const termsOf = (record) => [record.term, ...record.also.map(([ends]) => ends)].flatMap((ends) => (ends && ends.day !== null ? { ...ends, day: ends.day } : []));

// A row for each case: whose turn it is, then by the last day; without a day last.
/** @param {Book} book @param {Tree[]} trees @param {number} today @returns {Row[]} */
export function register(book, trees, today) {
  const groups = book.flow.groups.map((group) => group.key);
  /** @param {Row} record */
  const at = (record) => {
    const days = termsOf(record).map((ends) => ends.day);
    const day = days.length > 0 ? Math.min(...days) : dayOf(record.now.since);
    return [groups.indexOf(record.state.group), days.length > 0 ? 0 : 1, day, record.now.tree.case];
  };
  const rows = trees.map((tree) => row(book, tree, today)).map((record) => /** @type {[(string | number)[], Row]} */ ([at(record), record]));
  /** @param {(string | number)[]} record @param {(string | number)[]} other */
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
/** @param {Book} book @param {Row} record @returns {string[]} */
export function cells(book, record) {
  const { now, state, term: ends } = record;
  const act = nextAct(book, now, state);
  return [
    /** @type {Group} */ (book.flow.groups.find((group) => group.key === state.group)).label, now.tree.case,
    now.facts.activity || "", now.facts.applicant || "", now.facts.unit || "",
    factWords(book, now, "procedure"), now.listed === null ? "" : now.listed ? "是" : "否", state.label, record.said,
    ends && ends.day !== null ? shownDay(ends.day) : "",
    ends ? titled(ends) : "",
    ends ? book.confidences[ends.deadline.confidence || ""].label : "",
    record.also.map(([other, days]) => `${titled(other)}：${shownDay(/** @type {number} */ (other.day))}，${left(days)}`).join("；"),
    act ? act.verb : "",
  ];
}

// done, here, theirs (here, but others act), ahead, dropped where the case is closed before it,
// or none for a step that is not on its way.
/** @param {Book} book @param {Row} record @param {Step} step */
export function stepState(book, record, step) {
  const { now, state } = record;
  if (step.listed && now.listed === false) return "none";
  if (state.step === step.key && state.group !== "closed") return state.group === "act" ? "here" : "theirs";
  if (now.done.has(step.key) || passed(book, record, step)) return "done";
  return state.group === "closed" ? "dropped" : "ahead";
}

/** @param {Book} book @param {Pick<Row, "state">} record @param {Step} step */
function passed(book, { state }, step) {
  const order = book.flow.steps.map((other) => other.key);
  return state.group !== "closed" && order.indexOf(step.key) < order.indexOf(state.step || "");
}
