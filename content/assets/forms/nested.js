// Mirrors scripts/lawbook/word/read/nested.py: a table of boxes inside a cell, and marks in cells of their own.
/** @import { Cell, Table } from "./content.js" */
/** @import { Form } from "./types" */
import { Paragraph } from "./content.js";
import { LETTER_TICKS } from "./handmade.js";
import { bare } from "./headings.js";
import { solid } from "./normal.js";
import { stripped } from "./text.js";

// The lines of a table of boxes become lines of the cell around it.
/** @param {Form} form @param {Cell[]} cells */
export function unnest(form, cells) {
  const labels = form.fields.flatMap(([, field]) => field.options)
    .flatMap((option) => [option.label, ...option.formerly].map((label) => solid(label)));
  for (const cell of cells) {
    cell.blocks = cell.blocks.flatMap((block) => {
      if (block instanceof Paragraph || !hasBoxes(block, labels)) return [block];
      pair(block, labels);
      const lines = block.rows.flat().flatMap((row) => row.paragraphs());
      for (const line of lines) line.cell = cell;
      return lines;
    });
  }
}

/** @param {Table} table @param {string[]} labels */
function hasBoxes(table, labels) {
  const texts = table.rows.flat().flatMap((cell) => cell.paragraphs()).map((line) => bare(line.text)).filter(Boolean);
  return texts.filter((text) => labels.some((label) => text.startsWith(label))).length * 2 > texts.length;
}

// A mark in the cell beside an option comes before its words, where all have it on one side.
/** @param {Table} table @param {string[]} labels */
function pair(table, labels) {
  const options = table.rows.flatMap((row) => row.flatMap((cell, number) =>
    (labels.some((label) => bare(cell.text).startsWith(label)) ? [{ row, number }] : [])));
  const sides = [-1, 1].filter((step) => options.every(({ row, number }) => isPlace(row[number + step])));
  if (sides.length !== 1) return;
  for (const { row, number } of options) {
    const beside = row[number + sides[0]];
    const [line] = row[number].paragraphs();
    line.pieces.unshift([solid(beside.text) || "□", false, ""]);
    line.looks = new Map(Array.from(line.looks, ([piece, look]) => [piece + 1, look]));
    beside.blocks = [];
  }
}

// Whether a cell stands there that holds nothing but a mark.
/** @param {Cell | undefined} cell */
const isPlace = (cell) => cell !== undefined && !stripped(bare(cell.text), LETTER_TICKS);
