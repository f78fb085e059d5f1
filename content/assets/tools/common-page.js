// What all tools share: buttons, the state in the address, downloads, the way a tool begins.
/** @import { Pair, Tool } from "./extracts" */
import { brought, missing } from "../shell/data.js";
import { add, el, put } from "./common-elements.js";
import { Problem, short } from "./common-text.js";


/** @param {string} words @param {(() => void) | null} [act] @param {boolean} [primary] */
export function button(words, act, primary) {
  const look = "md-button" + (primary ? " md-button--primary" : "");
  const made = el("button", { type: act ? "button" : "submit", class: look }, words);
  if (act) made.addEventListener("click", act);
  return made;
}

// The place on the page that the address names; such an address is no state.
function anchor() {
  return document.getElementById(decoded(location.hash.slice(1)));
}

// Any word that is neither a state nor an anchor is a link that was cut or made up.
/** @returns {Pair[]} */
function state() {
  const raw = location.hash.slice(1);
  if (raw.includes("=")) return [...new URLSearchParams(raw)];
  if (raw !== "" && !anchor()) {
    throw new Problem(`链接中的“${short(decoded(raw))}”看不懂，请从头开始。`);
  }
  return [];
}

/** @param {string} raw */
function decoded(raw) {
  try {
    return decodeURIComponent(raw);
  } catch (fault) {
    return raw;
  }
}

/** @param {Iterable<Pair>} pairs */
export function address(pairs) {
  const kept = [...pairs].filter(([, value]) => value !== "");
  return "#" + kept.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
}

// A new entry of the browser's history, so that going back works.
/** @param {Pair[]} pairs */
export function go(pairs) {
  const wanted = address(pairs);
  if (wanted !== location.hash) location.hash = wanted;
  else window.dispatchEvent(new Event("hashchange"));
}

/** @param {string} words */
function say(words) {
  const node = document.querySelector(".copied");
  if (!node) return;
  node.textContent = words;
  window.setTimeout(() => (node.textContent = ""), 2500);
}

export function copyLink() {
  const done = () => say("链接已复制");
  const failed = () => say("未能复制，请从地址栏复制");
  if (!navigator.clipboard) failed();
  else navigator.clipboard.writeText(location.href).then(done, failed);
}

/** @param {string} name @param {string} type @param {BlobPart} content */
export function save(name, type, content) {
  const link = el("a", { download: name });
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** @param {string} words @param {Pair[] | null} rest the state without what is at fault in it */
function shownProblem(words, rest) {
  const on = rest && el("a", { href: address(rest) }, "回到这个问题");
  const again = el("a", { href: "#" }, "从头开始");
  return el("div", { class: "notice notice--warn tool__fault", role: "alert" },
    el("p", {}, words + " ", on && [on, "，或者"], again));
}

// Shows what the address says, at once and whenever it changes. A fault becomes a sentence.
/** @param {Tool<unknown>} tool @param {(pairs: Pair[], moved: boolean) => void} show */
export function follow(tool, show) {
  /** @param {boolean} moved */
  const render = (moved) => {
    /** @type {Pair[]} */
    let pairs = [];
    try {
      pairs = state();
      show(pairs, moved);
    } catch (fault) {
      const ours = fault instanceof Problem;
      put(tool.host,
        shownProblem(ours ? fault.message : "这个工具出错了，请看下面的文字版或者链接。", ours ? fault.rest : null));
      if (!ours) throw fault;
    }
    tool.mount.classList.toggle("tool--stated", pairs.length > 0);
  };
  // Whoever jumps to a place further down keeps what is shown above it.
  window.addEventListener("hashchange", () => anchor() || render(true));
  render(false);
  const node = anchor();
  if (node) node.scrollIntoView();
}

// Lead the keyboard to the heading of what is new.
/** @param {HTMLElement} node */
export function focused(node) {
  const heading = /** @type {HTMLElement | null} */ (node.querySelector(".asked"));
  if (heading) heading.focus();
}

// A script file instead of a request, so that a page opened from a disk works as well.
/** @template Data @param {string} name @param {(tool: Tool<Data>) => void} begin */
export function start(name, begin) {
  const mount = document.getElementById("tool-" + name);
  if (!mount) return;
  brought(`tools/${name}`, addressOf(mount, name)).then((data) => took({ name, mount, data }, begin), () => {
    mount.hidden = false;
    add(mount, el("p", { class: "notice" }, missing("工具的数据没有载入，请看下面的文字版或者链接。")));
  });
}

// Where the data stand of which a tool begins with some.
/** @param {HTMLElement} mount @param {string} name */
const addressOf = (mount, name) => (mount.dataset.source || "").replace(/[^/]*$/, `${name}.js`);

// More data of a tool, once somebody asks for them.
/** @param {Tool<unknown>} tool @param {string} name @returns {Promise<any>} */
export function later(tool, name) {
  return brought(`tools/${name}`, addressOf(tool.mount, name));
}

/**
 * @template Data
 * @param {{name: string, mount: HTMLElement, data: Data}} found
 * @param {(tool: Tool<Data>) => void} begin
 */
function took({ name, mount, data }, begin) {
  const node = el("div", { class: "tool__place" });
  const tool = { name, mount, host: node, data, root: mount.dataset.root || "" };
  put(mount, node);
  mount.hidden = false;
  begin(tool);
}
