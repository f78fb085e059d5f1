// The self-test evaluated, as lawbook.rules.routing does it: tests/cases/routes.yml and probes.yml
// drive both.
/** @import { Answer, Condition, Decision, Pair, Question, Reason, Route, Said, Sheet, Wording } from "./extracts" */
import { Problem, short } from "./common-text.js";
import { filled } from "../forms/text.js";
import * as shared from "./common-shared.js";

/** @param {Decision} decision @param {string} key */
function questionOf(decision, key) {
  return decision.questions.find((question) => question.key === key) || null;
}

// Several answers to one question are joined by commas.
/** @param {Question} question @param {string} value */
function valuesOf(question, value) {
  return question.kind === "several" ? value.split(",") : [value];
}

/** @param {Answer[]} chosen */
function clashOf(chosen) {
  for (const [number, answer] of chosen.entries()) {
    const other = chosen.slice(number + 1).find((each) =>
      answer.alone || each.alone || (answer.clash && answer.clash === each.clash));
    if (other) return other.alone ? [other, answer] : [answer, other];
  }
  return null;
}

/** @param {Decision} decision @param {string} key @param {string} value */
function check(decision, key, value) {
  const question = questionOf(decision, key);
  if (!question) throw new Problem(`${filled(shared.NO_QUESTION, { key: short(key) })}。`);
  const named = valuesOf(question, value);
  const wrong = named.find((key) => !question.answers.some((answer) => answer.key === key));
  if (wrong !== undefined) {
    throw new Problem(`问题“${question.ask}”没有答案“${short(wrong)}”。`, key);
  }
  const clash = clashOf(question.answers.filter((answer) => named.includes(answer.key)));
  if (clash) {
    throw new Problem(`问题“${question.ask}”的答案“${clash[0].label}”不能和“${clash[1].label}”一起选。`, key);
  }
  return named;
}

/** @param {Condition} condition @param {Sheet} sheet @returns {boolean} */
function holds(condition, sheet) {
  if (condition.question) {
    const said = sheet.given.get(condition.question) || [];
    return condition.answers.some((answer) => said.includes(answer));
  }
  if (condition.term) return sheet.names.has(condition.term);
  if (condition.any.length > 0) return condition.any.some((inner) => holds(inner, sheet));
  if (condition.all.length > 0) return condition.all.every((inner) => holds(inner, sheet));
  return !condition.none.some((inner) => holds(inner, sheet));
}

/** @param {Condition[]} conditions @param {Sheet} sheet */
function allHold(conditions, sheet) {
  return conditions.every((condition) => holds(condition, sheet));
}

// Each record may use the names of those before it.
/** @template {{key: string, only_if: Condition[]}} T @param {T[]} records @param {Sheet} sheet */
function named(records, sheet) {
  return records.filter((record) => {
    const held = allHold(record.only_if, sheet);
    if (held) sheet.names.add(record.key);
    return held;
  });
}

/** @param {Decision} decision @param {Map<string, string[]>} given @returns {Sheet} */
function sheetOf(decision, given) {
  const sheet = { given, names: new Set() };
  named(decision.terms, sheet);
  return sheet;
}

// A condition of a question may look at its own answers: so what is ticked already stays.
/** @param {Decision} decision @param {Map<string, string[]>} wanted */
function asked(decision, wanted) {
  const given = new Map();
  for (const question of decision.questions) {
    const own = new Map(given);
    if (wanted.has(question.key)) own.set(question.key, wanted.get(question.key));
    if (!allHold(question.only_if, sheetOf(decision, own))) continue;
    if (!wanted.has(question.key)) return { given, question };
    given.set(question.key, wanted.get(question.key));
  }
  return { given, question: null };
}

/** @param {Decision} decision @param {Map<string, string[]>} given @returns {Said[]} */
function saidOf(decision, given) {
  return decision.questions.flatMap((question) =>
    question.answers.filter((answer) => (given.get(question.key) || []).includes(answer.key))
      .map((answer) => ({ question, answer })));
}

// Pairs of question and value, as ``route`` takes them.
/** @param {Said[]} said @returns {Pair[]} */
export function pairsBy(said) {
  const given = new Map();
  for (const { question, answer } of said) {
    given.set(question.key, [...(given.get(question.key) || []), answer.key]);
  }
  return [...given].map(([key, values]) => [key, values.join(",")]);
}

/** @param {Wording[]} says @param {Sheet} sheet */
function wordings(says, sheet) {
  return says.filter((wording) => allHold(wording.only_if, sheet)).map((wording) => wording.text);
}

// A reason with the words that hold at their place in its text.
/** @param {Reason} reason @param {Sheet} sheet @returns {Reason} */
function told(reason, sheet) {
  const words = wordings(reason.found, sheet).join("、");
  return { ...reason, text: reason.text.replace("{found}", words) };
}

/** @param {Decision} decision @param {Sheet} sheet @param {Question | null} question */
function concluded(decision, sheet, question) {
  const verdict = decision.verdicts.find((verdict) =>
    allHold(verdict.only_if, sheet) && (verdict.early || !question)) || null;
  if (verdict) sheet.names.add(verdict.key);
  const heading = verdict ? wordings(verdict.says, sheet)[0] : "";
  const open = { verdict, heading, facts: [], next: [], trigger: "", consequences: [] };
  if (!verdict || question) return open;
  const facts = verdict.slots.map((slot) => /** @type {Pair} */ ([slot.title, wordings(slot.says, sheet)[0]]))
    .filter(([, words]) => words);
  const next = wordings(verdict.next, sheet);
  const trigger = wordings(verdict.trigger, sheet)[0] || "";
  return { verdict, heading, facts, next, trigger, consequences: named(decision.consequences, sheet) };
}

/** @param {Decision} decision @param {Pair[]} pairs */
function wantedOf(decision, pairs) {
  const wanted = new Map();
  for (const [key, value] of pairs) {
    const keys = check(decision, key, value);
    if (wanted.has(key) && wanted.get(key).join(",") !== keys.join(",")) {
      throw new Problem(`问题 ${short(key)} 有两个不同的答案。`, key);
    }
    wanted.set(key, keys);
  }
  return wanted;
}

// Given pairs of question and answer. Gives the next question or null, the reasons, the lists, the
// verdict, what follows, and the answers that were not asked for. Throws Problem for unknown ones.
/** @param {Decision} decision @param {Pair[]} pairs @returns {Route} */
export function route(decision, pairs) {
  const wanted = wantedOf(decision, pairs);
  const { given, question } = asked(decision, wanted);
  const sheet = sheetOf(decision, given);
  const held = new Set(sheet.names);
  const reasons = decision.reasons.filter((reason) => allHold(reason.only_if, { given, names: held }));
  reasons.forEach((reason) => sheet.names.add(reason.key).add(reason.level));
  /** @param {{level: string}} reason */
  const strongest = (reason) => (reason.level === "need" ? 0 : 1);
  const before = { given, names: new Set(sheet.names) };
  return {
    question,
    said: saidOf(decision, given),
    reasons: reasons.map((reason) => told(reason, before))
      .sort((reason, other) => strongest(reason) - strongest(other)),
    hit: decision.lists.filter((list) => held.has(list.hit)),
    maybe: decision.lists.filter((list) => held.has(list.maybe)),
    ...concluded(decision, sheet, question),
    fills: decision.fills.filter((fill) => allHold(fill.only_if, before)),
    pointers: decision.pointers.filter((pointer) => allHold(pointer.only_if, before)),
    unused: [...wanted.keys()].filter((key) => !given.has(key)),
  };
}

// The answers of a question that are offered on this sheet: a detail only beside what it details.
/** @param {Decision} decision @param {Question} question @param {Pair[]} pairs */
export function offered(decision, question, pairs) {
  const sheet = sheetOf(decision, wantedOf(decision, pairs));
  return question.answers.filter((answer) => allHold(answer.only_if, sheet));
}

// Without details whose parent is not ticked any more: they are asked again.
/** @param {Decision} decision @param {Pair[]} pairs */
export function fitting(decision, pairs) {
  return pairs.filter(([key, value]) => {
    const question = questionOf(decision, key);
    if (!question) return false;
    const keys = offered(decision, question, pairs).map((answer) => answer.key);
    return valuesOf(question, value).every((key) => keys.includes(key));
  });
}

// The verdict as one line.
/** @param {Route} route */
export function sentence(route) {
  return [route.heading, ...route.facts.map(([, words]) => words)].join(" ｜ ");
}
