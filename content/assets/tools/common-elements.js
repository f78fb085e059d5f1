// The one place where elements are made and filled. Data and whatever stands in the address only ever
// become text, never markup. A child is a node, words, a list of both, or nothing at all (null,
// undefined, false, ""); anything else would be printed as "true", "NaN" or "[object Object]", so it throws.

const SVG = "http://www.w3.org/2000/svg";

const isNothing = (value) => value === null || value === undefined || value === false;

// A count that stood before && is a number: whoever wants to show one says so with String().
function checked(child) {
  if (typeof child === "string" || child instanceof Node) return child;
  throw new TypeError(`no child of an element: ${String(child)}`);
}

export function add(node, ...children) {
  node.append(...children.flat(Infinity).filter((child) => !isNothing(child) && child !== "").map(checked));
  return node;
}

export function put(node, ...children) {
  node.textContent = "";
  return add(node, ...children);
}

function attribute(name, value) {
  if (value === true) return "";
  if (typeof value === "string" || Number.isFinite(value)) return value;
  throw new TypeError(`no value of ${name}: ${String(value)}`);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (!isNothing(value)) made.setAttribute(name, attribute(name, value));
  }
  return add(made, ...children);
}

export function el(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

export function svg(name, attributes, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}
