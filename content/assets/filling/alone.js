// The file that stands alone has no theme: it follows the system's light or dark by itself.

const dark = window.matchMedia("(prefers-color-scheme: dark)");

function follow() {
  document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
}

if (document.body && document.body.classList.contains("alone")) {
  follow();
  if (dark.addEventListener) dark.addEventListener("change", follow);
}
