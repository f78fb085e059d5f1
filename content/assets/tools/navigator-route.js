// The navigator evaluated, as lawbook.rules.routing does it: tests/cases/routes.yml drives both.
import { Problem, short } from "./common-text.js";

function questionOf(decision, key) {
  return decision.questions.find((one) => one.key === key) || null;
}

function answerOf(question, key) {
  return question.answers.find((one) => one.key === key) || null;
}

function check(decision, given) {
  for (const [key, value] of given) {
    const question = questionOf(decision, key);
    if (!question) throw new Problem(`没有问题“${short(key)}”。`);
    if (!answerOf(question, value)) {
      throw new Problem(`问题“${question.ask}”没有答案“${short(value)}”。`);
    }
  }
}

function followed(decision, given) {
  const reasons = [];
  let question = questionOf(decision, decision.start);
  while (question && given.has(question.key)) {
    const answer = answerOf(question, given.get(question.key));
    reasons.push({ question, answer });
    question = questionOf(decision, answer.next);
  }
  return { reasons, question };
}

function holds(consequence, chosen) {
  return consequence.only_if.every((one) => one.answers.includes(chosen.get(one.question)));
}

// The answers that added a consequence, and those on which it depends.
function because(consequence, reasons) {
  const asked = consequence.only_if.map((one) => one.question);
  return reasons.filter((reason) =>
    reason.answer.adds.includes(consequence.key) || asked.includes(reason.question.key));
}

function branches(decision, reasons) {
  const chosen = new Map(reasons.map((one) => [one.question.key, one.answer.key]));
  const added = new Set(reasons.flatMap((one) => one.answer.adds));
  return decision.consequences
    .filter((one) => added.has(one.key) && holds(one, chosen))
    .map((consequence) => ({ consequence, because: because(consequence, reasons) }));
}

// Given pairs of question and answer. Gives the next question or null, the reasons, what
// follows so far, and the answers that were not on the way. Throws Problem for unknown ones.
export function route(decision, pairs) {
  const given = new Map();
  for (const [key, value] of pairs) {
    if (given.has(key) && given.get(key) !== value) {
      throw new Problem(`问题 ${short(key)} 有两个不同的答案。`);
    }
    given.set(key, value);
  }
  check(decision, given);
  const { reasons, question } = followed(decision, given);
  const used = new Set(reasons.map((one) => one.question.key));
  const unused = [...given.keys()].filter((key) => !used.has(key));
  return { reasons, question, branches: branches(decision, reasons), unused };
}
