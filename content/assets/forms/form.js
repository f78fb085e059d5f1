// Mirrors scripts/lawbook/forms/form.py: a form's declaration with its defaults, and what it calls things.
/** @import { Column, Computed, Field, Form, FormData, Group, Option, Plan, PlanRule, Section } from "./types" */
/** @import { Tally, ToldComputed, ToldField, ToldPlan, ToldSection, Values } from "./types" */
import { held } from "../shell/data.js";
import { allows } from "./conditions.js";
import * as strings from "./text.js";
import * as shared from "./shared.js";

export const OUR_ADVICE = shared.OUR_ADVICE;
/** @type {Omit<Column, "key" | "label">} */
const COLUMN = { formerly: [], hint: null, required: false, kind: "text", unique: false, refers: null, options: [],
  basis: null, width: 1 };
/** @type {Omit<Option, "key" | "label">} */
const OPTION = { formerly: [], requires_text: false, alone: false, basis: null };
const GROUP = { label_lines: [], hint: null };
// Kinds that nobody answers.
export const UNASKED = ["fixed", "computed"];
const FIELD = {
  formerly: [], also: [], name: null, kind: "text", required: false, advised: false, only_draft: false, group: null,
  basis: [], carries: [], see: [], computed: null, only_if: {}, addressee: null,
  hint: null, help: null, text: null, options: [], columns: [], telephones: false, pattern: null,
  pattern_message: null, max_length: null,
};
const CARRY = { field: null, lacks: false, into: null, figures: null, columns: {} };
const FIELD_LAYOUT = { half: false, label_lines: [], option_lines: [], blank_rows: 3 };
const SENTENCE = { text: null, rows: null, at: "body", only_if: {} };
const SECTION_LAYOUT = { arrange: "table", new_page: false, heading: "band" };
const FORM_LAYOUT = { mark: null, cover: [], blank_mark: null, show_required: false, official: false };
/** @type {Omit<PlanRule, "checks" | "message" | "remedy">} */
const RULE = { level: "warns", last_word: false, basis: [] };

// The form of a data file; the key of one that has come is enough.
/** @param {FormData | string} data @returns {Form} */
export function form(data) {
  /** @type {FormData} */
  const given = typeof data === "string" ? held(`forms/${data}`) : data;
  const told = given.form;
  const sections = told.sections.map(section);
  const attachments = (told.attachments || []).map(section);
  const all = [...sections, ...attachments];
  const fields = all.flatMap((section) =>
    section.fields.map((field) => /** @type {[Section, Field]} */ ([section, field])));
  const byKey = new Map(fields.map(([, field]) => [field.key, field]));
  const plan = ruled(given.plan);
  const layout = { ...FORM_LAYOUT, ...told.layout };
  layout.title = { field: null, ...layout.title };
  const defaults = { example: null, addressee: null, by: null };
  const made = /** @type {Form} */ ({ ...defaults, ...told, sections, attachments, layout, fields, plan, data: given });
  /** @param {string} key @returns {Field} */
  made.field = (key) => /** @type {Field} */ (byKey.get(key));
  const sectionOf = new Map(fields.map(([section, field]) => [field.key, section]));
  /** @param {Field} field @param {Values} values */
  made.asks = (field, values) =>
    allows(/** @type {Section} */ (sectionOf.get(field.key)).only_if, values) && allows(field.only_if, values);
  /** @param {Field} field */
  made.hint = (field) => hint(made, field);
  const hints = new Map(fields.map(([section, field]) => [field.key, hintsOf(made, section, field)]));
  /** @param {Field} field */
  made.hints = (field) => /** @type {string[]} */ (hints.get(field.key));
  return made;
}

// Stands in a rule for a text that comes beside the rules.
const BESIDE = "…";

// The rules with what each says and looks for, which comes in lists beside them.
/** @param {ToldPlan | null} plan @returns {Plan | null} */
function ruled(plan) {
  if (!plan) return null;
  const { units, texts, messages, remedies } = plan;
  let next = 0;
  /** @param {unknown} told @returns {unknown} */
  const whole = (told) => {
    if (told === BESIDE) return texts[next++];
    if (Array.isArray(told)) return told.map(whole);
    if (!told || typeof told !== "object") return told;
    return Object.fromEntries(Object.entries(told).map(([key, part]) => [key, whole(part)]));
  };
  const rules = /** @type {typeof plan.rules} */ (whole(plan.rules)).map((rule, number) =>
    ({ ...RULE, ...rule, message: messages[number], remedy: remedies[number] }));
  return { units, rules };
}

// Whether it is a letter, which is never built with an empty slot.
/** @param {Form} form */
export function isLetter(form) {
  return form.sections.some((section) => section.letter.length > 0);
}

/** @param {ToldSection} told @returns {Section} */
function section(told) {
  const groups = (told.groups || []).map((group) => ({ ...GROUP, ...group }));
  const layout = { ...SECTION_LAYOUT, ...told.layout };
  const letter = (told.letter || []).map((sentence) => ({ ...SENTENCE, ...sentence }));
  const defaults = { note: null, formerly: [], only_if: {} };
  const fields = told.fields.map(field);
  const made = /** @type {Section} */ ({ ...defaults, ...told, groups, layout, letter, fields });
  /** @param {string} key */
  made.group = (key) => /** @type {Group} */ (groups.find((group) => group.key === key));
  return made;
}

/** @param {ToldField} told @returns {Field} */
function field(told) {
  const made = /** @type {Field} */ ({ ...FIELD, ...told, layout: { ...FIELD_LAYOUT, ...told.layout } });
  made.options = made.options.map((option) => ({ ...OPTION, ...option }));
  made.columns = made.columns.map((column) => ({ ...COLUMN, ...column }));
  made.carries = made.carries.map((carry) => ({ ...CARRY, ...carry }));
  if (told.computed) made.computed = computedOf(told.computed);
  made.called = made.name || made.label;
  made.standing = made.required ? "必填" : made.advised ? shared.FIELD_ADVISED : "选填";
  return made;
}

/** @param {ToldComputed} told @returns {Computed} */
function computedOf(told) {
  /** @param {Partial<Tally> & {rows: string}} count @returns {Tally} */
  const rows = (count) => ({ where: {}, but: {}, once: null, label: null, unit: "人", ...count });
  const made = /** @type {Computed} */ ({ two_thirds: null, differ: null, ...told });
  made.ways = (told.ways || []).map((way) => ({ only_if: {}, text: null, deadline: null, start: null, ...way }));
  made.counts = (told.counts || []).map(rows);
  if (made.two_thirds) made.two_thirds = { yes: rows(made.two_thirds.yes), of: made.two_thirds.of.map(rows) };
  return made;
}

// The words that stand in a blank field, 必填 among them where the form says so.
/** @param {Form} form @param {Field} field */
function hint(form, field) {
  const shown = field.required && form.layout.show_required;
  return (shown ? shared.REQUIRED_SIGN : "") + (field.hint || "");
}

// The instructions that may be left standing in a field's answer, longest first.
/** @param {Form} form @param {Section} section @param {Field} field */
function hintsOf(form, section, field) {
  const group = field.group ? section.group(field.group).hint : "";
  const words = [...new Set([hint(form, field), field.hint || "", group || ""])];
  return words.filter(Boolean).sort((a, b) => strings.length(b) - strings.length(a));
}
