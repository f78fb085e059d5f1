// Small things beside the controls: counters, heights, calendars, the words of the basis.
import { add } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";

const TALLEST = 30;

// Signs are counted as the check counts them: code points of the trimmed text.
export function count({ node, read }) {
  const counter = node.querySelector(".quest__count");
  if (!counter) return;
  const most = Number(node.dataset.most);
  const now = Array.from(trimmed(read())).length;
  counter.textContent = now > most ? `${now} / ${most} 字，多了 ${now - most} 字` : `${now} / ${most} 字`;
  counter.classList.toggle("quest__count--over", now > most);
  counter.hidden = now === 0 || (node.dataset.kind !== "long_text" && now < most / 2);
}

// A text area is as tall as its text; no style is written, only its rows.
export function grow(area) {
  const least = area.closest(".cell") ? 1 : 5;
  const most = area.closest(".cell") ? 8 : TALLEST;
  if (area.offsetParent === null) return;
  while (area.scrollHeight > area.clientHeight + 2 && area.rows < most) area.rows += 1;
  if (area.value === "") area.rows = least;
}

export function look(host, entries) {
  entries.all.forEach(count);
  host.querySelectorAll("textarea").forEach(grow);
  host.querySelectorAll('[data-act="none"]').forEach((button) => {
    button.hidden = !button.closest("[data-field]").querySelector(".option > input:checked");
  });
  host.querySelectorAll(".option__words").forEach((words) => {
    words.hidden = words.value === "" && !words.parentNode.querySelector("input[name]").checked;
  });
  host.querySelectorAll(".quest__preview").forEach((preview) => preview.refresh && preview.refresh());
}

export function calendars(host) {
  for (const button of host.querySelectorAll('[data-act="calendar"]')) {
    const input = button.parentNode.querySelector(".quest__in");
    const native = button.parentNode.querySelector('input[type="date"]');
    button.hidden = false;
    button.addEventListener("click", () => {
      try {
        native.showPicker();
      } catch (refused) {
        input.focus(); // no calendar here: the date is typed
      }
    });
    native.addEventListener("input", () => {
      input.value = native.value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}

// A provision stands once on the page; whoever asks for the basis of a field gets its copy there.
export function grounds(host) {
  for (const details of host.querySelectorAll(".quest__grounds")) {
    details.addEventListener("toggle", () => {
      if (details.querySelector("figure") || !details.dataset.grounds) return;
      details.querySelectorAll('.quest__ground > a[href^="#ground-"]').forEach((link) => link.parentNode.remove());
      for (const number of details.dataset.grounds.split(" ")) {
        const copy = document.getElementById(`ground-${number}`).cloneNode(true);
        copy.removeAttribute("id");
        add(details, copy);
      }
    });
  }
}
