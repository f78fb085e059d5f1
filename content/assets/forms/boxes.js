// Mirrors scripts/lawbook/word/read/boxes.py: which boxes are ticked, however a person ticked them.
import { afterWords } from "./cells.js";
import * as handmade from "./handmade.js";
import * as normalForm from "./normal.js";
import * as strings from "./text.js";

const BLANKS = " \t\n\u00a0\u3000";
const BESIDE = `：:${BLANKS}`;
const AROUND = "()（）[]【】";
const GAP = "[ \\t\\n\\u00a0\\u3000]*";
const BETWEEN = /[\t\n]|[ \u3000]{2}/;
const isTick = (sign) => handmade.TICKS.includes(sign);
const isSign = (sign) => isTick(sign) || handmade.BOXES.includes(sign) || sign === "\ufe0f";
const hasTick = (text) => Array.from(text).some(isTick);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

// The ticked options of a field and the words that belong to none of them: [items, lost].
// ``before`` is what stands beside the label of the field: a tick there belongs to the first.
export function chosen(field, lines, checked, before) {
  const [text, boxes] = joined(field, lines);
  const moved = new Map(Array.from(boxes, ([key, at]) => [key, before.length + at]));
  const [parts, lost] = split(field, before + text, startsOf(field, before + text, moved));
  const found = parts.map((part, number) => read(part, parts[number + 1]));
  for (const part of parts) {
    const tag = `${field.key}.${part.option.key}`;
    if (checked.has(tag) && !hasSign(part.text)) part.ticked = part.ticked || checked.get(tag);
  }
  const items = [];
  parts.forEach((part, number) => {
    const asked = part.option.requires_text;
    if (part.ticked) items.push({ option: part.option.key, text: asked ? found[number] : "" });
    if (found[number] && !(part.ticked && asked)) lost.push(`${part.option.label}：${found[number]}`);
  });
  return [items, lost];
}

// The text of the lines and where in it the control of each box begins.
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

// Where the stretch of each option begins: at its box, else at the signs before its label.
function startsOf(field, text, boxes) {
  if (boxes.size === field.options.length) return boxes;
  const signs = [...handmade.TICKS, ...handmade.BOXES, "\ufe0f"].join("");
  const found = new Map();
  let place = 0;
  for (const option of field.options) {
    const label = Array.from(normalForm.solid(option.label), escaped).join(GAP);
    const match = search(`[${signs}]${GAP}${label}`, text, place) || search(label, text, place);
    const box = boxes.get(option.key);
    if (box !== undefined && (!match || box <= match.index)) found.set(option.key, box);
    else if (match) found.set(option.key, match.index);
    if (match) place = match.index + match[0].length;
  }
  return found;
}

function search(pattern, text, place) {
  const made = new RegExp(pattern, "gu");
  made.lastIndex = place;
  return made.exec(text);
}

function split(field, text, starts) {
  const order = Array.from(starts).sort((one, other) => one[1] - other[1]);
  const parts = order.map(([key, start], number) => {
    const end = number + 1 < order.length ? order[number + 1][1] : text.length;
    return { option: field.options.find((one) => one.key === key), text: text.slice(start, end), ticked: false };
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
function read(part, following) {
  const signs = lead(part.text);
  part.ticked = part.ticked || hasTick(signs);
  const rest = part.text.slice(signs.length);
  const words = afterWords(rest, part.option.label);
  if (words === null) return strings.stripped(rest, BLANKS);
  if (part.option.requires_text) return strings.strippedLeft(words, BESIDE);
  const tail = rest.slice(endOfLabel(rest, part.option.label));
  if (hasTick(tail)) (following && belongsToNext(tail, following) ? following : part).ticked = true;
  return withoutSigns(words);
}

// The place after a label that may have blanks in it.
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
function belongsToNext(tail, following) {
  const signs = Array.from(tail);
  const gap = signs.slice(0, signs.findIndex(isTick)).join("");
  return BETWEEN.test(gap) && hasSign(following.text);
}

const hasSign = (text) => Array.from(lead(text)).some(isSign);
const isBlank = (sign) => BLANKS.includes(sign);

// The signs, blanks and brackets that a text begins with.
function lead(text) {
  let made = "";
  for (const sign of text) {
    if (!isSign(sign) && !isBlank(sign) && !AROUND.includes(sign)) break;
    made += sign;
  }
  return made;
}

function withoutSigns(text) {
  const signs = Array.from(text);
  const isKept = (sign) => !isSign(sign) && !isBlank(sign);
  const first = signs.findIndex(isKept);
  if (first < 0) return "";
  let end = signs.length;
  while (!isKept(signs[end - 1])) end -= 1;
  return signs.slice(first, end).join("");
}
