// Mirrors scripts/lawbook/word/read/sentences.py: what stands in the slots of a letter.
/** @import { Content, Paragraph } from "./content.js" */
/** @import { Section, Sentence } from "./types" */
import { trimmed } from "./text.js";
import { pieces, fieldKeys } from "./letter.js";

/** @typedef {{texts: Map<string, string[]>, used: Paragraph[], changed: Paragraph[]}} Letter */

const SIGNS = /[.*+?^${}()|[\]\\]/gu;

// The letter of a section, as far as its sentences stand in a document: {texts, used, changed}.
/** @param {Section} section @param {Content} content @returns {Letter} */
export function readLetter(section, content) {
  /** @type {Letter} */
  const made = { texts: new Map(), used: [], changed: [] };
  const paragraphs = content.paragraphs().filter((paragraph) => !paragraph.cell);
  for (const sentence of section.letter.filter((sentence) => sentence.text !== null)) {
    const own = foundIn(sentence, paragraphs.filter((paragraph) => !made.used.includes(paragraph)));
    if (!own) continue;
    const { paragraph, said, same } = own;
    made.used.push(paragraph);
    if (!same) made.changed.push(paragraph);
    for (const [key, text] of said) made.texts.set(key, [...(made.texts.get(key) || []), trimmed(text)]);
  }
  return made;
}

// Where a sentence stands, the surest place first, and whether its fixed words are all there.
/** @param {Sentence} sentence @param {Paragraph[]} paragraphs */
function foundIn(sentence, paragraphs) {
  for (const seek of [inControls, betweenWords]) {
    for (const paragraph of paragraphs) {
      const said = seek(sentence, paragraph);
      if (said) return { paragraph, said, same: true };
    }
  }
  const wanted = fieldKeys(sentence);
  const paragraph = wanted.length > 0 && paragraphs.find((paragraph) => hasAll(paragraph, wanted));
  return paragraph ? { paragraph, said: wanted.map((key) => [key, inside(paragraph, key)]), same: false } : null;
}

/** @param {Sentence} sentence */
const fixedOf = (sentence) => pieces(sentence).filter((_, number) => number % 2 === 0);

/** @param {Paragraph} paragraph @param {string[]} wanted */
function hasAll(paragraph, wanted) {
  const tags = new Set(paragraph.pieces.map((piece) => piece[2]));
  return wanted.every((key) => tags.has(key));
}

// The texts of the controls, where between them stand just the sentence's words.
/** @param {Sentence} sentence @param {Paragraph} paragraph @returns {[string, string][] | null} */
function inControls(sentence, paragraph) {
  const wanted = fieldKeys(sentence);
  const rest = paragraph.pieces.filter((piece) => !wanted.includes(piece[2])).map((piece) => piece[0]).join("");
  if (trimmed(rest) !== trimmed(fixedOf(sentence).join("")) || !hasAll(paragraph, wanted)) return null;
  return wanted.map((key) => [key, inside(paragraph, key)]);
}

/** @param {Paragraph} paragraph @param {string} key */
function inside(paragraph, key) {
  return paragraph.pieces.filter((piece) => piece[2] === key).map((piece) => piece[0]).join("");
}

// The texts between the sentence's words; a sentence without words of its own is not sought.
/** @param {Sentence} sentence @param {Paragraph} paragraph @returns {[string, string][] | null} */
function betweenWords(sentence, paragraph) {
  const fixed = fixedOf(sentence);
  if (!trimmed(fixed.join(""))) return null;
  const pattern = fixed.map((words) => words.replace(SIGNS, "\\$&")).join("([^\\n]*?)");
  const match = new RegExp(`^${pattern}$`, "u").exec(trimmed(paragraph.text));
  return match ? fieldKeys(sentence).map((key, number) => [key, match[number + 1]]) : null;
}
