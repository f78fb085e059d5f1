// Only in the copy for a disk (lawbook bundle): a folder there has no index page of its own accord,
// so a link that a script made gets the file's name before it is followed or copied.
(function () {
  "use strict";
  function complete(event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.protocol !== "file:" || link.pathname.slice(-1) !== "/") return;
    link.pathname += "index.html";
  }
  ["pointerdown", "focusin", "click", "auxclick", "contextmenu"].forEach(function (name) {
    document.addEventListener(name, complete, true);
  });
})();
