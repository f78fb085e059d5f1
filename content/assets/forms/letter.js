// Mirrors scripts/lawbook/forms/letter.py: sentences with gaps, printed where their condition holds.
/** @import { Section, Sentence, Value, Values } from "./types" */
import { ANSWERED, allows } from "./conditions.js";
import * as trees from "./tree.js";

const KEY = /\{([a-z][a-z0-9_]*)\}/u;

// Fixed words and field keys in turn, fixed words first and last.
/** @param {Sentence} sentence */
export function pieces(sentence) {
  return (sentence.text || "").split(KEY);
}

// The keys of the fields that stand in a sentence.
/** @param {Sentence} sentence */
export function fieldKeys(sentence) {
  return sentence.rows ? [sentence.rows] : pieces(sentence).filter((_, number) => number % 2 === 1);
}

/** @param {Sentence} sentence @param {Values} values */
const holds = (sentence, values) => allows(sentence.only_if, values);

/** @param {Value | null} value */
const isOpen = (value) => value === null || value.length === 0;

// The fields whose gaps stand empty in the letter as these answers make it.
/** @param {Section} section @param {Values} values */
export function gaps(section, values) {
  const wanted = new Set(section.letter.filter((sentence) => holds(sentence, values)).flatMap(fieldKeys));
  for (const sentence of section.letter) {
    for (const key of Object.keys(sentence.only_if)) {
      // Nobody can say yet if it is printed: a choice that it asks for is open.
      const { [key]: own, ...others } = sentence.only_if;
      if (!own.includes(ANSWERED) && allows(others, values)) wanted.add(key);
    }
  }
  return section.fields.filter((field) => wanted.has(field.key) && isOpen(trees.get(values, field.key)));
}

// Whether what was chosen rules out every sentence of the letter that has a place for a field.
/** @param {Section} section @param {string} key @param {Values} values */
export function isMoot(section, key, values) {
  const sentences = section.letter.filter((sentence) => fieldKeys(sentence).includes(key));
  /** @param {Sentence} sentence */
  const isSettled = (sentence) => Object.keys(sentence.only_if).every((asked) => trees.get(values, asked) !== null);
  return sentences.length > 0 && sentences.every((sentence) => isSettled(sentence) && !holds(sentence, values));
}

// The fields that have an answer which the letter does not print.
/** @param {Section} section @param {Values} values */
export function idle(section, values) {
  const printed = new Set(section.letter.filter((sentence) => holds(sentence, values)).flatMap(fieldKeys));
  return section.fields.filter((field) =>
    !field.computed && !isOpen(trees.get(values, field.key)) && !printed.has(field.key));
}
