// The theme's side of the search: it speaks the four messages of the theme's own worker
// (0 setup, 1 ready, 2 query, 3 result) and two of ours (10: look only among one kind, 11: for the words as typed).
/** @import { Answer, Fetch, Index, Item, Message } from "./index" */
import { engine } from "./engine.js";
import { results as resultsOf } from "./results.js";
import { store as storeOf } from "./store.js";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, ONLY = 10, EXACT = 11;
const TEN = 10;     // groups that the theme draws at once; four more whenever a reader is at the end
const SCREEN = 8;   // open hits, with the heads of their groups, that fill a window

/** The groups, of which the theme gets at once no more than fill a window, instead of ten.
 * @param {Item[][]} groups */
function begun(groups) {
  let open = 0, first = 0;
  while (first < TEN && first < groups.length && open < SCREEN) {
    const best = groups[first][0].score;
    open += groups[first].filter((item) => item.score === best).length;
    first++;
  }
  /** @param {number} at */
  function rankOf(at) { return at === TEN ? first : at; }
  /** @param {number} from @param {number} to */
  groups.slice = function (from, to) { return Array.prototype.slice.call(groups, rankOf(from), rankOf(to)); };
  return groups;
}

/** An adapter: give it messages, it answers through `send`. `data` is the index, `fetch(name, take, done)` gives
    what it looks through besides: readings where they are asked for, and the texts behind the first answer.
 * @param {Index} data @param {(answer: Answer) => void} send @param {Fetch} fetch */
export function adapter(data, send, fetch) {
  const store = storeOf(data), results = resultsOf(engine(data, store), data);
  /** @type {number | null} */
  let kind = null;
  let exact = false, last = "", coming = false;

  /** @param {boolean | "read"} [more] */
  function answer(more) {
    const asked = last, made = results(asked, kind, exact), missing = store.missing();
    if (missing.length && more !== "read") fetch(missing[0], store.take, () => { if (asked === last) answer("read"); });
    else {
      send({ type: RESULT, data: { items: begun(made.items) }, asked, say: made.say, count: made.count, meant: made.meant,
        more: more === true });
    }
    if (!store.whole) texts();
  }

  /** The texts; what was answered without them is answered again. */
  function texts() {
    if (coming) return;
    coming = true;
    fetch("texts", store.take, () => {
      coming = false;
      if (store.whole && last.trim()) answer(true);
    });
  }

  texts();

  return function (/** @type {Message} */ message) {
    if (message.type === SETUP) send({ type: READY });
    if (message.type === ONLY) { kind = message.data; if (last.trim()) answer(); }
    if (message.type === EXACT) { exact = true; answer(); }
    if (message.type === QUERY) {
      exact = exact && last.trim() === message.data.trim();
      last = message.data;
      if (last.trim()) answer();
      else send({ type: RESULT, data: { items: [] }, asked: last, say: "", count: 0, meant: "" });
    }
  };
}
