// Questions that are asked only with certain choices: out of sight while they are not, and empty.
/** @import { Form, Values } from "../forms/types" */
/** @import { Entries, Entry } from "./types" */
import { every } from "../tools/common-elements.js";

// ``values`` are the answers as far as they can be read.
/** @param {HTMLElement} host @param {Form} form @param {Entries} entries @param {Values} values */
export function showAsked(host, form, entries, values) {
  for (const [, field] of form.fields) {
    const entry = entries.of(field.key);
    const node = entry ? entry.node
      : /** @type {HTMLElement | null} */ (host.querySelector(`[data-computed="${field.key}"]`));
    if (node) node.hidden = !form.asks(field, values) && !(entry && entry.filled());
  }
  for (const words of every(host, ".step__idle")) {
    const all = every(/** @type {Element} */ (words.closest(".step")), "[data-field], [data-computed]");
    words.hidden = all.some((entry) => !entry.hidden);
  }
}

// The entries that are in sight.
/** @param {Entry[]} entries */
export const inSight = (entries) => entries.filter((entry) => !entry.node.hidden);
