// Mirrors scripts/lawbook/forms/computed.py: a day from its rule, numbers and majorities from rows.
/** @import { Answers, Computed, Day, Form, Value, Values, Way } from "./types" */
import { lastDay, numberOf, shownDay, weekday } from "../tools/deadlines-count.js";
import { allows } from "./conditions.js";
import * as tally from "./tally.js";
import * as trees from "./tree.js";
import { shownDate } from "./values.js";
import { filled } from "./text.js";
import * as shared from "./shared.js";

const WHOLE = ".whole";
/** @param {Day} value */
const dayOf = ({ date }) => numberOf(date);

// The rule of a way; null where the page's data has none.
/** @param {Form} form @param {Way} way */
const ruleOf = (form, way) => (form.data.periods || {})[/** @type {string} */ (way.deadline)] || null;

/** @param {Form} form @param {Way} way @param {Values} values @returns {Value | null} */
function ofWay(form, way, values) {
  if (way.text) return way.text;
  const due = dueOf(form, way, values);
  return due && due.day !== null ? { date: shownDay(due.day) } : null;
}

// When the deadline of a way ends, with the working day after it; null where nothing runs.
/** @param {Form} form @param {Way} way @param {Values} values */
function dueOf(form, way, values) {
  const start = trees.get(values, way.start || "");
  const rule = ruleOf(form, way);
  return rule && trees.isDay(start) ? lastDay(dayOf(start), rule, rule.years) : null;
}

/** @param {Form} form @param {Way} way @param {Values} values @param {Value} value */
function wholeOfWay(form, way, values, value) {
  const start = trees.get(values, way.start || "");
  if (!trees.isDay(value) || !trees.isDay(start)) return typeof value === "string" ? value : "";
  const rule = ruleOf(form, way);
  const origin = `自${form.field(/** @type {string} */ (way.start)).called}${shownDate(start)}起算`;
  const day = filled(shared.DAY_OF_WEEK, { day: shownDate(value), weekday: shared.WEEKDAYS[weekday(dayOf(value))] });
  return `${day}：${rule.period}，${origin}（${rule.tag}）`;
}

/** @param {Computed} made @param {Form} form @param {Values} values */
function lines(made, form, values) {
  const counts = made.counts.map((count) => tally.told(count, tally.numberedRows(count, form, values).length));
  const told = [`${counts.join("，")}。`];
  if (!made.two_thirds) return told;
  const results = new Set();
  for (const [way, all, agreed] of tally.reached(made.two_thirds, form, values)) {
    const least = tally.needed(all);
    const isReached = agreed >= least && least > 0;
    results.add(isReached);
    told.push(`${tally.told(way, all)}的三分之二是${least}${way.unit}，`
      + `${tally.told(made.two_thirds.yes, agreed)}，${isReached ? "达到" : shared.BELOW_SHARE}三分之二以上。`);
  }
  return made.differ && results.size > 1 ? [...told, made.differ] : told;
}

/** @param {Computed} made @param {Values} values */
const wayOf = (made, values) => made.ways.find((way) => allows(way.only_if, values));

/** @param {Form} form @param {Computed} made @param {Values} values @returns {Value | null} */
function valueOf(form, made, values) {
  if (made.ways.length > 0) {
    const way = wayOf(made, values);
    return way ? ofWay(form, way, values) : null;
  }
  if (!made.counts.some((count) => tally.rowsOf(trees.get(values, count.rows)).length > 0)) return null;
  return lines(made, form, values).join("\n");
}

// The values that a form computes from answers: field key → date or text.
/** @param {Form} form @param {Values} values @returns {Record<string, string | Day>} */
export function computed(form, values) {
  /** @type {Record<string, string | Day>} */
  const made = {};
  for (const [, field] of form.fields.filter(([, asked]) => asked.computed)) {
    const value = valueOf(form, /** @type {Computed} */ (field.computed), values);
    if (value) made[field.key] = /** @type {string | Day} */ (value);
  }
  return made;
}

// The working days after computed last days on which nobody works: by convention in time. Field key → text.
/** @param {Form} form @param {Values} values @returns {Record<string, string>} */
export function rolled(form, values) {
  return Object.fromEntries(form.fields.flatMap(([, { key, computed }]) => {
    const way = computed && wayOf(computed, values);
    const due = way && dueOf(form, way, values);
    return due && due.rolled ? [[key, shownDay(due.rolled)]] : [];
  }));
}

// A last day, and the working day until which it is kept where that is later: texts.
/** @param {string} day @param {string} last */
export function ending(day, last) {
  return shownDate({ date: day }) + (last > day ? filled(shared.PUT_OFF, { day: shownDate({ date: last }) }) : "");
}

// The same with the way each was computed, as it is shown where there is room.
/** @param {Form} form @param {Values} values @returns {Record<string, string>} */
export function whole(form, values) {
  const counted = computed(form, values);
  return Object.fromEntries(Object.entries(counted).map(([key, value]) => {
    const made = /** @type {Computed} */ (form.field(key).computed);
    const way = wayOf(made, values);
    return [key, way ? wholeOfWay(form, way, values, value) : /** @type {string} */ (value)];
  }));
}

// Answers as Word prints them: with what is computed, alone and with its way.
/** @param {Form} form @param {Answers} answers @returns {Answers} */
export function shown(form, answers) {
  if (!form.fields.some(([, field]) => field.computed)) return answers;
  const told = Object.entries(whole(form, answers.values)).map(([key, text]) => [`${key}${WHOLE}`, text]);
  const values = { ...answers.values, ...computed(form, answers.values), ...Object.fromEntries(told) };
  return { ...answers, values };
}
