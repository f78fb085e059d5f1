// What the package `js-yaml` finds in a file, as nodes inside each other: a text is a text, whatever its tag.
/** @import { Event } from "js-yaml" */
import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents } from "js-yaml";

/**
 * @typedef {object} Node
 * @property {Event["type"]} type
 * @property {number} line on which it begins, with its anchor and tag
 * @property {string | null} anchor
 * @property {string} text of a scalar
 * @property {number} style of a scalar; 0 where nothing is written
 * @property {boolean} isFlow between brackets
 * @property {boolean} isBlock a text below its | or >
 * @property {number} start of what is written
 * @property {number} end
 * @property {Node[]} items of a list, of a map each key and its value, of a document its root
 */

// What stands before a value that is not written, behind all that was read: its dash, its document's mark.
const ITEM = /#.*|-/gu;
const MARK = /#.*|^(?:---|\.\.\.)/gmu;

/** The documents of a text. Throws what the package throws, with its ``reason``.
 * @param {string} text @param {number} deepest so many nodes inside each other @returns {Node[]} */
export function nodes(text, deepest) {
  const lineOf = lines(text);
  /** @type {Node[]} */
  const open = [node(null, text, lineOf(-1))];
  let read = 0;
  for (const event of parseEvents(text, { maxDepth: deepest })) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const holder = open[open.length - 1];
    const { first, last } = extent(event);
    const at = first < 0 ? signBefore(holder, event, text, read) : first;
    read = Math.max(read, last, first < 0 ? at + 1 : at);
    const made = node(event, text, lineOf(at));
    holder.items.push(made);
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) open.push(made);
  }
  return open[0].items;
}

// The line of an offset, counted on from the one that was asked for before.
/** @param {string} text */
function lines(text) {
  let [at, line] = [0, 1];
  return (/** @type {number} */ offset) => {
    for (; at < offset; at += 1) if (text[at] === "\n") line += 1;
    return line;
  };
}

// Where a list's item or a document begins of which nothing is written; -1 elsewhere.
/** @param {Node} holder @param {Event} event @param {string} text @param {number} read */
function signBefore(holder, event, text, read) {
  const isList = holder.type === EVENT_ID.SEQUENCE;
  if (!isList && (event.type !== EVENT_ID.DOCUMENT || !event.explicitStart)) return -1;
  const sign = isList ? ITEM : MARK;
  sign.lastIndex = read;
  for (let match = sign.exec(text); match; match = sign.exec(text)) if (!match[0].startsWith("#")) return match.index;
  return -1;
}

/** @param {Event | null} event @returns {Record<string, number>} */
const offsetsOf = (event) => /** @type {Record<string, number>} */ (/** @type {unknown} */ (event || {}));

/** @param {Event} event */
const isBlock = (event) => event.type === EVENT_ID.SCALAR && event.style > SCALAR_STYLE.DOUBLE_QUOTED;

// From where to where a node is written, with its anchor and tag; -1 where it is not.
/** @param {Event} event */
function extent(event) {
  const { anchorStart = -1, anchorEnd = -1, tagStart = -1, tagEnd = -1, start = -1 } = offsetsOf(event);
  const { valueStart = start, valueEnd = -1 } = offsetsOf(event);
  const value = isBlock(event) ? valueStart - 1 : valueStart; // a block's begins behind its first line
  const starts = [anchorStart, tagStart, value].filter((offset) => offset >= 0);
  return { first: starts.length > 0 ? Math.min(...starts) : -1, last: Math.max(anchorEnd, tagEnd, valueEnd) };
}

/** @param {Event | null} event @param {string} text @param {number} line @returns {Node} */
function node(event, text, line) {
  const { type, anchorStart = -1, anchorEnd, start = -1, style = 0, valueStart = start, valueEnd } = offsetsOf(event);
  const isScalar = type === EVENT_ID.SCALAR;
  return {
    type: /** @type {Event["type"]} */ (type),
    line,
    anchor: anchorStart < 0 ? null : text.slice(anchorStart, anchorEnd),
    text: isScalar ? getScalarValue(text, /** @type {Extract<Event, {type: 4}>} */ (event)) : "",
    style: isScalar && valueStart < 0 ? 0 : style,
    isFlow: !isScalar && style === COLLECTION_STYLE.FLOW,
    isBlock: event !== null && isBlock(event),
    start: valueStart,
    end: valueEnd,
    items: [],
  };
}
