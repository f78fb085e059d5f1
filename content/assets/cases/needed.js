// The data of a form, fetched when a paper of that kind is first needed.
/** @import { Form } from "../forms/types" */
import { form as formOf } from "../forms/form.js";
import { brought, held } from "../shell/data.js";

const made = new Map();

/** @param {string} key */
export const isHere = (key) => Boolean(held(`forms/${key}`));

// A form that has come.
/** @param {string} key @returns {Form} */
export function here(key) {
  if (!made.has(key)) made.set(key, formOf(key));
  return made.get(key);
}

// Gives ``here`` once the data of these forms are there; rejects where they cannot be had.
/** @param {string} root @param {string[]} keys */
export function needed(root, keys) {
  const all = [...new Set(keys)].map((key) => brought(`forms/${key}`, `${root}data/forms/${key}.js`));
  return Promise.all(all).then(() => here);
}
