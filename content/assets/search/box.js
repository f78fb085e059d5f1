// The search box: hears what the theme does not (paste, voice, an input method at work), says how
// much was found, and offers to look only among texts, guides, forms or duties.
/** @import { Answer, InPlace, Message, Told } from "./index" */
/** @import { State } from "./keys.js" */
import { held, whenHere } from "../shell/data.js";
import { address } from "./address.js";
import { keys } from "./keys.js";

const RESULT = 3, ONLY = 10, EXACT = 11;
const KINDS = ["全部", "条文", "指引", "表单", "职责与权利"];

/** @param {string} tag @param {Record<string, unknown>} values @param {Node[]} children */
function made(tag, values, children) {
  const element = document.createElement(tag);
  Object.assign(element, values);
  children.forEach((child) => { element.appendChild(child); });
  return element;
}

/** @param {Message} message */
function post(message) {
  const worker = held("search/worker");
  if (worker) worker.postMessage(message);
}

/** The kinds to look among, as radio buttons; `all` goes back to the first. */
function kinds() {
  const bar = made("fieldset", { className: "search-kinds" }, [made("legend", { textContent: "只看" }, [])]);
  KINDS.forEach((name, at) => {
    bar.appendChild(made("label", {}, [
      made("input", { type: "radio", name: "search-kind", value: String(at - 1), checked: !at }, []),
      made("span", { textContent: name }, []),
    ]));
  });
  bar.addEventListener("change", (event) => {
    const kind = parseInt(/** @type {HTMLInputElement} */ (event.target).value, 10);
    post({ type: ONLY, data: kind < 0 ? null : kind });
  });
  function all() {
    const first = bar.querySelector("input");
    if (!first || first.checked) return;
    first.checked = true;
    post({ type: ONLY, data: null });
  }
  return { bar, all };
}

/** Whether other words are asked for than before, not more or fewer letters of the same.
 * @param {string} now @param {string} before */
function another(now, before) { return !now || !now.startsWith(before) && !before.startsWith(now); }

function begin() {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));
  const result = /** @type {HTMLElement | null} */ (document.querySelector("[data-md-component=search-result]"));
  const meta = result && result.querySelector(".md-search-result__meta");
  const toggle = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-toggle=search]"));
  if (!box || !meta || !toggle) return;
  const filter = kinds(), link = address(box, toggle);
  /** @type {State} */
  const state = { box, result, bar: filter.bar, toggle, answered: "", count: 0, waits: "", go: () => {} };
  let words = box.value;
  meta.setAttribute("aria-live", "polite");
  /** @type {Element} */ (document.querySelector("[data-md-component=search]")).setAttribute("aria-label", "搜索");
  meta.after(filter.bar);
  keys(state);

  const heard = () => {
    if (another(box.value, words)) filter.all();
    words = box.value;
    state.waits = "";
    // Whoever types sees results, also where the theme closed them (a section in the address) or
    // never heard that the box has the focus (a window that had none).
    if (words && !toggle.checked) toggle.click();
    // The theme listens to keys only: tell it about text that came without one.
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    if (words.trim() && state.answered !== words) meta.textContent = "正在查找……";
  };
  box.addEventListener("input", heard);
  toggle.addEventListener("change", () => { if (!toggle.checked) filter.all(); });
  // Who goes for the box will ask: the scripts come before the first word does.
  function prepare() { const worker = held("search/worker"); if (worker) worker.prepare(); }
  box.addEventListener("focus", prepare);
  document.querySelectorAll("label[for=__search], [data-open-search], .md-search__form").forEach((way) => {
    ["pointerenter", "pointerdown", "focusin"].forEach((sign) => { way.addEventListener(sign, prepare); });
  });

  /** @param {Told} told */
  const say = (told) => {
    meta.textContent = told.say;
    if (!told.meant) return;
    const again = made("button", { type: "button", className: "search-exact", textContent: "仍按原词查找" }, []);
    again.addEventListener("click", () => { box.focus(); post({ type: EXACT }); });
    meta.appendChild(again);
  };
  /** @param {MessageEvent<Answer>} event */
  const hear = (event) => {
    const { data } = event;
    if (data.type !== RESULT) return;
    Object.assign(state, { answered: data.asked, count: data.count });
    // After the theme has written its own words, and before they are drawn.
    Promise.resolve().then(() => { if (data.say) say(data); });
    link.remember();
    if (state.waits && state.answered === box.value) window.setTimeout(state.go, 0);
  };
  /** @param {InPlace} worker */
  function listen(worker) {
    worker.addEventListener("message", /** @type {EventListener} */ (hear));
    if (document.activeElement === box) worker.prepare();
  }
  whenHere("search/worker", listen);
  if (held("search/worker")) listen(held("search/worker"));
  if (document.activeElement === box && box.value) heard(); // typed before this script was here
}

begin();
