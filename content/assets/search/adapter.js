// The theme's side of the search: it speaks the four messages of the theme's own worker
// (0 setup, 1 ready, 2 query, 3 result) and one of ours (10: look only among one kind).
import { engine } from "./engine.js";
import { results as resultsOf } from "./results.js";
import { paged, store as storeOf } from "./store.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, ONLY = 10;
const MORE = 60; // entries of a large site that are looked at behind the first answer
const TEN = 10;     // groups that the theme draws at once; four more whenever a reader is at the end
const SCREEN = 8;   // open hits, with the heads of their groups, that fill a window

/** The groups, of which the theme gets at once no more than fill a window, instead of ten. */
function begun(groups) {
  let open = 0, first = 0;
  while (first < TEN && first < groups.length && open < SCREEN) {
    const best = groups[first][0].score;
    open += groups[first].filter((item) => item.score === best).length;
    first++;
  }
  function place(at) { return at === TEN ? first : at; }
  groups.slice = function (from, to) { return Array.prototype.slice.call(groups, place(from), place(to)); };
  return groups;
}

/** An adapter: give it messages, it answers through `send`. `data` is the main file of the index,
    `fetch(names, take, done)` gives the small files, `drawn(act)` acts when a first answer stands there. */
export function adapter(data, send, fetch, drawn) {
  const store = storeOf(data), results = resultsOf(engine(data, store), data);
  let kind = null, last = "", first = store.most;

  function answer() {
    const asked = last, only = kind;
    function current() { return asked === last && only === kind; }
    function tell(made, more) {
      if (!current()) return;
      send({ type: RESULT, data: { items: begun(made.items) }, say: made.say, count: made.count, more: more === true });
    }
    function tellMore(made) { tell(made, true); }
    function run(final) { return results(asked, only, final); }
    function more(names, again) { fetch(names, store.take, () => { if (current()) again(); }); }
    function rest(made) {
      tell(made);
      if (current() && !store.all) drawn(behind); // the reader reads the first; the rest comes behind them
    }
    function behind() {
      if (!current()) return;
      store.most = MORE;
      if (data.whole) more(["all"], () => { paged(store, more, run, tellMore); });
      else paged(store, more, run, tellMore);
    }
    if (!store.all) store.most = first;
    paged(store, more, run, rest);
  }

  return function (message) {
    if (message.type === SETUP) send({ type: READY });
    if (message.type === ONLY) { kind = message.data; if (last.trim()) answer(); }
    if (message.type === QUERY) {
      last = message.data;
      if (last.trim()) answer();
      else send({ type: RESULT, data: { items: [] }, say: "", count: 0 });
    }
  };
}
