// What a check compares is typed once: an answer goes into the other fields that must say the same, is
// shown there as carried, and stays as soon as somebody writes there. What may stay empty, such as the
// name under a promise, is left to whoever fills it.
/** @import { Matches, Same } from "../forms/plan" */
/** @import { Form } from "../forms/types" */
/** @import { Echo } from "./types" */
import { fullmatch } from "../forms/text.js";

/** @typedef {(key: string, text: string) => unknown} Looks */

const ENDING = /\{([a-z_0-9]+)\}([^.*?+()[\]{}|\\]+)$/; // .{0,20}{place}人民政府
const PART = /\{[a-z_]+\}/;
const REMARK = /[（(][^（）()]*[）)]$/; // 云澜市人民政府（虚构）
const PROVINCE = /^.{2,8}?(?:省|自治区)(?=.)/;

/** @param {Same} check @returns {Echo[]} */
function ofSame({ fields }) {
  /** @param {string} text */
  const made = (text) => text;
  return fields.flatMap((from) => fields.filter((to) => to !== from).map((to) => ({ from, to, made })));
}

// A field that ends with another and fixed words, and the other way round; who leaves the words away
// writes the other, where it looks like that (``looks``: what the form wants of it).
/** @param {Matches} check @param {Looks} looks @returns {Echo[]} */
function ofEnding({ field, pattern }, looks) {
  const [, part, words] = ENDING.exec(pattern) || [];
  if (!part) return [];
  /** @param {string} text */
  const cut = (text) => {
    const whole = text.replace(REMARK, "");
    const rest = (whole.endsWith(words) ? whole.slice(0, -words.length) : whole).replace(PROVINCE, "");
    return whole.endsWith(words) || looks(part, rest) ? rest : "";
  };
  /** @param {string} text */
  const whole = (text) => text + words;
  return [{ from: part, to: field, made: whole }, { from: field, to: part, made: cut }];
}

// [{from, to: keys of fields, made(text)}] as the form's checks compare them.
/** @param {Form} form @returns {Echo[]} */
export function echoes(form) {
  const rules = form.data.plan ? form.data.plan.rules : [];
  const checks = rules.map((rule) => rule.checks);
  /** @param {string} key */
  const own = (key) =>
    checks.flatMap((check) =>
      (check.kind === "matches" && check.field === key && !PART.test(check.pattern) ? check : []));
  /** @param {string} key @param {string} text */
  const looks = (key, text) => own(key).length > 0 && own(key).every(({ pattern }) => fullmatch(pattern, text));
  return checks.flatMap((check) =>
    (check.kind === "same" ? ofSame(check) : check.kind === "matches" ? ofEnding(check, looks) : []))
    .filter(({ to }) => (form.field(to) || {}).required);
}
