// Mirrors scripts/lawbook/word/layout/slots.py: the parts of a form that change.
/** @import { Answers, BlankSlot, BoxSlot, LineSlot, OnlySlot, PassageSlot, RowsSlot, Segment } from "./types" */
/** @import { SizeSlot, Slot, Value } from "./types" */
import * as answerReading from "./answers.js";
import { allows } from "./conditions.js";
import * as markup from "./markup.js";
import * as prose from "./prose.js";
import * as trees from "./tree.js";

// An answered or unanswered control without hint must still be wide enough to click.
const EMPTY = "\u3000\u3000";
const NARROWEST = 33; // percent
const IS_ASCII = /^[ -~]*$/u;

/** @param {Pick<LineSlot, "control" | "font">} slot @param {string} text @param {string} [kind] */
function hinted(slot, text, kind) {
  const run = markup.run(text, slot.font, { style: "Hint" });
  return markup.around(slot.control, run, { hint: true, kind });
}

/** @param {Pick<LineSlot, "control" | "font" | "style" | "room" | "empty">} slot @param {string} text
 * @param {string} [kind] */
function withText(slot, text, kind) {
  if (!text) return hinted(slot, slot.empty || EMPTY, kind);
  const isWide = slot.room && text.length > slot.room && IS_ASCII.test(text);
  const scale = isWide ? Math.max(NARROWEST, Math.floor(/** @type {number} */ (slot.room) * 100 / text.length)) : 0;
  const run = markup.run(text, slot.font, { style: slot.style, scale });
  return markup.around(slot.control, run, { kind });
}

/** @param {LineSlot} slot @param {Answers} answers */
function day(slot, answers) {
  const value = trees.get(answers.values, slot.key);
  const iso = trees.isDay(value) ? value.date : "";
  const text = iso ? answerReading.text(answers, slot.key) : "";
  return withText(slot, text, markup.dateKind(iso));
}

/** @param {PassageSlot} slot @param {Answers} answers */
function passage(slot, answers) {
  const text = answerReading.text(answers, slot.key);
  const made = prose.pieces(text);
  const first = slot.cut ? prose.beginning(text) : 0;
  if (slot.leading && prose.isLine(text)) {
    const runs = made[0].slice(made[0].indexOf("</w:pPr>") + "</w:pPr>".length);
    return slot.leading + runs + made.slice(1).join("");
  }
  if (!first) return slot.above + (made.join("") || prose.line());
  return prose.kept(made.slice(0, first).join("")) + slot.cut + made.slice(first).join("");
}

// What differs with a long answer: not written, short, long, or in two rows.
/** @param {SizeSlot} slot @param {Answers} answers */
function bySize(slot, answers) {
  const text = answerReading.text(answers, slot.key);
  if (prose.beginning(text)) return slot.cut;
  return prose.isShort(text) ? slot.short : slot.long;
}

/** @param {PassageSlot} slot */
function blankPassage(slot) {
  const run = markup.run(slot.hint, undefined, { style: "Hint" });
  return prose.line(markup.around(slot.control, run, { hint: true }));
}

const NO_ROW = "无"; // in the column that counts the rows, which is not read back

// One row for each row of the answer; at least one empty row.
/** @param {RowsSlot} slot @param {Answers} answers */
function rows(slot, answers) {
  const rows = answerReading.rows(answers, slot.key);
  if (rows.length === 0) return row(slot, 0, nothing(slot), slot.optional ? NO_ROW : "");
  return rows.map((texts, n) => row(slot, n, texts)).join("");
}

/** @param {RowsSlot} slot */
function blankRows(slot) {
  return Array.from({ length: slot.blanks }, (_, n) => row(slot, n, nothing(slot))).join("");
}

/** @param {RowsSlot} slot */
function nothing(slot) {
  return slot.columns.map(() => "");
}

/** @param {RowsSlot} slot @param {number} number @param {string[]} texts @param {string} [sign] */
function row(slot, number, texts, sign = "") {
  const cells = slot.columns.map(([tag, alias, width], position) => {
    const control = { number: slot.first + number * slot.columns.length + position, tag, alias };
    const line = withText({ control, font: markup.FANG, style: "" }, texts[position]);
    return markup.cell(width, markup.paragraph(slot.small ? "SmallText" : "TableText", line));
  });
  const counted = markup.paragraph(slot.small ? "SmallNumber" : "ColumnNumber", markup.run(sign || String(number + 1)));
  const count = markup.cell(slot.numberWidth, counted);
  return markup.row(567, count + cells.join(""));
}

/** @param {LineSlot} slot @param {Answers} answers */
function beside(slot, answers) {
  return withText(slot, answerReading.chosen(answers, slot.key).get(slot.option) || "");
}

/** @param {BoxSlot} slot @param {Answers} answers */
function box(slot, answers) {
  return markup.box(slot.control, answerReading.chosen(answers, slot.key).has(slot.option));
}

/** @param {LineSlot} slot @param {Answers} answers */
function said(slot, answers) {
  const chosen = answerReading.chosen(answers, slot.key);
  const label = slot.labels.find(([key]) => chosen.has(key));
  return withText(slot, label ? label[1] : "");
}

// What stands there only with certain options, or where one of its keys is answered.
/** @param {Value | null} value */
const isAnswer = (value) => value !== null && value.length !== 0;

/** @param {OnlySlot} slot @param {Answers} answers */
function only(slot, answers) {
  const holds = allows(Object.fromEntries(slot.conditions), answers.values);
  const answered = slot.keys.some((key) => isAnswer(trees.get(answers.values, key)));
  return holds || answered ? filled(slot.segments, answers) : "";
}

/** @type {{[S in Slot as S["slot"]]: (slot: S) => string}} */
const BLANK = {
  /** @param {LineSlot} slot */
  line: (slot) => hinted(slot, slot.hint),
  /** @param {LineSlot} slot */
  said: (slot) => hinted(slot, slot.hint),
  /** @param {OnlySlot} slot */
  only: (slot) => blank(slot.segments),
  /** @param {LineSlot} slot */
  beside: (slot) => hinted(slot, slot.hint),
  /** @param {LineSlot} slot */
  day: (slot) => hinted(slot, slot.hint, markup.dateKind("")),
  /** @param {BoxSlot} slot */
  box: (slot) => markup.box(slot.control, false),
  passage: blankPassage,
  rows: blankRows,
  /** @param {SizeSlot} slot */
  bySize: (slot) => slot.blank,
  /** @param {BlankSlot} slot */
  blank: (slot) => slot.xml,
};
/** @type {{[S in Slot as S["slot"]]: (slot: S, answers: Answers) => string}} */
const FILLED = {
  /** @param {LineSlot} slot @param {Answers} answers */
  line: (slot, answers) => withText(slot, answerReading.text(answers, slot.key)),
  beside, day, box, passage, rows, said, only, bySize,
  blank: () => "",
};

// The body of the blank form.
/** @param {Segment[]} segments */
export function blank(segments) {
  const ways = /** @type {Record<string, (slot: Slot) => string>} */ (/** @type {unknown} */ (BLANK));
  return segments.map((segment) => (typeof segment === "string" ? segment : ways[segment.slot](segment))).join("");
}

// The body with answers.
/** @param {Segment[]} segments @param {Answers} answers */
export function filled(segments, answers) {
  /** @typedef {Record<string, (slot: Slot, answers: Answers) => string>} Ways */
  const ways = /** @type {Ways} */ (/** @type {unknown} */ (FILLED));
  /** @param {Segment} segment */
  const made = (segment) => (typeof segment === "string" ? segment : ways[segment.slot](segment, answers));
  return segments.map(made).join("");
}
