// A click on a permanent link also copies it. Without this script the link is still a link.

const note = document.createElement("div");
note.className = "copied";
note.setAttribute("role", "status");
document.body.appendChild(note);

/** @param {string} words */
export function say(words) {
  note.textContent = words;
  window.setTimeout(() => { note.textContent = ""; }, 2500);
}

document.addEventListener("click", (event) => {
  const at = event.target instanceof Element ? event.target : null;
  const link = /** @type {HTMLAnchorElement | null} */ (at && at.closest("a.permalink, a.headerlink"));
  if (!link || !navigator.clipboard) return;
  navigator.clipboard.writeText(link.href).then(
    () => { say("链接已复制"); },
    () => { say("未能复制，请从地址栏复制"); }
  );
});
