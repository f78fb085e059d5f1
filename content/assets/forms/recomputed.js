// Mirrors scripts/lawbook/word/read/recomputed.py: what stands where the form computes, held against the answers.
import { computed, whole } from "./computed.js";
import * as normalForm from "./normal.js";
import { shownDate } from "./values.js";

const solid = (text) => normalForm.solid(text);

// A note for each field that computes something else; ``texts`` are the words of the file by field.
export function recomputed(form, answers, texts) {
  const values = computed(form, answers.values);
  const told = whole(form, answers.values);
  const words = (value) => (value && value.date ? shownDate(value) : value || "");
  const isSame = (key, text) => [words(values[key]), told[key] || ""].map(solid).includes(solid(text));
  return Object.entries(texts).filter(([key, text]) => !isSame(key, text)).map(([key, text]) => {
    const now = key in told ? `按现在的内容是“${normalForm.oneLine(told[key])}”` : "现在算不出";
    const message = `这一栏是算出的，文件中的“${normalForm.oneLine(text)}”没有读入；${now}`;
    return `「${form.field(key).called}」: ${message}`;
  });
}
