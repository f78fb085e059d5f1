// 复制引用: the full form of a citation, with or without the text and its mark, as one line for Word.
import { say } from "./permalink.js";

function shownText() {
  const shown = /** @type {HTMLElement} */ (document.querySelector(".verbatim"));
  const text = /** @type {HTMLElement} */ (shown.cloneNode(true));
  text.querySelectorAll("a.permalink, a.headerlink").forEach((link) => link.remove());
  const blocks = text.querySelectorAll("p, li, div, dt, dd, h2, h3, h4");
  blocks.forEach((block) => block.insertAdjacentText("beforeend", "\n"));
  return (text.textContent || "").replace(/\s+/g, " ").trim();
}

/** @param {HTMLElement} button */
function lineOf(button) {
  const cite = decodeURIComponent(button.dataset.cite || "");
  if (button.dataset.mark === undefined) return cite;
  return `${cite}：“${shownText()}”〔${decodeURIComponent(button.dataset.mark)}〕`;
}

// Both kinds at once, also on pages opened from a disk, where the clipboard's own interface is closed.
/** @param {string} line */
function copied(line) {
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    if (event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", line);
    event.clipboardData.setData("text/html", paragraph.outerHTML);
    event.preventDefault();
  };
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return done;
}

const buttons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".copy-cite"));
for (const button of buttons) {
  button.hidden = false;
  button.addEventListener("click", () => say(copied(lineOf(button)) ? "引用已复制" : "未能复制，请手工选取"));
}
