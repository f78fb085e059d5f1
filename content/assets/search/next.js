// The site's search in the window of the next engine's theme (Zensical), which speaks of entries by
// their number in a list of its own and asks with an object. After wire.js, before the theme's script;
// engine, index and results are the same.
/** @import { Item } from "./index" */
import { held } from "../shell/data.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, FAILED = 4;
/** @type {Record<string, string>} */
const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const Wired = window.Worker;

/**
 * @typedef {{title: string, path: string[], text: string, tags: string[], location: string}} Listed
 * @typedef {{type: 0, data: {items: Listed[]}} | {type: 2, data: {input: unknown}}} Asked
 */
/**
 * What the theme takes for its worker.
 * @typedef {object} Theme
 * @property {((event: {data: {type: number, data: unknown}}) => void) | null} onmessage
 * @property {null} onerror
 * @property {null} onmessageerror
 * @property {(message: Asked) => void} [postMessage]
 * @property {() => void} [terminate]
 */

/** @param {string} text */
function plain(text) {
  return text.replace(/&(amp|lt|gt);/g, (sign) => { return SIGNS[sign]; });
}

/** The theme's base address, where the addresses of results begin. */
function base() {
  const config = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("__config")).textContent);
  return new URL(config.base.replace(/\/?$/, "/"), location.href);
}

/** A badge is a word in a frame, which that window does not draw: set it apart by a dot.
 * @param {string} html */
function spoken(html) {
  return html.replace(/<span class="found[^"]*">([^<]*)<\/span>/g, " · $1");
}

/** Our results as entries of the theme's list; the document of a group stands as their path.
 * @param {Item[][]} groups @param {Listed[]} list */
function entered(groups, list) {
  /** @type {{id: number, matches: never[], score: number}[]} */
  const items = [];
  groups.forEach((group) => {
    const head = group[group.length - 1];
    (group.length > 1 ? group.slice(0, -1) : group).forEach((item) => {
      const address = new URL(item.location.replace(/#$/, ""), base()).href;
      list.push({ title: spoken(item.title), path: [spoken(head.title)], text: item.text, tags: [], location: address });
      items.push({ id: list.length - 1, matches: [], score: item.score });
    });
  });
  return items;
}

/** @param {Worker} worker */
function Next(worker) {
  /** @type {Theme} */
  const theme = { onmessage: null, onerror: null, onmessageerror: null };
  /** @type {Listed[]} */
  let list = [];
  /** @param {number} type @param {unknown} [data] */
  function tell(type, data) {
    if (theme.onmessage) theme.onmessage({ data: { type, data } });
  }
  theme.postMessage = function (message) {
    if (message.type === SETUP) {
      list = message.data.items; // the theme's own list: it shows what stands there
      worker.postMessage({ type: SETUP });
    }
    if (message.type === QUERY) {
      const asked = typeof message.data.input === "string" ? plain(message.data.input) : "";
      worker.postMessage({ type: QUERY, data: asked });
    }
  };
  theme.terminate = function () { worker.terminate(); };
  worker.addEventListener("message", (event) => {
    if (event.data.type === READY) tell(READY);
    if (event.data.type !== RESULT) return;
    const items = entered(event.data.data.items, list);
    tell(RESULT, { items, aggregations: [], pagination: { total: items.length } });
  });
  worker.addEventListener("error", () => { tell(FAILED); });
  return theme;
}

/** @param {string | URL} address @param {WorkerOptions} options */
function started(address, options) {
  const before = held("search/worker"), worker = new Wired(address, options);
  return worker === held("search/worker") && worker !== before ? Next(worker) : worker;
}
window.Worker = /** @type {typeof Worker} */ (/** @type {unknown} */ (started));
window.Worker.prototype = Wired.prototype;
