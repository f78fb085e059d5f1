// Mirrors scripts/lawbook/word/read/strays.py: text of a document that belongs to no field.
/** @import { Content, Table } from "./content.js" */
/** @import { Block, Form } from "./types" */
import { Paragraph } from "./content.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";
import { filled } from "./text.js";
import * as shared from "./word_shared.js";

const known = new WeakMap();
/** @param {string} text */
const bare = (text) => strings.strippedRight(strings.halfWidth(normalForm.solid(text)), ":");
// A label in two paragraphs.
/** @param {Paragraph} paragraph @param {Set<string>} words */
const isLabel = (paragraph, words) => paragraph.cell !== null && words.has(bare(paragraph.cell.text));

// A note for each paragraph that is neither read nor part of the blank form.
/** @param {Form} form @param {Content} content @param {Set<Block>} used */
export function strays(form, content, used) {
  if (!known.has(form)) known.set(form, wordsOf(form));
  const words = known.get(form);
  /** @param {Paragraph} paragraph */
  const isStray = (paragraph) => !used.has(paragraph) && paragraph.pieces.length > 0 &&
    !words.has(bare(paragraph.text)) && !isLabel(paragraph, words) &&
    paragraph.text.split("\n").map(bare).some((line) => line && !words.has(line));
  return [...content.paragraphs(), ...nested(content, used)].filter(isStray).map((paragraph) =>
    `栏目之外: 这段文字不属于任何栏目，没有读入：“${normalForm.oneLine(paragraph.text)}”`);
}

// The paragraphs of tables inside cells that no field has read.
/** @param {Content} content @param {Set<Block>} used */
function nested(content, used) {
  /** @param {Block} block */
  const isTable = (block) => !(block instanceof Paragraph);
  /** @param {Block[]} blocks */
  const cellsOf = (blocks) => /** @type {Table[]} */ (blocks.filter(isTable)).flatMap((table) => table.rows.flat());
  /** @type {Paragraph[]} */
  const paragraphs = [];
  let cells = cellsOf(content.blocks);
  while (cells.length) {
    cells = cellsOf(cells.flatMap((cell) => cell.blocks).filter((block) => !used.has(block)));
    paragraphs.push(...cells.flatMap((cell) => cell.paragraphs()));
  }
  return paragraphs;
}

// All that the blank form itself says.
/** @param {Form} form */
function wordsOf(form) {
  const { layout } = form;
  const words = [layout.mark, ...layout.cover, layout.blank_mark, layout.title.text, form.title];
  words.push(form.notice, filled(shared.NOTICE, { notice: form.notice }), "附件", shared.EXAMPLE_MARK);
  [...form.sections, ...form.attachments].forEach((section, number) => {
    words.push(section.title, ...section.formerly, section.note, `附件${number}`);
    for (const group of section.groups) words.push(group.label, group.hint);
    words.push(...section.letter.map((sentence) => sentence.text));
    for (const field of section.fields) {
      words.push(field.label, ...form.hints(field), ...(field.text || "").split("\n"));
      words.push(field.text); // some programs make one paragraph of it
    }
  });
  return new Set(/** @type {string[]} */ (words.filter(Boolean)).map(bare));
}
