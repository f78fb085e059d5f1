// Files in and out: Word, YAML and JSON are written here, and read here when they come back.
/** @import { Answers, Field, Form, Message } from "../forms/types" */
/** @import { Checked, Opened } from "./types" */
import { answerFile, answerJson, isAnswerFile, readAnswerFile } from "../forms/answer_file.js";
import { Refusal } from "../forms/answers.js";
import { bytesOf } from "../forms/bytes.js";
import { remarks as remarksOf } from "../forms/filled_form.js";
import { carried, originOf, together } from "../forms/carrying.js";
import { isLetter } from "../forms/form.js";
import { another } from "../forms/migrate.js";
import { readback } from "../forms/readback.js";
import { stateOf } from "../forms/state.js";
import * as trees from "../forms/tree.js";
import { tooLarge } from "../forms/unpack.js";
import { WORD, fill, fillLikeMinistry, title as titleOf } from "../forms/docx.js";
import { LARGEST_FILE } from "../forms/word_shared.js";
import * as yamlfile from "../forms/yamlfile.js";
import { save } from "../tools/common-page.js";
import { EXCEL } from "../tools/common-xlsx.js";
import { trimmed } from "../forms/text.js";
import { stateOfAnswers } from "./entries.js";
import { checked } from "./remarks.js";
import { listWorkbook } from "./workbook.js";

const NOT_IN_NAMES = /[\\/:*?"<>|\u0000-\u001f]/g;

/** @param {string} name @param {string} ending */
function fileName(name, ending) {
  const kept = Array.from(trimmed(name).replace(NOT_IN_NAMES, "")).slice(0, 60).join("");
  return `${kept || "未命名"}.${ending}`;
}

// What a filled form is called: as its title says, with the draft's name before it where that says less.
/** @param {Form} form @param {Answers} answers @param {string} name */
function called(form, answers, name) {
  const whole = titleOf(form, answers);
  const plain = titleOf(form, { ...answers, title: "", values: {} });
  if (whole !== plain || name === form.title || name.includes(plain)) return whole;
  return `${Array.from(name).slice(0, 30).join("")}：${whole}`;
}

/** @param {number} bytes */
function size(bytes) {
  return `${Math.max(1, Math.ceil(bytes / 1000))} KB`;
}

// Gives the sentence to show. What cannot be read (a date that is none) stops the Word file.
/** @param {Form} form @param {Checked} result @param {string} name @param {boolean} [like] */
function word(form, result, name, like) {
  if (result.faults.length > 0) {
    return { done: false, words: `有 ${result.faults.length} 栏读不出来，没有生成 Word 文件；请先按下面的提示改好。` };
  }
  const must = result.remarks.filter((remark) => !remark.advice).length;
  if (isLetter(form) && must > 0) {
    return { done: false, words: `还有必改 ${must} 处，没有生成 Word 文件；信函不生成草稿，请先按下面的提示改好。` };
  }
  const bytes = (like ? fillLikeMinistry : fill)(form, result.read.answers);
  const own = called(form, result.read.answers, name);
  const file = fileName(like ? `${own}（上报稿）` : own, "docx");
  save(file, WORD, bytes);
  const draft = must > 0 ? `还有必改 ${must} 处，这一份只作草稿。` : "没有必改的问题。";
  return { done: true, words: `已生成 ${file}（${size(bytes.length)}）。${draft}` };
}

// Whatever cannot be read is kept as it was typed; only JSON of the raw tree can do that.
/** @param {Form} form @param {Checked} result @param {unknown} tree @param {string} name @param {string} kind */
function answers(form, result, tree, name, kind) {
  const key = "";
  if (result.faults.length > 0) {
    save(fileName(name, "json"), "application/json", JSON.stringify(tree, null, 1));
    return `有 ${result.faults.length} 栏还读不出来，已按原样存为 ${fileName(name, "json")}。`;
  }
  const yaml = kind === "yaml";
  const text = yaml ? answerFile(form, result.read.answers, key)
    : answerJson(form, result.read.answers, key);
  const file = fileName(called(form, result.read.answers, name), yaml ? "yml" : "json");
  save(file, yaml ? "application/yaml" : "application/json", text);
  return `已保存 ${file}。`;
}

// A list alone, as a workbook; gives the sentence to show.
/** @param {Field} field @param {string[][]} rows @param {string} name */
function list(field, rows, name) {
  const file = fileName(`${name}-${field.label}`, "xlsx");
  save(file, EXCEL, listWorkbook(field, rows));
  return `已生成 ${file}。`;
}

/** @param {Form} form @param {Uint8Array} bytes @param {string} name @returns {Opened} */
function fromWord(form, bytes, name) {
  const back = readback({ [form.key]: form }, bytes, name, form.key);
  const remarks = remarksOf(form, back.answers, back.faults, back.altered);
  const state = stateOfAnswers(back.answers);
  return { name, answers: back.answers, state, notes: back.notes || [], remarks };
}

// A key that no field has is told once, with what was written there.
/** @param {Message} fault @param {string[]} lost */
function withWords({ path, message }, lost) {
  const words = lost.find((line) => line.startsWith(`「${path[1]}」：`));
  return words ? `${message}。需要的内容请抄到合适的地方：${words}` : message;
}

// Also what is not ready comes into the page as it was typed; what has no field is told.
/** @param {Form} form @param {Uint8Array} bytes @param {string} name @returns {Opened} */
function fromAnswers(form, bytes, name) {
  const file = readAnswerFile(bytes, name);
  const { tree } = file;
  const named = trees.isDict(tree) ? trees.get(tree, "form") : null;
  if (typeof named === "string" && named !== form.key) {
    const words = `${name}: ${another(form, named, "答案")}`;
    throw Object.assign(new Refusal([words]), { other: named });
  }
  const result = checked(form, tree);
  /** @param {Message} fault */
  const stranger = ({ path }) => path[0] === "answers" && path.length > 1 && !form.field(String(path[1]));
  const whole = result.read.faults.filter((fault) => fault.path[0] !== "answers" || fault.path.length < 2);
  /** @param {Message} fault */
  const line = (fault) => `${yamlfile.where(file, fault.path)}: ${fault.message}`;
  if (whole.length > 0) throw new Refusal(whole.map(line));
  const { state, lost } = stateOf(form, tree);
  const notes = result.read.faults.filter(stranger).map((fault) => withWords(fault, lost));
  const left = lost.filter((words) => !notes.some((note) => note.endsWith(words)))
    .map((words) => `没有放进表单的内容，需要的请抄到合适的地方：${words}`);
  const carried = result.read.notes.map((note) => note.message);
  return { name, answers: result.read.answers, state, notes: [...carried, ...notes, ...left], remarks: result.remarks };
}

// {name, answers, state, notes, remarks} of a file, begun: true where it is one of another form;
// throws Refusal with sentences for the reader.
/** @param {Form} form @param {File} file @returns {Promise<Opened>} */
async function opened(form, file) {
  if (file.size > LARGEST_FILE) throw tooLarge(file.name);
  const bytes = await bytesOf(file);
  const answersFile = isAnswerFile(file.name);
  /** @param {Form} wanted */
  const read = (wanted) => (answersFile ? fromAnswers(wanted, bytes, file.name) : fromWord(wanted, bytes, file.name));
  try {
    return read(form);
  } catch (fault) {
    const origin = originOf(form, /** @type {{other: string}} */ (fault).other);
    if (!origin) throw fault;
    return begun(form, origin, read(origin));
  }
}

// A draft that begins with what a file of another form says already.
/** @param {Form} form @param {Form} origin @param {Opened} read @returns {Opened} */
function begun(form, origin, { name, answers, notes, remarks }) {
  const made = carried(form, origin, answers, remarks);
  const many = Object.keys(made.values).length;
  const words = `从${origin.title}带入 ${many} 栏，都可以改；其余的栏目还是空的。`;
  return { name, answers: made, state: stateOfAnswers(made), notes: [words, ...notes], remarks: [], begun: origin.key };
}

// The same of files of several other forms, each carried; null where one of them is no such, or two are of one form.
/** @param {Form} form @param {Opened[]} read @returns {Opened | null} */
function joined(form, read) {
  const begun = new Map(read.map((file) => [file.begun || "", file.answers]));
  if (begun.has("") || begun.size < read.length) return null;
  const answers = together(form, begun);
  const [name, notes] = [read.map((file) => file.name).join("、"), read.flatMap((file) => file.notes)];
  return { name, answers, state: stateOfAnswers(answers), notes, remarks: [], begun: [...begun.keys()].join() };
}

export const files = { word, answers, list, opened, joined, fileName };
