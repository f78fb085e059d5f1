// The search box: hears what the theme does not (paste, voice, an input method at work), says how
// much was found, and offers to look only among texts, guides, forms or duties.
import { held, whenHere } from "../shell/data.js";

function begin() {
  const box = document.querySelector("[data-md-component=search-query]");
  const result = document.querySelector("[data-md-component=search-result]");
  const meta = result && result.querySelector(".md-search-result__meta");
  if (!box || !meta) return;
  const ONLY = 10, RESULT = 3;
  const KINDS = ["全部", "条文", "指引", "表单", "义务"];
  meta.setAttribute("aria-live", "polite");
  document.querySelector("[data-md-component=search]").setAttribute("aria-label", "搜索");

  // The theme listens to keys only: tell it about text that came without one.
  box.addEventListener("input", () => {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });
  // Who goes for the box will ask: the scripts come before the first word does.
  function prepare() { const worker = held("search/worker"); if (worker) worker.prepare(); }
  box.addEventListener("focus", prepare);
  document.querySelectorAll("label[for=__search], [data-open-search], .md-search__form").forEach((way) => {
    ["pointerenter", "pointerdown", "focusin"].forEach((sign) => { way.addEventListener(sign, prepare); });
  });

  function made(tag, values, children) {
    const element = document.createElement(tag);
    Object.keys(values).forEach((name) => { element[name] = values[name]; });
    children.forEach((child) => { element.appendChild(child); });
    return element;
  }
  const bar = made("fieldset", { className: "search-kinds" }, [made("legend", { textContent: "只看" }, [])]);
  KINDS.forEach((name, at) => {
    bar.appendChild(made("label", {}, [
      made("input", { type: "radio", name: "search-kind", value: String(at - 1), checked: !at }, []),
      made("span", { textContent: name }, []),
    ]));
  });
  meta.parentNode.insertBefore(bar, meta.nextSibling);
  bar.addEventListener("change", (event) => {
    const kind = parseInt(event.target.value, 10);
    const worker = held("search/worker");
    if (worker) worker.postMessage({ type: ONLY, data: kind < 0 ? null : kind });
  });

  function firstResult() { return result.querySelector(".md-search-result__item a"); }

  // Tab goes from the box to the filters, to the results and on; the theme would close the search.
  document.addEventListener("keydown", (event) => {
    const inBox = document.activeElement === box, inBar = bar.contains(document.activeElement);
    if (event.isComposing || !(inBox || inBar)) return;
    if (event.key === "Tab" && box.value) {
      const back = inBox ? null : box, on = inBox ? bar.querySelector(":checked") : firstResult();
      const next = event.shiftKey ? back : on;
      if (!next) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      next.focus();
    } else if (inBar && /^(Arrow(Left|Right)| )$/.test(event.key)) {
      event.stopImmediatePropagation(); // the radio buttons' own keys
    }
  }, true);

  function listen(worker) {
    worker.addEventListener("message", (event) => {
      if (event.data.type !== RESULT || !event.data.say) return;
      // After the theme has written its own words, and before they are drawn.
      Promise.resolve().then(() => { meta.textContent = event.data.say; });
    });
    if (document.activeElement === box) worker.prepare();
  }
  whenHere("search/worker", listen);
  if (held("search/worker")) listen(held("search/worker"));
}

begin();
