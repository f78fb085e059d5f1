// The data of a form, fetched when a paper of that kind is first needed.
/** @import { Form } from "../forms/types" */
import { form as formOf } from "../forms/form.js";
import { held, whenHere } from "../shell/data.js";
import { el } from "../tools/common-elements.js";

const made = new Map();
const coming = new Map();

/** @param {string} root @param {string} key @returns {Promise<void>} */
function come(root, key) {
  if (held(`forms/${key}`)) return Promise.resolve();
  if (!coming.has(key)) {
    coming.set(key, new Promise((done, failed) => {
      const script = el("script", { src: `${root}data/forms/${key}.js` });
      whenHere(`forms/${key}`, done);
      script.addEventListener("error", () => {
        coming.delete(key); // so that the next try asks again
        failed(new Error(`forms/${key}`));
      });
      document.head.append(script);
    }));
  }
  return coming.get(key);
}

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
  return Promise.all([...new Set(keys)].map((key) => come(root, key))).then(() => here);
}
