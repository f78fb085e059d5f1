// One step at a time. The address says which, so that back and reload work; a link to an entry
// opens its step and puts the focus where the answer goes.
/** @import { Entries } from "./types" */
import { every, pick } from "../tools/common-elements.js";
import { inSight } from "./asked.js";

/** @typedef {{node: HTMLElement, key: string | undefined, link: HTMLElement}} Part */

/** @param {HTMLElement} host @returns {Part[]} */
function parts(host) {
  return every(host, ".step").map((node) => ({
    node,
    key: node.dataset.step,
    link: pick(host, `.stages a[href="#section-${node.dataset.step}"]`),
  }));
}

/** @param {Part[]} all @param {Part} wanted */
function show(all, wanted) {
  for (const part of all) {
    const here = part === wanted;
    part.node.hidden = !here;
    if (here) part.link.setAttribute("aria-current", "step");
    else part.link.removeAttribute("aria-current");
  }
  const rail = /** @type {HTMLElement} */ (wanted.link.closest("ol"));
  rail.scrollLeft = Math.max(0, wanted.link.offsetLeft - rail.clientWidth / 3);
}

/** @param {HTMLElement} node */
function reveal(node) {
  node.scrollIntoView({ block: "center" });
  const inside = node.querySelector(".quest__in, .option > input, .row [data-column]");
  const target = /** @type {HTMLElement | null} */ (inside) || node;
  target.focus({ preventScroll: true });
}

// ``of`` are the entries; gives {go(key of an entry), count()}.
/** @param {HTMLElement} host @param {Entries} of */
export function steps(host, of) {
  const all = parts(host);
  /** @param {string} id */
  const named = (id) => {
    const node = id && document.getElementById(id);
    return node && host.contains(node) ? node : null;
  };

  /** @param {boolean} moved */
  function follow(moved) {
    const node = named(location.hash.slice(1));
    const box = node && /** @type {HTMLDetailsElement | null} */ (node.closest(".desk details"));
    if (box) {
      box.open = true;
      node.scrollIntoView();
    }
    const list = /** @type {HTMLDetailsElement | null} */ (host.querySelector("#summary > details"));
    if (list && moved) list.open = false;
    const part = node && all.find((step) => step.node.contains(node));
    show(all, part || all.find((step) => !step.node.hidden) || all[0]);
    if (!part || !moved) return;
    if (node.matches(".step")) {
      pick(node, "h2").focus({ preventScroll: true });
      pick(host, ".fill__body").scrollIntoView();
    } else reveal(node);
  }

  function count() {
    for (const part of all) {
      const inside = of.all.filter((entry) => part.node.contains(entry.node));
      const mine = inSight(inside);
      const done = mine.filter((entry) => entry.filled()).length;
      const spot = pick(part.link, "[data-count]");
      if (inside.length === 0) continue;
      spot.textContent = mine.length > 0 ? `${done}/${mine.length}` : "不用填";
      part.link.classList.toggle("stages__done", done === mine.length);
    }
  }

  /** @param {string[]} keys */
  function wrong(keys) {
    for (const part of all) {
      const mine = keys.filter((key) => part.node.contains((of.of(key) || { node: null }).node)).length;
      pick(part.link, ".stages__wrong").textContent = mine > 0 ? `待改 ${mine} 处` : "";
    }
  }

  /** @param {string} key */
  function go(key) {
    const hash = `#field-${key}`;
    if (location.hash === hash) follow(true);
    else location.hash = hash;
  }

  // To the step that is open: on a phone it begins below the drafts.
  function here() {
    pick(host, ".fill__body").scrollIntoView();
    pick(host, ".step:not([hidden]) h2").focus({ preventScroll: true });
  }

  all.slice(1).forEach((part) => (part.node.hidden = true));
  window.addEventListener("hashchange", () => follow(true));
  follow(false);
  return { go, here, count, wrong, first: () => { location.hash = `#section-${all[0].key}`; } };
}
