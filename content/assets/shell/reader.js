// Small comforts: the home page's search button, paper, and what the theme forgets for the keyboard.

/** @type {HTMLElement | null} */
const button = document.querySelector("[data-open-search]");
/** @type {HTMLElement | null} */
const box = document.querySelector("[data-md-component=search-query]");
/** @type {HTMLInputElement | null} */
const search = document.querySelector("#__search");
/** @type {HTMLInputElement | null} */
const drawer = document.querySelector("#__drawer");

/** @param {string} selector @param {(element: HTMLElement) => void} act */
function each(selector, act) {
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector)).forEach(act);
}

if (button && box && search) {
  button.hidden = false;
  button.addEventListener("click", () => {
    if (!search.checked) search.click();
    box.focus(); // at once: what is typed next belongs into the box
  });
}

// The theme's search is a dialog without a name.
each(".md-search[role=dialog]", (dialog) => {
  dialog.setAttribute("aria-label", "搜索");
});

// The signs for menu and search are labels, which the Tab key passes by: each gets a button.
/** @param {HTMLInputElement | null} toggle @param {string} words */
function operable(toggle, words) {
  if (!toggle) return null;
  const label = document.querySelector(".md-header__button[for=" + toggle.id + "]");
  if (!label) return null;
  const sign = document.createElement("button");
  sign.type = "button";
  sign.className = "sign";
  sign.setAttribute("aria-label", words);
  while (label.firstChild) sign.appendChild(label.firstChild);
  label.appendChild(sign);
  const tell = () => {
    sign.setAttribute("aria-expanded", String(toggle.checked));
  };
  sign.addEventListener("click", () => { toggle.click(); });
  toggle.addEventListener("change", tell);
  tell();
  return sign;
}

operable(search, "搜索");

// Whoever opened the menu by key goes on inside it; Escape, or leaving it, closes it again.
const sign = operable(drawer, "导航");
/** @type {HTMLElement | null} */
const panel = document.querySelector(".md-sidebar--primary");
if (sign && panel && drawer) {
  drawer.addEventListener("change", () => {
    each(".md-sidebar--primary .md-nav__title[for^=__nav]", (title) => {
      title.tabIndex = drawer.checked ? 0 : -1;
    });
    if (!drawer.checked || document.activeElement !== sign) return;
    window.setTimeout(() => {
      /** @type {HTMLElement[]} */
      const way = Array.from(panel.querySelectorAll("a[href], label[tabindex='0']"));
      way.some((step) => {
        step.focus(); // of what stands on another leaf of the menu, nothing takes it
        return document.activeElement === step;
      });
    }, 300); // the panel slides in first
  });
  panel.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (drawer.checked && next instanceof Node && next !== sign && !panel.contains(next)) drawer.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    sign.focus();
  });
}

// Paper: a button where scripts run, and the whole address where there is one.
each("[data-print]", (print) => {
  if (print.parentElement) print.parentElement.hidden = false;
  print.addEventListener("click", () => { window.print(); });
});
if (location.protocol !== "file:") {
  each("[data-address]", (node) => {
    node.textContent = location.origin + location.pathname;
  });
}

/** @type {HTMLElement | null} */
const here = document.querySelector(".contents__here");
const list = document.querySelector(".contents__inner");
if (here && list && list.scrollHeight > list.clientHeight) {
  list.scrollTop = here.offsetTop - list.clientHeight / 2;
}
