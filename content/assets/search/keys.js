// Keys in the search window: Tab goes from the box through the filters to the results and on, where
// the theme would close; Enter opens the first answer, ↓ goes to it, and both wait for it.

// Results and what unfolds more of them; the theme takes both out of the order of Tab.
const SHOWN = ":not(details) > [href], summary, details[open] [href]";

/** @param {Event} event @param {boolean} [claim] */
function stop(event, claim) {
  if (claim) event.preventDefault();
  event.stopImmediatePropagation();
}

/**
 * @typedef {object} State
 * @property {HTMLInputElement} box
 * @property {HTMLElement} bar
 * @property {HTMLElement} result
 * @property {HTMLInputElement} toggle
 * @property {string} answered
 * @property {string} waits  the key that waits for an answer, if one does
 * @property {number} count
 * @property {() => void} go
 */
/** Listens before the theme does; `state` is that of the box (box.js), which gets `go`.
 * @param {State} state */
export function keys(state) {
  const { box, bar, result, toggle } = state;

  function stops() {
    const again = result.querySelector(".search-exact");
    const all = [box, again, bar.querySelector(":checked"), ...result.querySelectorAll(SHOWN)];
    return /** @type {HTMLElement[]} */ (all.filter(Boolean));
  }

  /** @param {KeyboardEvent} event @param {Element | null} active */
  function tab(event, active) {
    const all = stops(), at = all.indexOf(/** @type {HTMLElement} */ (active)), next = all[at + (event.shiftKey ? -1 : 1)];
    if (at < 0 || !next) return; // behind the last result the theme closes
    stop(event, true);
    next.focus();
  }

  /** What an older answer shows goes when that to the words as they stand comes.
   * @param {KeyboardEvent} event */
  function leave(event) {
    const early = box.value.trim() && state.answered !== box.value;
    if (early) state.waits = event.key;
    if (early || event.key === "Enter" && !state.count) stop(event, true);
  }

  /** Whether a key belongs to what has the focus; with any other the theme goes back to the box.
   * @param {string} key @param {Element | null} active */
  function own(key, active) {
    if (!active || !result.contains(active)) return false;
    const pressed = bar.contains(active) && /^Arrow(Left|Right)$/.test(key);
    return pressed || key === " " && active.matches("input, button") || /^(Shift|Control|Alt|Meta)$/.test(key);
  }

  state.go = function () {
    const key = state.waits;
    state.waits = "";
    box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  };

  document.addEventListener("keydown", (event) => {
    const active = document.activeElement;
    if (event.isComposing || !toggle.checked) return;
    if (/^(Enter|ArrowDown)$/.test(event.key) && active === box) leave(event);
    else if (event.key === "Tab" && box.value) tab(event, active);
    else if (own(event.key, active)) stop(event);
  }, true);
}
