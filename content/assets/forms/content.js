// Mirrors scripts/lawbook/word/content.py: paragraphs, tables and cells, as a person sees them.
// The inside of a paragraph is read in runs.js.
import * as runs from "./runs.js";
import * as xml from "./xml.js";

const SPAN = /^[0-9]{1,4}$/;

export class Cell {
  constructor(table, row, column) {
    Object.assign(this, { table, row, column, blocks: [] });
  }

  paragraphs() {
    return this.blocks.filter((block) => block instanceof Paragraph);
  }

  get text() {
    return this.paragraphs().map((one) => one.text).join("\n");
  }
}

export class Table {
  constructor() {
    Object.assign(this, { rows: [], headers: new Set() });
  }
}

// ``pieces``: [text, bold, tag of the innermost control].
export class Paragraph {
  constructor(cell) {
    Object.assign(this, { cell, pieces: [], marker: "", endsDeleted: false });
  }

  get text() {
    return this.pieces.map((piece) => piece[0]).join("");
  }
}

export class Content {
  constructor() {
    Object.assign(this, { blocks: [], revised: false });
    for (const name of ["controls", "bookmarks", "checked", "notes"]) this[name] = new Map();
  }

  // All paragraphs in reading order, those of tables inside cells left out.
  paragraphs() {
    return this.blocks.flatMap((block) =>
      block instanceof Paragraph ? [block] : block.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs())));
  }
}

// The content of a w:document.
export function content(top, numbering) {
  const reader = new Reader(numbering);
  reader.blocks(xml.find(top, "body") || top, reader.found.blocks, null, "");
  return reader.found;
}

// One walk over a document.
class Reader {
  constructor(numbering) {
    Object.assign(this, { found: new Content(), numbering, waiting: [], waitingTags: [], lastSpan: 1 });
    this.inside = new runs.Runs(this.found);
  }

  blocks(node, into, cell, tag) {
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      if (kind === "p") this.paragraph(child, into, cell, tag);
      else if (kind === "tbl") this.table(child, into, tag);
      else if (kind === "bookmarkStart") this.waiting.push(xml.value(child, "name", ""));
      else if (!runs.GONE.has(kind)) {
        const inner = this.tagOf(child, kind);
        if (inner) this.waitingTags.push(inner);
        if (runs.REVISIONS.has(kind)) this.found.revised = true;
        this.blocks(child, into, cell, inner || tag);
      } else if (runs.REVISIONS.has(kind)) this.found.revised = true;
    }
  }

  paragraph(node, into, cell, tag) {
    const before = into[into.length - 1];
    const goesOn = before instanceof Paragraph && before.endsDeleted;
    const made = goesOn ? before : new Paragraph(cell);
    made.endsDeleted = false;
    const properties = xml.find(node, "pPr");
    if (properties) {
      const marker = this.numbering.marker(properties);
      if (!goesOn) made.marker = marker;
      made.endsDeleted = xml.find(properties, "rPr", "del") !== null;
      if (made.endsDeleted) this.found.revised = true;
    }
    for (const name of this.waiting) runs.keepFirst(this.found.bookmarks, name, made);
    for (const name of this.waitingTags) runs.keepFirst(this.found.controls, name, made);
    this.waiting = [];
    this.waitingTags = [];
    this.inside.inline(node, made, tag);
    if (!goesOn) into.push(made);
  }

  tagOf(node, kind) {
    return kind === "sdt" ? this.inside.tag(node) : "";
  }

  table(node, into, tag) {
    const made = new Table();
    this.rows(node, made, tag);
    into.push(made);
  }

  rows(node, table, tag) {
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      if (kind === "tr") this.row(child, table, tag);
      else if (kind === "bookmarkStart") this.waiting.push(xml.value(child, "name", ""));
      else if (!runs.GONE.has(kind)) this.rows(child, table, this.tagOf(child, kind) || tag);
    }
  }

  row(node, table, tag) {
    const properties = xml.find(node, "trPr");
    if (properties && xml.find(properties, "del")) {
      this.found.revised = true;
      return;
    }
    if (properties && xml.find(properties, "tblHeader")) table.headers.add(table.rows.length);
    const cells = [];
    table.rows.push(cells);
    this.cells(node, table, cells, tag);
  }

  cells(node, table, cells, tag) {
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      if (kind === "tc") this.cell(child, table, cells, tag);
      else if (kind === "bookmarkStart") this.waiting.push(xml.value(child, "name", ""));
      else if (!runs.GONE.has(kind)) this.cells(child, table, cells, this.tagOf(child, kind) || tag);
    }
  }

  cell(node, table, cells, tag) {
    const properties = xml.find(node, "tcPr");
    if (properties && xml.find(properties, "cellDel")) return;
    const before = cells[cells.length - 1];
    const column = before ? before.column + this.lastSpan : 0;
    const width = span(properties);
    const made = new Cell(table, table.rows.length - 1, column);
    cells.push(made);
    this.blocks(node, made.blocks, made, tag);
    this.lastSpan = width; // a table inside the cell has its own spans
  }
}

function span(properties) {
  const found = properties && xml.find(properties, "gridSpan");
  const value = found ? xml.value(found, "val", "1") : "1";
  return SPAN.test(value) ? Number(value) : 1;
}
