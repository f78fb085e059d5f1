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
 * @property {number} start of what is written
 * @property {number} end
 * @property {Node[]} items of a list, of a map each key and its value, of a document its root
 */

/** The documents of a text. Throws what the package throws, with its ``reason``.
 * @param {string} text @param {number} deepest so many nodes inside each other @returns {Node[]} */
export function nodes(text, deepest) {
  const lineOf = lines(text);
  /** @type {Node[]} */
  const open = [node(null, text, lineOf)];
  for (const event of parseEvents(text, { maxDepth: deepest })) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const made = node(event, text, lineOf);
    open[open.length - 1].items.push(made);
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

/** @param {Event | null} event @param {string} text @param {(offset: number) => number} lineOf @returns {Node} */
function node(event, text, lineOf) {
  const places = /** @type {Record<string, number>} */ (/** @type {unknown} */ (event || {}));
  const { type, anchorStart = -1, anchorEnd, tagStart = -1, start = -1, style = 0 } = places;
  const { valueStart = start, valueEnd } = places;
  const isScalar = type === EVENT_ID.SCALAR;
  const isBlock = isScalar && style > SCALAR_STYLE.DOUBLE_QUOTED; // its value begins behind its first line
  const begins = [anchorStart, tagStart, isBlock ? valueStart - 1 : valueStart].filter((offset) => offset >= 0);
  return {
    type: /** @type {Event["type"]} */ (type),
    line: lineOf(begins.length > 0 ? Math.min(...begins) : -1),
    anchor: anchorStart < 0 ? null : text.slice(anchorStart, anchorEnd),
    text: isScalar ? getScalarValue(text, /** @type {Extract<Event, {type: 4}>} */ (event)) : "",
    style: isScalar && valueStart < 0 ? 0 : style,
    isFlow: !isScalar && style === COLLECTION_STYLE.FLOW,
    start: valueStart,
    end: valueEnd,
    items: [],
  };
}
