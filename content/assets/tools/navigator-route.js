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
    const named = valuesOf(question, value);
    const wrong = named.find((one) => !answerOf(question, one));
    if (wrong !== undefined) {
      throw new Problem(`问题“${question.ask}”没有答案“${short(wrong)}”。`);
    }
    const single = chosenOf(question, value).find((one) => one.alone);
    if (single && new Set(named).size > 1) {
      throw new Problem(`问题“${question.ask}”的答案“${single.label}”不能和别的答案一起选。`);
    }
  }
}

// Several answers to one question are joined by commas.
function valuesOf(question, value) {
  return question.kind === "several" ? value.split(",") : [value];
}

// The answers that a value names, in the order of the file.
function chosenOf(question, value) {
  const named = valuesOf(question, value);
  return question.answers.filter((one) => named.includes(one.key));
}

function holds(condition, given) {
  if (condition.question) {
    const said = given.get(condition.question) || [];
    return condition.answers.some((one) => said.includes(one));
  }
  if (condition.any.length > 0) return condition.any.some((one) => holds(one, given));
  return !condition.none.some((one) => holds(one, given));
}

// The questions that a condition asks about.
function askedBy(condition) {
  return condition.question ? [condition.question]
    : [...condition.any, ...condition.none].flatMap(askedBy);
}

function givenBy(reasons) {
  const given = new Map();
  for (const { question, answer } of reasons) {
    given.set(question.key, [...(given.get(question.key) || []), answer.key]);
  }
  return given;
}

// Pairs of question and value, as ``route`` takes them.
export function pairsBy(reasons) {
  return [...givenBy(reasons)].map(([key, values]) => [key, values.join(",")]);
}

// A question whose conditions do not hold is passed over.
function next(decision, reasons) {
  const last = reasons.length > 0 && reasons[reasons.length - 1].question.key;
  const first = reasons.find((one) => one.question.key === last);
  const given = givenBy(reasons);
  let question = questionOf(decision, first ? first.answer.next : decision.start);
  while (question && !question.only_if.every((one) => holds(one, given))) {
    question = questionOf(decision, question.otherwise);
  }
  return question;
}

function followed(decision, given) {
  const reasons = [];
  let question = next(decision, reasons);
  while (question && given.has(question.key)) {
    for (const answer of chosenOf(question, given.get(question.key))) {
      reasons.push({ question, answer });
    }
    question = next(decision, reasons);
  }
  return { reasons, question };
}

// The answers that added a consequence, and those on which it depends.
function because(consequence, reasons) {
  const asked = consequence.only_if.flatMap(askedBy);
  return reasons.filter((reason) =>
    reason.answer.adds.includes(consequence.key) || asked.includes(reason.question.key));
}

function branches(decision, reasons) {
  const given = givenBy(reasons);
  const added = new Set(reasons.flatMap((one) => one.answer.adds));
  return decision.consequences
    .filter((one) => added.has(one.key) && one.only_if.every((only) => holds(only, given)))
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
