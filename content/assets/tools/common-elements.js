// The one place where elements are made and filled. Data and whatever stands in the address only ever
// become text, never markup. A child is a node, words, a list of both, or nothing at all (null,
// undefined, false, ""); anything else would be printed as "true", "NaN" or "[object Object]", so it throws.
/** @import { Attributes, Child } from "./extracts" */

const SVG = "http://www.w3.org/2000/svg";

/** @type {(value: unknown) => value is null | undefined | false} */
const isNothing = (value) => value === null || value === undefined || value === false;

// A count that stood before && is a number: whoever wants to show one says so with String().
/** @param {unknown} child */
function checked(child) {
  if (typeof child === "string" || child instanceof Node) return child;
  throw new TypeError(`no child of an element: ${String(child)}`);
}

/** @template {Element} T @param {T} node @param {Child[]} children */
export function add(node, ...children) {
  const flat = /** @type {unknown[]} */ (children).flat(Infinity);
  node.append(...flat.filter((child) => !isNothing(child) && child !== "").map(checked));
  return node;
}

/** @template {Element} T @param {T} node @param {Child[]} children */
export function put(node, ...children) {
  node.textContent = "";
  return add(node, ...children);
}

/** @param {string} name @param {string | number | true} value */
function attribute(name, value) {
  if (value === true) return "";
  if (typeof value === "string" || Number.isFinite(value)) return String(value);
  throw new TypeError(`no value of ${name}: ${String(value)}`);
}

/** @template {Element} T @param {T} made @param {Attributes} attributes @param {Child[]} children */
function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (!isNothing(value)) made.setAttribute(name, attribute(name, value));
  }
  return add(made, ...children);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 */
export function el(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

// An element that each page of its kind has below a host.
/** @param {ParentNode} host @param {string} selector */
export const pick = (host, selector) => /** @type {HTMLElement} */ (host.querySelector(selector));

// All elements below a host that a selector names.
/** @param {ParentNode} host @param {string} selector */
export const every = (host, selector) => /** @type {HTMLElement[]} */ ([...host.querySelectorAll(selector)]);

/** @param {HTMLInputElement} native @param {HTMLElement} input */
export function openCalendar(native, input) {
  try {
    native.showPicker();
  } catch (refused) {
    input.focus(); // no calendar here: the date is typed
  }
}
