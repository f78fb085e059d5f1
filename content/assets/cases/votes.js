// Who came to the meeting, and how they voted: one choice a member, before the minutes are written.
/** @import { Form } from "../forms/types" */
/** @import { Member, Now, Page, Row, Vote } from "./types" */
import { act } from "../filling/entries.js";
import { el, put } from "../tools/common-elements.js";
import { keyOf } from "./flow.js";

const ABSENT = "未到会";
const ASIDE = "回避";

// To which meeting of a case votes belong: the one for which it waits since it came into its state. Those that were
// kept by the case's number alone, before, may be of any of its meetings.
/** @param {Now} now */
export const meetingOf = ({ tree, by }) => [tree.case, tree.entries.indexOf(by), keyOf(by), by.day].join("/");

/** @param {Form} form @param {string} people */
function waysOf(form, people) {
  const vote = form.field(people).columns.find((column) => column.key === "vote");
  return [...(vote ? vote.options : []), ABSENT];
}

// The rows of the minutes' members: name → {vote, conflict} are what was chosen; who did not come has no row.
/** @param {Form} form @param {string} people @param {Member[]} members @param {Record<string, Vote>} votes
 * @returns {string[][]} */
export function rowsOf(form, people, members, votes) {
  const came = members.filter((member) => (votes[member.name] || {}).vote !== ABSENT);
  return came.map((member) => {
    const { vote = "", conflict = false } = votes[member.name] || {};
    /** @type {Record<string, string>} */
    const said = { ...member, post: "", vote, conflict: conflict ? "有" : vote && "无" };
    return form.field(people).columns.map((column) => said[column.key] || "");
  });
}

/** @param {Member[]} members @param {Record<string, Vote>} votes @param {string[]} ways */
function counted(members, votes, ways) {
  /** @param {string} way */
  const count = (way) => members.filter((member) => (votes[member.name] || {}).vote === way).length;
  const chosen = ways.filter((way) => way !== ABSENT).reduce((sum, way) => sum + count(way), 0);
  const left = members.length - chosen - count(ABSENT);
  return `到会${chosen}人：${ways.filter((way) => way !== ABSENT).map((way) => `${way}${count(way)}`).join("，")}；`
    + `未到会${count(ABSENT)}人${left > 0 ? `；还有${left}人没有选` : ""}。`;
}

/** @param {string} name @param {string} way @param {boolean} checked @param {(way: string) => void} chosen */
function radio(name, way, checked, chosen) {
  const input = el("input", { type: "radio", name, value: way, checked });
  input.addEventListener("change", () => chosen(way));
  return el("label", {}, input, el("span", {}, way));
}

/** @param {Member} member @param {number} number
 * @param {{ways: string[], votes: () => Record<string, Vote>, vote: (name: string, said: Vote) => void}} sheet */
function memberRow(member, number, { ways, votes, vote }) {
  const now = votes()[member.name] || {};
  const conflict = el("input", { type: "checkbox", checked: Boolean(now.conflict) });
  conflict.addEventListener("change", () => vote(member.name, { conflict: conflict.checked, ...(conflict.checked ? { vote: ASIDE } : {}) }));
  return el("fieldset", { class: "votes__one" },
    el("legend", {}, el("b", {}, member.name), el("small", {}, [member.post, member.kind, member.outside === "是" && "外单位", member.sex]
      .filter(Boolean).join("，"))),
    el("div", { class: "votes__ways" }, ways.map((way) => radio(`vote-${number}`, way, now.vote === way, () => vote(member.name, { vote: way })))),
    el("label", { class: "votes__conflict" }, conflict, el("span", {}, "有利益冲突（改为回避）")));
}

// What was kept by the case's number alone: whoever knows of which meeting it is says so. Null for nothing.
/** @param {Page} page @param {string} number @param {string} meeting */
function unplaced({ folder, show }, number, meeting) {
  const old = folder.votes(number);
  /** @param {Record<string, Vote>} taken */
  const settle = (taken) => {
    folder.vote(meeting, { ...taken, ...folder.votes(meeting) });
    folder.vote(number, {});
    show(true);
  };
  return Object.keys(old).length > 0 ? el("div", { class: "votes__old" },
    el("p", {}, `以前记过${Object.keys(old).length}人的到会和表决，没有记是哪一次会议，没有带入。`),
    el("p", { class: "acts" }, act("是这一次的，带入", () => settle(old)), act("不是，删去", () => settle({})))) : null;
}

// The sheet; ``write`` begins the minutes with it. Nothing where the folder has no members.
/** @param {Page} page @param {Row} record @param {Form} form @param {() => void} write */
export function sheet(page, record, form, write) {
  const number = record.now.tree.case;
  const members = page.folder.members();
  const [minutes, people] = page.tool.data.flow.roll.minutes.split(".");
  if (form.key !== minutes || members.length === 0) return null;
  const ways = waysOf(form, people);
  const meeting = meetingOf(record.now);
  const votes = () => page.folder.votes(meeting);
  const list = el("div", {});
  const sum = el("p", { class: "votes__sum", role: "status" });
  /** @param {string} name @param {Vote} said */
  const vote = (name, said) => {
    page.folder.vote(meeting, { ...votes(), [name]: { ...votes()[name], ...said } });
    if (said.conflict) draw();
    else put(sum, counted(members, votes(), ways));
  };
  const draw = () => {
    put(list, members.map((member, n) => memberRow(member, n, { ways, votes, vote })));
    put(sum, counted(members, votes(), ways));
  };
  draw();
  const rest = act("没有选的都记同意", () => {
    const open = members.filter((member) => !(votes()[member.name] || {}).vote);
    page.folder.vote(meeting, { ...votes(), ...Object.fromEntries(open.map((member) => [member.name, { ...votes()[member.name], vote: ways[0] }])) });
    draw();
  });
  const old = unplaced(page, number, meeting);
  return el("details", { class: "bare votes", open: Boolean(old) || Object.keys(votes()).length > 0 }, el("summary", {}, `先记到会和表决（${members.length}人）`),
    old, list, sum, el("p", { class: "acts" }, rest, act("带入会议记录", write, "act")));
}
