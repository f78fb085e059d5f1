// Mirrors scripts/lawbook/word/layout/docx.py: the blank form and the filled one, byte for byte.
/** @import { Answers, Form, Ministry } from "./types" */
import * as answerReading from "./answers.js";
import { shown } from "./computed.js";
import * as markup from "./markup.js";
import * as packing from "./package.js";
import * as passage from "./passage.js";
import * as slots from "./slots.js";
import * as strings from "./text.js";
import * as answerValues from "./values.js";

const CUSTOM = "docProps/custom.xml";

// What a .docx is called where a file says its kind.
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// The blank form as a .docx (Uint8Array).
/** @param {Form} form */
export function blank(form) {
  return packed(form, slots.blank(form.data.word.segments), form.title, "");
}

// The filled form as a .docx: the bytes that the command line writes.
/** @param {Form} form @param {Answers} answers */
export function fill(form, answers) {
  const body = slots.filled(form.data.word.segments, shown(form, answers));
  return packed(form, body, title(form, answers), answers.mark);
}

// The answers in the official template's layout, for a form that has one.
/** @param {Form} form @param {Answers} answers */
export function fillLikeMinistry(form, answers) {
  const { parts, segments } = /** @type {Ministry} */ (form.data.word.ministry);
  const all = Object.entries(form.data.word.parts).filter(([name]) => name !== CUSTOM);
  const templates = Object.fromEntries(all.map(([name, text]) => [name, parts[name] || text]));
  const body = slots.filled(segments, answers);
  return packing.packed(templates, fillings(body, title(form, answers), answers.mark));
}

// The document's title: as the answers name it, else the form's with what it asks for.
/** @param {Form} form @param {Answers} answers */
export function title(form, answers) {
  if (answers.title) return answers.title;
  const { field, text } = form.layout.title;
  return (field ? answerReading.text(answers, field) : "") + text.replace(/\n/gu, "");
}

/** @param {Form} form @param {string} body @param {string} name @param {string} mark */
function packed(form, body, name, mark) {
  const own = { [CUSTOM]: { "@KEY@": markup.safe(form.key), "@VERSION@": markup.safe(form.version) } };
  return packing.packed(form.data.word.parts, { ...fillings(body, name, mark), ...own });
}

/** @param {string} body @param {string} name @param {string} mark */
function fillings(body, name, mark) {
  return {
    "docProps/core.xml": { "@TITLE@": markup.safe(name) },
    "word/document.xml": { "@BODY@": body },
    "word/header.xml": { "@MARK@": mark ? markup.run(mark, markup.SONG) : "" },
  };
}

// A long answer as it will be set: the blocks of passage.parsed, for a preview.
/** @param {string} text */
export function preview(text) {
  return passage.parsed(strings.trimmed(answerValues.clean(text)));
}
