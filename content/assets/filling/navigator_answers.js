// What the navigator already knows: its answers stand in the address behind the # sign, which no
// server ever sees. Only boxes and words that the form's page names for an answer are filled.
/** @import { Boxes, State } from "../forms/types" */
/** @import { Entries, From, Source } from "./types" */
import { brought, missing } from "../shell/data.js";
import { every, pick } from "../tools/common-elements.js";
import { told } from "./draft_list.js";

const MARK = "#prefill=";

function given() {
  if (!location.hash.startsWith(MARK)) return null;
  try {
    const raw = decodeURIComponent(location.hash.slice(MARK.length));
    return new Set(raw.split("&").slice(0, 60));
  } catch (fault) {
    return new Set();
  }
}

/** @param {HTMLElement} node @param {Set<string>} answers */
function saidOf(node, answers) {
  const said = (node.dataset.said || "").split("｜");
  const which = (node.dataset.known || "").split(" ").findIndex((answer) => answers.has(answer));
  return which < 0 ? null : said[which];
}

// A row of a list whose other columns are still to be written.
/** @param {HTMLElement} node */
function begun(node) {
  const entry = /** @type {Element} */ (node.closest("[data-field]"));
  const { content } = /** @type {HTMLTemplateElement} */ (entry.querySelector("template:not([data-known])"));
  const columns = every(content, "[data-column]");
  return columns.map((cell) => (cell.dataset.column === node.dataset.place ? node.dataset.text || "" : ""));
}

// {state, from}: raw state of the fields that are known, and for each the answer it comes from.
/** @param {HTMLElement} host @param {Set<string>} answers */
export function known(host, answers) {
  /** @type {State} */
  const state = {};
  /** @type {Record<string, string>} */
  const from = {};
  for (const node of every(host, "[data-known]")) {
    const said = saidOf(node, answers);
    const { field: key = "" } = /** @type {HTMLElement} */ (node.closest("[data-field]")).dataset;
    if (said === null) continue;
    if (node.dataset.place) state[key] = [.../** @type {string[][]} */ (state[key] || []), begun(node)];
    else if (from[key] && node.dataset.text) continue;
    else if (node.dataset.text) state[key] = node.dataset.text;
    else {
      const { on = [] } = /** @type {Partial<Boxes>} */ (state[key] || {});
      state[key] = { on: [...on, /** @type {HTMLInputElement} */ (node).value], words: {} };
    }
    from[key] = said;
  }
  return { state, from };
}

// The answers in the address, taken out of it, so that a reload does not fill again.
export function taken() {
  const answers = given();
  if (answers) history.replaceState(null, "", location.pathname + location.search);
  return answers;
}

// The example that the address names: its answers come as a script, so that a page opened from a
// disk can have them too. ``done`` is given its tree.
/** @param {HTMLElement} host @param {(name: string, tree: unknown) => void} done */
export function tried(host, done) {
  const named = /^#example-([a-z0-9-]+)$/.exec(location.hash);
  if (!named || !host.querySelector(location.hash)) return false;
  history.replaceState(null, "", location.pathname + location.search);
  brought(`examples/${named[1]}`, `${host.dataset.examples}${named[1]}.js`).then(
    (tree) => done(named[1], tree), () => told(missing("示例没有读到，请检查网络后再打开。")));
  return true;
}

// What the navigator said, or the field from which an answer was carried.
/** @param {Source} from */
const wordsOf = (from) => (typeof from === "object" ? `从“${from.field}”带入，可以改。`
  : `已按自测的回答填好，请核对：${from}`);

/** @param {Entries} entries @param {From} from */
export function showFrom(entries, from) {
  for (const { key, node } of entries.all) {
    const slot = pick(node, ".quest__from");
    slot.hidden = !from[key];
    slot.textContent = from[key] ? wordsOf(from[key]) : "";
  }
}
