// Mirrors scripts/lawbook/word/read/body.py: every reading of a Word file begins here.
/** @import { Content } from "./content.js" */
/** @import { Package } from "./unpack.js" */
import { content } from "./content.js";
import { Hidden } from "./hidden.js";
import { Numbering } from "./numbering.js";
import { parsed, unpacked } from "./unpack.js";

/** @typedef {{file: Package, top: Element, content: Content}} Body */

// The body of a .docx: {file, top, content}: its package, the root of its main part, what stands in it.
// Throws Refusal.
/** @param {Uint8Array} data @param {string} name @returns {Body} */
export function opened(data, name) {
  const file = unpacked(data, name);
  const top = parsed(file.read(file.main()), name);
  return { file, top, content: content(top, ...styles(file)) };
}

// The numbers that Word shows, and what it hides.
/** @param {Package} file @returns {[Numbering, Hidden]} */
function styles(file) {
  const [numbers, styles] = ["numbering", "styles"].map((kind) => file.read(file.part(kind)))
    .map((data) => (data.length ? parsed(data, file.name) : null));
  return [new Numbering(numbers, styles), new Hidden(styles)];
}
