// Mirrors scripts/lawbook/word/read/content.py: paragraphs, tables and cells, as a person sees them.
// The inside of a paragraph is read in runs.js.
/** @import { Hidden } from "./hidden.js" */
/** @import { Numbering } from "./numbering.js" */
/** @import { Block, Piece } from "./types" */
import { isHiddenRow, styleOf } from "./hidden.js";
import * as runs from "./runs.js";
import { BLANKS } from "./shared.js";
import { stripped } from "./text.js";
import * as xml from "./xml.js";

const KINDS = 6; // there are fewer kinds of things that cannot be read
const SPAN = /^[0-9]{1,4}$/u;

// ``start``: the cell above with which it is merged; ``torn``: one that stands in the table before.
export class Cell {
  /** @param {Table} table @param {number} row @param {number} column */
  constructor(table, row, column) {
    this.table = table;
    this.row = row;
    this.column = column;
    /** @type {Cell | null} */
    this.start = null;
    this.torn = false;
    /** @type {Block[]} */
    this.blocks = [];
  }

  paragraphs() {
    return /** @type {Paragraph[]} */ (this.blocks.filter((block) => block instanceof Paragraph));
  }

  get text() {
    return this.paragraphs().map((paragraph) => paragraph.text).join("\n");
  }
}

export class Table {
  constructor() {
    /** @type {Cell[][]} */
    this.rows = [];
    /** @type {Set<number>} */
    this.headers = new Set();
  }
}

// ``pieces``: [text, bold, tag of the innermost control].
export class Paragraph {
  /** @param {Cell | null} cell */
  constructor(cell) {
    this.cell = cell;
    this.style = "";
    /** @type {Piece[]} */
    this.pieces = [];
    this.marker = "";
    this.endsDeleted = false;
    /** @type {Map<number, string[]>} by the number of a piece: how it looks beside bold */
    this.looks = new Map();
  }

  get text() {
    return this.pieces.map((piece) => piece[0]).join("");
  }
}

export class Content {
  constructor() {
    /** @type {Block[]} */
    this.blocks = [];
    /** @type {[what: string, where: Paragraph][]} */
    this.notes = [];
    /** @type {[text: string, where: Paragraph][]} */
    this.hidden = [];
    this.revised = false;
    /** @type {Map<string, Paragraph>} */
    this.controls = new Map();
    /** @type {Map<string, Paragraph>} */
    this.bookmarks = new Map();
    /** @type {Map<string, boolean>} */
    this.checked = new Map();
  }

  // Remember what cannot be read, once for each paragraph.
  /** @param {string} what @param {Paragraph} where */
  note(what, where) {
    if (!this.notes.slice(-KINDS).some((note) => note[0] === what && note[1] === where)) this.notes.push([what, where]);
  }

  // Remember hidden text; what stands in one paragraph is one text.
  /** @param {string} text @param {Paragraph} where */
  hide(text, where) {
    const last = this.hidden[this.hidden.length - 1];
    if (last && last[1] === where) last[0] += text;
    else this.hidden.push([text, where]);
  }

  // All paragraphs in reading order, those of tables inside cells left out.
  paragraphs() {
    return this.blocks.flatMap((block) =>
      block instanceof Paragraph ? [block] : block.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs())));
  }
}

// The content of a w:document.
/** @param {Element} top @param {Numbering} numbering @param {Hidden} hidden */
export function content(top, numbering, hidden) {
  const reader = new Reader(numbering, hidden);
  reader.blocks(xml.find(top, "body") || top, reader.content.blocks, null, "");
  reader.content.blocks = wholeTables(reader.content.blocks);
  return reader.content;
}

// One walk over a document.
class Reader {
  /** @param {Numbering} numbering @param {Hidden} hidden */
  constructor(numbering, hidden) {
    this.content = new Content();
    this.numbering = numbering;
    /** @type {string[]} */
    this.waiting = [];
    /** @type {string[]} */
    this.waitingTags = [];
    this.lastSpan = 1;
    this.inside = new runs.Runs(this.content, hidden);
  }

  /** @param {Element} node @param {Block[]} into @param {Cell | null} cell @param {string} tag */
  blocks(node, into, cell, tag) {
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      if (kind === "p") this.paragraph(child, into, cell, tag);
      else if (kind === "tbl") this.table(child, into, tag);
      else if (kind === "bookmarkStart") this.waiting.push(xml.value(child, "name", ""));
      else if (runs.EMBEDDED.includes(kind)) this.embedded(into, cell);
      else if (!runs.GONE.has(kind)) {
        const inner = this.tagOf(child, kind);
        if (inner) this.waitingTags.push(inner);
        if (runs.REVISIONS.has(kind)) this.content.revised = true;
        this.blocks(child, into, cell, inner || tag);
      } else if (runs.REVISIONS.has(kind)) this.content.revised = true;
    }
  }

  /** @param {Block[]} into @param {Cell | null} cell */
  embedded(into, cell) {
    if (!(into[into.length - 1] instanceof Paragraph)) into.push(new Paragraph(cell));
    this.content.note(runs.FILE, /** @type {Paragraph} */ (into[into.length - 1]));
  }

  /** @param {Element} node @param {Block[]} into @param {Cell | null} cell @param {string} tag */
  paragraph(node, into, cell, tag) {
    const before = into[into.length - 1];
    const goesOn = before instanceof Paragraph && before.endsDeleted;
    const made = goesOn ? before : new Paragraph(cell);
    made.endsDeleted = false;
    const properties = xml.find(node, "pPr");
    made.style = styleOf(properties);
    if (properties) {
      const marker = this.numbering.marker(properties);
      if (!goesOn) made.marker = marker;
      made.endsDeleted = xml.find(properties, "rPr", "del") !== null;
      if (made.endsDeleted) this.content.revised = true;
    }
    for (const name of this.waiting) runs.keepFirst(this.content.bookmarks, name, made);
    for (const name of this.waitingTags) runs.keepFirst(this.content.controls, name, made);
    this.waiting = [];
    this.waitingTags = [];
    this.inside.inline(node, made, tag);
    if (!goesOn) into.push(made);
  }

  /** @param {Element} node @param {string} kind */
  tagOf(node, kind) {
    return kind === "sdt" ? this.inside.tag(node) : "";
  }

  /** @param {Element} node @param {Block[]} into @param {string} tag */
  table(node, into, tag) {
    const made = new Table();
    this.rows(node, made, tag);
    into.push(made);
  }

  /** @param {Element} node @param {Table} table @param {string} tag */
  rows(node, table, tag) {
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      if (kind === "tr") this.row(child, table, tag);
      else if (kind === "bookmarkStart") this.waiting.push(xml.value(child, "name", ""));
      else if (!runs.GONE.has(kind)) this.rows(child, table, this.tagOf(child, kind) || tag);
    }
  }

  /** @param {Element} node @param {Table} table @param {string} tag */
  row(node, table, tag) {
    const properties = xml.find(node, "trPr");
    if (properties && xml.find(properties, "del")) {
      this.content.revised = true;
      return;
    }
    if (properties && xml.find(properties, "tblHeader")) table.headers.add(table.rows.length);
    /** @type {Cell[]} */
    const cells = [];
    table.rows.push(cells);
    const before = this.inside.inHiddenRow;
    if (isHiddenRow(properties)) this.inside.inHiddenRow = true;
    this.cells(node, table, cells, tag);
    this.inside.inHiddenRow = before;
  }

  /** @param {Element} node @param {Table} table @param {Cell[]} cells @param {string} tag */
  cells(node, table, cells, tag) {
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      if (kind === "tc") this.cell(child, table, cells, tag);
      else if (kind === "bookmarkStart") this.waiting.push(xml.value(child, "name", ""));
      else if (!runs.GONE.has(kind)) this.cells(child, table, cells, this.tagOf(child, kind) || tag);
    }
  }

  /** @param {Element} node @param {Table} table @param {Cell[]} cells @param {string} tag */
  cell(node, table, cells, tag) {
    const properties = xml.find(node, "tcPr");
    if (properties && xml.find(properties, "cellDel")) return;
    const before = cells[cells.length - 1];
    const column = before ? before.column + this.lastSpan : 0;
    const width = span(properties);
    const made = new Cell(table, table.rows.length - 1, column);
    if (goesOn(properties)) made.start = above(made);
    made.torn = made.start === null && goesOn(properties);
    cells.push(made);
    this.blocks(node, made.blocks, made, tag);
    this.lastSpan = width; // a table inside the cell has its own spans
  }
}

// Whether a cell goes on from the one above it.
/** @param {Element | null} properties */
function goesOn(properties) {
  const merge = properties && xml.find(properties, "vMerge");
  return Boolean(merge) && xml.value(/** @type {Element} */ (merge), "val", "continue") !== "restart";
}

// The blocks; a table that was split inside merged cells is one table again.
/** @param {Block[]} blocks @returns {Block[]} */
function wholeTables(blocks) {
  /** @type {Table | null} */
  let before = null;
  return blocks.filter((block) => {
    if (block instanceof Paragraph) {
      if (stripped(block.text, BLANKS)) before = null;
      return true;
    }
    const isTorn = before && before.rows.length && (block.rows[0] || []).some((cell) => cell.torn);
    if (before && isTorn) append(before, block.rows);
    else before = block;
    return !isTorn;
  });
}

/** @param {Table} table @param {Cell[][]} rows */
function append(table, rows) {
  const offset = table.rows.length;
  table.rows.push(...rows);
  for (const cell of rows.flat()) {
    Object.assign(cell, { table, row: cell.row + offset });
    if (cell.torn) cell.start = above(cell);
    else if (cell.start && cell.start.torn) cell.start = cell.start.start || cell.start;
  }
}

// The first of the cells with which a cell is merged; null where none stands above it.
/** @param {Cell} cell @returns {Cell | null} */
function above(cell) {
  const row = cell.table.rows[cell.row - 1] || [];
  const above = row.find((upper) => upper.column === cell.column);
  return above ? above.start || above : null;
}

/** @param {Element | null} properties */
function span(properties) {
  const span = properties && xml.find(properties, "gridSpan");
  const value = span ? xml.value(span, "val", "1") : "1";
  return SPAN.test(value) ? Number(value) : 1;
}

/** @param {Block} block @returns {block is Paragraph} */
export const isLine = (block) => block instanceof Paragraph;
