// Mirrors scripts/lawbook/forms/carrying.py: what answers of one form say already in another.
/** @import { Answers, Carry, Field, Form, Remark, Run, Value, Values } from "./types" */
import { OUR_ADVICE, form } from "./form.js";
import { parsed } from "./passage.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import * as shared from "./shared.js";

export const MISSING = shared.MISSING;
// 不少于60项, 24家, 98%; no 6个月 and no 2个工作日, which are times.
const FIGURE = new RegExp("(?:不少于|不低于|不超过|至少|累计达到|达到)?[0-9]+(?:[.][0-9]+)?"
  + "(?:[%％]|[个项家名期册份件场台类篇套](?:次)?|人次|次|人)(?!月|工作日)(?:以上|以内)?", "gu");

// The form of a key from which another carries answers, null for one from which it carries none.
/** @param {Form} own @param {string} key @returns {Form | null} */
export function originOf(own, key) {
  const told = (own.data.origins || []).find((origin) => origin.key === key);
  const checks = (own.data.checks || {})[key] || {};
  return told ? form({ ...own.data, ...checks, form: told }) : null;
}

// The answers with which a form begins, from those of another; its mark goes with them. ``remarks``
// are what the check says of the other form: {field, reason, remedy, basis, advice}.
/** @param {Form} form @param {Form} source @param {Answers} answers @param {Remark[]} [remarks] @returns {Answers} */
export function carried(form, source, answers, remarks) {
  /** @type {Values} */
  const values = {};
  for (const [, field] of form.fields) {
    const from = field.carries.find((carry) => carry.form === source.key);
    const value = from && from.field ? trees.get(answers.values, from.field) : null;
    if (!from || (value === null && !from.lacks)) continue;
    const made = from.lacks ? lacking(field, from, source, remarks || [])
      : valueOf(field, from, source.field(/** @type {string} */ (from.field)), /** @type {Value} */ (value));
    if (made.length !== 0) values[field.key] = made;
  }
  return { form: form.key, values, key: "", title: "", mark: answers.mark };
}

// What was carried from several forms, by their keys: of two for a field the one said last in its ``carries``,
// whichever file was read first.
/** @param {Form} form @param {Map<string, Answers>} begun @returns {Answers} */
export function together(form, begun) {
  /** @type {Values} */
  const values = {};
  for (const [, field] of form.fields) {
    for (const carry of field.carries) {
      const from = begun.get(carry.form);
      const value = from ? trees.get(from.values, field.key) : null;
      if (value !== null) values[field.key] = value;
    }
  }
  const marked = [...begun.values()].find(({ mark }) => mark);
  return { form: form.key, values, key: "", title: "", mark: marked ? marked.mark : "" };
}

/** @param {Field} field @param {Carry} from @param {Field} origin @param {Value} value @returns {Value} */
function valueOf(field, from, origin, value) {
  if (from.into) return paragraphs(/** @type {string} */ (value)).map((paragraph) => split(field, from, paragraph));
  if (field.kind !== "rows") return value;
  const numbers = new Map(origin.columns.map((column, number) => [column.key, number]));
  /** @param {string[]} row @param {string} key */
  const cell = (row, key) => (key ? row[/** @type {number} */ (numbers.get(key))] : "");
  return /** @type {string[][]} */ (value).map((row) =>
    field.columns.map((column) => cell(row, from.columns[column.key])));
}

// Whether something is missing or must be changed, beyond mere advice.
/** @param {Remark} remark */
export const isLacking = (remark) => !remark.advice || remark.reason === MISSING;

// A row for each place that is missing or must be changed; mere advice is not asked for.
/** @param {Field} field @param {Carry} from @param {Form} source @param {Remark[]} remarks */
function lacking(field, from, source, remarks) {
  return remarks.filter(isLacking).map((remark) => {
    const asked = source.field(remark.field);
    const isMissing = remark.reason === MISSING;
    const mend = isMissing ? asked.hint || asked.help || shared.WRITE_FIELD : remark.remedy;
    /** @type {Record<string, string>} */
    const cells = {
      what: asked.called, reason: remark.reason, remedy: strings.strippedRight(mend, "。"),
      basis: remark.basis === OUR_ADVICE ? "" : remark.basis,
    };
    return field.columns.map((column) => cells[from.columns[column.key]] || "");
  });
}

// A row for each paragraph; its figures in the column for figures.
/** @param {Field} field @param {Carry} from @param {string} paragraph */
function split(field, from, paragraph) {
  /** @type {Record<string, string>} */
  const cells = { [/** @type {string} */ (from.into)]: paragraph };
  if (from.figures) cells[from.figures] = figures(paragraph);
  return field.columns.map((column) => cells[column.key] || "");
}

/** @param {string} text */
function paragraphs(text) {
  /** @param {Run[]} runs */
  const words = (runs) => runs.map(([piece]) => piece).join("");
  const lines = parsed(text).flatMap((block) =>
    (block.kind === "grid" ? block.rows.map((row) => row.map(words).join("｜")) : [words(block.runs)]));
  return lines.filter(Boolean);
}

/** @param {string} text */
function figures(text) {
  return (text.match(FIGURE) || []).join("、");
}
