// Mirrors scripts/lawbook/word/read/official.py and scripts/lawbook/word/read/groups.py: the official template.
/** @import { Content } from "./content.js" */
/** @import { Block, Field, Form, Group, Section } from "./types" */
import { COLONS, afterWords, fit, named, right } from "./cells.js";
import { Cell, Paragraph, Table, isLine } from "./content.js";
import * as enumeration from "./enumeration.js";
import { byRows, divided, linesOf, numbered } from "./headings.js";
import { offTheLine } from "./handmade.js";
import { cellsOf, settleLabels, tablesOf } from "./labels.js";
import { unnest } from "./nested.js";
import { solid } from "./normal.js";
import * as shared from "./word_shared.js";
import { BLANKS } from "./shared.js";
import * as strings from "./text.js";
import { filled } from "./text.js";

const APART = ["choice", "choices", "fixed"];
const QUOTES = /[“”"「」『』＂]/gu;
const MOST_LINES = 5;
const LONGEST = 40; // of an answer on the cover

/** @typedef {{faults: [key: string, message: string][], notes: string[]}} Laid */

// Brings a document, in place, into the shape of the form: {faults: [[key, message]], notes: [line]}.
/** @param {Form} form @param {Content} content @returns {Laid} */
export function relaid(form, content) {
  /** @type {Laid} */
  const made = { faults: [], notes: [] };
  unnest(form, cellsOf(content));
  const lost = form.fields.flatMap(([, field]) => (isMarked(content, field) ? [] : [field]));
  settleLabels(form, content, lost);
  for (const section of form.sections) {
    const isOwn = section.fields.some((field) => isMarked(content, field));
    if (section.layout.arrange === "cover" && !isOwn) coverLines(content, section);
  }
  for (const [section, field] of form.fields) {
    if (isMarked(content, field)) continue;
    if (field.key === form.layout.title.field) joinTitle(form, content, field);
    else if (section.layout.arrange === "cover") coverLine(content, section, field);
    else if (field.kind === "rows") listLines(form, section, field, content, made);
  }
  for (const section of form.sections) {
    for (const group of section.groups) divide(form, section, group, content, made);
  }
  return made;
}

// Whether the form's own control or bookmark of a field stands in a document.
/** @param {Content} content @param {Field} field */
function isMarked(content, field) {
  const tags = [field.key, ...[...field.options, ...field.columns].map((part) => `${field.key}.${part.key}`)];
  return tags.some((tag) => content.controls.has(tag)) || content.bookmarks.has(`f_${field.key}`);
}

// A title in several paragraphs becomes one; the one on the cover has nothing before it.
/** @param {Form} form @param {Content} content @param {Field} field */
function joinTitle(form, content, field) {
  const words = unquoted(form.layout.title.text);
  const lines = content.paragraphs().filter((paragraph) => solid(paragraph.text));
  const cover = [...form.layout.cover, form.layout.mark || ""].map(unquoted);
  let span = /** @type {[Paragraph[], string] | null} */ (null);
  lines.forEach((line, start) => {
    const first = unquoted(line.text);
    let text = "";
    for (let end = start; end < Math.min(start + MOST_LINES, lines.length); end += 1) {
      text += unquoted(lines[end].text);
      const before = text.slice(0, Math.max(text.length - words.length, 0));
      const alone = before === first && !cover.includes(first);
      const isTitle = text.endsWith(words) && (before.length < first.length || alone);
      if (isTitle && (before || !span)) span = [lines.slice(start, end + 1), before];
    }
  });
  const exact = solid(form.layout.title.text);
  if (!span || (span[0].length === 1 && solid(span[0][0].text).endsWith(exact))) return;
  const [[title, ...others], before] = span;
  title.pieces = [[before + form.layout.title.text, false, ""]];
  for (const other of others) {
    const blocks = other.cell ? other.cell.blocks : content.blocks;
    blocks.splice(blocks.indexOf(other), 1);
  }
  content.bookmarks.set(`f_${field.key}`, title);
}

/** @param {string} text */
const unquoted = (text) => solid(text).replace(QUOTES, "");

// Each line of the cover stands in a paragraph of its own, outside any table.
/** @param {Content} content @param {Section} section */
function coverLines(content, section) {
  content.blocks = content.blocks.flatMap((block) => {
    const lines = (isLine(block) ? [block] : column(block)).flatMap((line) => linesOf(line));
    return lines.some((line) => section.fields.some((field) => answerOf(line, field))) ? lines : [block];
  });
}

// The paragraphs of a table of one column.
/** @param {Table} table */
function column(table) {
  if (table.rows.some((row) => row.length > 1)) return [];
  return table.rows.flat().flatMap((cell) => cell.paragraphs());
}

// What follows the label of a field after a colon or blank; empty for another line.
/** @param {Paragraph} line @param {Field} field */
function answerOf(line, field) {
  const rest = afterWords(line.text, field.label);
  if (!rest) return "";
  return COLONS.includes(rest[0]) || Array.from(BLANKS).some((blank) => line.text.includes(blank + rest)) ? rest : "";
}

// A line of the cover becomes a row: label and answer, which may stand on the next line.
/** @param {Content} content @param {Section} section @param {Field} field */
function coverLine(content, section, field) {
  for (const [number, line] of content.blocks.entries()) {
    if (!isLine(line)) continue;
    const rest = answerOf(line, field);
    if (!rest) continue;
    const answer = offTheLine(strings.strippedLeft(rest, COLONS));
    const below = content.blocks[number + 1];
    const isBelow = COLONS.includes(rest) && below && isLine(below) && !isCover(below, section);
    const table = new Table();
    addRow(table, [copy(line, `${field.label}：`)], [isBelow ? below : copy(line, answer)]);
    content.blocks.splice(number, isBelow ? 2 : 1, table);
    return;
  }
}

// Whether a line is empty, or one of the cover, or longer than an answer there.
/** @param {Paragraph} line @param {Section} section */
function isCover(line, section) {
  const text = solid(line.text);
  return !text || strings.length(text) > LONGEST || section.fields.some((field) => text.startsWith(solid(field.label)));
}

// A paragraph with other words.
/** @param {Pick<Paragraph, "cell">} line @param {string} text */
function copy(line, text) {
  const made = new Paragraph(line.cell);
  if (text) made.pieces.push([text, false, ""]);
  return made;
}

/** @param {Table} table @param {Paragraph[][]} cells */
function addRow(table, ...cells) {
  table.rows.push(cells.map((lines, column) => {
    const cell = new Cell(table, table.rows.length, column);
    for (const line of lines) line.cell = cell;
    cell.blocks.push(...lines);
    return cell;
  }));
}

// Lines below the heading of a list become its table.
/** @param {Form} form @param {Section} section @param {Field} field @param {Content} content @param {Laid} made */
function listLines(form, section, field, content, made) {
  if (tablesOf(content).some((table) => fit(table, field) * 2 >= field.columns.length)) return;
  lift(content, section);
  const titles = [...form.sections, ...form.attachments].map((section) => named(section.title));
  const heads = content.blocks.flatMap((block) =>
    (isLine(block) && named(block.text) === named(section.title) ? block : []));
  if (!heads.length) return;
  const head = heads[heads.length - 1];
  const start = content.blocks.indexOf(head) + 1;
  /** @type {Paragraph[]} */
  const lines = [];
  for (const block of content.blocks.slice(start)) {
    if (!isLine(block)) return;
    if (titles.includes(named(block.text))) break;
    lines.push(block);
  }
  const hints = ["", ...form.hints(field).map(solid)];
  const kept = lines.flatMap((line) => linesOf(line)).filter((line) => !hints.includes(solid(line.text)));
  const table = new Table();
  addRow(table, ...field.columns.map((column) => [copy(head, column.label)]));
  for (const [line, row] of enumeration.rows(field, kept)) {
    addRow(table, ...row.map((text) => [copy(line, text)]));
    if (!/[、；;]/u.test(row[0])) continue;
    made.notes.push(`「${field.called}」: ${filled(shared.ONE_LINE_NOT_SPLIT, { words: row[0] })}`);
  }
  content.blocks.splice(start, lines.length, table);
  if (table.rows.length > 1) made.notes.push(`「${field.called}」: 没有表格，按每行一家读取；请核对`);
}

// A list in a row of the table, beside its title, comes below the table.
/** @param {Content} content @param {Section} section */
function lift(content, section) {
  for (const cell of cellsOf(content)) {
    const beside = right(cell);
    if (!beside || named(cell.text) !== named(section.title)) continue;
    const moved = [copy(cell.paragraphs()[0], section.title), ...beside.blocks];
    [beside.blocks, cell.blocks] = [[], []];
    for (const block of moved) if (isLine(block)) block.cell = null;
    content.blocks.splice(content.blocks.indexOf(cell.table) + 1, 0, ...moved);
  }
}

// A whole group in one cell, or in a row for each field, becomes rows as the form has them.
/** @param {Form} form @param {Section} section @param {Group} group @param {Content} content @param {Laid} made */
function divide(form, section, group, content, made) {
  const fields = section.fields.filter((field) => field.group === group.key);
  if (fields.some((field) => APART.includes(field.kind) || isMarked(content, field))) return;
  const cells = cellsOf(content);
  const head = cells.find((cell) => named(cell.text) === named(group.label));
  const cell = head ? right(head) : null;
  if (!head || !cell) return rowsOfFields(content, fields);
  const nested = cell.blocks.flatMap((block) => (isLine(block) ? [] : [block]));
  const inner = nested.length === 1 && !solid(cell.text) ? byRows(fields, nested[0].rows) : null;
  if (inner) return rowsOfGroup(content, head, cell, fields, inner);
  const rows = besideOf(head);
  if (rows.length > 1) {
    const merged = byRows(fields, rows);
    if (merged) rowsOfGroup(content, head, cell, fields, merged);
    return;
  }
  const hints = ["", ...fields.flatMap((field) => form.hints(field)).map(solid)];
  const blocks = cell.blocks.flatMap((block) => linesOf(block));
  let parts = divided(fields, blocks);
  if (parts === null) {
    parts = [blocks, ...fields.slice(1).map(() => [])];
    if (blocks.some((block) => !isLine(block) || !hints.includes(solid(block.text)))) {
      const others = fields.slice(1).map((field) => `「${field.called}」`).join("");
      const told = filled(shared.GROUP_UNCLEAR, { label: group.label });
      made.faults.push([fields[0].key, filled(shared.MOVE_TO_FIELDS, { told, others })]);
      for (const field of fields.slice(1)) made.faults.push([field.key, ""]);
    }
  }
  rowsOfGroup(content, head, cell, fields, parts);
}

// Rows with the labels of the fields, and no label of the group, get the labels above.
/** @param {Content} content @param {Field[]} fields */
function rowsOfFields(content, fields) {
  const words = new Map(fields.flatMap((field) => [field.label, ...field.also].map((word) =>
    /** @type {[string, Field]} */ ([named(word), field]))));
  /** @param {Cell} cell */
  const ownerOf = (cell) => words.get(named(numbered(cell.text)[2]));
  const labels = cellsOf(content).filter(ownerOf);
  const cells = new Map(labels.map((cell) => [ownerOf(cell), cell]));
  if (labels.length !== fields.length || cells.size !== fields.length) return;
  for (const field of fields) {
    const cell = /** @type {Cell} */ (cells.get(field));
    const answer = right(cell);
    if (!answer) continue;
    const label = copy({ cell }, field.label);
    content.bookmarks.set(`f_${field.key}`, label);
    cell.blocks = [label];
    cell.table.rows.splice(cell.row, 1, [cell], [answer]);
    answer.column = cell.column;
    number(cell.table);
  }
}

/** @param {Table} table */
function number(table) {
  table.rows.forEach((row, at) => {
    for (const cell of row) cell.row = at;
  });
}

// The cells beside a label, row by row, as far as it is merged down.
/** @param {Cell} head */
function besideOf(head) {
  const { rows } = head.table;
  const made = [rows[head.row].slice(rows[head.row].indexOf(head) + 1)];
  for (const below of rows.slice(head.row + 1)) {
    const index = below.findIndex((cell) => cell.start === head);
    if (index < 0) break;
    made.push(below.slice(index + 1));
  }
  return made;
}

/** @param {Content} content @param {Cell} head @param {Cell} cell @param {Field[]} fields @param {Block[][]} parts */
function rowsOfGroup(content, head, cell, fields, parts) {
  const { table, row: position } = cell;
  /** @type {Cell[][]} */
  const made = [];
  fields.forEach((field, number) => {
    const label = copy({ cell: head }, field.label);
    content.bookmarks.set(`f_${field.key}`, label);
    for (const lines of [[label], parts[number]]) {
      const left = made.length ? new Cell(table, 0, head.column) : head;
      if (made.length) left.start = head;
      const answer = new Cell(table, 0, cell.column);
      answer.blocks.push(...lines);
      for (const line of lines) if (isLine(line)) line.cell = answer;
      made.push([left, answer]);
    }
  });
  table.rows.splice(position, besideOf(head).length, ...made);
  number(table);
}
