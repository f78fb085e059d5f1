// Files that come in: applications become cases, letters go back into theirs, a folder is opened.
import { Refusal, reading } from "../forms/answers.js";
import { answerTree, readAnswerFile } from "../forms/answer_file.js";
import { remarks as remarksOf } from "../forms/checkup.js";
import { readback } from "../forms/readback.js";
import { LARGEST_FILE } from "../forms/shared.js";
import * as trees from "../forms/tree.js";
import { actsOf } from "./flow.js";
import { folderOf, nextNumber } from "./folder.js";
import { here, needed } from "./needed.js";
import { taken } from "./papers.js";

const APPLICATION = "review-application";
const ABOUT = ["activity_name", "leader", "unit"];

function bytesOf(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(new Uint8Array(reader.result));
    reader.onerror = () => failed(new Refusal([`${file.name}: 浏览器读不出这个文件；请复制一份再试`]));
    reader.readAsArrayBuffer(file);
  });
}

// {form, answers, faults} of a paper: an application, or another paper of cases.
async function paperOf(page, bytes, name) {
  const read = (key) => (/\.(ya?ml|json)$/i.test(name) ? fromAnswers(here(key), bytes, name) : fromWord(here(key), bytes, name));
  const { root, data } = page.tool;
  await needed(root, [APPLICATION]);
  try {
    return read(APPLICATION);
  } catch (fault) {
    if (!(fault instanceof Refusal) || !actsOf(data.flow).has(fault.other)) throw fault;
    await needed(root, [fault.other]);
    return read(fault.other);
  }
}

function fromWord(form, bytes, name) {
  const back = readback({ [form.key]: form }, bytes, name, form.key);
  return { form, answers: back.answers, faults: back.faults, altered: back.altered };
}

function fromAnswers(form, bytes, name) {
  const { tree } = readAnswerFile(bytes, name);
  const named = trees.isDict(tree) ? trees.get(tree, "form") : null;
  if (named !== form.key) throw Object.assign(new Refusal([`${name}: 不是审查申请书，也不是案件的文书`]), { other: named });
  const read = reading(form, tree);
  if (read.faults.length > 0) throw new Refusal(read.faults.map((fault) => `${name}: ${fault.message}`));
  return { form, answers: read.answers, faults: [], altered: null };
}

const about = (answers) => ABOUT.map((key) => answers[key] || "").join("\n");

function opened(page, { form, answers, faults, altered }, name) {
  const tree = answerTree(form, answers, "").answers;
  const before = page.folder.all().find((held) => about(held.entries[0].answers) === about(tree));
  const called = tree.activity_name || name;
  if (before) return { sign: "!", words: `“${called}”已经登记为 ${before.case}，没有再建案。`, number: before.case };
  const must = remarksOf(form, answers, faults, altered).filter((remark) => !remark.advice);
  const number = nextNumber(page.folder.all(), page.today);
  const mark = answers.mark ? { mark: answers.mark } : {};
  page.folder.added({ case: number, ...mark, entries: [{ paper: form.key, day: page.today, answers: tree }] });
  const said = must.length === 0 ? "检查没有必改的问题" : `检查有 ${must.length} 处必改，可以写补正材料告知书`;
  return { sign: must.length === 0 ? "✓" : "!", words: `“${called}”登记为 ${number}：${said}。`, number };
}

// A letter goes into the one case to which it belongs.
async function returned(page, { form, answers }, name) {
  const { data, root } = page.tool;
  const act = actsOf(data.flow).get(form.key);
  await needed(root, page.folder.all().flatMap((held) => held.entries.map((entry) => entry.paper)).filter(Boolean));
  const tried = page.folder.all().map((held) => [held, taken(data, here, held, form, answers, page.now)]);
  const own = tried.filter(([, made]) => !made.problems.some((words) => words.includes("不是同一件")));
  const fits = own.filter(([, made]) => made.problems.length === 0);
  if (fits.length === 1) {
    const [tree, { entry }] = fits[0];
    page.folder.replaced(tree.case, { ...tree, entries: [...tree.entries, entry] });
    return { sign: "✓", words: `${act.label}已记入 ${tree.case}。`, number: tree.case };
  }
  if (fits.length > 1) return { sign: "×", words: `${name}：有 ${fits.length} 件案件都合适，请打开那一件，在那里写。` };
  const why = own.length > 0 ? own[0][1].problems[0] : "没有这件案件；先登记申请书";
  return { sign: "×", words: `${name}：${act.label}没有记入。${why}。` };
}

function refused(file, fault) {
  const ours = fault instanceof Refusal;
  if (!ours) window.setTimeout(() => { // a bug of this page: shown, and still a bug
    throw fault;
  });
  return { sign: "×", words: ours ? fault.problems[0] : `${file.name}: 读这个文件时本页出错；请另存为 .docx 再试` };
}

// What became of a file: {sign, words, number of its case}.
export async function incoming(page, file) {
  try {
    if (file.size > LARGEST_FILE) throw new Refusal([`${file.name}: 文件超过 64 MB，不是填写好的表单`]);
    const bytes = await bytesOf(file);
    const text = /\.json$/i.test(file.name) ? new TextDecoder().decode(bytes) : "";
    if (text.includes('"lawbook-cases"')) {
      const given = folderOf(actsOf(page.tool.data.flow), text, file.name);
      page.folder.fresh(given.name || file.name.replace(/\.[^.]*$/, ""), { cases: given.cases });
      return { sign: "✓", words: `已打开案卷夹“${page.folder.name()}”，共 ${given.cases.length} 件。` };
    }
    const paper = await paperOf(page, bytes, file.name);
    return paper.form.key === APPLICATION ? opened(page, paper, file.name) : await returned(page, paper, file.name);
  } catch (fault) {
    return refused(file, fault);
  }
}
