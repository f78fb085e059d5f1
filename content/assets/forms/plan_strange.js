// Mirrors scripts/lawbook/forms/plan/strange.py: what belongs to another paper.
/** @import { Hit, Strange } from "./plan" */
/** @import { Paper } from "./plan_paper.js" */
import * as planPaper from "./plan_paper.js";

// Answers that speak of another thing than the paper does: each once, with the title or the words.
/** @param {Strange} rule @param {Paper} paper @returns {Hit[]} */
export function strange(rule, paper) {
  const least = rule.least || 2;
  const own = rule.own.map((key) => paper.words(key)).join("\n");
  const titles = planPaper.expression(rule.titles);
  return paper.texts(rule.fields).flatMap(({ field, spot, text }) => {
    const title = rule.own.includes(field) ? null : titles.exec(text);
    if (title && shared(title[1], own) < least) return [{ field, spot, words: { found: title[1] } }];
    const said = rule.words.filter((word) => text.includes(word));
    if (said.length < least) return [];
    const others = paper.all.filter((entry) => entry.field !== field).map((entry) => entry.text).join("\n");
    if (said.some((word) => others.includes(word))) return [];
    return [{ field, spot, words: { found: said.join("、") } }];
  });
}

/** @param {string} title @param {string} text */
function shared(title, text) {
  const signs = Array.from(title);
  const pairs = new Set(signs.slice(1).map((sign, at) => signs[at] + sign));
  return Array.from(pairs).filter((pair) => text.includes(pair)).length;
}
