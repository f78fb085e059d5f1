// The choice of colours: by click or Enter the next one, kept for the next page; who follows the
// system sees its change at once. The colours themselves come with the page (partials/javascripts).
(function () {
  "use strict";
  var form = document.querySelector("[data-palette]"), Lawbook = window.Lawbook;
  if (!form || !Lawbook || !Lawbook.colour) return;
  var ways = Array.prototype.slice.call(form.querySelectorAll("input"));

  function chosen() {
    return ways.findIndex(function (way) { return way.checked; });
  }

  /** All colours change at once, none of them slowly. */
  function colour(at) {
    document.body.setAttribute("data-md-color-switching", "");
    Lawbook.colour(at);
    window.setTimeout(function () { document.body.removeAttribute("data-md-color-switching"); }, 50);
  }

  form.addEventListener("change", function () {
    colour(chosen());
    window.__md_set("__palette", { index: chosen() });
  });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Enter") return;
    var next = ways[(chosen() + 1) % ways.length];
    next.click();
    next.focus();
  });
  if (Lawbook.dark.addEventListener) {
    Lawbook.dark.addEventListener("change", function () { colour(chosen()); });
  }
})();
