// What a check compares is typed once: an answer goes into the other fields that must say the same, is
// shown there as carried, and stays as soon as somebody writes there. What may stay empty, such as the
// name under a promise, is left to whoever fills it.
import { fullmatch } from "../forms/text.js";

const ENDING = /\{([a-z_0-9]+)\}([^.*?+()[\]{}|\\]+)$/; // .{0,20}{place}人民政府
const PART = /\{[a-z_]+\}/;
const REMARK = /[（(][^（）()]*[）)]$/; // 云澜市人民政府（虚构）
const PROVINCE = /^.{2,8}?(?:省|自治区)(?=.)/;

function ofSame({ fields }) {
  return fields.flatMap((from) => fields.filter((to) => to !== from).map((to) => ({ from, to, made: (text) => text })));
}

// A field that ends with another and fixed words, and the other way round; who leaves the words away
// writes the other, where it looks like that (``looks``: what the form wants of it).
function ofEnding({ field, pattern }, looks) {
  const [, part, words] = ENDING.exec(pattern) || [];
  if (!part) return [];
  const cut = (text) => {
    const whole = text.replace(REMARK, "");
    const place = (whole.endsWith(words) ? whole.slice(0, -words.length) : whole).replace(PROVINCE, "");
    return whole.endsWith(words) || looks(part, place) ? place : "";
  };
  return [{ from: part, to: field, made: (text) => text + words }, { from: field, to: part, made: cut }];
}

// [{from, to: keys of fields, made(text)}] as the form's checks compare them.
export function echoes(form) {
  const rules = form.data.plan ? form.data.plan.rules : [];
  const checks = rules.map((rule) => rule.checks);
  const own = (key) =>
    checks.filter((check) => check.kind === "matches" && check.field === key && !PART.test(check.pattern));
  const looks = (key, text) => own(key).length > 0 && own(key).every(({ pattern }) => fullmatch(pattern, text));
  const of = { same: ofSame, matches: ofEnding };
  return checks.flatMap((check) => (of[check.kind] ? of[check.kind](check, looks) : []))
    .filter(({ to }) => (form.field(to) || {}).required);
}
