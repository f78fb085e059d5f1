// The folder of cases: kept in this browser as a draft is, taken out and brought in as a file.
import { Refusal } from "../forms/answers.js";
import { copies } from "../filling/copies.js";
import { drafts } from "../filling/drafts.js";
import { keeper as keeperOf } from "../filling/keeper.js";
import { rescued } from "../filling/rescue.js";
import { startOf } from "../tools/deadlines-count.js";

export const KIND = "lawbook-cases";
const NUMBER = /^[0-9A-Za-z一-龥][0-9A-Za-z一-龥_-]{0,39}$/;
const UNNAMED = "我的案卷";

// ``say`` as for a keeper. The cases are trees; whoever changes them says so with ``changed``.
export function folder(storage, say) {
  const book = drafts("cases", copies.here(storage));
  let cases = [];
  let writing = {}; // number → form → id of the draft in which a paper is being written
  const keeper = keeperOf(book, "1", (draft) => (
    { name: draft.name || UNNAMED, head: {}, from: {}, shape: null, state: { cases, writing } }), say);

  function put(state) {
    cases = state.cases || [];
    writing = state.writing || {};
  }

  function load(draft) {
    keeper.begin(draft);
    put(draft.state);
    if (draft.unkept) keeper.touched();
  }

  function fresh(name = "", state = {}) {
    keeper.fresh(name);
    put(state);
    if (cases.length > 0) changed();
  }

  function changed() {
    keeper.touched();
    keeper.save();
  }

  // What a killed browser had not written comes first, then the folder that was saved last.
  async function opened() {
    if (book.off()) return fresh();
    const drafts = await rescued(book, () => null).catch(() => []);
    const last = drafts[0] || book.list().find((draft) => !draft.broken);
    return last ? load(last) : fresh();
  }

  const replaced = (number, tree) => {
    cases = cases.map((before) => (before.case === number ? tree : before));
    changed();
  };
  const added = (tree) => {
    cases = [...cases, tree];
    changed();
  };
  const removed = (number) => {
    cases = cases.filter((held) => held.case !== number);
    changed();
  };
  const write = (number, form, id) => {
    writing = { ...writing, [number]: { ...writing[number], [form]: id || undefined } };
    changed();
  };
  return {
    book, keeper, opened, load, fresh, added, replaced, removed, write,
    all: () => cases, of: (number) => cases.find((held) => held.case === number),
    written: (number, form) => (writing[number] || {})[form],
    name: () => keeper.draft().name || UNNAMED, named: keeper.named,
    list: () => (book.off() ? [] : book.list()),
  };
}

export function nextNumber(cases, day) {
  const [year] = day.split("-");
  const used = cases.map((held) => new RegExp(`^${year}-([0-9]+)$`).exec(held.case))
    .map((match) => (match ? Number(match[1]) : 0));
  return `${year}-${String(Math.max(0, ...used) + 1).padStart(3, "0")}`;
}

export function fileOf(name, cases) {
  return `${JSON.stringify({ kind: KIND, version: 1, name, cases }, null, 1)}\n`;
}

const isDict = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function dayFault(text) {
  try {
    startOf(typeof text === "string" ? text : "");
    return !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
  } catch (fault) {
    return true;
  }
}

function* entryFaults(acts, entry, where) {
  const act = isDict(entry) && acts.get(entry.paper || entry.event);
  const known = isDict(entry) ? Object.keys(entry).every((key) =>
    ["paper", "event", "day", "answers", "said"].includes(key)) : false;
  if (!act || !known || Boolean(entry.paper) === Boolean(entry.event)) yield `${where}不是本指南的文书或者事项`;
  else if (dayFault(entry.day)) yield `${where}的日期应写成 2026-12-01`;
  else if (entry.paper ? !isDict(entry.answers) : !isDict(entry.said || {})) yield `${where}没有内容`;
}

function* caseFaults(acts, tree, number) {
  const where = `第${number}件案件`;
  if (!isDict(tree) || typeof tree.case !== "string" || !NUMBER.test(tree.case)) yield `${where}的案号不能用`;
  else if (!Array.isArray(tree.entries) || tree.entries.length === 0) yield `${where}没有经过`;
  else for (const [n, entry] of tree.entries.entries()) yield* entryFaults(acts, entry, `${where}第${n + 1}项`);
}

// {name, cases} of the text of a folder's file. Throws Refusal.
export function folderOf(acts, text, file) {
  let tree = null;
  try {
    tree = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (fault) {
    throw new Refusal([`${file}: 不是案卷文件；请选工作台“保存为文件”存下的 .json`]);
  }
  if (!isDict(tree) || tree.kind !== KIND || !Array.isArray(tree.cases)) {
    throw new Refusal([`${file}: 不是案卷文件；请选工作台“保存为文件”存下的 .json`]);
  }
  const faults = tree.cases.flatMap((item, n) => [...caseFaults(acts, item, n + 1)]);
  const numbers = tree.cases.map((item) => isDict(item) && item.case);
  faults.push(...numbers.filter((number, n) => numbers.indexOf(number) !== n).map((number) => `案号 ${number} 重复`));
  if (faults.length > 0) throw new Refusal(faults.map((fault) => `${file}: ${fault}`));
  return { name: typeof tree.name === "string" ? tree.name : "", cases: tree.cases };
}
