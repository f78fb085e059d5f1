// Mirrors scripts/lawbook/word/read/official.py: the official template, laid out as this guide's own form.
import { COLONS, afterWords, fit, named, right } from "./cells.js";
import { Cell, Paragraph, Table } from "./content.js";
import * as enumeration from "./enumeration.js";
import { bare, divided, linesOf } from "./headings.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";

const RULES = /[_＿]/g;
const APART = ["choice", "choices", "fixed"];
const MOST_LINES = 5;
const solid = (text) => normalForm.solid(text);
const isLine = (block) => block instanceof Paragraph;
const cellsOf = (content) => content.blocks.filter((block) => !isLine(block)).flatMap((table) => table.rows.flat());

// Brings a document, in place, into the shape of the form: {faults: [[key, message]], notes: [line]}.
export function relaid(form, content) {
  const found = { faults: [], notes: [] };
  unnest(form, content);
  callByLabel(form, content);
  for (const [section, field] of form.fields) {
    if (isMarked(content, field)) continue;
    if (field.key === form.layout.title.field) joinTitle(form, content, field);
    else if (section.layout.arrange === "cover") coverLine(content, field);
    else if (field.kind === "rows") listLines(form, section, field, content, found);
  }
  for (const section of form.sections) {
    for (const group of section.groups) divide(form, section, group, content, found);
  }
  return found;
}

// Whether the form's own control or bookmark of a field stands in a document.
function isMarked(content, field) {
  const tags = [field.key, ...[...field.options, ...field.columns].map((part) => `${field.key}.${part.key}`)];
  return tags.some((tag) => content.controls.has(tag)) || content.bookmarks.has(`f_${field.key}`);
}

// The lines of a table of boxes become lines of the cell around it.
function unnest(form, content) {
  const labels = form.fields.flatMap(([, field]) => field.options.map((option) => solid(option.label)));
  for (const cell of cellsOf(content)) {
    cell.blocks = cell.blocks.flatMap((block) => {
      if (isLine(block) || !hasBoxes(block, labels)) return [block];
      const lines = block.rows.flat().flatMap((one) => one.paragraphs());
      for (const line of lines) line.cell = cell;
      return lines;
    });
  }
}

function hasBoxes(table, labels) {
  const texts = table.rows.flat().flatMap((cell) => cell.paragraphs()).map((one) => bare(one.text)).filter(Boolean);
  return texts.filter((text) => labels.some((label) => text.startsWith(label))).length * 2 > texts.length;
}

// Give a label that a person worded otherwise the words of the form.
function callByLabel(form, content) {
  const cells = new Map(cellsOf(content).reverse().map((cell) => [named(cell.text), cell]));
  for (const [, field] of form.fields) {
    if (field.group || cells.has(named(field.label)) || isMarked(content, field)) continue;
    const key = field.also.map(named).find((one) => cells.has(one));
    const [first] = key === undefined ? [] : cells.get(key).paragraphs();
    if (!first) continue;
    first.pieces = [[field.label, false, ""]];
    cells.get(key).blocks = [first];
  }
}

// A title in several paragraphs becomes one; the one on the cover has nothing before it.
function joinTitle(form, content, field) {
  const words = solid(form.layout.title.text);
  const lines = content.blocks.filter((one) => isLine(one) && solid(one.text));
  const cover = [...form.layout.cover, form.layout.mark || ""].map(solid);
  let best = null;
  lines.forEach((line, start) => {
    const first = solid(line.text);
    let text = "";
    for (let end = start; end < Math.min(start + MOST_LINES, lines.length); end += 1) {
      text += solid(lines[end].text);
      const before = text.length - words.length;
      const alone = before === first.length && !cover.includes(first);
      if (text.endsWith(words) && (before < first.length || alone) && (best === null || before > 0)) {
        best = lines.slice(start, end + 1);
      }
    }
  });
  if (best === null || best.length < 2) return;
  const [first, ...others] = best;
  first.pieces = best.flatMap((one) => [...one.pieces, ["\n", false, ""]]).slice(0, -1);
  content.blocks = content.blocks.filter((block) => !others.includes(block));
  content.bookmarks.set(`f_${field.key}`, first);
}

// A line of the cover becomes a row: label and answer.
function coverLine(content, field) {
  for (const [place, line] of content.blocks.entries()) {
    const rest = isLine(line) ? afterWords(line.text, field.label) : null;
    if (rest === null || !rest || !COLONS.includes(rest[0])) continue;
    const answer = strings.strippedLeft(rest, COLONS).replace(RULES, " ");
    const table = new Table();
    addRow(table, [copy(line, `${field.label}：`)], [copy(line, answer)]);
    content.blocks[place] = table;
    return;
  }
}

// A paragraph with other words.
function copy(line, text) {
  const made = new Paragraph(line.cell);
  if (text) made.pieces.push([text, false, ""]);
  return made;
}

function addRow(table, ...cells) {
  table.rows.push(cells.map((lines, column) => {
    const cell = new Cell(table, table.rows.length, column);
    for (const line of lines) line.cell = cell;
    cell.blocks.push(...lines);
    return cell;
  }));
}

// Lines below the heading of a list become its table.
function listLines(form, section, field, content, found) {
  const tables = content.blocks.filter((block) => !isLine(block));
  if (tables.some((table) => fit(table, field) * 2 >= field.columns.length)) return;
  const titles = [...form.sections, ...form.attachments].map((one) => named(one.title));
  const heads = content.blocks.filter((one) => isLine(one) && named(one.text) === named(section.title));
  if (!heads.length) return;
  const head = heads[heads.length - 1];
  const start = content.blocks.indexOf(head) + 1;
  const lines = [];
  for (const block of content.blocks.slice(start)) {
    if (!isLine(block)) return;
    if (titles.includes(named(block.text))) break;
    lines.push(block);
  }
  const hints = ["", ...form.hints(field).map(solid)];
  const kept = lines.flatMap(linesOf).filter((line) => !hints.includes(solid(line.text)));
  const table = new Table();
  addRow(table, ...field.columns.map((column) => [copy(head, column.label)]));
  for (const [line, row] of enumeration.rows(field, kept)) addRow(table, ...row.map((text) => [copy(line, text)]));
  content.blocks.splice(start, lines.length, table);
  if (table.rows.length > 1) found.notes.push(`「${field.called}」: 没有表格，按每行一家读取；请核对`);
}

// One cell for a whole group becomes rows: the label of each field above its answer.
function divide(form, section, group, content, found) {
  const fields = section.fields.filter((one) => one.group === group.key);
  if (fields.some((one) => APART.includes(one.kind) || isMarked(content, one))) return;
  const cells = cellsOf(content);
  const head = cells.find((one) => named(one.text) === named(group.label));
  const cell = head ? right(head) : null;
  if (!cell || cells.some((one) => one.start === head)) return;
  const hints = ["", ...fields.flatMap((one) => form.hints(one)).map(solid)];
  const blocks = cell.blocks.flatMap(linesOf);
  let parts = divided(fields, blocks);
  if (parts === null) {
    parts = [blocks, ...fields.slice(1).map(() => [])];
    if (blocks.some((one) => !isLine(one) || !hints.includes(solid(one.text)))) {
      const others = fields.slice(1).map((one) => `「${one.called}」`).join("");
      const told = `“${group.label}”一格的文字分不清属于哪一栏，全部读入这一栏`;
      found.faults.push([fields[0].key, `${told}；请把属于${others}的内容移到相应的栏`]);
    }
  }
  rowsOfGroup(content, head, cell, fields, parts);
}

function rowsOfGroup(content, head, cell, fields, parts) {
  const { table, row: place } = cell;
  const made = [];
  fields.forEach((field, number) => {
    const label = copy(head, field.label);
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
  table.rows.splice(place, 1, ...made);
  table.rows.forEach((row, number) => {
    for (const one of row) one.row = number;
  });
}
