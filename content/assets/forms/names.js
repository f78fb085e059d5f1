// Mirrors scripts/lawbook/base/names.py: names of people as they are compared.
import { APART, UNSEEN } from "./shared.js";

const BRACKETS = /（[^（）]*）/g;
const GONE = new RegExp(`[${APART}${Object.values(UNSEEN).join("")}]`, "gu");

// A text in which no name is broken; letters and figures in their usual width.
/** @param {string} text */
export function closedUp(text) {
  return text.normalize("NFKC").replace(GONE, "");
}

// A name as it is compared, without what stands in brackets.
/** @param {string} name */
export function bare(name) {
  return closedUp(name.replace(/\(/g, "（").replace(/\)/g, "）").replace(BRACKETS, ""));
}
