// A click on a permanent link also copies it. Without this script the link is still a link.

const note = document.createElement("div");
note.className = "copied";
note.setAttribute("role", "status");
document.body.appendChild(note);

export function say(words) {
  note.textContent = words;
  window.setTimeout(() => { note.textContent = ""; }, 2500);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a.permalink, a.headerlink");
  if (!link || !navigator.clipboard) return;
  navigator.clipboard.writeText(link.href).then(
    () => { say("链接已复制"); },
    () => { say("未能复制，请从地址栏复制"); }
  );
});
