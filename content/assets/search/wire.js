// Puts the site's search in the place of the theme's: where the theme starts its search worker,
// ours answers. It runs in the page, from classic scripts: so it works from a folder on disk and
// under a policy that allows no connections. Loaded before the theme's own script.
/** @import { Answer, InPlace, Index, Item, Later, Message, Result, Take, Whole } from "./index" */
import { brought, give, missing, renewed } from "../shell/data.js";

const here = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "") + "../../search/";
const Native = window.Worker;
const READY = 1, RESULT = 3;

/** @param {string} name */
function load(name) { return brought(`search/${name}`, `${here}${name}.js`); }

/** Says that the files did not come.
 * @param {string} asked @returns {Result} */
function refusal(asked) {
  const say = missing("搜索文件未能读入，请检查网络后再输入一次");
  return { type: RESULT, data: { items: [] }, asked, say, count: 0, meant: "", more: true };
}

/** What the theme needs of a worker, without a worker; the engine is fetched on first use. */
function InPage() {
  const target = /** @type {InPlace} */ (document.createDocumentFragment());
  /** @type {Message[]} */
  let kept = [];
  /** @type {Take | null} */
  let take = null;
  /** @type {Record<string, (() => void)[]>} */
  const coming = {};
  /** @type {Result | null} */
  let held = null;
  let begun = false, last = "";

  /** Whether somebody stands on a result: a list drawn anew would take the place away. */
  function reading() { const active = document.activeElement;
    return !!active && !!active.closest("[data-md-component=search-result]"); }
  /** Out of files of two builds no answer is made.
   * @param {Answer} made */
  function send(made) {
    const message = made.type === RESULT && renewed() ? refusal(made.asked) : made;
    if (message.type === RESULT) held = message.more && reading() ? message : null;
    if (held) return;
    if (message.type === RESULT && location.protocol === "file:") addFileNames(message.data.items);
    function tell() {
      const event = new MessageEvent("message", { data: message });
      target.dispatchEvent(event);
      if (target.onmessage) target.onmessage(event);
    }
    // Results are drawn together with the character that was typed; a timer would have the page drawn twice.
    if (message.type === RESULT) Promise.resolve().then(tell);
    else window.setTimeout(tell, 0);
  }
  /** A file of the index; it is on its way once.
   * @param {string} name @param {Later} take @param {() => void} done */
  function fetch(name, take, done) {
    if (coming[name]) { coming[name].push(done); return; }
    coming[name] = [done];
    load(name).then((part) => { take(name, part); }, () => { if (renewed()) send(refusal(last)); }).then(() => {
      const all = coming[name];
      delete coming[name];
      all.forEach((act) => { act(); });
    });
  }
  function begin() {
    if (begun) return;
    begun = true;
    Promise.all([load("engine"), load("index")]).then(([engine, data]) => {
      const made = take = /** @type {Whole} */ (engine).adapter(/** @type {Index} */ (data), send, fetch);
      kept.forEach((message) => { made(message); });
    }, () => {
      begun = false; // the next words ask again
      send(refusal(last));
    }).then(() => { kept = []; });
  }
  /** @param {Message} message */
  target.postMessage = function (message) {
    if (message.type === 0) { send({ type: READY }); return; }
    if (typeof message.data === "string") last = message.data;
    if (take) { take(message); return; }
    kept.push(message);
    if (message.data) begin();
  };
  document.addEventListener("focusin", () => { if (held && !reading()) send(held); });
  target.terminate = function () {};
  target.prepare = begin;
  return target;
}

/** A folder on disk has no index page of its own accord.
 * @param {Item[][]} items */
function addFileNames(items) {
  items.forEach((group) => {
    group.forEach((item) => { item.location = item.location.replace(/(^|\/)(?=#|$)/, "$1index.html"); });
  });
}

/** @param {string | URL} address @param {WorkerOptions} options */
function started(address, options) {
  if (!/\/search[.\w-]*\.js$/.test(String(address).split("?")[0])) return new Native(address, options);
  const worker = InPage();
  give("search/worker", worker);
  return worker;
}
window.Worker = /** @type {typeof Worker} */ (/** @type {unknown} */ (started));
if (Native) window.Worker.prototype = Native.prototype;
