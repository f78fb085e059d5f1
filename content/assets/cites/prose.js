// Mirrors scripts/lawbook/word/prose.py: any file as running text, a paragraph a line.
/** @import { Package } from "../forms/unpack.js" */
import { opened } from "../forms/body.js";
import { LARGEST_FILE } from "../forms/word_shared.js";
import { ending } from "../forms/text.js";
import { refused, tooLarge } from "../forms/unpack.js";
import { all, value } from "../forms/xml.js";

export const ENDINGS = [".docx", ".md", ".txt", ".yml", ".yaml", ".json"];

// The text of a .docx, its notes behind the body. Throws Refusal for a file that cannot be read.
/** @param {Uint8Array} bytes @param {string} name */
function ofWord(bytes, name) {
  const { file, top, content } = opened(bytes, name);
  const lines = Array.from(content.paragraphs(), (paragraph) => paragraph.text);
  return [...lines, ...notes(file, top, "footnote"), ...notes(file, top, "endnote")].join("\n");
}

// The text of each note that the body calls.
/** @param {Package} file @param {Element} top @param {string} kind */
function notes(file, top, kind) {
  const part = file.xml(file.part(`${kind}s`));
  const called = all(top, `${kind}Reference`).map((sign) => value(sign, "id", ""));
  return (part ? all(part, kind) : []).filter((note) => called.includes(value(note, "id", "")))
    .map((note) => all(note, "t").map((node) => node.textContent).join(""));
}

// A text in UTF-8, or from an older Windows in the national encoding.
/** @param {Uint8Array} bytes @param {string} name */
function ofText(bytes, name) {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (fault) {
      continue;
    }
  }
  throw refused(name, "不是文字文件，或者编码认不出；请另存为 UTF-8 的 .txt，或者 .docx");
}

// The text of a file that someone chose: {name, text}. Rejects with Refusal.
/** @param {File} file */
export async function prose(file) {
  const kind = ending(file.name);
  if (!ENDINGS.includes(kind)) throw refused(file.name, `只能核对 ${ENDINGS.join("、")} 文件；请另存为其中一种`);
  if (file.size > LARGEST_FILE) throw tooLarge(file.name, "要核对的文稿");
  const bytes = new Uint8Array(await new Response(file).arrayBuffer());
  return { name: file.name, text: kind === ".docx" ? ofWord(bytes, file.name) : ofText(bytes, file.name) };
}
