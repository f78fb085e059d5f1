// What an answer file holds before it is read: text, null, array, Map or plain object.
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

// What stands under a key; null where there is nothing.
/** @param {Dict} tree @param {string} key @returns {unknown} */
export function get(tree, key) {
  if (isMap(tree)) return tree.has(key) ? tree.get(key) : null;
  const own = Object.prototype.hasOwnProperty.call(tree, key);
  return own && tree[key] !== undefined ? tree[key] : null;
}
