// Small comforts: the home page's search button, paper, and what the theme forgets for the keyboard.
(function () {
  "use strict";
  var button = document.querySelector("[data-open-search]");
  var box = document.querySelector("[data-md-component=search-query]");
  var search = document.getElementById("__search");
  var drawer = document.getElementById("__drawer");

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  if (button && box) {
    button.hidden = false;
    button.addEventListener("click", function () {
      // The theme closes its search on any click elsewhere; this click comes first.
      window.setTimeout(function () {
        if (!search.checked) search.click();
        box.focus();
      }, 0);
    });
  }

  // The theme's search is a dialog without a name.
  each(".md-search[role=dialog]", function (dialog) {
    dialog.setAttribute("aria-label", "搜索");
  });

  // The signs for menu and search are labels, which the Tab key passes by: each gets a button.
  function operable(toggle, words) {
    var label = toggle && document.querySelector(".md-header__button[for=" + toggle.id + "]");
    if (!label) return null;
    var sign = document.createElement("button");
    sign.type = "button";
    sign.className = "sign";
    sign.setAttribute("aria-label", words);
    while (label.firstChild) sign.appendChild(label.firstChild);
    label.appendChild(sign);
    function tell() {
      sign.setAttribute("aria-expanded", String(toggle.checked));
    }
    sign.addEventListener("click", function () { toggle.click(); });
    toggle.addEventListener("change", tell);
    tell();
    return sign;
  }

  operable(search, "搜索");

  // Whoever opened the menu by key goes on inside it; Escape, or leaving it, closes it again.
  var sign = operable(drawer, "导航");
  var panel = document.querySelector(".md-sidebar--primary");
  if (sign && panel) {
    drawer.addEventListener("change", function () {
      each(".md-sidebar--primary .md-nav__title[for^=__nav]", function (title) {
        title.tabIndex = drawer.checked ? 0 : -1;
      });
      if (!drawer.checked || document.activeElement !== sign) return;
      window.setTimeout(function () {
        var way = panel.querySelectorAll("a[href], label[tabindex='0']");
        Array.prototype.some.call(way, function (one) {
          one.focus(); // of what stands on another leaf of the menu, nothing takes it
          return document.activeElement === one;
        });
      }, 300); // the panel slides in first
    });
    panel.addEventListener("focusout", function (event) {
      var next = event.relatedTarget;
      if (drawer.checked && next && next !== sign && !panel.contains(next)) drawer.click();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      sign.focus();
    });
  }

  // Paper: a button where scripts run, and the whole address where there is one.
  each("[data-print]", function (print) {
    print.parentNode.hidden = false;
    print.addEventListener("click", function () { window.print(); });
  });
  if (location.protocol !== "file:") {
    each("[data-address]", function (place) {
      place.textContent = location.origin + location.pathname;
    });
  }

  var here = document.querySelector(".contents__here");
  var list = document.querySelector(".contents__inner");
  if (here && list && list.scrollHeight > list.clientHeight) {
    list.scrollTop = here.offsetTop - list.clientHeight / 2;
  }
})();
