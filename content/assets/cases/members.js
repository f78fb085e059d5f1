// The members of the committee, kept once in the folder: into the minutes they go by themselves.
/** @import { Answers, Column, Form } from "../forms/types" */
/** @import { Flow, Member, Page, Roll, Vote } from "./types" */
import { trimmed } from "../forms/text.js";
import { act } from "../filling/entries.js";
import { el, every, pick, put } from "../tools/common-elements.js";
import { membersOf } from "./folder_file.js";
import { here } from "./needed.js";
import { rowsOf } from "./votes.js";

/** @param {string} spot */
const formIn = (spot) => spot.split(".")[0];
/** @param {string} spot */
const fieldIn = (spot) => spot.split(".")[1];

// The form that lists the members, and the minutes: its list has the columns of theirs, and more.
/** @param {Flow} flow */
export const listOf = ({ roll }) => formIn(roll.members);
/** @param {Flow} flow */
export const minutesOf = ({ roll }) => formIn(roll.minutes);
const COLUMNS = ["name", "post", "kind", "outside", "sex"];

/** @param {Form} form @param {Roll} roll */
const columnsOf = (form, roll) => form.field(fieldIn(roll.members)).columns;

// A row for each point that a review looks at: what is thought of it is left to write.
/** @param {Form} form @param {string} key */
function pointsOf(form, key) {
  const { columns } = form.field(key);
  const [focus] = columns;
  return focus.options.map((option) => columns.map((column) => (column === focus ? option : "")));
}

// The answers with which a paper begins: minutes have the folder's members, and a row for each point.
/** @param {Roll} roll @param {Form} form @param {Answers} answers @param {Member[]} members
 * @param {Record<string, Vote>} votes @returns {Answers} */
export function prepared(roll, form, answers, members, votes) {
  if (form.key !== formIn(roll.minutes)) return answers;
  const [points, people] = [roll.points, roll.minutes].map(fieldIn);
  /** @type {Answers["values"]} */
  const values = { [points]: pointsOf(form, points), ...answers.values };
  if (members.length > 0 && !values[people]) values[people] = rowsOf(form, people, members, votes);
  return { ...answers, values };
}

// The members that a registration form names; those of the same name take the place of the older ones.
/** @param {Roll} roll @param {Form} form @param {Answers} answers @param {Member[]} members @returns {Member[]} */
export function registered(roll, form, answers, members) {
  const rows = /** @type {string[][]} */ (answers.values[fieldIn(roll.members)] || []).map((row) =>
    Object.fromEntries(columnsOf(form, roll).map((column, n) => [column.key, row[n]])));
  const named = membersOf(rows);
  return [...members.filter((member) => named.every((other) => other.name !== member.name)), ...named];
}

/** @param {Column} column @param {string} value @param {number} number */
function input(column, value, number) {
  const id = `member-${number}-${column.key}`;
  const made = column.options.length > 0
    ? el("select", { id }, el("option", { value: "" }, "请选"),
      column.options.map((option) => el("option", { value: option, selected: option === value }, option)))
    : el("input", { id, type: "text", maxlength: "60", value });
  made.dataset.column = column.key;
  return el("p", { class: "member__cell" }, el("label", { for: id }, column.label), made);
}

/** @param {Column[]} columns @param {Member} member @param {number} number @param {(number: number) => void} remove */
function row(columns, member, number, remove) {
  const made = el("li", { class: "member" }, columns.map((column) => input(column, member[column.key] || "", number)),
    el("p", { class: "member__act" }, act("删除", () => remove(number))));
  pick(made, "button").setAttribute("aria-label", `删除${member.name || `第 ${number + 1} 行`}`);
  return made;
}

// What stands in the rows: all of them, those without a name too.
/** @param {HTMLElement} list @returns {Member[]} */
const writtenIn = (list) => [...list.children].map((item) =>
  Object.fromEntries(/** @type {HTMLInputElement[]} */ (every(item, "[data-column]"))
    .map((cell) => [cell.dataset.column, cell.value])));

/** @param {Member[]} members */
function counted(members) {
  /** @param {string} key @param {string} word */
  const count = (key, word) => members.filter((member) => member[key] === word).length;
  const kinds = [...new Set(members.map((member) => member.kind).filter(Boolean))];
  const words = [["男", count("sex", "男")], ["女", count("sex", "女")], ["外单位", count("outside", "是")],
    ...kinds.map((kind) => [kind, count("kind", kind)])];
  return `共 ${members.length} 人：${words.map(([word, number]) => `${word} ${number}`).join("，")}。`;
}

// The view; the form's data is here.
/** @param {Page} page */
export function shown(page) {
  const { folder, tool } = page;
  const { flow } = tool.data;
  const columns = columnsOf(here(listOf(flow)), flow.roll).filter((column) => COLUMNS.includes(column.key));
  const list = el("ul", { class: "members" });
  const sum = el("p", { role: "status" });
  const keep = () => {
    const named = writtenIn(list).map((member) => trimmed(member.name)).filter(Boolean);
    const twice = named.find((name, n) => named.indexOf(name) !== n);
    folder.setMembers(membersOf(writtenIn(list)));
    put(sum, counted(folder.members()), twice && ` “${twice}”写了两行，只留第一行。`);
  };
  /** @param {Member[]} rows */
  const draw = (rows) => {
    put(list, rows.map((member, n) => row(columns, member, n, (number) => {
      draw(writtenIn(list).filter((_, at) => at !== number));
      keep();
      add.focus();
    })));
    put(sum, counted(membersOf(rows)));
  };
  const add = act("加一名委员", () => {
    draw([...writtenIn(list), {}]);
    pick(list, ":scope > :last-child input").focus();
  }, "act");
  list.addEventListener("change", keep);
  draw(folder.members().length > 0 ? folder.members() : [{}]);
  return el("section", { class: "roll", "aria-labelledby": "roll-head" },
    el("h2", { id: "roll-head", tabindex: "-1" }, "委员名册"),
    el("p", { class: "days__how" }, "写一次；写会议记录时，姓名、类别、外单位、性别自动带入，可以改。登记过的，把填好的",
      el("a", { href: `${tool.root}forms/${listOf(flow)}/` }, "委员会登记信息表"), "（.docx）拖到本页，名册就有了。组成的要求，见",
      el("a", { href: `${tool.root}start/committee/#members` }, "组成"), "。"),
    sum, list, el("p", { class: "acts" }, add));
}

