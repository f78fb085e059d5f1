// The file of a folder: what 保存为文件 writes, read back as strictly as the command line reads it. Whatever
// somebody put into it, it becomes cases of texts, or one sentence.
/** @import { AnswerFile, Path } from "../forms/types" */
/** @import { Flow, Forms, Member, Tree } from "./types" */
import { Refusal } from "../forms/answers.js";
import { trimmed } from "../forms/text.js";
import { parseJson, where } from "../forms/yamlfile.js";
import { caseAt, isDict } from "./case_file.js";

export const KIND = "lawbook-cases";
/** @typedef {[path: Path, message: string]} Fault */
/** @typedef {{cases: unknown[], name?: unknown, members?: unknown}} FolderTree */

const VERSION = 1;
const MOST = { cases: 5000, members: 300, name: 60 };
const DEEPEST = 12; // no answers are nested so deep
const MEMBER = ["name", "post", "kind", "outside", "sex"];
const NOT_OURS = "不是案卷文件；请选工作台“保存为文件”存下的 .json";

/** @param {unknown} text */
const short = (text) => (typeof text === "string" ? Array.from(text).slice(0, 20).join("") : "？");

/** @param {string} name @param {Tree[]} cases @param {Member[]} members */
export function fileOf(name, cases, members) {
  const more = members.length > 0 ? { members } : {};
  return `${JSON.stringify({ kind: KIND, version: VERSION, name, ...more, cases }, null, 1)}\n`;
}

/** @param {unknown} tree */
function tooDeep(tree) {
  let level = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) => (value !== null && typeof value === "object" ? Object.values(value) : []));
  }
  return false;
}

// The tree of a folder's file. Throws Refusal.
/** @param {string} text @param {string} file @returns {FolderTree} */
export function folderTree(text, file) {
  /** @param {string} words */
  const refused = (words) => new Refusal([`${file}: ${words}`]);
  let tree;
  try {
    tree = JSON.parse(text.replace(/^\ufeff/u, ""));
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
  return /** @type {FolderTree} */ (/** @type {unknown} */ (tree));
}

// The forms whose data it takes to read a folder's cases.
/** @param {Flow} flow @param {unknown[]} cases @returns {string[]} */
export function papersIn(flow, cases) {
  const known = new Set(flow.papers.map((paper) => paper.key));
  const entries = cases.flatMap((tree) => (isDict(tree) && Array.isArray(tree.entries) ? tree.entries : []));
  const keys = /** @type {string[]} */ (entries.map((entry) => isDict(entry) && entry.paper));
  return [...new Set(keys)].filter((key) => known.has(key));
}

// One case, read; throws Refusal with every fault at its line. ``file``: {name, tree, lines} of its file.
/** @param {Flow} flow @param {Forms} forms @param {AnswerFile} file @param {unknown} tree @returns {Tree} */
export function caseOf(flow, forms, file, tree) {
  const { tree: made, faults } = caseAt(flow, forms, [], tree);
  if (!made) throw refusal(file, faults);
  return made;
}

/** @param {AnswerFile} file @param {Fault[]} faults */
const refusal = (file, faults) => new Refusal(faults.map(([path, message]) => `${where(file, path)}: ${message}`));

// [path, path of the first] of each case whose number another has.
/** @param {Tree[]} cases */
function twice(cases) {
  const numbers = cases.map((tree) => tree.case);
  return numbers.map((number, n) =>
    /** @type {[[string, number], [string, number]]} */ ([["cases", n], ["cases", numbers.indexOf(number)]])).filter(([[, n], [, first]]) => n !== first);
}

// The members of a committee: texts only, one row for a name.
/** @param {unknown} rows @returns {Member[]} */
export function membersOf(rows) {
  /** @param {Record<string, unknown>} row */
  const texts = (row) => Object.fromEntries(MEMBER.map((key) => [key, typeof row[key] === "string" ? trimmed(row[key]).slice(0, MOST.name) : ""]));
  const read = Array.isArray(rows) ? rows.filter(isDict).slice(0, MOST.members).map(texts) : [];
  return read.filter((member, n) => member.name && read.findIndex((other) => other.name === member.name) === n);
}

// {name, cases, members} of a folder's tree; ``forms`` gives those of ``papersIn``. Throws Refusal with every fault;
// ``text`` is that of the file, whose lines are counted only then.
/** @param {Flow} flow @param {Forms} forms @param {FolderTree} tree @param {string} text @param {string} file */
export function folderOf(flow, forms, tree, text, file) {
  const read = tree.cases.map((item, n) => caseAt(flow, forms, ["cases", n], item));
  const faults = read.flatMap((reading) => reading.faults);
  const cases = /** @type {Tree[]} */ (read.map((reading) => reading.tree)); // all of them where there is no fault
  const again = faults.length > 0 ? [] : twice(cases);
  if (faults.length + again.length > 0) {
    const located = parseJson(text.replace(/^\ufeff/u, ""), file);
    throw refusal(located, [...faults, ...again.map(([path, first]) =>
      /** @type {Fault} */ ([path, `案号 ${cases[path[1]].case} 与 ${where(located, first)} 重复`]))]);
  }
  const name = typeof tree.name === "string" ? Array.from(trimmed(tree.name)).slice(0, MOST.name).join("") : "";
  return { name, cases, members: membersOf(tree.members) };
}

// Why a stored folder cannot be shown; empty where it can.
/** @param {Flow} flow @param {unknown} state */
export function stateFault(flow, state) {
  if (!isDict(state) || !Array.isArray(state.cases || [])) return "内容不是案件";
  const cases = /** @type {unknown[]} */ (state.cases || []);
  const [first] = cases.flatMap((tree, n) =>
    caseAt(flow, null, [], tree).faults.map(([, message]) => `第${n + 1}件案件：${message}`));
  return first || "";
}
