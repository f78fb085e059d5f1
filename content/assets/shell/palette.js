// The choice of colours: by click or Enter the next one, kept for the next page; who follows the
// system sees its change at once. The colours themselves come with the page (partials/javascripts).

const { __md_set: keep } = /** @type {{__md_set: (name: string, value: unknown) => void}} */ (/** @type {unknown} */ (window));

function begin() {
  const form = /** @type {HTMLElement | null} */ (document.querySelector("[data-palette]"));
  if (!form) return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const ways = Array.from(form.querySelectorAll("input"));

  function chosen() {
    return ways.findIndex((way) => { return way.checked; });
  }

  // All colours change at once, none of them slowly.
  /** @param {number} at */
  function colour(at) {
    document.body.setAttribute("data-md-color-switching", "");
    document.dispatchEvent(new CustomEvent("lawbook-colour", { detail: at }));
    window.setTimeout(() => { document.body.removeAttribute("data-md-color-switching"); }, 50);
  }

  form.addEventListener("change", () => {
    colour(chosen());
    keep("__palette", { index: chosen() });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const next = ways[(chosen() + 1) % ways.length];
    next.click();
    next.focus();
  });
  dark.addEventListener("change", () => { colour(chosen()); });
}

begin();
