// What a check says: a summary on top that leads to each field, and a line beside the field.
// The words are those of `lawbook form check`; the page makes none of its own.
/** @import { Form, Reading, Remark } from "../forms/types" */
/** @import { Entries, Entry, Steps } from "./types" */
import { reading } from "../forms/answers.js";
import { MISSING } from "../forms/carrying.js";
import { remarks as remarksOf, unchecked } from "../forms/filled_form.js";
import { el, pick, put } from "../tools/common-elements.js";
import { filled } from "../forms/text.js";
import * as shared from "../forms/shared.js";

export const FINE = "没有查出问题。内容是否属实、妥当，仍要由人核对。";

/** @param {Remark} remark @param {(key: string) => void} [go] */
function line(remark, go) {
  const link = go ? el("a", { href: `#field-${remark.field}` }, remark.where) : el("b", {}, remark.where);
  if (go) link.addEventListener("click", (event) => {
    event.preventDefault();
    go(remark.field);
  });
  return el("li", {}, link, " ", remark.reason,
    el("span", { class: "remark__more" }, `改法：${remark.remedy}。依据：${remark.basis}`));
}

/** @param {Remark[]} remarks */
export function tally(remarks) {
  const must = remarks.filter((remark) => !remark.advice).length;
  return filled(shared.MUST_AND_ADVICE, { must, advice: remarks.length - must });
}

// The remarks as a list; ``go`` is absent where there is no field on the page to go to.
/** @param {Remark[]} remarks @param {(key: string) => void} [go] */
export function listed(remarks, go) {
  const must = remarks.filter((remark) => !remark.advice);
  const advice = remarks.filter((remark) => remark.advice);
  /** @param {Remark[]} some */
  const list = (some) => el("ol", { class: "remarks" }, some.map((remark) => line(remark, go)));
  return [
    must.length > 0 && [el("p", {}, el("b", {}, `必改（${must.length}处）`)), list(must)],
    advice.length > 0 && el("details", { open: must.length === 0 },
      el("summary", {}, `提醒（${advice.length}处）：建议补写，不改也可以提交`), list(advice)),
  ].flat().filter(Boolean);
}

// What the check left out.
/** @param {Form} form */
export function left(form) {
  const words = unchecked(form);
  return words && el("p", { class: "summary__left" }, words);
}

// Faults of a reading by field: [[key, message]], as a Word file that came back has them.
/** @param {Form} form @param {Reading} read @returns {[string, string][]} */
function faultsOf(form, read) {
  return read.faults.filter(({ path }) => path[0] === "answers" && form.field(String(path[1])))
    .map(({ path, message }) => [String(path[1]), message]);
}

/** @param {Form} form @param {unknown} tree */
export function checked(form, tree) {
  const read = reading(form, tree);
  const faults = faultsOf(form, read);
  return { read, faults, remarks: remarksOf(form, read.answers, faults, null) };
}

// The help stands right above the field: beside it, it is not said again.
/** @param {string} remedy */
function brief(remedy) {
  return remedy.replace(/^(这一栏必填|建议填写)：[^]*$/, "$1");
}

/** @param {Entry} entry @param {Remark[]} remarks */
function beside(entry, remarks) {
  const slot = pick(entry.node, ".quest__fault");
  const must = remarks.some((remark) => !remark.advice);
  const words = remarks.map((remark) => `${remark.advice ? "提醒" : "必改"}：${remark.reason}；${brief(remark.remedy)}`);
  slot.hidden = words.length === 0;
  slot.textContent = words.join("。");
  entry.node.classList.toggle("quest--wrong", must);
  entry.node.classList.toggle("quest--thin", words.length > 0 && !must);
  const marked = entry.node.matches("fieldset") ? [] : [entry.target()];
  marked.forEach((node) => {
    if (must) node.setAttribute("aria-invalid", "true");
    else node.removeAttribute("aria-invalid");
  });
}

// ``tree()`` gives what is on the page; ``go(key)`` leads to a field.
// ``wrong(keys)`` marks the steps in which something must be changed.
/** @param {HTMLElement} host @param {Form} form @param {Entries} of @param {() => unknown} tree
 * @param {Pick<Steps, "go" | "wrong">} steps */
export function checker(host, form, of, tree, { go, wrong }) {
  const summary = pick(host, "#summary");
  const title = document.title;
  let asked = false; // before the first check nobody is told what they have not come to yet

  /** @param {Remark[]} remarks */
  function show(remarks) {
    const fine = remarks.length === 0 ? el("p", {}, FINE) : null;
    const list = /** @type {HTMLDetailsElement | null} */ (summary.firstChild);
    const open = summary.hidden || (list && list.open);
    put(summary, el("details", { open },
      el("summary", {}, el("b", {}, `检查结果：${tally(remarks)}`)),
      fine, left(form), listed(remarks, leave)));
    summary.classList.toggle("summary--clean", !remarks.length);
    summary.hidden = false;
    document.title = remarks.some((remark) => !remark.advice) ? `有错误：${title}` : title;
    wrong(remarks.filter((remark) => !remark.advice).map((remark) => remark.field));
    of.all.forEach((entry) => beside(entry, remarks.filter((remark) => remark.field === entry.key)));
  }

  // The list folds up behind whoever follows it to a field.
  /** @param {string} key */
  function leave(key) {
    /** @type {HTMLDetailsElement} */ (summary.firstChild).open = false;
    go(key);
  }

  function check() {
    asked = true;
    summary.hidden = true;
    of.all.forEach((entry) => entry.prune && entry.prune());
    const result = checked(form, tree());
    show(result.remarks);
    return result;
  }

  // Only what was typed is judged here; that something is missing is told by a check.
  /** @param {string} key */
  function glance(key) {
    const result = checked(form, tree());
    if (asked) show(result.remarks);
    else beside(of.of(key), result.remarks.filter((remark) => remark.field === key
      && (!remark.advice || form.field(key).pattern) && remark.reason !== MISSING));
  }

  function forget() {
    asked = false;
    summary.hidden = true;
    document.title = title;
    wrong([]);
    of.all.forEach((entry) => beside(entry, []));
  }

  const focus = () => {
    summary.scrollIntoView();
    summary.focus({ preventScroll: true });
  };
  return { check, glance, forget, focus, asked: () => asked };
}
