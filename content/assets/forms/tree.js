// What an answer file holds before it is read: text, null, array, Map or plain object.

function isMap(tree) {
  return Object.prototype.toString.call(tree) === "[object Map]";
}

// A dict of Python.
export function isDict(tree) {
  return tree !== null && typeof tree === "object" && !Array.isArray(tree);
}

export function keys(tree) {
  return isMap(tree) ? [...tree.keys()] : Object.keys(tree);
}

// What stands under a key; null where there is nothing.
export function get(tree, key) {
  if (isMap(tree)) return tree.has(key) ? tree.get(key) : null;
  const own = Object.prototype.hasOwnProperty.call(tree, key);
  return own && tree[key] !== undefined ? tree[key] : null;
}
