// Puts the site's search in the place of the theme's: where the theme starts its search worker,
// ours is started. Loaded before the theme's own script. On pages opened from disk, where
// browsers allow no workers, the same code runs in the page.
(function () {
  "use strict";
  var here = document.currentScript.src.replace(/[^/]*$/, "");
  var Native = window.Worker;
  var PARTS = ["text", "sound", "cited", "store", "engine", "results", "worker"];

  function load(address, done) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = done;
    document.head.appendChild(script);
  }

  /** What the theme needs of a worker, without a worker. */
  function InPage() {
    var target = document.createDocumentFragment(), kept = [], take = null;
    function send(message) {
      if (message.type === 3) addFileNames(message.data.items);
      window.setTimeout(function () { target.dispatchEvent(new MessageEvent("message", { data: message })); }, 0);
    }
    function begin() {
      take = window.lawbookSearch.adapter(send, function (done) {
        window.lawbookIndex = done;
        load(here + "../../search/index.js", function () {});
      }, function (names, give, done) {
        var left = names.length;
        window.lawbookPart = give;
        names.forEach(function (name) {
          load(here + "../../search/" + name + ".js", function () { if (!--left) done(); });
        });
      });
      kept.forEach(take);
    }
    function next(at) {
      if (at < PARTS.length) load(here + PARTS[at] + ".js", function () { next(at + 1); });
      else begin();
    }
    target.postMessage = function (message) { if (take) take(message); else kept.push(message); };
    target.terminate = function () {};
    next(0);
    return target;
  }

  /** A folder on disk has no index page of its own accord. */
  function addFileNames(items) {
    items.forEach(function (group) {
      group.forEach(function (item) { item.location = item.location.replace(/(^|\/)(?=#|$)/, "$1index.html"); });
    });
  }

  window.Worker = function (address, options) {
    if (!/\/search[.\w-]*\.js$/.test(String(address).split("?")[0])) return new Native(address, options);
    var worker = location.protocol === "file:" ? InPage() : new Native(here + "worker.js");
    window.lawbookWorker = worker;
    document.dispatchEvent(new CustomEvent("lawbook-search"));
    return worker;
  };
  if (Native) window.Worker.prototype = Native.prototype;
})();
