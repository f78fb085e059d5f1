// Files that come in: applications become cases, letters go back into theirs, a folder is opened.
/** @import { AnswerFile, Form } from "../forms/types" */
/** @import { CaseFact, Entry, Flow, Page, Paper, Result } from "./types" */
import { answerTree, isAnswerFile, readAnswerFile } from "../forms/answer_file.js";
import { Refusal, reading } from "../forms/answers.js";
import { bytesOf } from "../forms/bytes.js";
import { remarks as remarksOf } from "../forms/filled_form.js";
import { readback } from "../forms/readback.js";
import { EVERY_BLANK } from "../forms/shared.js";
import { LARGEST_FILE } from "../forms/word_shared.js";
import { ending, strippedRight } from "../forms/text.js";
import * as trees from "../forms/tree.js";
import { tooLarge } from "../forms/unpack.js";
import { WRITTEN } from "../tools/deadlines-count.js";
import { isDay } from "./case_file.js";
import { actsOf, standing } from "./flow.js";
import { nextNumber } from "./folder.js";
import { KIND, caseOf, folderOf, folderTree, papersIn } from "./folder_file.js";
import { listOf, registered } from "./members.js";
import { here, needed } from "./needed.js";
import { corrigible, isTaken, taken } from "./taking.js";

const BLANKS = new RegExp(`[${EVERY_BLANK}]+`, "gu");
const SHOWN = 200;
const ABOUT = 3; // the first facts that are known of a case make two applications the same

// {form, answers, faults} of a paper: an application, or another paper of cases.
/** @param {Page} page @param {Uint8Array} bytes @param {string} name @returns {Promise<Paper>} */
async function paperOf(page, bytes, name) {
  /** @param {string} key */
  const read = (key) => (isAnswerFile(name) ? fromAnswers(here(key), bytes, name) : fromWord(here(key), bytes, name));
  const { root, data } = page.tool;
  const [first] = data.flow.papers;
  await needed(root, [first.key]);
  try {
    return read(first.key);
  } catch (fault) {
    const { other = "" } = fault instanceof Refusal ? /** @type {Refusal & {other?: string}} */ (fault) : {};
    if (!(actsOf(data.flow).has(other) || other === listOf(data.flow))) throw fault;
    await needed(root, [other]);
    return read(other);
  }
}

/** @param {Form} form @param {Uint8Array} bytes @param {string} name @returns {Paper} */
function fromWord(form, bytes, name) {
  const back = readback({ [form.key]: form }, bytes, name, form.key);
  return { form, answers: back.answers, faults: back.faults, altered: back.altered };
}

/** @param {Form} form @param {Uint8Array} bytes @param {string} name @returns {Paper} */
function fromAnswers(form, bytes, name) {
  const { tree } = readAnswerFile(bytes, name);
  const named = trees.isDict(tree) ? trees.get(tree, "form") : null;
  if (named !== form.key) throw Object.assign(new Refusal([`${name}: 不是审查申请书，也不是案件的文书`]), { other: named });
  const read = reading(form, tree);
  if (read.faults.length > 0) throw new Refusal(read.faults.map((fault) => `${name}: ${fault.message}`));
  return { form, answers: read.answers, faults: [], altered: null };
}

/** @param {Flow} flow */
function aboutOf(flow) {
  /** @param {CaseFact} fact */
  const own = ({ sources }) => sources.filter((source) => source.form === flow.papers[0].key).map((source) => source.field);
  const fields = flow.facts.slice(0, ABOUT).flatMap(own);
  /** @param {unknown} text */
  const closed = (text) => String(text || "").normalize("NFKC").replace(BLANKS, ""); // a blank makes no other name
  return (/** @type {Record<string, unknown>} */ answers) => fields.map((key) => closed(answers[key])).join("\n");
}

/** @param {number} count */
const seen = (count) => `检查没有必改的问题${count > 0 ? `，有 ${count} 处提醒，受理前请看` : ""}`;

/** @param {Page} page @param {Paper} paper @param {string} name @returns {Result} */
function opened(page, { form, answers, faults, altered }, name) {
  const tree = /** @type {NonNullable<Entry["answers"]>} */ (answerTree(form, answers, "").answers);
  const about = aboutOf(page.tool.data.flow);
  const same = page.folder.all().filter((held) => about(held.entries[0].answers || {}) === about(tree));
  const before = same.find((held) => isTaken(page.tool.data.flow, form, held, tree));
  const called = tree.activity_name || name;
  if (before) return { sign: "!", words: `“${called}”已经登记为 ${before.case}，没有再建案。`, number: before.case };
  const day = page.received || page.today;
  if (!isDay(day)) throw new Refusal([`${name}: 收到的日期“${day}”应${WRITTEN}`]);
  if (day > page.today) throw new Refusal([`${name}: 收到的日期 ${day} 晚于今天 ${page.today}；请写实际收到的日期`]);
  const remarks = remarksOf(form, answers, faults, altered);
  const must = remarks.filter((remark) => !remark.advice);
  const number = nextNumber(page.folder.all(), day);
  const mark = answers.mark ? { mark: answers.mark } : {};
  page.folder.added({ case: number, ...mark, entries: [{ paper: form.key, day, answers: tree }] });
  const said = must.length === 0 ? seen(remarks.length) : `检查有 ${must.length} 处必改，可以写补正材料告知书`;
  const earlier = same.length > 0 ? `同名的 ${same.map((held) => held.case).join("、")} 已经办结，这一件另编号。` : "";
  return { sign: must.length === 0 ? "✓" : "!", words: `“${called}”登记为 ${number}，收到日期 ${day}：${said}。${earlier}`, number };
}

// A letter goes into the one case to which it belongs.
/** @param {Page} page @param {Paper} paper @param {string} name @returns {Promise<Result>} */
async function returned(page, { form, answers }, name) {
  const { data, root } = page.tool;
  const act = actsOf(data.flow).get(form.key);
  await needed(root, page.folder.all().flatMap((held) => held.entries.flatMap((entry) => entry.paper || [])));
  const tried = page.folder.all().map((held) => corrigible(standing(data.flow, held), act))
    .map((tree) => ({ tree, made: taken(data, here, tree, form, answers, page.now, page.people()) }));
  const own = tried.filter(({ made }) => !made.problems.some((words) => words.includes("不是同一件")));
  const fits = own.filter(({ made }) => made.problems.length === 0);
  if (fits.length === 1) {
    const { tree, made: { entry } } = fits[0];
    page.folder.replaced(tree.case, { ...tree, entries: [...tree.entries, entry] });
    page.folder.write(tree.case, form.key, ""); // its draft stays in the list of the form's page: it is not that of the next such paper
    return { sign: "✓", words: `${act.label}已记入 ${tree.case}。`, number: tree.case };
  }
  if (fits.length > 1) return { sign: "×", words: `${name}：有 ${fits.length} 件案件都合适，请打开那一件，在那里写。` };
  const why = own.length > 0 ? own[0].made.problems.join("；") : "没有这件案件；先登记申请书";
  return { sign: "×", words: `${name}：${act.label}没有记入。${why}。` };
}

/** @param {unknown} tree @returns {unknown} */
const plain = (tree) => {
  if (Array.isArray(tree)) return tree.map(plain);
  if (!trees.isDict(tree)) return tree;
  return Object.fromEntries(trees.keys(tree).map((key) => [key, plain(trees.get(tree, key))]));
};

// A folder's file is a folder of its own: what is open stays as it is.
/** @param {Page} page @param {string} text @param {string} name @returns {Promise<Result>} */
async function folderOpened(page, text, name) {
  const { flow } = page.tool.data;
  const tree = folderTree(text, name);
  await needed(page.tool.root, papersIn(flow, tree.cases));
  const { cases, members, name: called } = folderOf(flow, here, tree, text, name);
  page.folder.fresh(called || name.replace(/\.[^.]*$/u, ""), { cases, members });
  return { sign: "✓", words: `已打开案卷夹“${page.folder.name()}”，共 ${cases.length} 件；原来的案卷夹没有动，在“更多”里。` };
}

// A case's file of the command line goes into the folder.
/** @param {Page} page @param {AnswerFile} file @returns {Promise<Result>} */
async function caseOpened(page, file) {
  const { flow } = page.tool.data;
  const tree = plain(file.tree);
  await needed(page.tool.root, papersIn(flow, [tree]));
  const read = caseOf(flow, here, file, tree);
  if (page.folder.of(read.case)) throw new Refusal([`${file.name}: 已经有案件 ${read.case}，没有改动它`]);
  page.folder.added(read);
  return { sign: "✓", words: `案件 ${read.case} 已放入案卷夹。`, number: read.case };
}

// What becomes of a file of cases; null where it is another file.
/** @param {Page} page @param {Uint8Array} bytes @param {string} name @returns {Promise<Result | null>} */
async function ofCases(page, bytes, name) {
  if (ending(name) === ".json") {
    const text = new TextDecoder().decode(bytes);
    if (text.includes(KIND)) return folderOpened(page, text, name);
  }
  if (!isAnswerFile(name)) return null;
  const made = readAnswerFile(bytes, name);
  return trees.isDict(made.tree) && trees.keys(made.tree).some((key) => ["case", "entries"].includes(key)) ? caseOpened(page, made) : null;
}

/** @param {Page} page @param {Paper} paper @returns {Result} */
function registeredOf(page, { form, answers }) {
  const people = registered(page.tool.data.flow.roll, form, answers, page.folder.members());
  page.folder.setMembers(people);
  return { sign: "✓", words: `委员会登记信息表：委员名册现有 ${people.length} 人，写会议记录时带入。`, view: "members" };
}

/** @param {File} file @param {unknown} fault @returns {Result} */
function refused(file, fault) {
  const ours = fault instanceof Refusal;
  if (!ours) window.setTimeout(() => { // a bug of this page: shown, and still a bug
    throw fault;
  });
  if (!ours) return { sign: "×", words: `${file.name}: 读这个文件时本页出错；请另存为 .docx 再试。` };
  const lines = fault.problems.map((line) => strippedRight(line, "。"));
  if (lines.length === 1) return { sign: "×", words: `${lines[0]}。` };
  const more = lines.length > SHOWN ? [...lines.slice(0, SHOWN), `另有 ${lines.length - SHOWN} 处，改好以后再打开就会说到`] : lines;
  return { sign: "×", words: `${file.name}：没有打开，有 ${lines.length} 处要改。`, more };
}

// What became of a file: {sign, words, more: a line for each fault, number of its case}.
/** @param {Page} page @param {File} file @returns {Promise<Result>} */
export async function incoming(page, file) {
  try {
    if (file.size > LARGEST_FILE) throw tooLarge(file.name);
    const bytes = await bytesOf(file);
    const read = await ofCases(page, bytes, file.name);
    if (read) return read;
    const paper = await paperOf(page, bytes, file.name);
    const { flow } = page.tool.data;
    if (paper.form.key === listOf(flow)) return registeredOf(page, paper);
    return paper.form.key === flow.papers[0].key ? opened(page, paper, file.name) : await returned(page, paper, file.name);
  } catch (fault) {
    return refused(file, fault);
  }
}
