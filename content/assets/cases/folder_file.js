// The file of a folder: what 保存为文件 writes, read back as strictly as the command line reads it. Whatever
// somebody put into it, it becomes cases of texts, or one sentence.
import { Refusal, reading } from "../forms/answers.js";
import { answerTree } from "../forms/answer_file.js";
import { trimmed } from "../forms/text.js";
import { startOf } from "../tools/deadlines-count.js";
import { actsOf } from "./flow.js";

export const KIND = "lawbook-cases";
const VERSION = 1;
const NUMBER = /^[0-9A-Za-z一-龥][0-9A-Za-z一-龥_-]{0,39}$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const MOST = { cases: 5000, entries: 500, members: 300, name: 60, words: 2000 };
const DEEPEST = 12; // no answers are nested so deep
const MEMBER = ["name", "post", "kind", "outside", "sex"];
const HEAD = { case: NUMBER, mark: /^[^]{0,200}$/, place: /^[^]{0,40}$/ };
const NOT_OURS = "不是案卷文件；请选工作台“保存为文件”存下的 .json";

const isDict = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const short = (text) => (typeof text === "string" ? Array.from(text).slice(0, 20).join("") : "？");

export function fileOf(name, cases, members) {
  const more = members.length > 0 ? { members } : {};
  return `${JSON.stringify({ kind: KIND, version: VERSION, name, ...more, cases }, null, 1)}\n`;
}

function tooDeep(tree) {
  let level = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) => (value !== null && typeof value === "object" ? Object.values(value) : []));
  }
  return false;
}

// The tree of a folder's file. Throws Refusal.
export function folderTree(text, file) {
  const refused = (words) => new Refusal([`${file}: ${words}`]);
  let tree = null;
  try {
    tree = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (fault) {
    throw refused(NOT_OURS);
  }
  if (!isDict(tree) || tree.kind !== KIND || !Array.isArray(tree.cases)) throw refused(NOT_OURS);
  if (tree.version !== undefined && String(tree.version) !== String(VERSION)) {
    throw refused(`文件的版本是“${short(String(tree.version))}”，现在只认识 ${VERSION}；请刷新本页再试，或者重新保存`);
  }
  if (tree.name !== undefined && typeof tree.name !== "string") throw refused("案卷夹的名称应是文字；请用工作台重新保存");
  if (tooDeep(tree)) throw refused("内容套得太深，不是工作台保存的文件");
  if (tree.cases.length > MOST.cases) throw refused(`案件超过 ${MOST.cases} 件，不能打开；请分成几个案卷夹`);
  return tree;
}

// The forms whose data it takes to read a folder's cases.
export function papersIn(flow, cases) {
  const known = new Set(flow.papers.map((paper) => paper.key));
  const entries = cases.flatMap((tree) => (isDict(tree) && Array.isArray(tree.entries) ? tree.entries : []));
  return [...new Set(entries.map((entry) => isDict(entry) && entry.paper))].filter((key) => known.has(key));
}

export function isDay(text) {
  try {
    return typeof text === "string" && DAY.test(text) && Boolean(startOf(text));
  } catch (fault) {
    return false;
  }
}

const only = (tree, keys) => Object.keys(tree).find((key) => !keys.includes(key));

// What is written down with an event: as lawbook.desk.case.said_faults.
function* saidFaults(act, said) {
  const foreign = only(said, act.asks.map((ask) => ask.key));
  if (foreign !== undefined) yield `没有“${short(foreign)}”这一项`;
  for (const ask of act.asks) {
    const text = said[ask.key];
    if (text === undefined && !ask.required) continue;
    if (typeof text !== "string" || text.length > MOST.words) yield `没有写“${ask.label}”`;
    else if (ask.required && trimmed(text) === "") yield `没有写“${ask.label}”`;
    else if (text && ask.options.length > 0 && !ask.options.includes(text)) yield `“${ask.label}”不能写“${short(text)}”`;
    else if (text && ask.kind === "date" && !isDay(text)) yield `“${ask.label}”应写成 2026-12-01`;
  }
}

function* entryFaults(acts, entry) {
  const act = isDict(entry) ? acts.get(entry.paper || entry.event) : null;
  if (!act || Boolean(entry.paper) === Boolean(entry.event)) yield "不是本指南的文书或者事项";
  else if (only(entry, ["paper", "event", "day", "answers", "said"]) !== undefined) yield "有不认识的内容";
  else if (!isDay(entry.day)) yield "的日期应写成 2026-12-01";
  else if (entry.paper && (!isDict(entry.answers) || entry.said !== undefined)) yield "没有内容";
  else if (entry.event && (!isDict(entry.said || {}) || entry.answers !== undefined)) yield "没有内容";
  else if (entry.event) yield* saidFaults(act, entry.said || {});
}

// What is wrong with a case before its papers are read.
export function* caseFaults(flow, tree, acts = actsOf(flow)) {
  if (!isDict(tree) || typeof tree.case !== "string" || !NUMBER.test(tree.case)) yield "的案号不能用";
  else if (only(tree, [...Object.keys(HEAD), "entries"]) !== undefined) yield "有不认识的内容";
  else if (Object.entries(HEAD).some(([key, look]) => tree[key] !== undefined && !(typeof tree[key] === "string" && look.test(tree[key])))) {
    yield "的标注或者所在地不能用";
  } else if (!Array.isArray(tree.entries) || tree.entries.length === 0) yield "没有经过";
  else if (tree.entries.length > MOST.entries) yield `的经过超过 ${MOST.entries} 项`;
  else if (acts.has((tree.entries[0] || {}).paper || (tree.entries[0] || {}).event) && tree.entries[0].paper !== flow.papers[0].key) {
    yield `的第一项应是${flow.papers[0].label}`;
  } else {
    for (const [n, entry] of tree.entries.entries()) {
      for (const words of entryFaults(acts, entry)) yield `第${n + 1}项${words}`;
    }
  }
}

// The entry with its answers read and written again, so that every one is of its form; ``fault`` is told
// what cannot be read.
function readEntry(forms, tree, entry, fault) {
  if (!entry.paper) return entry;
  const form = forms(entry.paper);
  const read = reading(form, { form: form.key, mark: tree.mark || "", answers: entry.answers });
  read.faults.slice(0, 1).forEach((problem) => fault(`的${form.title}：${problem.message.split("；")[0]}`));
  return { ...entry, answers: answerTree(form, read.answers, "").answers };
}

// One case, read; throws Refusal. ``where`` is what its sentence begins with.
export function caseOf(flow, forms, tree, where) {
  const said = [...caseFaults(flow, tree)];
  if (said.length > 0) throw new Refusal(said.map((words) => `${where}${words}`));
  const faults = [];
  const entries = tree.entries.map((entry, n) => readEntry(forms, tree, entry, (words) => faults.push(`第${n + 1}项${words}`)));
  if (faults.length > 0) throw new Refusal(faults.map((words) => `${where}${words}`));
  return { ...tree, entries };
}

function twice(cases) {
  const seen = new Set();
  return cases.map((tree) => tree.case).find((number) => seen.size === seen.add(number).size);
}

// The members of a committee: texts only, one row for a name.
export function membersOf(rows) {
  const texts = (row) => Object.fromEntries(MEMBER.map((key) => [key, typeof row[key] === "string" ? trimmed(row[key]).slice(0, MOST.name) : ""]));
  const read = Array.isArray(rows) ? rows.filter(isDict).slice(0, MOST.members).map(texts) : [];
  return read.filter((member, n) => member.name && read.findIndex((other) => other.name === member.name) === n);
}

// {name, cases, members} of a folder's tree; ``forms`` gives those of ``papersIn``. Throws Refusal.
export function folderOf(flow, forms, tree, file) {
  const cases = tree.cases.map((item, n) => caseOf(flow, forms, item, `${file}: 第${n + 1}件案件`));
  const number = twice(cases);
  if (number !== undefined) throw new Refusal([`${file}: 案号 ${number} 重复`]);
  const name = typeof tree.name === "string" ? Array.from(trimmed(tree.name)).slice(0, MOST.name).join("") : "";
  return { name, cases, members: membersOf(tree.members) };
}

// Why a stored folder cannot be shown; empty where it can.
export function stateFault(flow, state) {
  if (!isDict(state) || !Array.isArray(state.cases || [])) return "内容不是案件";
  const acts = actsOf(flow);
  const [n, words] = (state.cases || []).map((tree, at) => [at, [...caseFaults(flow, tree, acts)][0]]).find(([, said]) => said) || [];
  return words ? `第${n + 1}件案件${words}` : "";
}

