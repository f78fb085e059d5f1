// Mirrors scripts/lawbook/word/read/unticked.py: what to say where no option of a cell is ticked.
/** @import { Mark, Words } from "./marks.js" */
/** @import { Field, Option } from "./types" */
import { STRUCK } from "./looks.js";

// What to say where no tick but the look of an option tells which: note, fault, options. Where the
// others are struck out, the one that is left is chosen; no other look is certain.
/**
 * @param {Field} field @param {Words[]} labels @param {Map<string, number[]>} seen
 * @returns {[string, string, string[]]}
 */
export function byLook(field, labels, seen) {
  const options = optionsOf(labels);
  const struck = seen.get(STRUCK);
  const left = options.filter((_, number) => !(struck || []).includes(number));
  if (struck && (field.kind === "choices" || left.length === 1)) {
    return [`没有打勾，按没有划去的“${namesOf(left)}”已选读取；请核对`, "", left.map((option) => option.key)];
  }
  const [[kind, some]] = Array.from(seen);
  const told = `没有打勾，只有“${namesOf(some.map((number) => options[number]))}”${kind}，没有读入`;
  return ["", `${told}；选了哪一项，请在它前面打勾`, []];
}

/** @param {Words[]} labels */
const optionsOf = (labels) => labels.flatMap((label) => (label.option ? [label.option] : []));
/** @param {Option[]} options */
const namesOf = (options) => options.map((option) => option.label).join("、");

// What to say of options without any tick: note, fault, options; those left alone without boxes are chosen.
/** @param {Field} field @param {Words[]} labels @param {Mark[]} marks @returns {[string, string, string[]]} */
export function doubtOf(field, labels, marks) {
  const options = optionsOf(labels);
  if (!options.length) return ["", "", []];
  const names = namesOf(options);
  const someGone = options.length < field.options.length;
  if (marks.length) {
    return [someGone ? `只留下“${names}”，前面没有打勾，按没有选读取；请在选中的前面打勾` : "", "", []];
  }
  if (!someGone) return [`“${names}”前面没有方框和勾，按没有选读取；请在选中的前面打勾`, "", []];
  return [`没有方框，按留下的“${names}”都已选读取；请核对`, "", options.map((option) => option.key)];
}
