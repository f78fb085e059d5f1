// The inside of a paragraph, for content.js: what word/content.py reads of runs, controls and fields.
/** @import { Content, Paragraph } from "./content.js" */
/** @import { Hidden } from "./hidden.js" */
import * as looks from "./looks.js";
import { enclosed, lettered, symbol } from "./symbols.js";
import * as xml from "./xml.js";
import * as shared from "./word_shared.js";

export const GONE = new Set([
  "del", "moveFrom", "rubyPr", "rt", "pPr", "rPr", "sdtPr", "tblPr", "instrText", "delText", "trPr", "tcPr",
  "tblGrid", "mc:Fallback",
]);
export const REVISIONS = new Set(["ins", "del", "moveFrom", "moveTo"]);
const SIGNS = new Map([["tab", "\t"], ["ptab", "\t"], ["br", "\n"], ["cr", "\n"], ["noBreakHyphen", "-"]]);
/** @type {Record<string, string>} */
const NOTES = {
  footnoteReference: "脚注", endnoteReference: "尾注", drawing: shared.PICTURE, pict: shared.PICTURE,
  object: shared.EMBEDDED_OBJECT,
};
export const EMBEDDED = ["altChunk", "subDoc"];
export const FILE = shared.EMBEDDED_FILE;
const OFF = ["0", "false", "off", "none"];
/** @param {Element} node @param {string} name @param {string} [prefix] */
const isOn = (node, name, prefix) => !OFF.includes(xml.value(node, name, "1", prefix));

/** @param {Map<string, Paragraph>} map @param {string} name @param {Paragraph} paragraph */
export function keepFirst(map, name, paragraph) {
  if (!map.has(name)) map.set(name, paragraph);
}

// Reads what stands inside paragraphs into the content.
export class Runs {
  /** @param {Content} content @param {Hidden} hidden */
  constructor(content, hidden) {
    this.content = content;
    this.hidden = hidden;
    this.inHiddenRow = false;
    /** @type {string[]} */
    this.instructions = [];
  }

  /** @param {Element} node @param {Paragraph} made @param {string} tag */
  inline(node, made, tag) {
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      if (kind === "r") this.run(child, made, tag);
      else if (kind === "sdt") this.control(child, made, tag);
      else if (kind === "bookmarkStart") keepFirst(this.content.bookmarks, xml.value(child, "name", ""), made);
      else if (kind === "fldSimple" && enclosed(xml.value(child, "instr", ""))) {
        made.pieces.push([enclosed(xml.value(child, "instr", "")), false, tag]);
      } else if (kind === "m:t") made.pieces.push([xml.text(child), false, tag]);
      else if (EMBEDDED.includes(kind)) this.content.note(FILE, made);
      else if (!GONE.has(kind)) {
        if (REVISIONS.has(kind)) this.content.revised = true;
        this.inline(child, made, tag);
      } else if (REVISIONS.has(kind)) this.content.revised = true;
    }
  }

  /** @param {Element} node @param {Paragraph} made @param {string} outer */
  control(node, made, outer) {
    const tag = this.tag(node);
    if (tag) {
      keepFirst(this.content.controls, tag, made);
      made.pieces.push(["", false, tag]); // a control without text has its place too
    }
    const inside = xml.find(node, "sdtContent");
    const start = made.pieces.length;
    if (inside) this.inline(inside, made, tag || outer);
    const state = stateOf(node);
    if (tag || state === null || made.pieces.slice(start).some(([text]) => text)) return;
    made.pieces.push([state ? "☑" : "□", false, outer]);
  }

  /** @param {Element} node */
  tag(node) {
    const properties = xml.find(node, "sdtPr");
    const mark = properties && xml.find(properties, "tag");
    if (!mark) return "";
    const tag = xml.value(mark, "val", "");
    const state = stateOf(node);
    if (state !== null) this.content.checked.set(tag, state);
    return tag;
  }

  /** @param {Element} node @param {Paragraph} made @param {string} tag */
  run(node, made, tag) {
    const properties = xml.find(node, "rPr");
    const mark = properties && xml.find(properties, "b");
    const bold = Boolean(mark) && isOn(/** @type {Element} */ (mark), "val");
    const hidden = this.inHiddenRow || this.hidden.isHidden(properties, made.style);
    const font = symbolFont(properties);
    const seen = looks.how(properties);
    for (let child = node.firstElementChild; child; child = child.nextElementSibling) {
      const kind = xml.kind(child);
      const text = this.field(child, kind) || lettered(font, textOf(child, kind));
      if (text && hidden) this.content.hide(text, made);
      else if (text) {
        if (seen.length) made.looks.set(made.pieces.length, seen);
        made.pieces.push([text, bold, tag]);
      } else if (kind !== "t" && !GONE.has(kind)) this.other(child, kind, made, tag);
    }
  }

  // The character that a field shows: a legacy check box, an enclosed character.
  /** @param {Element} node @param {string} kind */
  field(node, kind) {
    const last = this.instructions.length - 1;
    if (kind === "instrText" && last >= 0) this.instructions[last] += xml.text(node);
    if (kind !== "fldChar") return "";
    const type = xml.value(node, "fldCharType", "");
    if (type === "begin") {
      this.instructions.push("");
      const box = xml.find(node, "ffData", "checkBox");
      return box ? legacy(box) : "";
    }
    const shown = last >= 0 ? enclosed(this.instructions[last]) : "";
    if (last >= 0 && type === "end") this.instructions.pop();
    else if (last >= 0) this.instructions[last] = "";
    return shown;
  }

  // What a run can hold beside text: text boxes are read, pictures are named.
  /** @param {Element} node @param {string} kind @param {Paragraph} made @param {string} tag */
  other(node, kind, made, tag) {
    const boxes = kind === "txbxContent" ? [node] : boxesOf(node, kind);
    for (const box of boxes) {
      for (const part of xml.all(box, "p")) {
        made.pieces.push(["\n", false, tag]);
        this.inline(part, made, tag);
      }
    }
    if (boxes.length) return;
    for (const child of xml.all(node, ...Object.keys(NOTES))) {
      this.content.note(NOTES[xml.kind(child)], made);
    }
    if (kind === "ruby") this.inline(node, made, tag);
  }
}

// Whether the check box of a control is ticked; null for another control.
/** @param {Element} control */
function stateOf(control) {
  const state = xml.find(control, "sdtPr", "w14:checkbox", "w14:checked");
  return state ? isOn(state, "val", "w14") : null;
}

// A check box of older versions of Word, which shows no text.
/** @param {Element} box */
function legacy(box) {
  const state = xml.find(box, "checked") || xml.find(box, "default");
  return state && isOn(state, "val") ? "☑" : "□";
}

/** @param {Element | null} properties */
function symbolFont(properties) {
  const fonts = properties && xml.find(properties, "rFonts");
  return fonts ? xml.value(fonts, "ascii", "") || xml.value(fonts, "hAnsi", "") : "";
}

// The text that a part of a run stands for, empty for none.
/** @param {Element} node @param {string} kind */
function textOf(node, kind) {
  if (kind === "sym") return symbol(xml.value(node, "font", ""), xml.value(node, "char", ""));
  return kind === "t" ? xml.text(node) : SIGNS.get(kind) || "";
}

/** @param {Element} node @param {string} kind */
function boxesOf(node, kind) {
  const chosen = kind === "mc:AlternateContent" ? xml.find(node, "mc:Choice") : node;
  return chosen ? xml.all(chosen, "txbxContent") : [];
}
