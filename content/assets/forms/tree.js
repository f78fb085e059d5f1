// What an answer file holds before it is read: text, null, array, Map or plain object.
(function () {
  "use strict";
  const root = typeof window === "undefined" ? globalThis : window;
  const Lawbook = (root.Lawbook = root.Lawbook || {});
  const forms = (Lawbook.forms = Lawbook.forms || {});

  function isMap(tree) {
    return Object.prototype.toString.call(tree) === "[object Map]";
  }

  // A dict of Python.
  function isDict(tree) {
    return tree !== null && typeof tree === "object" && !Array.isArray(tree);
  }

  function keys(tree) {
    return isMap(tree) ? [...tree.keys()] : Object.keys(tree);
  }

  // What stands under a key; null where there is nothing.
  function get(tree, key) {
    if (isMap(tree)) return tree.has(key) ? tree.get(key) : null;
    const own = Object.prototype.hasOwnProperty.call(tree, key);
    return own && tree[key] !== undefined ? tree[key] : null;
  }

  forms.tree = { isDict, keys, get };
})();
