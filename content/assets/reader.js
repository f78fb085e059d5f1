// Two small comforts: the home page's search button, and the contents scrolled to this article.
(function () {
  "use strict";
  var button = document.querySelector("[data-open-search]");
  var box = document.querySelector("[data-md-component=search-query]");
  if (button && box) {
    button.hidden = false;
    button.addEventListener("click", function () {
      document.getElementById("__search").checked = true;
      box.focus();
    });
  }

  var here = document.querySelector(".contents__here");
  var list = document.querySelector(".contents__inner");
  if (here && list && list.scrollHeight > list.clientHeight) {
    list.scrollTop = here.offsetTop - list.clientHeight / 2;
  }
})();
