// Small things beside the controls: counters, heights, calendars, the words of the basis.
/** @import { Entries, Entry } from "./types" */
import { add, every, openCalendar, pick } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";

const TALLEST = 30;

// Characters are counted as the check counts them: code points of the trimmed text.
/** @param {Pick<Entry, "node" | "read">} entry */
export function count({ node, read }) {
  const counter = /** @type {HTMLElement | null} */ (node.querySelector(".quest__count"));
  if (!counter) return;
  const most = Number(node.dataset.most);
  const now = Array.from(trimmed(/** @type {string} */ (read()))).length;
  counter.textContent = now > most ? `${now} / ${most} 字，多了 ${now - most} 字` : `${now} / ${most} 字`;
  counter.classList.toggle("quest__count--over", now > most);
  counter.hidden = now === 0 || (node.dataset.kind !== "long_text" && now < most / 2);
}

// A text area is as tall as its text; no style is written, only its rows.
/** @param {HTMLTextAreaElement} area */
export function grow(area) {
  const least = area.closest(".cell") ? 1 : 5;
  const most = area.closest(".cell") ? 8 : TALLEST;
  if (area.offsetParent === null) return;
  while (area.scrollHeight > area.clientHeight + 2 && area.rows < most) area.rows += 1;
  if (area.value === "") area.rows = least;
}

/** @param {HTMLElement} host @param {Entries} entries */
export function look(host, entries) {
  entries.all.forEach(count);
  /** @type {HTMLTextAreaElement[]} */ (every(host, "textarea")).forEach(grow);
  every(host, '[data-act="none"]').forEach((button) => {
    button.hidden = !/** @type {Element} */ (button.closest("[data-field]")).querySelector(".option > input:checked");
  });
  /** @type {HTMLInputElement[]} */ (every(host, ".option__words")).forEach((words) => {
    const box = /** @type {HTMLInputElement} */ (pick(/** @type {Element} */ (words.parentNode), "input[name]"));
    words.hidden = words.value === "" && !box.checked;
  });
  /** @type {(HTMLElement & {refresh?: () => void})[]} */ (every(host, ".quest__preview"))
    .forEach((preview) => preview.refresh && preview.refresh());
}

/** @param {HTMLElement} host */
export function calendars(host) {
  for (const button of every(host, '[data-act="calendar"]')) {
    const box = /** @type {Element} */ (button.parentNode);
    const input = /** @type {HTMLInputElement} */ (pick(box, ".quest__in"));
    const native = /** @type {HTMLInputElement} */ (pick(box, 'input[type="date"]'));
    button.hidden = false;
    button.addEventListener("click", () => openCalendar(native, input));
    native.addEventListener("input", () => {
      input.value = native.value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}

// A provision stands once on the page; whoever asks for the basis of a field gets its copy there.
/** @param {HTMLElement} host */
export function grounds(host) {
  for (const details of every(host, ".quest__grounds")) {
    details.addEventListener("toggle", () => {
      if (details.querySelector("figure") || !details.dataset.grounds) return;
      every(details, '.quest__ground > a[href^="#ground-"]')
        .forEach((link) => /** @type {Element} */ (link.parentNode).remove());
      for (const number of details.dataset.grounds.split(" ")) {
        const ground = /** @type {Element} */ (document.getElementById(`ground-${number}`));
        const copy = /** @type {Element} */ (ground.cloneNode(true));
        copy.removeAttribute("id");
        add(details, copy);
      }
    });
  }
}
