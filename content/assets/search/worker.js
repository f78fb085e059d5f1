// The theme's side of the search: it speaks the four messages of the theme's own worker
// (0 setup, 1 ready, 2 query, 3 result) and one of ours (10: look only among one kind).
(function (root) {
  "use strict";
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, ONLY = 10;
  var search = (root.lawbookSearch = root.lawbookSearch || {});

  /** An adapter: give it messages, it answers through `send`; `load` calls back with the index. */
  search.adapter = function (send, load) {
    var results = null, kind = null, last = "", waiting = false;

    function answer() {
      if (!results) { waiting = true; prepare(); return; }
      var made = results(last, kind);
      send({ type: RESULT, data: { items: made.items }, say: made.say, count: made.count });
    }

    function prepare() {
      if (prepare.begun) return;
      prepare.begun = true;
      load(function (data) {
        results = search.results(search.engine(data), data);
        if (waiting) answer();
      });
    }

    return function (message) {
      if (message.type === SETUP) send({ type: READY });
      if (message.type === ONLY) { kind = message.data; if (last) answer(); }
      if (message.type === QUERY) {
        last = message.data;
        if (last.trim()) answer();
        else { prepare(); send({ type: RESULT, data: { items: [] }, say: "", count: 0 }); }
      }
    };
  };

  // In a real worker; on a page opened from disk wire.js loads the same scripts by itself.
  if (typeof root.importScripts === "function" && typeof root.document === "undefined") {
    root.importScripts("text.js", "sound.js", "cited.js", "engine.js", "results.js");
    var take = search.adapter(function (message) { root.postMessage(message); }, function (done) {
      root.lawbookIndex = done;
      root.importScripts("../../search/index.js");
    });
    root.addEventListener("message", function (event) { take(event.data); });
  }
})(typeof self === "undefined" ? this : self);
