// The theme's side of the search: it speaks the four messages of the theme's own worker
// (0 setup, 1 ready, 2 query, 3 result) and one of ours (10: look only among one kind).
(function (root) {
  "use strict";
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, ONLY = 10;
  var FIRST = 16, MORE = 60; // entries of a large site that are looked at closely
  var search = (root.lawbookSearch = root.lawbookSearch || {});

  /** An adapter: give it messages, it answers through `send`; `load` calls back with the index,
      `fetch(names, take, done)` gives the small files of a large one. */
  search.adapter = function (send, load, fetch) {
    var results = null, store = null, kind = null, last = "", waiting = false;

    function answer() {
      if (!results) { waiting = true; prepare(); return; }
      var asked = last, only = kind;
      function tell(made) {
        if (asked === last && only === kind) send({ type: RESULT, data: { items: made.items }, say: made.say, count: made.count });
      }
      function run() { return results(asked, only); }
      if (!store.missed) { tell(run()); return; }
      function more(names, again) { fetch(names, store.take, again); }
      store.most = FIRST;
      search.paged(store, more, run, function (made) {
        tell(made);
        if (asked !== last || only !== kind) return;
        store.most = MORE; // the reader reads the first; the rest comes behind them
        search.paged(store, more, run, tell);
      });
    }

    function prepare() {
      if (prepare.begun) return;
      prepare.begun = true;
      load(function (data) {
        store = data.entries ? search.wholeStore(data) : search.pagedStore(data);
        results = search.results(search.engine(data, store), data);
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
    root.importScripts("text.js", "sound.js", "cited.js", "store.js", "engine.js", "results.js");
    var take = search.adapter(function (message) { root.postMessage(message); }, function (done) {
      root.lawbookIndex = done;
      root.importScripts("../../search/index.js");
    }, function (names, give, done) {
      Promise.all(names.map(function (name) {
        return root.fetch("../../search/" + name + ".js").then(function (answer) { return answer.text(); }).then(function (text) {
          give(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))));
        });
      })).then(done);
    });
    root.addEventListener("message", function (event) { take(event.data); });
  }
})(typeof self === "undefined" ? this : self);
