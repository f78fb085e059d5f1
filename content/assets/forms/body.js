// Mirrors scripts/lawbook/word/read/body.py: every reading of a Word file begins here.
import { content } from "./content.js";
import { Hidden } from "./hidden.js";
import { Numbering } from "./numbering.js";
import { parsed, unpacked } from "./unpack.js";

// The body of a .docx: {file, top, content}: its package, the root of its main part, what stands in it.
// Throws Refusal.
export function opened(data, name) {
  const file = unpacked(data, name);
  const top = parsed(file.read(file.main()), name);
  return { file, top, content: content(top, ...styles(file)) };
}

// The numbers that Word shows, and what it hides.
function styles(file) {
  const parts = ["numbering", "styles"].map((kind) => file.read(file.part(kind)))
    .map((data) => (data.length ? parsed(data, file.name) : null));
  return [new Numbering(...parts), new Hidden(parts[1])];
}
