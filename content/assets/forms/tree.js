// What an answer file holds before it is read: text, null, array, Map or plain object.
/** @import { Day, Value } from "./types" */
/** @typedef {Map<string, unknown> | Record<string, unknown>} Dict */

/** @param {unknown} tree @returns {tree is Map<string, unknown>} */
function isMap(tree) {
  return Object.prototype.toString.call(tree) === "[object Map]";
}

// A dict of Python.
/** @param {unknown} tree @returns {tree is Dict} */
export function isDict(tree) {
  return tree !== null && typeof tree === "object" && !Array.isArray(tree);
}

/** @param {Dict} tree */
export function keys(tree) {
  return isMap(tree) ? [...tree.keys()] : Object.keys(tree);
}

// Whether an answer is a day.
/** @param {Value | null | undefined} value @returns {value is Day} */
export function isDay(value) {
  return Boolean(value && /** @type {Day} */ (value).date);
}

// What stands under a key; null where there is nothing.
/** @template T @param {Map<string, T> | Record<string, T>} tree @param {string} key @returns {T | null} */
export function get(tree, key) {
  if (isMap(tree)) return tree.has(key) ? /** @type {T} */ (tree.get(key)) : null;
  const own = Object.prototype.hasOwnProperty.call(tree, key);
  return own && tree[key] !== undefined ? tree[key] : null;
}
