// Mirrors scripts/lawbook/word/layout/prose.py: long answers as paragraphs and tables of Word.
/** @import { Grid, Line, Passage, Run } from "./types" */
import * as markup from "./markup.js";
import * as passage from "./passage.js";
import * as shared from "./word_shared.js";
import * as strings from "./text.js";

const FIRST = new RegExp(`^${shared.HEADING_1}`, "u");
const SECOND = new RegExp(`^${shared.HEADING_2}`, "u");
const GRID_WIDTH = 6960;
const [MOST_LINES, A_LINE] = [8, 24];
const HEAD = '<w:p><w:pPr><w:pStyle w:val="TableHead';

// A paragraph of a long answer.
/** @param {string} [runs] */
export function line(runs) {
  return markup.paragraph("Passage", runs);
}

// The paragraphs and tables of an answer; a cell must not end with a table.
/** @param {string} text */
export function pieces(text) {
  const blocks = passage.parsed(text);
  return blocks.map((block, number) => {
    if (block.kind === "line") return set(block);
    const next = blocks[number + 1];
    // Two tables would become one; the last child of a cell is a paragraph.
    const end = !next || next.kind === "grid" ? markup.paragraph("TableEnd") : "";
    return table(block) + end;
  });
}

// The paragraphs and tables of an answer as one text.
/** @param {string} text */
export function render(text) {
  return pieces(text).join("");
}

// How many pieces the first row of an answer takes, 0 where it has one row only.
/** @param {string} text */
export function beginning(text) {
  const blocks = passage.parsed(text);
  if (isShort(text) || blocks.some((block) => block.kind === "grid")) return 0;
  const made = pieces(text);
  let end = 0;
  while (end === 0 || made[end].startsWith(HEAD)) {
    let heads = end;
    while (heads < made.length && made[heads].startsWith(HEAD)) heads += 1;
    if (heads >= made.length - 1 || lines(blocks.slice(0, heads + 1)) > MOST_LINES) break;
    end = heads + 1;
  }
  return end;
}

// Whether an answer begins with words, not with an item or a table.
/** @param {string} text */
export function isLine(text) {
  const [block] = passage.parsed(text);
  return Boolean(block) && block.kind === "line" && !block.item;
}

// Whether an answer stays on one page.
/** @param {string} text */
export function isShort(text) {
  const blocks = passage.parsed(text);
  return blocks.every((block) => block.kind === "line") && lines(blocks) <= MOST_LINES;
}

// Paragraphs that are kept with the next.
/** @param {string} xml */
export function kept(xml) {
  return ["Passage", "PassageItem"].reduce(
    (made, style) => made.split(`"${style}"/></w:pPr>`).join(`"${style}"/><w:keepNext/></w:pPr>`), xml);
}

// About how many lines blocks take; a table none that is counted.
/** @param {Passage[]} blocks */
function lines(blocks) {
  /** @param {Line} block */
  const linesIn = (block) => Math.floor((strings.length(plain(block.runs)) + 2) / A_LINE) + 1;
  return blocks.reduce((sum, block) => sum + (block.kind === "line" ? linesIn(block) : 0), 0);
}

/** @param {Run[]} runs */
function plain(runs) {
  return runs.map(([text]) => text).join("");
}

/** @param {Line} block */
function set(block) {
  if (block.item) return markup.paragraph("PassageItem", runsOf(block.runs, markup.FANG));
  const text = plain(block.runs);
  const style = FIRST.test(text) ? "TableHead1" : SECOND.test(text) ? "TableHead2" : null;
  if (style === null) return line(runsOf(block.runs, markup.FANG));
  const end = headingEnds(text);
  const [heading, rest] = split(block.runs, end);
  const whole = end > 0 && rest.length === 0 ? style : "Passage";
  return markup.paragraph(whole, runsOf(heading, markup.FONTS[style]) + runsOf(rest, markup.FANG));
}

// Where a numbered line's heading ends, 0 where the line is too long to be one.
/** @param {string} text */
function headingEnds(text) {
  const stop = text.indexOf("。");
  const end = strings.length(stop < 0 ? text : text.slice(0, stop + 1));
  return end <= shared.LONGEST_HEADING ? end : 0;
}

// Runs before and after a number of characters.
/** @param {Run[]} runs @param {number} end @returns {[Run[], Run[]]} */
function split(runs, end) {
  /** @type {[Run[], Run[]]} */
  const [before, after] = [[], []];
  let left = end;
  for (const [text, bold] of runs) {
    before.push([strings.slice(text, 0, left), bold]);
    after.push([strings.slice(text, left), bold]);
    left = Math.max(0, left - strings.length(text));
  }
  const kept = (/** @type {Run[]} */ pieces) => pieces.filter(([text]) => text);
  return [kept(before), kept(after)];
}

/** @param {Run[]} runs @param {string} font */
function runsOf(runs, font) {
  return runs.map(([text, bold]) => markup.run(text, font, { bold })).join("");
}

/** @param {Grid} grid */
function table(grid) {
  const columns = grid.rows[0].length;
  const width = Math.floor(GRID_WIDTH / columns);
  const caption = strings.slice(grid.rows[0].map(plain).join("、"), 0, 200);
  const rows = grid.rows.map((row, number) =>
    markup.row(440, cells(row, width, number), grid.header && number === 0));
  return markup.table(width, columns, caption, rows.join(""));
}

/** @param {Run[][]} row @param {number} width @param {number} number */
function cells(row, width, number) {
  const style = number ? "TableText" : "ColumnHead";
  const font = markup.FONTS[style] || markup.FANG;
  return row.map((text) => markup.cell(width, markup.paragraph(style, runsOf(text, font)))).join("");
}
