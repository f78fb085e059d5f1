// Mirrors scripts/lawbook/word/read/answer_slots.py: where each field stands, by tag, bookmark or label.
/** @import { Cell, Content } from "./content.js" */
/** @import { AnswerSlot, Block, Field, Form, Section } from "./types" */
import { COLONS, afterWords, fit, goingOn, headerRow, named, parts as partsOf, right, width } from "./cells.js";
import { Paragraph, Table } from "./content.js";
import { solid } from "./normal.js";
import * as strings from "./text.js";

// An answer on lines of its own below a heading that it shares with others.
/** @param {Field} field */
const isLine = (field) => Boolean(field.group) && field.kind !== "long_text";

// Finds the fields of one form in one document; ``used`` are the paragraphs that were read.
// A slot is {blocks, label: words to take from the beginning, extra: what stands beside the label,
// sharedWith: the fields from whose answers it cannot be told}.
export class Slots {
  /** @param {Form} form @param {Content} content */
  constructor(form, content) {
    this.form = form;
    this.content = content;
    /** @type {Set<Block>} */
    this.used = new Set();
  }

  // The slot of a field, null where it cannot be found.
  /** @param {Section} section @param {Field} field @returns {AnswerSlot | null} */
  of(section, field) {
    if (field.key === this.form.layout.title.field) return this.inTitle(field);
    if (field.kind === "rows") {
      const tables = this.tables(section, field);
      return tables.length ? this.slot(tables) : null;
    }
    return section.layout.arrange === "open" ? this.beside(field) : this.inCell(field);
  }

  // The paragraph of a field's label (or of its answer, where the label is gone).
  /** @param {Field} field @returns {Paragraph | null} */
  labelOf(field) {
    return this.ownLabel(field) || this.tagged(field)[0] || null;
  }

  /** @param {Field} field @returns {Paragraph | null} */
  ownLabel(field) {
    return this.content.bookmarks.get(`f_${field.key}`) || this.labelled(field);
  }

  /** @param {Block[]} blocks @param {string} [label] @param {string} [extra] @returns {AnswerSlot} */
  slot(blocks, label, extra) {
    for (const block of blocks) this.used.add(block);
    return { blocks, label: label || "", extra: extra || "", sharedWith: [] };
  }

  /** @param {Field} field @returns {Paragraph[]} */
  tagged(field) {
    const parts = [...field.options, ...field.columns].map((option) => `${field.key}.${option.key}`);
    return [field.key, ...parts].flatMap((tag) => this.content.controls.get(tag) || []);
  }

  /** @param {Field} field @returns {Paragraph | null} */
  labelled(field) {
    const label = this.byText().get(named(field.label));
    const isLead = !label && Array.from(COLONS).some((colon) => field.label.endsWith(colon));
    return (isLead ? this.starting(field) : label) || null;
  }

  // The first paragraph of each text; a label torn in two is found by its cell's text.
  /** @returns {Map<string, Paragraph>} */
  byText() {
    if (this.texts) return this.texts;
    const [paragraphs, cells] = [new Map(), new Map()];
    /** @param {Map<string, Paragraph>} map @param {string} text @param {Paragraph} paragraph */
    const add = (map, text, paragraph) => map.has(text) || map.set(text, paragraph);
    for (const paragraph of this.content.paragraphs()) {
      add(paragraphs, named(paragraph.text), paragraph);
      if (paragraph.cell && paragraph.cell.blocks[0] === paragraph) add(cells, named(paragraph.cell.text), paragraph);
    }
    this.texts = new Map([...paragraphs, ...cells]); // the words of a label can stand in an answer too
    return this.texts;
  }

  // The paragraphs that are labels, and the field of each.
  labels() {
    if (!this.known) this.known = new Map(this.form.fields.map(([, field]) => [this.labelOf(field), field.key]));
    return this.known;
  }

  // In a cell: beside the label, below it, or in the same cell after it.
  /** @param {Field} field @returns {AnswerSlot | null} */
  inCell(field) {
    const label = this.ownLabel(field);
    if (label) this.useLabel(label, field);
    if (isLine(field)) return this.lines(field, label);
    const extra = this.extra(label, field);
    const cell = this.cells().get(field.key);
    if (!cell) return extra ? this.slot([], "", extra) : null;
    if (label && cell === label.cell) return this.slot([], "", extra);
    const owners = Array.from(this.cells()).filter((other) => other[1] === cell).map(([key]) => key);
    const blocks = this.upToLabel(cell.blocks, field);
    if (label && field.kind === "long_text" && !field.group) {
      blocks.push(...goingOn(label, (cell) => this.hasLabel(cell, field)));
    }
    if (owners.length < 2) return this.slot(blocks, "", extra);
    const divided = partsOf(cell, owners.map((key) => [key, this.content.controls.get(key)]));
    const slot = this.slot(divided.get(field.key) || blocks, "", extra);
    return divided.size ? slot : { ...slot, sharedWith: owners.filter((key) => key !== field.key) };
  }

  // The cell of each answer; answers of merged rows have the same one.
  cells() {
    if (this.answers) return this.answers;
    this.answers = new Map();
    for (const [section, field] of this.form.fields) {
      if (["open", "letter"].includes(section.layout.arrange) || field.kind === "rows") continue;
      const cell = this.answerCell(field);
      if (cell) this.answers.set(field.key, cell.start || cell);
    }
    return this.answers;
  }

  // The cell of the field's control; else beside or below its label, if nobody else's.
  /** @param {Field} field @returns {Cell | null} */
  answerCell(field) {
    if (isLine(field)) return null;
    const tagged = this.tagged(field)[0];
    if (tagged && tagged.cell) return tagged.cell;
    const label = this.ownLabel(field);
    if (!label || !label.cell) return null;
    if (!field.group) {
      const beside = right(label.cell);
      return beside && this.upToLabel(beside.blocks, field).length ? beside : null;
    }
    const row = this.rowBelow(label.cell);
    if (row.some((cell) => this.hasLabel(cell, field))) return null;
    const { column } = label.cell;
    return row.find((cell) => cell.column === column) || row[row.length - 1] || null;
  }

  // The next row, in the next table where a person split the table there.
  /** @param {Cell} cell @returns {Cell[]} */
  rowBelow(cell) {
    const { rows } = cell.table;
    if (cell.row + 1 < rows.length) return rows[cell.row + 1];
    const at = this.content.blocks.indexOf(cell.table);
    for (const block of at < 0 ? [] : this.content.blocks.slice(at + 1)) {
      if (block instanceof Table) {
        const isList = this.form.fields.some(([, field]) => field.kind === "rows" && fit(block, field));
        return isList ? [] : block.rows[0] || [];
      }
      if (solid(block.text)) break;
    }
    return [];
  }

  /** @param {Paragraph} label @param {Field} field */
  useLabel(label, field) {
    this.used.add(label);
    if (!label.cell || named(label.cell.text) !== named(field.label)) return;
    for (const paragraph of label.cell.paragraphs()) this.used.add(paragraph);
  }

  // Whether a block is the label of another field.
  /** @param {Block} block @param {Field} field */
  isLabel(block, field) {
    const owner = this.labels().get(/** @type {Paragraph} */ (block));
    return owner !== undefined && owner !== field.key;
  }

  /** @param {Cell} cell @param {Field} field */
  hasLabel(cell, field) {
    return cell.paragraphs().some((paragraph) => this.isLabel(paragraph, field));
  }

  // The blocks before the label of another field.
  /** @param {Block[]} blocks @param {Field} field @returns {Block[]} */
  upToLabel(blocks, field) {
    const end = blocks.findIndex((block) => this.isLabel(block, field));
    return blocks.slice(0, end < 0 ? blocks.length : end); // its own list: a caller adds to it
  }

  // What stands in the label's cell after the label, before the next one.
  /** @param {Paragraph | null} label @param {Field} field */
  extra(label, field) {
    if (!label || !label.cell) return "";
    const { blocks } = label.cell;
    const after = this.upToLabel(blocks.slice(blocks.indexOf(label)), field)
      .filter((block) => block instanceof Paragraph);
    const rest = afterWords(after.map((line) => line.text).join("\n"), field.label);
    if (rest === null) return "";
    for (const line of after) this.used.add(line);
    return strings.strippedLeft(rest, COLONS);
  }

  // The lines after the label up to the next label of the cell.
  /** @param {Field} field @param {Paragraph | null} label @returns {AnswerSlot | null} */
  lines(field, label) {
    const start = label || this.tagged(field)[0];
    if (!start || !start.cell) return null;
    const lines = start.cell.paragraphs();
    const blocks = [];
    for (const line of lines.slice(lines.indexOf(start) + (start === label ? 1 : 0))) {
      if (this.labels().has(line) && line !== start) break;
      blocks.push(line);
    }
    return this.slot(blocks, "", (label && afterWords(label.text, field.label)) || "");
  }

  // Outside the table. The title: what stands before its fixed words.
  /** @param {Field} field @returns {AnswerSlot | null} */
  inTitle(field) {
    const words = solid(this.form.layout.title.text);
    const tagged = this.content.controls.get(field.key);
    const marked = this.content.bookmarks.get(`f_${field.key}`);
    const all = [tagged, marked, ...this.content.paragraphs()];
    const title = all.find((paragraph) => paragraph && solid(paragraph.text).endsWith(words)) || tagged || marked;
    return title ? this.slot([title]) : null;
  }

  // A line such as 承诺人（签字）：, or the fixed text under a heading.
  /** @param {Field} field @returns {AnswerSlot | null} */
  beside(field) {
    const tagged = this.content.controls.get(field.key);
    if (field.kind === "fixed") {
      const text = tagged || this.labelOf(field);
      return text ? this.slot([text]) : null;
    }
    const start = tagged || this.content.bookmarks.get(`f_${field.key}`) || this.starting(field);
    return start ? this.slot([start], field.label) : null;
  }

  /** @param {Field} field */
  starting(field) {
    const words = Array.from(COLONS, (colon) => named(field.label) + colon);
    return this.content.paragraphs().find((paragraph) => words.some((word) => solid(paragraph.text).startsWith(word)));
  }

  // The table of a list: of its controls, below its heading, or by its header.
  /** @param {Section} section @param {Field} field @returns {Table | null} */
  table(section, field) {
    const tagged = this.tagged(field).find((paragraph) => paragraph.cell);
    if (tagged && tagged.cell) return tagged.cell.table;
    const tables = this.content.blocks.filter((block) => block instanceof Table);
    const fits = tables.map((table) => headerRow(table, field)[1].size);
    const best = fits.indexOf(Math.max(...fits));
    if (best >= 0 && fits[best] * 2 >= field.columns.length) return tables[best];
    const marked = this.content.bookmarks.get(`f_${field.key}`);
    return this.after(marked && !marked.cell ? marked : this.byText().get(named(section.title)));
  }

  // The table of a list and those in which it goes on, before and after.
  /** @param {Section} section @param {Field} field @returns {Table[]} */
  tables(section, field) {
    const first = this.table(section, field);
    const { blocks } = this.content;
    if (!first) return [];
    const at = blocks.indexOf(first);
    if (at < 0) return [first];
    const before = this.goingOn(blocks.slice(0, at).reverse(), field, first);
    return [...before.reverse(), first, ...this.goingOn(blocks.slice(at + 1), field, first)];
  }

  // The tables of the same list, up to the next heading or another table.
  /** @param {Block[]} blocks @param {Field} field @param {Table} first */
  goingOn(blocks, field, first) {
    const own = [];
    for (const block of blocks) {
      if (block instanceof Table) {
        const isAlike = width(block) === width(first) || fit(block, field) * 2 >= field.columns.length;
        if (!isAlike || block.rows.some((row) => row.some((cell) => this.hasLabel(cell, field)))) break;
        own.push(block);
      } else if (this.labels().has(block) || this.isTitle(block)) break;
    }
    return own;
  }

  /** @param {Paragraph} block */
  isTitle(block) {
    const sections = [...this.form.sections, ...this.form.attachments];
    return sections.some((section) => named(section.title) === named(block.text));
  }

  // The first table after a heading, before the next heading of the form.
  /** @param {Paragraph | undefined} heading @returns {Table | null} */
  after(heading) {
    const at = heading ? this.content.blocks.indexOf(heading) : -1;
    if (at < 0) return null;
    for (const block of this.content.blocks.slice(at + 1)) {
      if (block instanceof Table) return block;
      if (this.isTitle(block)) return null;
    }
    return null;
  }
}
