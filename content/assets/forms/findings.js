// Mirrors scripts/lawbook/forms/findings.py: missing, too long, of the wrong shape.
/** @import { Chosen, Column, Field, Finding, Form, Item, Option, Path, Value, Values } from "./types" */
import * as columns from "./columns.js";
import { computed } from "./computed.js";
import { OUR_ADVICE } from "./form.js";
import * as handmade from "./handmade.js";
import * as letter from "./letter.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import { unseen } from "./unseen.js";
import { filled } from "./text.js";
import * as shared from "./shared.js";

// {field, path, reason, remedy, advice, basis, isRuled, message}
/** @param {string} field @param {Path} path @param {string} reason @param {string} [remedy]
 * @param {Partial<Finding>} [more] @returns {Finding} */
export function finding(field, path, reason, remedy, more) {
  const message = remedy ? `${reason}；${remedy}` : reason;
  const plain = { field, path, reason, remedy: remedy || "", advice: false, basis: [], isRuled: false };
  return { ...plain, message, ...more };
}

/** @param {Field} field */
function unasked(field) {
  const reason = filled(shared.NOT_ASKED, { field: field.called });
  return finding(field.key, [], reason, shared.CHECK_CHOICE, { advice: true });
}

// Every finding, in the form's order; each rests on what its field rests on. What is said of characters
// that nobody sees is our own advice.
/** @param {Form} form @param {Values} values @returns {Finding[]} */
export function findings(form, values) {
  const each = form.fields.flatMap(([, field]) => {
    const value = trees.get(values, field.key);
    const isAsked = form.asks(field, values);
    if (!isAsked && (value === null || (!trees.isDay(value) && value.length === 0))) return [];
    const idle = isAsked ? [] : [unasked(field)];
    const basis = field.basis.filter((ground) => ground !== OUR_ADVICE);
    const cells = columns.told(form, field, values)
      .map(([path, reason, remedy, advice]) =>
        finding(field.key, path, reason, remedy, advice ? { advice } : { basis }));
    const own = ofField(field, value).map((made) => ({ ...made, basis }));
    return [...idle, ...own, ...cells, ...ofUnseen(field, value)];
  });
  return [...ofLetters(form, { ...values, ...computed(form, values) }), ...each];
}

// Empty gaps of letters, and answers that no letter prints.
/** @param {Form} form @param {Values} values @returns {Finding[]} */
function ofLetters(form, values) {
  return [...form.sections, ...form.attachments].filter((section) => section.letter.length > 0).flatMap((section) => [
    ...letter.gaps(section, values).map((field) =>
      finding(field.key, [], filled(shared.PLACE_EMPTY, { field: field.called }),
        field.computed ? shared.FILL_ITS_FIELDS : shared.FILL_FIRST)),
    ...letter.idle(section, values).map((field) => finding(field.key, [],
      filled(shared.NOT_IN_LETTER, { field: field.called }), shared.CHECK_CHOICE, { advice: true })),
  ]);
}

/** @param {Field} field @param {Value | null} value @returns {Finding[]} */
function ofUnseen(field, value) {
  return texts(field, value).flatMap(([path, called, text]) => {
    const signs = unseen(text).join("、");
    const reason = filled(shared.UNSEEN_SIGNS, { called, signs });
    return signs ? [finding(field.key, path, reason, shared.DELETE_SIGNS, { advice: true })] : [];
  });
}

// All texts of an answer: [the place inside it, how messages call it, the text].
/** @param {Field} field @param {Value | null} value @returns {[path: Path, called: string, text: string][]} */
export function texts(field, value) {
  const called = `「${field.called}」`;
  if (typeof value === "string") return [[[], called, value]];
  return (Array.isArray(value) ? value : []).flatMap((item, number) => {
    if (!Array.isArray(item)) return [[[], called, item.text]];
    return field.columns.map((column, n) =>
      [[number, column.key],
        filled(shared.CELL_CALLED, { field: field.called, number: number + 1, column: column.label }),
        item[n]]);
  });
}

/** @param {Field} field @param {Value | null} value @returns {Finding[]} */
function ofField(field, value) {
  if (value === null || value.length === 0) return ofNone(field);
  if (typeof value === "string") return ofText(field, value);
  return Array.isArray(value) ? ofItems(field, value) : [];
}

/** @param {Field} field @returns {Finding[]} */
function ofNone(field) {
  const reason = filled(shared.FIELD_MISSING, { field: field.called });
  if (field.required) return [finding(field.key, [], reason, shared.FIELD_REQUIRED)];
  return field.advised ? [finding(field.key, [], reason, shared.FIELD_ADVISED, { advice: true })] : [];
}

/** @param {Field} field @param {string} text @returns {Finding[]} */
function ofText(field, text) {
  const all = [];
  const length = strings.length(text);
  if (field.pattern && !handmade.fits(field.pattern, handmade.fitting(field.pattern, text))) {
    all.push(unfitting(field, text, handmade.amid(field.pattern, text)));
  }
  if (field.max_length && length > field.max_length) {
    const reason = filled(shared.TOO_LONG, { field: field.called, length, most: field.max_length });
    all.push(finding(field.key, [], reason, "请精简"));
  }
  return all;
}

// What can be read among other words is no fault: nothing of these is dropped in silence.
/** @param {Field} field @param {string} text @param {string} fitting @returns {Finding} */
function unfitting(field, text, fitting) {
  if (!fitting) return finding(field.key, [], `「${field.called}」"${text}" ${field.pattern_message}`);
  const reason = filled(shared.MORE_THAN_NUMBER, { field: field.called, text, fitting });
  return finding(field.key, [], reason, filled(shared.WRITE_ONLY, { fitting }), { advice: true });
}

/** @param {Field} field @param {Item[]} items @returns {Finding[]} */
function ofItems(field, items) {
  const ticked = items.flatMap((item) => (Array.isArray(item) ? [] : item.option));
  return ofBoxes(field, ticked).concat(items.flatMap((item, number) => {
    if (!Array.isArray(item)) return ofChosen(field, item);
    return field.columns.flatMap((column, n) => ofCell(field, column, item[n], number));
  }));
}

/** @param {Field} field @param {string[]} ticked @returns {Finding[]} */
function ofBoxes(field, ticked) {
  const chosen = field.options.filter((option) => ticked.includes(option.key));
  return chosen.filter((option) => option.alone && chosen.length > 1).map((option) => {
    const named = chosen.filter((other) => other !== option).map((other) => `“${other.label}”`).join("、");
    const reason = filled(shared.CONTRADICTING, { field: field.called, option: option.label, others: named });
    return finding(field.key, [], reason, shared.KEEP_WHAT_HOLDS, { advice: true });
  });
}

/** @param {Field} field @param {Chosen} item @returns {Finding[]} */
function ofChosen(field, item) {
  const option = /** @type {Option} */ (field.options.find((option) => option.key === item.option));
  if (!option.requires_text || item.text) return [];
  const reason = filled(shared.CHOSEN_UNEXPLAINED, { field: field.called, option: option.label });
  return [finding(field.key, [], reason, filled(shared.WRITE_CONTENT, { option: option.key }), { advice: true })];
}

/** @param {Field} field @param {Column} column @param {string} text @param {number} number @returns {Finding[]} */
function ofCell(field, column, text, number) {
  const path = [number, column.key];
  const called = filled(shared.ROW_CALLED, { field: field.called, number: number + 1 });
  if (column.required && !text) {
    return [finding(field.key, path, filled(shared.CELL_MISSING, { called, column: column.label }))];
  }
  if (!text || column.options.length === 0 || column.options.includes(text)) return [];
  const reason = filled(shared.CELL_SAYS, { called, column: column.label, text });
  return [finding(field.key, path, reason, `可写：${column.options.join("、")}`, { advice: true })];
}
