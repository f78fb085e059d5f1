// Mirrors scripts/lawbook/word/read/recomputed.py: what stands where the form computes, held against the answers.
/** @import { Answers, Day, Form } from "./types" */
import { computed, whole } from "./computed.js";
import { oneLine, solid } from "./normal.js";
import { isDay } from "./tree.js";
import { shownDate } from "./values.js";
import { filled } from "./text.js";
import * as shared from "./word_shared.js";


// A note for each field that computes something else; ``texts`` are the words of the file by field.
/** @param {Form} form @param {Answers} answers @param {Record<string, string>} texts */
export function recomputed(form, answers, texts) {
  const values = computed(form, answers.values);
  const told = whole(form, answers.values);
  /** @param {string | Day | undefined} value */
  const words = (value) => (isDay(value) ? shownDate(value) : value || "");
  /** @param {string} key @param {string} text */
  const isSame = (key, text) => [words(values[key]), told[key] || ""].map(solid).includes(solid(text));
  return Object.entries(texts).filter(([key, text]) => !isSame(key, text)).map(([key, text]) => {
    const now = key in told ? filled(shared.COMPUTED_NOW, { text: oneLine(told[key]) }) : shared.NOT_COMPUTED;
    const message = filled(shared.COMPUTED_NOT_READ, { text: oneLine(text), now });
    return `「${form.field(key).called}」: ${message}`;
  });
}
