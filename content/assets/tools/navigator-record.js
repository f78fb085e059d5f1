// What one takes along as text: the sheet of questions to a committee, or the record of the assessment.
/** @import { Listed, Result, Said } from "./extracts" */
import { sentence } from "./navigator-route.js";

const QUESTIONS = [
  "1. 这项活动是否属于科技伦理审查的范围？",
  "2. 是否列入专家复核清单？",
  "3. 用什么程序？",
];

/** @param {Said[]} said */
function answers(said) {
  const questions = [...new Set(said.map((reply) => reply.question))];
  return questions.flatMap((question) => [
    question.ask,
    ...said.filter((reply) => reply.question === question).map((reply) => "  " + reply.answer.label),
    ...question.statements.map((words) => "  · " + words),
  ]);
}

/** @param {{hit: Listed[], maybe: Listed[]}} route */
function lists({ hit, maybe }) {
  return [...hit.map((item) => `按列入准备：${item.title}`), ...maybe.map((item) => `可能列入：${item.title}`)];
}

/** @param {string} title @param {string[]} lines */
function section(title, lines) {
  return lines.length > 0 ? [title, ...lines, ""] : [];
}

// A sheet as plain text with places to sign; nothing in it was decided by a committee.
/** @param {Result} route @param {string} title */
export function record(route, title) {
  const asked = title === "咨询单" ? section("请书面答复", QUESTIONS.concat("希望答复的日期：")) : [];
  const signed = ["项目名称：", "判断人：", "复核人：", "日期：", "答复："];
  return [title, "", sentence(route), "按回答得出，不是审查结论。", "",
    ...section("理由", route.reasons.map((reason) => reason.text)),
    ...section("复核清单", lists(route)), ...section("回答", answers(route.said)),
    ...asked, ...signed].join("\r\n") + "\r\n";
}
