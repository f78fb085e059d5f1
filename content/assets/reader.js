// Small comforts: the home page's search button, and the contents scrolled to this article.
(function () {
  "use strict";
  var button = document.querySelector("[data-open-search]");
  var box = document.querySelector("[data-md-component=search-query]");
  if (button && box) {
    button.hidden = false;
    button.addEventListener("click", function () {
      // The theme closes its search on any click elsewhere; this click comes first.
      window.setTimeout(function () {
        var toggle = document.getElementById("__search");
        if (!toggle.checked) toggle.click();
        box.focus();
      }, 0);
    });
  }

  var here = document.querySelector(".contents__here");
  var list = document.querySelector(".contents__inner");
  if (here && list && list.scrollHeight > list.clientHeight) {
    list.scrollTop = here.offsetTop - list.clientHeight / 2;
  }
})();
