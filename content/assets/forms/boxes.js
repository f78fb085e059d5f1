// Mirrors scripts/lawbook/word/read/boxes.py: which boxes are ticked, however a person ticked them.
/** @import { Paragraph } from "./content.js" */
/** @import { Chosen, Field, Option } from "./types" */
import { afterWords } from "./cells.js";
import * as handmade from "./handmade.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";

const { BLANKS } = strings;
const OVER = "\ufe0f\u20de\u20dd";
const BETWEEN_WORDS = "、，；。,;";
const SIGNS = [...handmade.TICKS, ...handmade.BOXES, OVER].join("");
const BESIDE = `：:${BLANKS}`;
/**
 * The stretch of an option; ``own`` is what stands in its control.
 * @typedef {{option: Option, text: string, ticked: boolean, own: string}} Part
 */

const AROUND = "()（）[]【】";
const GAP = `[${BLANKS}]*`;
const [OPEN, CLOSE] = ["[(（\\[【]", "[)）\\]】]"];
const BEHIND = `${GAP}${OPEN}${GAP}([${SIGNS}]*)${GAP}${CLOSE}`;
const BEFORE = `(?:${OPEN}${GAP}[${SIGNS}]*${GAP}${CLOSE}|[${SIGNS}][${OVER}]*)${GAP}`;
const IN_BRACKETS = /^[（(]([^（）()]+)[)）]$/; // 其他（航运）
const BETWEEN = /[\t\n]|[ \u3000]{2}/;
/** @param {string} sign */
const isTick = (sign) => handmade.TICKS.includes(sign);
/** @param {string} sign */
const isSign = (sign) => isTick(sign) || handmade.BOXES.includes(sign) || OVER.includes(sign);
/** @param {string} text */
const hasTick = (text) => Array.from(text).some(isTick);
/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

// {items: the ticked options of a field, lost: words that belong to none of them, doubt: a line or ""}.
// ``before`` is what stands beside the label of the field: a tick there belongs to the first.
/** @param {Field} field @param {Paragraph[]} lines @param {Map<string, boolean>} checked @param {string} before */
export function chosen(field, lines, checked, before) {
  const [text, boxes] = joined(field, lines);
  const moved = new Map(Array.from(boxes, ([key, at]) => [key, before.length + at]));
  const [parts, lost] = split(field, before + text, startsOf(field, before + text, moved));
  for (const part of parts) part.own = ownOf(field, part.option, lines);
  const words = parts.map((part, number) => read(part, parts[number + 1]));
  const doubt = boxes.size ? "" : doubtOf(field, parts, before + text);
  for (const part of parts) {
    const tag = `${field.key}.${part.option.key}`;
    if (checked.has(tag) && !hasSign(part.text)) part.ticked = part.ticked || checked.get(tag) === true;
  }
  /** @type {Chosen[]} */
  const items = [];
  parts.forEach((part, number) => {
    const asked = part.option.requires_text;
    if (part.ticked) items.push({ option: part.option.key, text: asked ? words[number] : "" });
    if (words[number] && !(part.ticked && asked)) lost.push(`${part.option.label}：${words[number]}`);
  });
  return { items, lost, doubt };
}

// What to say of options without any tick; options left alone without boxes are chosen.
/** @param {Field} field @param {Part[]} parts @param {string} text */
function doubtOf(field, parts, text) {
  if (!parts.length || parts.some((part) => part.ticked)) return "";
  const labels = parts.map((part) => part.option.label).join("、");
  const someGone = parts.length < field.options.length;
  if (search(BEHIND, text, 0) || Array.from(text).some((sign) => handmade.BOXES.includes(sign))) {
    return someGone ? `只留下“${labels}”，前面没有打勾，按没有选读取；请在选中的前面打勾` : "";
  }
  if (!someGone) return `“${labels}”前面没有方框和勾，按没有选读取；请在选中的前面打勾`;
  for (const part of parts) part.ticked = true;
  return `没有方框，按留下的“${labels}”都已选读取；请核对`;
}

// The text of the lines and where in it the control of each box begins.
/** @param {Field} field @param {Paragraph[]} lines @returns {[string, Map<string, number>]} */
function joined(field, lines) {
  const tags = new Map(field.options.map((option) => [`${field.key}.${option.key}`, option.key]));
  const boxes = new Map();
  let text = "";
  for (const line of lines) {
    for (const [piece, , tag] of line.pieces) {
      if (tags.has(tag) && !boxes.has(tags.get(tag))) boxes.set(tags.get(tag), text.length);
      text += piece;
    }
    text += "\n";
  }
  return [text, boxes];
}

// What stands in the form's own control beside an option: nothing of it is taken away.
/** @param {Field} field @param {Option} option @param {Paragraph[]} lines */
function ownOf(field, option, lines) {
  const tag = `${field.key}.${option.key}.text`;
  const pieces = lines.flatMap((line) => line.pieces).filter(([, , own]) => own === tag);
  return strings.stripped(pieces.map(([text]) => text).join(""), BLANKS);
}

// Where the stretch of each option begins: at its box, else at the characters before its label.
/** @param {Field} field @param {string} text @param {Map<string, number>} boxes @returns {Map<string, number>} */
function startsOf(field, text, boxes) {
  if (boxes.size === field.options.length) return boxes;
  const lead = ticksStandBehind(field, text) ? "(?!)" : BEFORE;
  const starts = new Map();
  let position = 0;
  for (const option of field.options) {
    const label = spaced(labelOf(option, text));
    const match = search(lead + label, text, position) || search(label, text, position);
    const box = boxes.get(option.key);
    if (box !== undefined && (!match || box <= match.index)) starts.set(option.key, box);
    else if (match) starts.set(option.key, match.index);
    if (match) position = match.index + match[0].length;
  }
  return starts;
}

// The label by which a text names an option: today's, or one of an older version.
/** @param {Option} option @param {string} text */
function labelOf(option, text) {
  return [option.label, ...option.formerly].find((one) => search(spaced(one), text, 0)) || option.label;
}

/** @param {string} label */
const spaced = (label) => Array.from(normalForm.solid(label), escaped).join(GAP);

// Whether ticks stand in brackets behind the labels, as in 企业（√）.
/** @param {Field} field @param {string} text */
function ticksStandBehind(field, text) {
  const labels = /** @type {RegExpExecArray[]} */ (
    field.options.map((option) => search(spaced(labelOf(option, text)), text, 0)).filter(Boolean));
  const start = Math.min(...labels.map((match) => match.index));
  const first = labels.find((match) => match.index === start);
  if (!first) return false;
  const head = strings.stripped(text.slice(0, start), BLANKS) || "-";
  return lead(head) !== head && matchAt(BEHIND, text, start + first[0].length) !== null;
}

/** @param {string} pattern @param {string} text @param {number} position */
function matchAt(pattern, text, position) {
  const made = new RegExp(pattern, "uy");
  made.lastIndex = position;
  return made.exec(text);
}

/** @param {string} pattern @param {string} text @param {number} position */
function search(pattern, text, position) {
  const made = new RegExp(pattern, "gu");
  made.lastIndex = position;
  return made.exec(text);
}

/** @param {Field} field @param {string} text @param {Map<string, number>} starts @returns {[Part[], string[]]} */
function split(field, text, starts) {
  const order = Array.from(starts).sort((start, other) => start[1] - other[1]);
  const parts = order.map(([key, start], number) => {
    const end = number + 1 < order.length ? order[number + 1][1] : text.length;
    const option = /** @type {Option} */ (field.options.find((option) => option.key === key));
    return { option, text: text.slice(start, end), ticked: false, own: "" };
  });
  let head = order.length ? text.slice(0, order[0][1]) : text;
  if (parts.length && hasTick(head)) {
    parts[0].ticked = true;
    head = withoutSigns(head);
  }
  const rest = strings.stripped(head, BLANKS);
  return [parts, rest ? [rest] : []];
}

// Sets whether a part is ticked; gives the words beside its label.
/** @param {Part} part @param {Part | undefined} following */
function read(part, following) {
  const signs = lead(part.text);
  part.ticked = part.ticked || hasTick(signs);
  const rest = part.text.slice(signs.length);
  const label = labelOf(part.option, rest);
  let words = afterWords(rest, label);
  if (words === null) return strings.stripped(rest, BLANKS);
  let tail = rest.slice(endOfLabel(rest, label));
  const at = part.own ? tail.indexOf(part.own) : -1;
  const behind = matchAt(BEHIND, at < 0 ? tail : tail.slice(0, at), 0);
  if (behind) {
    part.ticked = part.ticked || hasTick(behind[1]);
    tail = tail.slice(behind[0].length);
    words = strings.stripped(tail, BLANKS);
  }
  if (part.option.requires_text) return beside(words, at < 0 ? "" : part.own);
  if (hasTick(tail)) (following && belongsToNext(tail, following) ? following : part).ticked = true;
  return withoutSigns(words, BETWEEN_WORDS);
}

// The words beside a label, without line and brackets around; what is in its control stays.
/** @param {string} words @param {string} own */
function beside(words, own) {
  const inside = IN_BRACKETS.exec(words);
  if (!own && inside) return inside[1];
  const written = handmade.offTheLine(words);
  const start = written.length - strings.strippedLeft(written, BESIDE).length;
  const end = strings.strippedRight(written, BLANKS).length;
  const at = words.indexOf(own);
  if (!own) return words.slice(start, Math.max(start, end));
  return words.slice(Math.min(start, at), Math.max(end, at + own.length));
}

// The place after a label that may have blanks in it.
/** @param {string} text @param {string} label */
function endOfLabel(text, label) {
  const wanted = strings.length(normalForm.solid(label));
  let seen = 0;
  let at = 0;
  for (const sign of text) {
    at += sign.length;
    seen += normalForm.solid(sign) ? 1 : 0;
    if (seen === wanted) return at;
  }
  return text.length;
}

// A tick after a gap stands before the next box, one right after a label is that label's.
/** @param {string} tail @param {Part} following */
function belongsToNext(tail, following) {
  const signs = Array.from(tail);
  const gap = signs.slice(0, signs.findIndex(isTick)).join("");
  return BETWEEN.test(gap) && hasSign(following.text);
}

/** @param {string} text */
const hasSign = (text) => Array.from(lead(text)).some(isSign);
/** @param {string} sign */
const isBlank = (sign) => BLANKS.includes(sign);

// The characters, blanks and brackets that a text begins with.
/** @param {string} text */
function lead(text) {
  let made = "";
  for (const sign of text) {
    if (!isSign(sign) && !isBlank(sign) && !AROUND.includes(sign)) break;
    made += sign;
  }
  return made;
}

/** @param {string} text @param {string} [more] */
function withoutSigns(text, more = "") {
  const signs = Array.from(text);
  const isKept = (/** @type {string} */ sign) => !isSign(sign) && !isBlank(sign) && !more.includes(sign);
  const first = signs.findIndex(isKept);
  if (first < 0) return "";
  let end = signs.length;
  while (!isKept(signs[end - 1])) end -= 1;
  return signs.slice(first, end).join("");
}
