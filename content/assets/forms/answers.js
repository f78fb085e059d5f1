// Mirrors scripts/lawbook/forms/answers.py: answers read from a tree and checked, all at once.
//
// THE SHAPE THAT ALL SCRIPTS OF THE FORMS FOLLOW
//
// answers = {form, key, title, mark, values}: texts, "" for none; values is a plain object
//   field key → value, in any order; a field without answer is absent (never null or "").
//   text, long_text   "…" (Unix line ends, trimmed)
//   date              {date: "2026-12-01"}
//   choice, choices   [{option: "key", text: "words beside it or empty"}], a choice has one
//   rows              [["cell", "cell", …], …], one text for each column, "" where empty
//   fixed             never there
//
// A tree is what an answer file holds, before it is read: text, null, array, Map or plain object
//   {form: "pilot-plan", title: "…", mark: "…", answers: {unit: "…", submit_date: "2026-12-01",
//    paths: ["key", {key: "words"}], rows: [{column: "…"}]}}
//   Both Map and plain object are understood; readAnswerFile gives Maps, which keep every order.
//   A page makes a tree from what stands in its inputs and calls reading: raw text is fine.
//   forms.answerTree(form, answers, key) gives the tree of answers.
//
// form = forms.form(data): the declaration of data/forms/<key>.yml with every default filled in,
//   names as in form.py: form.fields = [[section, field], …], field.called, field.standing,
//   form.field(key), form.hints(field), form.hint(field), section.layout.arrange …
//
// reading(form, tree) = {answers, faults, findings, advice, notes, given}; the four are lists of
//   {path: ["answers", "unit"] or ["answers", "rows", 1, "name"] or ["form"], message: "…"}.
//   path[1] is the field's key; message is the whole line as the command line words it.
//   given: field key → its former key, where that stands in the file; notes tell of it.
//
// A Refusal (forms.Refusal, an Error) has problems: [line, …], shown as they are.
/** @import { Answers, Chosen, Fault, Field, Finding, Form, Item, Message, Path, Reading, Values } from "./types" */
import * as findings from "./findings.js";
import * as formerly from "./former_names.js";
import { meant, nearest } from "./nearest.js";
import * as strings from "./text.js";
import * as trees from "./tree.js";
import * as answerValues from "./values.js";
import { filled } from "./text.js";
import * as shared from "./shared.js";

export class Refusal extends Error {
  /** @param {string[]} problems */
  constructor(problems) {
    super(problems.join("\n"));
    this.name = "Refusal";
    this.problems = problems;
  }
}

/** @type {[string, string][]} */
const HEAD = [
  ["key", shared.FILE_NAMES], ["form", "表单"], ["title", "标题"], ["mark", "标注"], ["answers", "答案"],
];

// Read a tree as far as it can be read; nothing is thrown.
/** @param {Form} form @param {unknown} tree @returns {Reading} */
export function reading(form, tree) {
  /** @type {Message[]} */
  const faults = [];
  /** @param {Path} path @param {string} message */
  const fault = (path, message) => faults.push({ path, message });
  const [head, inside] = headOf(form, tree, fault);
  const old = formerly.carried(form, inside);
  const values = valuesOf(form, old.tree, fault);
  /** @type {Set<string | null | undefined>} */
  const spoilt = new Set(faults.filter(({ path }) => path[0] === "answers")
    .map(({ path }) => /** @type {string | undefined} */ (path[1])));
  const known = calledOf(form);
  /** @type {string[]} */ ([...spoilt].filter((key) => key !== undefined)).filter((key) => !form.field(key))
    .forEach((key) => spoilt.add(meant(key, known)));
  // A field that could not be read, or whose key is misspelt, is not reported as missing too.
  const all = findings.findings(form, values).filter((finding) => !spoilt.has(finding.field));
  return {
    answers: { form: form.key, key: "", title: "", mark: "", ...head, values },
    faults,
    findings: all.filter((finding) => !finding.advice).map(placed),
    advice: all.filter((finding) => finding.advice).map(placed),
    notes: [...old.notes, ...respelt(form, old.tree, values)],
    given: old.given,
  };
}

// What stands otherwise than it was written: numbers and addresses in their one spelling.
/** @param {Form} form @param {unknown} tree @param {Values} values @returns {Message[]} */
function respelt(form, tree, values) {
  /** @param {string} key */
  const written = (key) => (trees.isDict(tree) ? trees.get(tree, key) : null);
  /** @param {Field} field */
  const changed = ({ key, pattern }) => pattern && typeof written(key) === "string" && values[key]
    && values[key] !== strings.trimmed(/** @type {string} */ (written(key)));
  return form.fields.map(([, field]) => field).filter(changed)
    .map(({ key, called }) => {
      const message = filled(shared.SPELLING_SETTLED, { field: called, value: values[key] });
      return { path: ["answers", key], message };
    });
}

/** @param {Finding} finding @returns {Message} */
function placed(finding) {
  return { path: ["answers", finding.field, ...finding.path], message: finding.message };
}

// The head's texts and the tree of answers.
/** @param {Form} form @param {unknown} tree @param {Fault} fault @returns {[Partial<Answers>, unknown]} */
function headOf(form, tree, fault) {
  if (!trees.isDict(tree)) {
    fault([], filled(shared.NOT_A_MAP, { keys: HEAD.map(([key]) => key).join("、") }));
    return [{}, null];
  }
  for (const key of trees.keys(tree)) {
    if (HEAD.some(([head]) => head === key)) continue;
    fault([key], filled(shared.UNKNOWN_KEY, { key, nearest: nearest(key, HEAD) }));
  }
  const named = trees.get(tree, "form");
  if (named !== form.key) fault(["form"], otherForm(form, named));
  const inside = trees.get(tree, "answers");
  if (!trees.isDict(inside)) fault(["answers"], shared.NO_ANSWERS);
  const texts = ["key", "title", "mark"].map((key) => [key, trees.get(tree, key)]);
  const head = texts.filter(([, text]) => typeof text === "string")
    .map(([key, text]) => [key, strings.trimmed(/** @type {string} */ (text))]);
  return [Object.fromEntries(head), inside];
}

/** @param {Form} form @param {unknown} named */
function otherForm(form, named) {
  if (named === null) return filled(shared.NO_FORM, { form: form.key });
  const shown = typeof named === "string" ? named : shared.SOME_TREE;
  return filled(shared.OTHER_FORM, { shown, form: form.key });
}

/** @param {Form} form @returns {[string, string][]} */
const calledOf = (form) => form.fields.map(([, field]) => [field.key, field.called]);

/** @param {Form} form @param {unknown} tree @param {Fault} fault @returns {Values} */
function valuesOf(form, tree, fault) {
  if (!trees.isDict(tree)) return {};
  const known = calledOf(form);
  for (const key of trees.keys(tree)) {
    if (form.field(key)) continue;
    const advice = nearest(key, known, true);
    fault(["answers", key], filled(shared.NO_SUCH_FIELD, { field: key, advice }));
  }
  /** @type {Values} */
  const values = {};
  for (const [, field] of form.fields) {
    /** @param {Path} path @param {string} message */
    const below = (path, message) => fault(["answers", field.key, ...path], message);
    const value = answerValues.valueOf(field, trees.get(tree, field.key), below);
    if (value !== null) values[field.key] = value;
  }
  return values;
}

// The answer of a text, long text or date field as people read it; empty for none.
/** @param {Answers} answers @param {string} key */
export function text(answers, key) {
  const value = trees.get(answers.values, key);
  if (typeof value === "string") return value;
  return trees.isDay(value) ? answerValues.shownDate(value) : "";
}

// The ticked options of a choice: Map of option key → words beside it.
/** @param {Answers} answers @param {string} key @returns {Map<string, string>} */
export function chosen(answers, key) {
  const items = /** @type {Chosen[]} */ (list(answers, key).filter((item) => !Array.isArray(item)));
  return new Map(items.map((item) => [item.option, item.text]));
}

/** @param {Answers} answers @param {string} key @returns {string[][]} */
export function rows(answers, key) {
  return /** @type {string[][]} */ (list(answers, key).filter((item) => Array.isArray(item)));
}

/** @param {Answers} answers @param {string} key @returns {Item[]} */
function list(answers, key) {
  const value = trees.get(answers.values, key);
  return Array.isArray(value) ? value : [];
}
