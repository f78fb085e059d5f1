// Mirrors scripts/lawbook/word/read/labels.py: labels as a person left them, brought into the form's own.
/** @import { Content } from "./content.js" */
/** @import { Field, Form } from "./types" */
import { COLONS, named } from "./cells.js";
import { Cell, Paragraph, Table, isLine } from "./content.js";
import { numbered } from "./headings.js";
import * as normalForm from "./normal.js";
import * as shared from "./word_shared.js";
import { BLANKS } from "./shared.js";
import * as strings from "./text.js";

const BRACKETS = /[（(][^（）()]*[)）]$/u;
const AGAIN = /* @__PURE__ */ new RegExp(shared.AGAIN_MARK, "u");
const BETWEEN = `${BLANKS}、，；。,;`;
const APART = ["cover", "open", "letter"];
/** @param {Content} content */
export const tablesOf = (content) => content.blocks.flatMap((block) => (isLine(block) ? [] : block));
/** @param {Content} content */
export const cellsOf = (content) => tablesOf(content).flatMap((table) => table.rows.flat());
/** @param {Field} field */
const wordsOf = (field) => [field.label, ...field.also].map(named);

/** @typedef {Map<string, Field>} Words the words of labels, and the field of each */

// Brings the labels of a document, in place, into the words and cells of the form. ``lost`` are the
// fields that have no mark of this guide in the file.
/** @param {Form} form @param {Content} content @param {Field[]} lost */
export function settleLabels(form, content, lost) {
  if (!lost.length) return;
  const pairs = lost.flatMap((field) => wordsOf(field).map((word) => /** @type {[string, Field]} */ ([word, field])));
  const words = new Map(pairs);
  const titles = form.sections.flatMap((section) => section.groups.map((group) => named(group.label)));
  for (const table of tablesOf(content)) joinCells(table, new Set([...words.keys(), ...titles]));
  joinRows(content, words);
  for (const field of lost) if (field.options.length && /[：:]$/u.test(field.label)) beginLine(content, field.label);
  callByLabel(lost.filter((field) => !field.group), content);
  splitCells(form, content, lost, words);
}

// A label torn into two cells side by side is one; the second cell goes.
/** @param {Table} table @param {Set<string>} words */
function joinCells(table, words) {
  for (const row of table.rows) {
    const number = Array.from(row.keys()).slice(0, Math.max(row.length - 2, 0)).find((at) => {
      const torn = [named(row[at].text), named(row[at + 1].text)];
      return torn.every(Boolean) && words.has(torn.join("")) && !torn.some((word) => words.has(word));
    });
    if (number !== undefined) {
      relabel(row[number], row[number].text + row[number + 1].text);
      row.splice(number + 1, 1);
    }
  }
}

/** @param {Cell} cell @param {string} text */
function relabel(cell, text) {
  const [line] = cell.paragraphs();
  line.pieces = [[text, false, ""]];
  cell.blocks = [line];
}

// A label that ends with a colon and stands behind other words begins a line of its own.
/** @param {Content} content @param {string} label */
function beginLine(content, label) {
  const words = strings.escaped(label.slice(0, -1));
  const pattern = new RegExp(`[${BETWEEN}](${words}[${COLONS}])`, "u");
  for (const cell of cellsOf(content)) {
    for (const line of cell.paragraphs()) {
      const match = pattern.exec(line.text);
      if (!match || !strings.stripped(line.text.slice(0, match.index + 1), BETWEEN)) continue;
      const { text } = line;
      const made = Object.assign(new Paragraph(cell), { style: line.style });
      made.pieces = [[text.slice(match.index + 1), false, ""]];
      line.pieces = [[text.slice(0, match.index + 1), false, ""]];
      line.looks = new Map();
      cell.blocks.splice(cell.blocks.indexOf(line) + 1, 0, made);
      return;
    }
  }
}

// A row whose label is empty, repeated or the rest of the one above goes on above.
/** @param {Content} content @param {Words} words */
function joinRows(content, words) {
  /** @type {Cell[]} */
  let above = [];
  for (const block of content.blocks) {
    if (isLine(block)) {
      if (normalForm.solid(block.text)) above = [];
      continue;
    }
    block.rows = block.rows.filter((row) => {
      if (row.length !== 2 || above.length !== 2 || !goesOn(above, row, words)) {
        above = row;
        return true;
      }
      for (const line of row[1].paragraphs()) line.cell = above[1];
      above[1].blocks.push(...row[1].blocks);
      return false;
    });
    for (const [number, row] of block.rows.entries()) for (const cell of row) cell.row = number;
  }
  content.blocks = content.blocks.filter((block) => isLine(block) || block.rows.length);
}

// Whether a row goes on from the one above; a label in two rows becomes one.
/** @param {Cell[]} above @param {Cell[]} row @param {Words} words */
function goesOn(above, row, words) {
  const [first, second] = [named(above[0].text), named(row[0].text)];
  if ([...above, ...row].some((cell) => cell.start) || !normalForm.solid(row[1].text)) return false;
  if (words.has(first + second) && !words.has(first) && !words.has(second)) {
    relabel(above[0], first + second);
    return true;
  }
  const field = words.get(first);
  return Boolean(field) && field?.kind === "long_text" && ["", first].includes(second.replace(AGAIN, ""));
}

// Give a label that a person worded otherwise the words of the form.
/** @param {Field[]} lost @param {Content} content */
function callByLabel(lost, content) {
  const all = cellsOf(content).reverse();
  const whole = new Map(all.map((cell) => [named(numbered(cell.text)[2]), cell]));
  const bare = Array.from(whole, ([word, cell]) => /** @type {[string, Cell]} */ ([word.replace(BRACKETS, ""), cell]));
  const cells = new Map([...bare, ...whole]);
  const plain = new Set(all.map((cell) => named(cell.text)));
  for (const field of lost) {
    if (plain.has(named(field.label))) continue;
    const key = wordsOf(field).find((label) => cells.has(label));
    const cell = key && cells.get(key);
    const [first] = cell ? cell.paragraphs() : [];
    if (cell && first) relabel(cell, field.label);
  }
}

// Answers that stand behind their labels in one cell become rows: 联系人：…… 电话：……
/** @param {Form} form @param {Content} content @param {Field[]} lost @param {Words} words */
function splitCells(form, content, lost, words) {
  const covers = new Set(form.sections.filter((section) => APART.includes(section.layout.arrange))
    .flatMap((section) => section.fields.map((field) => field.key)));
  const short = new Map(Array.from(words).filter(([, field]) =>
    field.kind === "text" && !covers.has(field.key) && !field.group));
  const known = new Set([...lost.map((field) => named(field.label)), ...words.keys()]);
  for (const cell of cellsOf(content)) {
    const row = cell.table.rows[cell.row];
    const left = row[row.indexOf(cell) - 1] || null;
    const answers = answersOf(cell.text, short);
    const owner = left ? words.get(named(left.text)) : undefined;
    const isMine = answers.some(([field]) => owner && field.key === owner.key);
    if (!answers.length || (left && known.has(named(left.text)) && !isMine)) continue;
    if (left && owner) left.blocks = [];
    intoRows(content, cell, answers);
  }
}

// The labels of a cell and what stands behind each; none where a word stands before them.
/** @param {string} text @param {Words} short @returns {[Field, string][]} */
function answersOf(text, short) {
  const labels = Array.from(short.keys()).sort((label, other) => strings.length(other) - strings.length(label));
  if (!labels.length) return [];
  const spaced = labels.map((label) => Array.from(label, strings.escaped).join(`[${BLANKS}]*`)).join("|");
  const pattern = new RegExp(`(?:^|[${BETWEEN}])[${BLANKS}]*(${spaced})[${BLANKS}]*[${COLONS}]`, "gu");
  const starts = Array.from(text.matchAll(pattern));
  if (!starts.length || strings.stripped(text.slice(0, starts[0].index), BLANKS)) return [];
  const answers = starts.map((match, number) => {
    const end = number + 1 < starts.length ? starts[number + 1].index : text.length;
    const words = strings.stripped(text.slice(Number(match.index) + match[0].length, end), BETWEEN);
    return /** @type {[Field, string]} */ ([short.get(named(match[1])), words]);
  });
  const once = new Set(answers.map(([field]) => field.key)).size === answers.length;
  return once && answers.some(([, words]) => words) ? answers : [];
}

/** @param {Content} content @param {Cell} cell @param {[Field, string][]} answers */
function intoRows(content, cell, answers) {
  const table = new Table();
  for (const [number, [field, words]] of answers.entries()) {
    table.rows.push([field.label, words].map((text, column) => {
      const made = new Cell(table, number, column);
      made.blocks.push(Object.assign(new Paragraph(made), { pieces: [[text, false, ""]] }));
      return made;
    }));
  }
  cell.blocks = [];
  content.blocks.splice(content.blocks.indexOf(cell.table), 0, table);
}
