// Which duties fit: by role, stage, topic, place and confidence, as `lawbook obligations` does.
/** @import { Duty, Obligations, Pair, Tool } from "./extracts" */
import { markWord, names } from "./common-basis.js";
import { Problem, short } from "./common-text.js";

/** @type {Record<string, string>} */
export const FORCES = { must: "应当", must_not: "不得", may: "可以", encouraged: "鼓励" };
const STAGES = ["准备", "申请", "审查", "复核", "跟踪", "登记报告", "监督"];
const HEADER = [
  "角色", "性质", "环节", "主题", "地域", "把握", "做什么", "何时", "依据", "提示", "责任单位",
];
/** @type {Record<string, string>} */
export const LIMITS = { role: "角色", stage: "环节", topic: "主题", place: "地域", confidence: "把握" };

/** @param {Duty} duty @param {string} name */
function textOf(duty, name) {
  return String(duty[/** @type {"stage" | "topic" | "place" | "confidence"} */ (name)]);
}

/** @param {Duty} duty @param {string} name @param {string} value */
function has(duty, name, value) {
  return name === "role" ? duty.who.includes(value) : textOf(duty, name) === value;
}

// ``wanted``: a Map of limits, each to the value that a duty must have.
/** @param {{obligations: Duty[]}} book @param {Map<string, string>} wanted */
export function duties(book, wanted) {
  return book.obligations.filter((duty) =>
    [...wanted].every(([name, value]) => has(duty, name, value)));
}

// The values of a limit that some duty has, with what readers call them, in their order.
/** @param {Obligations} book @param {string} name */
export function choices(book, name) {
  const values = book.obligations.flatMap((duty) => (name === "role" ? duty.who : [textOf(duty, name)]));
  const order = {
    stage: STAGES, topic: book.topics, confidence: Object.keys(book.confidences),
  }[name];
  const used = [...new Set(values)];
  if (order) used.sort((value, other) => order.indexOf(value) - order.indexOf(other));
  return used.map((value) => [value, labelOf(book, name, value)]);
}

/** @param {Obligations} book @param {string} name @param {string} value */
function labelOf(book, name, value) {
  if (name === "role") return book.roles[value];
  return name === "confidence" ? book.confidences[value].label : value;
}

// The limits of an address. Throws Problem for what is no limit or no value of one.
/** @param {Obligations} book @param {Pair[]} pairs @returns {Map<string, string>} */
export function limitsOf(book, pairs) {
  const wanted = new Map();
  for (const [name, value] of pairs) {
    if (!Object.keys(LIMITS).includes(name)) {
      throw new Problem(`链接中的“${short(name)}”看不懂，请从头开始。`);
    }
    if (!choices(book, name).some(([known]) => known === value)) {
      throw new Problem(`没有${LIMITS[name]}“${short(value)}”，请重新选择。`);
    }
    wanted.set(name, value);
  }
  return wanted;
}

/** @param {Duty} duty */
function hints(duty) {
  const judged = duty.human_judgement ? ["是否适用由人判断。"] : [];
  const unseen = duty.unseen ? ["正式文字未见。"] : [];
  return [...judged, ...unseen, duty.note || ""].join("");
}

/** @param {Tool<Obligations>} tool @param {Duty} duty */
function row(tool, duty) {
  return [
    duty.who.map((key) => tool.data.roles[key]).join("、"), FORCES[duty.force], duty.stage,
    duty.topic, duty.place, markWord(tool, duty), duty.what, duty.when,
    names(tool, duty).join("、"), hints(duty), duty.responsible.join("、"),
  ];
}

// A duty as `data/obligations.json` has it, without what only this page needs.
/** @param {Duty} duty */
export function plainly({ unseen, responsible, ...duty }) {
  return { ...duty, final_unseen: unseen };
}

export { row as dutyRow, HEADER as DUTY_HEADER };
