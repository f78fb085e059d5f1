// Mirrors scripts/lawbook/forms/conditions.py: conditions on what was chosen.
import * as trees from "./tree.js";

// The one option of a field of text: that something stands in it.
export const ANSWERED = "answered";

/** @param {unknown} value @returns {string[]} */
function chosen(value) {
  if (value && typeof value === "string") return [ANSWERED];
  return (Array.isArray(value) ? value : []).filter((item) => item.option).map((item) => item.option);
}

// Whether of each field one of the options is chosen, or something stands in its text.
/** @param {Record<string, string[]>} onlyIf @param {import("./tree.js").Dict} values */
export function allows(onlyIf, values) {
  return Object.entries(onlyIf).every(([key, options]) =>
    chosen(trees.get(values, key)).some((choice) => options.includes(choice)));
}
