// The words in the address (q=…): a result's page leads back to the results, and a reload keeps them.
// The theme itself opens the search of a page whose address has a query.

const PAUSE = 300; // milliseconds without a new answer: browsers refuse many changes of the address

/** Keeps the address; `remember` is called with each answer.
 * @param {HTMLInputElement} box @param {HTMLInputElement} toggle */
export function address(box, toggle) {
  let timer = 0, section = "";

  /** @param {string} words */
  function set(words) {
    const url = new URL(location.href);
    if (url.searchParams.get("q") === (words || null)) return;
    if (words) { // a section in the address would have the theme close the search
      section = url.hash || section;
      url.searchParams.set("q", words);
      url.hash = "";
    } else {
      url.searchParams.delete("q");
      url.hash = url.hash || section;
      section = "";
    }
    // Some browsers refuse that to pages from a disk.
    try { history.replaceState(history.state, "", url); } catch { /* then the address stays */ }
  }

  toggle.addEventListener("change", () => {
    window.clearTimeout(timer);
    if (!toggle.checked) set("");
  });
  // After the theme, which closes the search when a result is opened.
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("[data-md-component=search-result] a")) set(box.value.trim());
  });
  function back() {
    const words = new URL(location.href).searchParams.get("q");
    if (words && box.value.trim() === words && !toggle.checked) toggle.click();
  }
  window.addEventListener("pageshow", (event) => { if (event.persisted) back(); });
  window.addEventListener("popstate", back);

  return {
    remember() {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => { if (toggle.checked) set(box.value.trim()); }, PAUSE);
    },
  };
}
