// Mirrors scripts/lawbook/word/read/passages.py: the text of blocks, long answers in their Markdown.
/** @import { Cell, Paragraph, Table } from "./content.js" */
/** @import { Block, Grid, Line, Passage, Run } from "./types" */
import { isLine } from "./content.js";
import { ITEM } from "./shared.js";
import * as passage from "./passage.js";

/** @param {string} text */
const flat = (text) => text.replace(/\n/gu, " ");

// The text of blocks; ``plain`` leaves out markers and bold.
/** @param {Block[]} blocks @param {boolean} [plain] @returns {string} */
export function written(blocks, plain) {
  if (plain) return blocks.map(inPlain).join("\n");
  return passage.written(blocks.flatMap((block) =>
    /** @type {Passage[]} */ (isLine(block) ? lines(block) : [grid(block)])));
}

/** @param {Paragraph} block */
function numberOf(block) {
  return block.marker === ITEM ? "" : block.marker;
}

/** @param {Block} block */
function inPlain(block) {
  if (isLine(block)) return numberOf(block) + block.text;
  return block.rows.map((row) => row.map((cell) => flat(cell.text)).join("\t")).join("\n");
}

// A paragraph, or several where it has line breaks; only the first bears the marker.
/** @param {Paragraph} block @returns {Line[]} */
function lines(block) {
  const runs = passage.joined(block.pieces.filter(([text]) => text)
    .map(([text, bold]) => /** @type {Run} */ ([text, bold])));
  /** @type {Run[][]} */
  const lines = [[]];
  for (const [text, bold] of runs) {
    const [first, ...more] = text.split("\n");
    lines[lines.length - 1].push([first, bold]);
    for (const text of more) lines.push([[text, bold]]);
  }
  const item = block.marker === ITEM;
  if (block.marker && !item) lines[0].unshift([block.marker, false]);
  return lines.flatMap((line, number) => {
    const kept = line.filter(([text]) => text);
    return kept.length ? [{ kind: "line", runs: kept, item: item && number === 0 }] : [];
  });
}

/** @param {Table} table @returns {Grid} */
const grid = (table) => passage.gridOf(table.rows.map((row) => row.map(cell)), table.headers.has(0));

// A cell on one line; tables inside tables are told row by row.
/** @param {Cell} part @returns {Run[]} */
function cell(part) {
  /** @type {Run[]} */
  const pieces = [];
  for (const block of part.blocks) {
    if (pieces.length) pieces.push([" ", false]);
    if (isLine(block)) {
      pieces.push([numberOf(block), false]);
      for (const [text, bold] of block.pieces) pieces.push([text, bold]);
    } else pieces.push([inPlain(block), false]);
  }
  return passage.joined(pieces.filter(([text]) => text).map(([text, bold]) => /** @type {Run} */ ([flat(text), bold])));
}
