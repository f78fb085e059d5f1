// One question a page: where one stands, what is asked and why, the answers with their grounds.
import { basis, judged, quotations } from "./common-basis.js";
import { el } from "./common-elements.js";
import { button } from "./common-page.js";
import { pairsBy } from "./navigator-route.js";

// Parts in which something was answered are filled; others may never be asked.
function parts(tool, route) {
  const here = route.question && route.question.part;
  const done = new Set(route.reasons.map((one) => one.question.part));
  return el("ol", { class: "way", "aria-label": "进度" }, tool.data.parts.map((part) => {
    const look = part.key === here ? "way__here" : done.has(part.key) ? "way__done" : null;
    return el("li", { class: look, "aria-current": part.key === here && "step" }, part.title);
  }));
}

function choice(tool, question, answer, number, taken) {
  const id = "answer-" + number;
  const input = el("input", {
    type: question.kind === "several" ? "checkbox" : "radio", name: "answer",
    value: answer.key, id, "aria-describedby": id + "-why",
  });
  input.checked = taken.includes(answer.key);
  return el("div", { class: "choice" }, input,
    el("div", {}, el("label", { for: id }, answer.label),
      el("p", { class: "choice__why", id: id + "-why" }, answer.reason, " ", basis(tool, answer))));
}

// A box that stands alone unticks the others, and the other way round.
function untick(form, question, changed) {
  if (question.kind !== "several" || !changed.checked) return;
  const alone = (box) => question.answers.find((one) => one.key === box.value).alone;
  form.querySelectorAll("input:checked").forEach((box) => {
    if (box !== changed && (alone(box) || alone(changed))) box.checked = false;
  });
}

function answers(tool, question, act, taken) {
  const fault = el("p", { class: "tool__fault", role: "alert" });
  const form = el("form", { class: "asking", novalidate: true },
    el("fieldset", {}, el("legend", { class: "unseen-words" }, question.ask),
      question.answers.map((answer, number) => choice(tool, question, answer, number, taken))),
    fault, el("div", { class: "tool__buttons" },
      button("继续", null, true), act.back && button("上一步", act.back),
      act.back && button("重新开始", act.restart)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = [...form.querySelectorAll("input:checked")].map((box) => box.value);
    if (chosen.length > 0) act.answer(chosen.join(","));
    else fault.textContent = "还没有选答案，请先选一个。";
  });
  form.addEventListener("change", (event) => {
    untick(form, question, event.target);
    fault.textContent = "";
  });
  return form;
}

function given(tool, reasons, change) {
  if (reasons.length === 0) return null;
  return el("section", { class: "given", "aria-label": "已经回答" },
    el("h3", {}, "已经回答"),
    el("ol", {}, reasons.map(({ question, answer }) =>
      el("li", {}, question.ask, " ", el("b", {}, answer.label), " ", change(question)))));
}

// ``act``: answer(key), back, restart, change(question) that gives a link.
// ``remembered``: question key to the value given before.
export function asked(tool, route, act, remembered) {
  const question = route.question;
  const count = `第${pairsBy(route.reasons).length + 1}个问题`;
  const taken = (remembered.get(question.key) || "").split(",");
  const heading = el("h2", { tabindex: "-1", class: "asked" }, question.ask);
  const judge = question.human_judgement &&
    el("p", { class: "asked__judge" }, judged(question),
      "没有固定标准，本站只问不猜；拿不准，就答“还没有判断”。");
  return [parts(tool, route), el("p", { class: "asked__count" }, count), heading,
    question.help && el("p", {}, question.help), judge || null,
    question.kind === "several" && el("p", {}, "可以选几项。"),
    el("p", { class: "asked__basis" }, "依据：", basis(tool, question)),
    quotations(tool, question, true), answers(tool, question, act, taken),
    given(tool, route.reasons, act.change)].filter(Boolean);
}

export { parts as progress };
