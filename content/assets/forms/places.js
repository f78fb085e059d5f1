// Mirrors scripts/lawbook/word/places.py: where each field stands, by tag, bookmark or label.
import { afterWords, below, headerRow, right } from "./cells.js";
import { Table } from "./content.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";

const COLONS = "：:";
const solid = (text) => normalForm.solid(text);
const named = (text) => strings.strippedRight(solid(text), COLONS);

// Finds the fields of one form in one document; ``used`` are the paragraphs that were read.
// A place is {blocks, label: words to take from the beginning, extra: what stands beside the label}.
export class Places {
  constructor(form, content) {
    Object.assign(this, { form, content, used: new Set() });
  }

  // The place of a field, null where it cannot be found.
  of(section, field) {
    if (field.key === this.form.layout.title.field) return this.inTitle(field);
    if (field.kind === "rows") {
      const table = this.table(section, field);
      return table && this.place([table]);
    }
    return section.layout.arrange === "open" ? this.beside(field) : this.inCell(field);
  }

  // The paragraph of a field's label (or of its answer, where the label is gone).
  labelOf(field) {
    return this.ownLabel(field) || this.tagged(field)[0] || null;
  }

  ownLabel(field) {
    return this.content.bookmarks.get(`f_${field.key}`) || this.labelled(field);
  }

  place(blocks, label, extra) {
    for (const block of blocks) this.used.add(block);
    return { blocks, label: label || "", extra: extra || "" };
  }

  tagged(field) {
    const parts = [...field.options, ...field.columns].map((one) => `${field.key}.${one.key}`);
    return [field.key, ...parts].map((tag) => this.content.controls.get(tag)).filter(Boolean);
  }

  labelled(field) {
    return this.byText().get(named(field.label)) || null;
  }

  // The first paragraph of each text; a label torn in two is found by its cell's text.
  byText() {
    if (this.texts) return this.texts;
    const [found, cells] = [new Map(), new Map()];
    const add = (map, text, one) => map.has(text) || map.set(text, one);
    for (const one of this.content.paragraphs()) {
      add(found, named(one.text), one);
      if (one.cell && one.cell.blocks[0] === one) add(cells, named(one.cell.text), one);
    }
    this.texts = new Map([...cells, ...found]);
    return this.texts;
  }

  // The paragraphs that are labels.
  labels() {
    if (!this.known) this.known = new Set(this.form.fields.map(([, field]) => this.labelOf(field)));
    return this.known;
  }

  // In a cell: beside the label, below it, or in the same cell after it.
  inCell(field) {
    const label = this.ownLabel(field);
    if (label) this.useLabel(label);
    if (field.group && field.kind !== "long_text") return this.lines(field, label);
    const tagged = this.tagged(field)[0];
    const extra = this.extra(label, field);
    let cell = tagged ? tagged.cell : null;
    if (!cell && label && label.cell) {
      cell = field.group ? below(label.cell) : right(label.cell);
      if (cell && cell.paragraphs().some((one) => this.labels().has(one))) cell = null;
    }
    if (!cell && !extra) return null;
    return this.place(!cell || (label && cell === label.cell) ? [] : cell.blocks, "", extra);
  }

  useLabel(label) {
    this.used.add(label);
    if (label.cell) for (const one of label.cell.paragraphs()) this.used.add(one);
  }

  // What stands in the label's cell after the label.
  extra(label, field) {
    if (!label || !label.cell) return "";
    const lines = label.cell.paragraphs();
    const after = [label, ...lines.slice(lines.indexOf(label) + 1)];
    const rest = afterWords(after.map((one) => one.text).join("\n"), field.label);
    return rest === null ? "" : strings.strippedLeft(rest, COLONS);
  }

  // The lines after the label up to the next label of the cell.
  lines(field, label) {
    const start = label || this.tagged(field)[0];
    if (!start || !start.cell) return null;
    const lines = start.cell.paragraphs();
    const found = [];
    for (const one of lines.slice(lines.indexOf(start) + (start === label ? 1 : 0))) {
      if (this.labels().has(one) && one !== start) break;
      found.push(one);
    }
    return this.place(found, "", (label && afterWords(label.text, field.label)) || "");
  }

  // Outside the table. The title: what stands before its fixed words.
  inTitle(field) {
    const words = solid(this.form.layout.title.text);
    const tagged = this.content.controls.get(field.key);
    const marked = this.content.bookmarks.get(`f_${field.key}`);
    const all = [tagged, marked, ...this.content.paragraphs()].filter(Boolean);
    const found = all.find((one) => solid(one.text).endsWith(words)) || tagged || marked;
    return found ? this.place([found]) : null;
  }

  // A line such as 承诺人（签字）：, or the fixed text under a heading.
  beside(field) {
    const tagged = this.content.controls.get(field.key);
    if (field.kind === "fixed") {
      const found = tagged || this.labelOf(field);
      return found ? this.place([found]) : null;
    }
    const found = tagged || this.content.bookmarks.get(`f_${field.key}`) || this.starting(field);
    return found ? this.place([found], field.label) : null;
  }

  starting(field) {
    const words = Array.from(COLONS, (colon) => solid(field.label) + colon);
    return this.content.paragraphs().find((one) => words.some((word) => solid(one.text).startsWith(word)));
  }

  // The table of a list: of its controls, below its heading, or by its header.
  table(section, field) {
    const tagged = this.tagged(field).find((one) => one.cell);
    if (tagged) return tagged.cell.table;
    const tables = this.content.blocks.filter((block) => block instanceof Table);
    const fits = tables.map((table) => headerRow(table, field)[1].size);
    const best = fits.indexOf(Math.max(...fits));
    if (best >= 0 && fits[best] * 2 >= field.columns.length) return tables[best];
    const marked = this.content.bookmarks.get(`f_${field.key}`);
    return this.after(marked && !marked.cell ? marked : this.byText().get(named(section.title)));
  }

  // The first table after a heading, before the next heading of the form.
  after(heading) {
    const at = this.content.blocks.indexOf(heading);
    if (!heading || at < 0) return null;
    const titles = [...this.form.sections, ...this.form.attachments].map((one) => named(one.title));
    for (const block of this.content.blocks.slice(at + 1)) {
      if (block instanceof Table) return block;
      if (titles.includes(named(block.text))) return null;
    }
    return null;
  }
}
