// One question a page: where one stands, what is asked and why, the answers with their grounds.
/** @import { Acts, Answer, Navigator, Question, Route, Said, Tool } from "./extracts" */
import { basis, quotations } from "./common-basis.js";
import { el } from "./common-elements.js";
import { button } from "./common-page.js";
import { offered, pairsBy } from "./navigator-route.js";
import * as shared from "./common-shared.js";

// Parts in which something was answered are filled; others may never be asked.
/** @param {Tool<Navigator>} tool @param {Route} route */
function parts(tool, route) {
  const here = route.question && route.question.part;
  const done = new Set(route.said.map((reply) => reply.question.part));
  return el("ol", { class: "way", "aria-label": "进度" }, tool.data.parts.map((part) => {
    const look = part.key === here ? "way__here" : done.has(part.key) ? "way__done" : null;
    return el("li", { class: look, "aria-current": part.key === here && "step" }, part.title);
  }));
}

/** @param {Tool<Navigator>} tool @param {Answer} answer @param {string} id */
function why(tool, answer, id) {
  if (!answer.why && answer.basis.length === 0) return null;
  return el("p", { class: "choice__why", id }, answer.why && [answer.why, " "],
    answer.basis.length > 0 && basis(tool, answer));
}

/**
 * @param {Tool<Navigator>} tool
 * @param {Question} question
 * @param {Answer} answer
 * @param {number} number
 * @param {string[]} taken
 */
function choice(tool, question, answer, number, taken) {
  const id = "answer-" + number;
  const told = why(tool, answer, id + "-why");
  const input = el("input", {
    type: question.kind === "several" ? "checkbox" : "radio", name: "answer",
    value: answer.key, id, "aria-describedby": told && id + "-why",
  });
  input.checked = taken.includes(answer.key);
  return el("div", { class: "choice" + (answer.alone ? " choice--alone" : "") }, input,
    el("div", {}, el("label", { for: id }, answer.label), told));
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement[]} */
function ticked(form) {
  return Array.from(form.querySelectorAll("input:checked"));
}

// Every box was made for an answer.
/** @param {Question} question @param {HTMLInputElement} box */
function answerOf(question, box) {
  return /** @type {Answer} */ (question.answers.find((answer) => answer.key === box.value));
}

// A box that stands alone unticks the others, and the other way round; so do two that clash.
/** @param {HTMLFormElement} form @param {Question} question @param {HTMLInputElement} changed */
function untick(form, question, changed) {
  if (question.kind !== "several" || !changed.checked) return;
  const mine = answerOf(question, changed);
  ticked(form).forEach((box) => {
    const answer = answerOf(question, box);
    const clash = mine.clash && mine.clash === answer.clash;
    if (box !== changed && (answer.alone || mine.alone || clash)) box.checked = false;
  });
}

/**
 * @param {Tool<Navigator>} tool
 * @param {Question} question
 * @param {Answer[]} choices
 * @param {Acts} act
 * @param {string[]} taken
 */
function answers(tool, question, choices, act, taken) {
  const fault = el("p", { class: "tool__fault", role: "alert" });
  const form = el("form", { class: "asking", novalidate: true },
    el("fieldset", {}, el("legend", { class: "unseen-words" }, question.ask),
      choices.map((answer, number) => choice(tool, question, answer, number, taken))),
    fault, el("div", { class: "tool__buttons" },
      button("继续", null, true), act.back && button("上一步", act.back),
      act.back && button("重新开始", act.restart)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = ticked(form).map((box) => box.value);
    if (chosen.length > 0) act.answer(chosen.join(","));
    else fault.textContent = "还没有选答案，请先选一个。";
  });
  form.addEventListener("change", (event) => {
    untick(form, question, /** @type {HTMLInputElement} */ (event.target));
    fault.textContent = "";
  });
  return form;
}

// What is answered: each question with its answers and a link that changes them.
/** @param {Said[]} said @param {Acts["change"]} change */
export function given(said, change) {
  const questions = [...new Set(said.map((reply) => reply.question))];
  return el("ol", { class: "given__list" }, questions.map((question) => {
    const labels = said.filter((reply) => reply.question === question).map((reply) => reply.answer.label);
    return el("li", {}, question.ask, " ", el("b", {}, labels.join("；")), " ", change(question));
  }));
}

// What is certain already is told at once.
/** @param {Route} route */
function certain(route) {
  return route.verdict && el("p", { class: "notice asked__certain" },
    `已经可以确定：${route.heading}${shared.OTHER_QUESTIONS}`);
}

// ``act``: answer(key), back, restart, change(question) that gives a link.
// ``remembered``: question key to the value given before.
/**
 * @param {Tool<Navigator>} tool
 * @param {Route & {question: Question}} route
 * @param {Acts} act
 * @param {Map<string, string>} remembered
 */
export function asked(tool, route, act, remembered) {
  const question = route.question;
  const pairs = pairsBy(route.said);
  const taken = (remembered.get(question.key) || "").split(",");
  const choices = offered(tool.data, question, pairs);
  return [parts(tool, route), certain(route),
    el("p", { class: "asked__count" }, `第${pairs.length + 1}个问题`),
    el("h2", { tabindex: "-1", class: "asked" }, question.ask),
    el("p", { class: "asked__help" }, question.kind === "several" && "可以选几项。", question.help),
    question.statements.length > 0 &&
      el("ol", {}, question.statements.map((words) => el("li", {}, words))),
    answers(tool, question, choices, act, taken),
    el("p", { class: "asked__basis" }, "依据：", basis(tool, question)),
    quotations(tool, question, false),
    route.said.length > 0 && el("details", { class: "given" },
      el("summary", {}, `已经回答${pairs.length}个问题，可以修改`), given(route.said, act.change))];
}
