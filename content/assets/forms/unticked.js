// Mirrors scripts/lawbook/word/read/unticked.py: what to say where no option of a cell is ticked.
/** @import { Mark, Words } from "./marks.js" */
/** @import { Field, Option } from "./types" */
import { STRUCK } from "./looks.js";
import { filled } from "./text.js";
import * as shared from "./word_shared.js";

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
    return [filled(shared.UNTICKED_LEFT, { names: namesOf(left) }), "", left.map((option) => option.key)];
  }
  const [[kind, some]] = Array.from(seen);
  const told = filled(shared.UNTICKED_MARKED, { names: namesOf(some.map((number) => options[number])), kind });
  return ["", filled(shared.TICK_BEFORE, { told }), []];
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
    return [someGone ? filled(shared.ONLY_LEFT, { names }) : "", "", []];
  }
  if (!someGone) return [filled(shared.NO_BOX, { names }), "", []];
  return [filled(shared.NO_BOXES_LEFT, { names }), "", options.map((option) => option.key)];
}
