// Mirrors scripts/lawbook/word/read/origin.py: which form a file is, of which version.
/** @import { Body } from "./body.js" */
/** @import { Content, Paragraph } from "./content.js" */
/** @import { Known } from "./types" */
/** @import { Package } from "./unpack.js" */
import * as normalForm from "./normal.js";
import * as runs from "./runs.js";
import * as strings from "./text.js";
import { refused } from "./unpack.js";
import * as xml from "./xml.js";
import { filled } from "./text.js";
import * as shared from "./word_shared.js";

const SHOWN = 20;

// A body as the ``wanted`` form, of those that are known (``known`` of the data file): what a file does not say
// of itself the page knows. Throws Refusal for a file of another form.
/** @param {Known[]} known @param {Body} body @param {string} wanted */
export function originOf(known, { file, content }, wanted) {
  const { name } = file;
  const [key, version] = ["FormKey", "FormVersion"].map((name) => property(file, name));
  const own = /** @type {Known} */ (known.find((known) => known.key === wanted));
  const form = known.find((known) => known.key === key) || own;
  if (form !== own) {
    const titles = filled(shared.OTHER_TITLE, { own: form.title, wanted: own.title });
    throw Object.assign(refused(name, filled(shared.WRONG_FILE, { titles })), { other: form.key });
  }
  const notes = notesOf(form, content, key, version, footnotesOf(file));
  return { form: form.key, version, title: titleOf(file), mark: markOf(file), notes };
}

/** @param {Package} file @param {string} name */
function property(file, name) {
  const top = file.xml("docProps/custom.xml");
  for (let node = top && top.firstElementChild; node; node = node.nextElementSibling) {
    if (node.getAttributeNS(null, "name") === name) return strings.stripped(textOf(node), strings.BLANKS);
  }
  return "";
}

// The text of the values below a node, with what stands right after each.
/** @param {Element} node @returns {string} */
function textOf(node) {
  if (xml.kind(node) === "vt:lpwstr") return xml.text(node) + inside(node);
  return inside(node);
}

/** @param {Element} node @returns {string} */
function inside(node) {
  return Array.from(node.children, (child) =>
    textOf(child) + (xml.kind(child) === "vt:lpwstr" ? xml.tail(child) : "")).join("");
}

// The words of footnotes and endnotes, which belong to no field.
/** @param {Package} file */
function footnotesOf(file) {
  return [["脚注", "footnotes"], ["尾注", "endnotes"]].flatMap(([what, part]) => {
    const top = file.xml(file.part(part));
    const kept = Array.from(top ? top.children : []).filter((note) => !xml.value(note, "type", ""));
    const texts = kept.map((note) => normalForm.oneLine(lineOf(note))).filter(Boolean);
    const quoted = texts.map((text) => `“${text}”`).join("、");
    return texts.length ? [filled(shared.NOTES_NOT_READ, { what, texts: quoted })] : [];
  });
}

/**
 * @param {Known} form @param {Content} content @param {string} key @param {string} version
 * @param {string[]} footnotes
 */
function notesOf(form, content, key, version, footnotes) {
  const notes = [];
  if (!key) notes.push(filled(shared.NO_ORIGIN, { title: form.title }));
  else if (version !== form.version) {
    const old = filled(shared.OLD_BLANK, { old: version || "未写明", today: form.version });
    notes.push(filled(shared.READ_AS_TODAY, { told: old }));
  }
  if (content.revised) notes.push(shared.REVISIONS);
  for (const [what, paragraph] of content.notes) {
    const remedy = what === runs.FILE ? shared.PASTE_AS_TEXT : shared.WRITE_AS_TEXT;
    notes.push(filled(shared.CANNOT_READ, { where: where(paragraph), what, remedy }));
  }
  notes.push(...footnotes);
  for (const [text, paragraph] of content.hidden.filter((hidden) => normalForm.solid(hidden[0]))) {
    const line = filled(shared.HIDDEN_TEXT, { where: where(paragraph), words: normalForm.oneLine(text) });
    notes.push(filled(shared.UNHIDE, { told: line }));
  }
  return notes;
}

/** @param {Paragraph} paragraph */
function where(paragraph) {
  const line = strings.slice(normalForm.oneLine(paragraph.text), 0, SHOWN);
  const { cell } = paragraph;
  const [first] = cell ? cell.table.rows[cell.row] : [];
  const label = first && first !== cell ? strings.slice(normalForm.oneLine(first.text), 0, SHOWN) : "";
  if (line) return `“${line}”处`;
  return label ? filled(shared.FIELD_OF, { label }) : "文件中";
}

/** @param {Package} file */
function titleOf(file) {
  const top = file.xml("docProps/core.xml");
  const title = top && xml.find(top, "dc:title");
  return title ? xml.text(title) : "";
}

// The words printed on every page: the text of the headers, each once.
/** @param {Package} file */
function markOf(file) {
  const headers = Array.from(file.members.keys())
    .filter((member) => member.startsWith("word/header") && member.endsWith(".xml"));
  /** @type {string[]} */
  const texts = [];
  for (const member of headers.sort(strings.compared)) {
    const top = file.xml(member);
    for (const node of top ? xml.all(top, "p") : []) {
      const line = lineOf(node);
      if (normalForm.solid(line) && !texts.includes(line)) texts.push(line);
    }
  }
  return texts.join("\n");
}

/** @param {Element} paragraph */
function lineOf(paragraph) {
  /** @type {Record<string, string>} */
  const signs = { tab: "\t", br: "\n" };
  return xml.all(paragraph, "t", "tab", "br")
    .map((node) => signs[xml.kind(node)] || xml.text(node)).join("");
}
