// The switch 显示全部依据和把握程度: whoever asks sees every basis and every mark, also those of what
// is safe. Kept for the next page, which has it before it is drawn (templates/theme/main.html).

const root = document.documentElement;
const box = /** @type {HTMLInputElement | null} */ (document.querySelector(".switch input"));

/** @param {boolean} all */
function keep(all) {
  try {
    /** @type {{__md_set: (name: string, value: unknown) => void}} */ (/** @type {unknown} */ (window)).__md_set("__bases", all);
  } catch (refused) {
    // A browser that keeps nothing: the choice holds for this page.
  }
}

if (box) {
  box.checked = root.classList.contains("bases");
  box.addEventListener("change", () => {
    root.classList.toggle("bases", box.checked);
    keep(box.checked);
  });
}
