// The search box: hears what the theme does not (paste, voice, an input method at work), says how
// much was found, and offers to look only among texts, guides, forms or duties.
(function () {
  "use strict";
  var box = document.querySelector("[data-md-component=search-query]");
  var result = document.querySelector("[data-md-component=search-result]");
  if (!box || !result) return;
  var meta = result.querySelector(".md-search-result__meta");
  var ONLY = 10, RESULT = 3;
  var KINDS = ["全部", "条文", "指引", "表单", "义务"];
  meta.setAttribute("role", "status");

  // The theme listens to keys only: tell it about text that came without one.
  box.addEventListener("input", function () {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });

  var bar = document.createElement("fieldset");
  bar.className = "search-kinds";
  bar.innerHTML = "<legend>只看</legend>" + KINDS.map(function (name, at) {
    return '<label><input type="radio" name="search-kind" value="' + (at - 1) + '"' + (at ? "" : " checked") + "><span>" + name + "</span></label>";
  }).join("");
  meta.parentNode.insertBefore(bar, meta.nextSibling);
  bar.addEventListener("change", function (event) {
    var kind = parseInt(event.target.value, 10);
    if (window.lawbookWorker) window.lawbookWorker.postMessage({ type: ONLY, data: kind < 0 ? null : kind });
  });

  function firstResult() { return result.querySelector(".md-search-result__item a"); }

  // Tab goes from the box to the filters, to the results and on; the theme would close the search.
  document.addEventListener("keydown", function (event) {
    var inBox = document.activeElement === box, inBar = bar.contains(document.activeElement);
    if (event.isComposing || !(inBox || inBar)) return;
    if (event.key === "Tab" && box.value) {
      var next = inBox ? (event.shiftKey ? null : bar.querySelector(":checked")) : (event.shiftKey ? box : firstResult());
      if (!next) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      next.focus();
    } else if (inBar && /^(Arrow(Left|Right)| )$/.test(event.key)) {
      event.stopImmediatePropagation(); // the radio buttons' own keys
    }
  }, true);

  function listen(worker) {
    worker.addEventListener("message", function (event) {
      if (event.data.type !== RESULT || !event.data.say) return;
      // After the theme has written its own words.
      window.setTimeout(function () { meta.textContent = event.data.say; }, 0);
    });
  }
  if (window.lawbookWorker) listen(window.lawbookWorker);
  else document.addEventListener("lawbook-search", function () { listen(window.lawbookWorker); });
})();
