// Mirrors scripts/lawbook/word/read/readback.py: answers read back from a form that a person edited.
/** @import { Content, Table } from "./content.js" */
/** @import { AnswerSlot, Block, Chosen, Day, Field, Form, Readback, Section, Value, Values } from "./types" */
import { opened } from "./body.js";
import { chosen } from "./boxes.js";
import { COLONS, afterWords } from "./cells.js";
import { Paragraph } from "./content.js";
import * as dates from "./dates.js";
import { fieldKeys } from "./letter.js";
import * as normalForm from "./normal.js";
import { solid } from "./normal.js";
import { relaid } from "./official.js";
import { originOf } from "./origin.js";
import { written } from "./passages.js";
import { Slots } from "./answer_slots.js";
import { recomputed } from "./recomputed.js";
import { renamed } from "./renaming.js";
import { listed } from "./rows.js";
import { readLetter } from "./sentences.js";
import { strays as straysOf } from "./strays.js";
import * as strings from "./text.js";
import { refused } from "./unpack.js";
import { filled } from "./text.js";
import * as wordShared from "./word_shared.js";

// The command line has LibreOffice read other kinds of files; a page has not.
const OTHERS = [".doc", ".rtf", ".odt", ".wps"];
/** @param {string} ending */
const otherKind = (ending) => `网页读不了 ${ending} 文件；请先在 Word 或 WPS 中另存为 .docx`;

// What a .docx says: {form, answers, origin, faults: [[key, message]], notes: [line], altered: [key]}.
// ``all`` are form objects by key; ``wanted`` is the form it should be. Throws Refusal.
/** @param {Record<string, Form>} all @param {Uint8Array} data @param {string} name @param {string} wanted
 * @returns {Readback} */
export function readback(all, data, name, wanted) {
  const ending = strings.ending(name);
  if (OTHERS.includes(ending)) throw refused(name, otherKind(name.slice(-ending.length)));
  const own = Object.values(all)[0];
  const body = opened(data, name);
  const origin = originOf(own.data.known, body, wanted);
  const form = all[origin.form];
  const old = renamed(form, body.content);
  const laid = relaid(form, body.content);
  const reader = new Reader(form, body.content);
  reader.faults.push(...laid.faults);
  const values = reader.values();
  const title = normalForm.isMade(form, normalForm.oneLine(origin.title)) ? "" : origin.title;
  const raw = { form: form.key, key: "", title, mark: origin.mark, values };
  const normal = normalForm.normalised(form, raw);
  const made = recomputed(form, normal.answers, reader.computed);
  const strays = straysOf(form, body.content, reader.slots.used);
  return {
    form,
    answers: normal.answers,
    origin: { form: origin.form, version: origin.version, title: origin.title, mark: origin.mark },
    faults: reader.faults,
    notes: [...origin.notes, ...old, ...laid.notes, ...normal.changes, ...reader.notes, ...made, ...strays],
    altered: reader.altered,
  };
}

// Reads the fields of one document.
class Reader {
  /** @param {Form} form @param {Content} content */
  constructor(form, content) {
    this.form = form;
    this.content = content;
    this.slots = new Slots(form, content);
    /** @type {[key: string, message: string][]} */
    this.faults = [];
    /** @type {string[]} */
    this.notes = [];
    /** @type {string[]} */
    this.altered = [];
    /** @type {Record<string, string>} */
    this.computed = {};
  }

  /** @returns {Values} */
  values() {
    const values = this.letters();
    for (const [section, field] of this.form.fields) {
      if (section.letter.length > 0 && field.kind !== "rows") continue;
      if (!this.form.asks(field, values) && !this.slots.labelOf(field)) continue; // not asked, and not there
      const slot = this.slots.of(section, field);
      if (!slot) {
        this.missing(field);
        continue;
      }
      if (slot.sharedWith.length) {
        this.shared(field, slot);
        continue;
      }
      const value = this.value(field, slot);
      if (value && value.length !== 0 && !this.isBlank(field, value)) values[field.key] = value;
    }
    return values;
  }

  // The answers that stand in the sentences of letters.
  /** @returns {Values} */
  letters() {
    /** @type {Values} */
    const values = {};
    for (const section of this.form.sections.filter((section) => section.letter.length > 0)) {
      const letter = readLetter(section, this.content);
      for (const paragraph of letter.used) this.slots.used.add(paragraph);
      for (const paragraph of letter.changed) {
        const told = filled(wordShared.OTHER_FIXED_WORDS, { words: normalForm.oneLine(paragraph.text) });
        this.notes.push(`信函: ${told}`);
      }
      for (const field of section.fields.filter((field) => field.kind !== "rows")) {
        const value = this.said(section, field, letter.texts.get(field.key) || []);
        if (value && value.length !== 0) values[field.key] = value;
      }
    }
    return values;
  }

  // The answer that stands in the slots of a field; slots that differ are named.
  /** @param {Section} section @param {Field} field @param {string[]} texts @returns {Value | null} */
  said(section, field, texts) {
    const isTitle = field.key === this.form.layout.title.field;
    const slot = isTitle ? this.slots.of(section, field) : null;
    const all = slot ? [...texts, strings.trimmed(this.line(field, slot))] : texts;
    const kept = all.filter((text) => !this.isBlank(field, text));
    const differing = [...new Set(kept)];
    if (differing.length > 1) {
      const words = differing.map((text) => `“${normalForm.oneLine(text)}”`).join("、");
      this.note(field, filled(wordShared.SEVERAL_PLACES, { words }));
    }
    if (field.computed) return this.keep(field, differing[0] || "");
    if (differing.length === 0) {
      const always = section.letter.some((sentence) =>
        Object.keys(sentence.only_if).length === 0 && fieldKeys(sentence).includes(field.key));
      if (always && !this.content.controls.has(field.key) && all.length === 0) this.missing(field);
      return null;
    }
    if (field.kind === "date") return this.date(field, differing[0]);
    return field.kind === "choice" ? this.option(field, differing[0]) : differing[0];
  }

  /** @param {Field} field @param {string} text @returns {Chosen[]} */
  option(field, text) {
    const option = field.options.find((option) => [option.label, ...option.formerly].map(solid).includes(solid(text)));
    if (option) return [{ option: option.key, text: "" }];
    const labels = field.options.map((option) => option.label).join("、");
    this.fault(field, filled(wordShared.NOT_AN_OPTION, { text: normalForm.oneLine(text), labels }));
    return [];
  }

  // Name in full what cannot be told from the answers of other fields.
  /** @param {Field} field @param {AnswerSlot} slot */
  shared(field, slot) {
    const others = slot.sharedWith.map((key) => this.form.field(key));
    const hints = [field, ...others].flatMap((owner) => this.form.hints(owner)).map(solid);
    const text = written(slot.blocks, true);
    if (text.split("\n").every((line) => ["", ...hints].includes(solid(line)))) return;
    const called = others.map((other) => `「${other.called}」`).join("");
    const told = filled(wordShared.ONE_CELL, { called, text: normalForm.oneLine(text) });
    this.fault(field, filled(wordShared.SPLIT_CELL, { told }));
  }

  // Whether a value is what a blank form holds: nothing, or the field's instruction.
  /** @param {Field} field @param {Value} value */
  isBlank(field, value) {
    return typeof value === "string" && ["", ...this.form.hints(field).map(solid)].includes(solid(value));
  }

  /** @param {Field} field */
  missing(field) {
    if (field.kind === "fixed") this.altered.push(field.key);
    else if (field.kind !== "computed") this.fault(field, wordShared.FIELD_LOST);
  }

  /** @param {Field} field @param {string} message */
  fault(field, message) {
    this.faults.push([field.key, message]);
  }

  /** @param {Field} field @param {string} message */
  note(field, message) {
    this.notes.push(`「${field.called}」: ${message}`);
  }

  /** @param {Field} field @param {AnswerSlot} slot @returns {Value | null} */
  value(field, slot) {
    if (field.kind === "fixed") return this.fixed(field, slot);
    if (field.kind === "computed") return this.keep(field, this.line(field, slot));
    if (field.kind === "choice" || field.kind === "choices") return this.boxes(field, slot);
    if (field.kind === "rows") return this.rows(field, slot);
    if (field.kind === "long_text") {
      const long = written(slot.blocks);
      this.noteExtra(field, slot, long);
      return [slot.extra, long].filter(Boolean).join("\n");
    }
    const text = this.line(field, slot);
    return field.kind === "date" ? this.date(field, text) : text;
  }

  // A short answer: the lines of its place without label and title.
  /** @param {Field} field @param {AnswerSlot} slot @returns {string} */
  line(field, slot) {
    let text = written(slot.blocks, true);
    if (slot.label) {
      const rest = afterWords(text, slot.label);
      if (rest !== null) text = COLONS.includes(rest[0]) ? rest.slice(1) : rest;
    }
    const { title } = this.form.layout;
    if (field.key === title.field) text = strings.strippedRight(before(text, title.text), "\n");
    this.noteExtra(field, slot, text);
    return slot.extra ? `${slot.extra}\n${text}` : text;
  }

  // Name what stands beside the label where an answer stands in its own place too.
  /** @param {Field} field @param {AnswerSlot} slot @param {string} text */
  noteExtra(field, slot, text) {
    if (!slot.extra || ["", ...this.form.hints(field).map(solid)].includes(solid(text))) return;
    this.note(field, filled(wordShared.FIELD_BESIDE, { words: normalForm.oneLine(slot.extra) }));
  }

  /** @param {Field} field @param {string} text @returns {Day | null} */
  date(field, text) {
    let shown = normalForm.oneLine(text);
    for (const hint of this.form.hints(field)) shown = normalForm.withoutHint(shown, [hint]);
    const day = dates.date(shown);
    if (shown && !day) this.fault(field, filled(wordShared.NOT_A_WHOLE_DAY, { text: shown }));
    return day;
  }

  // A fixed text stands if its words stand in the document, one after the other.
  /** @param {Field} field @param {AnswerSlot} slot @returns {null} */
  fixed(field, slot) {
    if (!this.allText().includes(solid(field.text || ""))) this.altered.push(field.key);
    for (const block of slot.blocks) this.slots.used.add(block);
    return null;
  }

  allText() {
    if (this.text === undefined) this.text = solid(this.content.paragraphs().map((line) => line.text).join(""));
    return this.text;
  }

  // What stands where the form computes; it is not read, it is held against it.
  /** @param {Field} field @param {string} text @returns {null} */
  keep(field, text) {
    if (!this.isBlank(field, text)) this.computed[field.key] = text;
    return null;
  }

  /** @param {Field} field @param {AnswerSlot} slot @returns {Chosen[]} */
  boxes(field, slot) {
    const hints = this.form.hints(field).map(solid);
    /** @param {Block} block */
    const isAnswer = (block) => block instanceof Paragraph && !hints.includes(solid(block.text));
    const lines = /** @type {Paragraph[]} */ (slot.blocks.filter(isAnswer));
    const { items, lost, doubt, unclear } = chosen(field, lines, this.content.checked, slot.extra);
    if (doubt) this.note(field, doubt);
    if (unclear) this.fault(field, unclear);
    for (const words of lost) {
      const told = filled(wordShared.BESIDE_OPTIONS, { words: normalForm.oneLine(words) });
      if (!hints.includes(solid(words))) this.note(field, told);
    }
    if (field.kind !== "choice" || items.length < 2) return items;
    const names = items.flatMap((item) => field.options.filter((option) => option.key === item.option))
      .map((option) => option.label).join("、");
    this.fault(field, filled(wordShared.SEVERAL_TICKED, { count: items.length, names }));
    return [];
  }

  /** @param {Field} field @param {AnswerSlot} slot @returns {string[][]} */
  rows(field, slot) {
    const tables = /** @type {Table[]} */ (slot.blocks);
    for (const cell of tables.flatMap((table) => table.rows.flat())) {
      for (const block of cell.blocks) this.slots.used.add(block);
    }
    const read = listed(field, tables);
    for (const message of read.faults) this.fault(field, message);
    for (const message of read.notes) this.note(field, message);
    return read.rows;
  }
}

// What stands before words at the end of a text, blanks aside.
/** @param {string} text @param {string} words */
function before(text, words) {
  const left = solid(words);
  let [end, wanted] = [text.length, left.length];
  while (end && wanted) {
    const sign = text[end - 1];
    if (solid(sign)) {
      wanted -= 1;
      if (sign !== left[wanted]) return text;
    }
    end -= 1;
  }
  return wanted ? text : text.slice(0, end);
}
