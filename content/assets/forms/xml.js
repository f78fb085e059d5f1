// What lxml gives of an XML text, over the browser's own parser; mirrors parsed() of word/unpack.py.
import * as shared from "./shared.js";
import * as wordShared from "./word_shared.js";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** @type {Record<string, string>} */
const SPACES = {
  w14: "http://schemas.microsoft.com/office/word/2010/wordml",
  m: "http://schemas.openxmlformats.org/officeDocument/2006/math",
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  dc: "http://purl.org/dc/elements/1.1/",
  vt: "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
};
const PREFIXES = new Map(Object.keys(SPACES).map((prefix) => [SPACES[prefix], prefix]));
const FORBIDDEN = new RegExp(shared.FORBIDDEN, "u");
const ERROR_SPACES = [
  "http://www.w3.org/1999/xhtml", "http://www.mozilla.org/newlayout/xml/parsererror.xml",
];

// The root of an XML text without declaration; null where it is not well formed.
/** @param {string} text */
export function parsed(text) {
  if (FORBIDDEN.test(text)) return null;
  const made = new DOMParser().parseFromString(text, "application/xml");
  const top = made.documentElement;
  if (!top || ERROR_SPACES.some((space) => made.getElementsByTagNameNS(space, "parsererror").length)) return null;
  return tooDeep(top) ? null : top;
}

/** @param {Element} top */
function tooDeep(top) {
  let depth = 1;
  let node = top;
  for (;;) {
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      if (depth > wordShared.DEEPEST_XML) return true;
      continue;
    }
    while (node !== top && !node.nextElementSibling) {
      node = /** @type {Element} */ (node.parentNode);
      depth -= 1;
    }
    if (node === top) return false;
    node = /** @type {Element} */ (node.nextElementSibling);
  }
}

// The name of an element: p for w:p, w14:checkbox for others of Word's, {…} for foreign ones.
/** @param {Element} node */
export function kind(node) {
  if (node.namespaceURI === W) return node.localName;
  const prefix = PREFIXES.get(node.namespaceURI || "");
  return prefix ? `${prefix}:${node.localName}` : `{${node.namespaceURI}}${node.localName}`;
}

// The first element below a node along a path of names; null where there is none.
/** @param {Element} node @param {...string} path @returns {Element | null} */
export function find(node, ...path) {
  for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
    if (kind(child) !== path[0]) continue;
    const inner = path.length === 1 ? child : find(child, ...path.slice(1));
    if (inner) return inner;
  }
  return null;
}

// The node itself and what is below it, in the order of the document, of one of some names.
/** @param {Element} node @param {...string} names */
export function all(node, ...names) {
  const nodes = names.includes(kind(node)) ? [node] : [];
  const below = node.getElementsByTagName("*");
  for (let n = 0; n < below.length; n += 1) if (names.includes(kind(below[n]))) nodes.push(below[n]);
  return nodes;
}

// The text before the first element or comment; processing instructions are not there at all.
/** @param {Node} node */
export function text(node) {
  return run(node.firstChild);
}

/** @param {Node} node */
export function tail(node) {
  return run(node.nextSibling);
}

/** @param {Node | null} first */
function run(first) {
  let made = "";
  for (let child = first; child; child = child.nextSibling) {
    if (child.nodeType === 3 || child.nodeType === 4) made += child.nodeValue;
    else if (child.nodeType !== 7) break;
  }
  return made;
}

// An attribute of Word's namespace (or of another prefix), or the other value.
/** @template T @param {Element} node @param {string} name @param {T} other @param {string} [prefix]
 * @returns {string | T} */
export function value(node, name, other, prefix) {
  const space = prefix ? SPACES[prefix] : W;
  return node.hasAttributeNS(space, name) ? String(node.getAttributeNS(space, name)) : other;
}
