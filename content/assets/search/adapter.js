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
    what it looks through besides: wordings and readings where they are asked for, the texts behind the first answer.
 * @param {Index} data @param {(answer: Answer) => void} send @param {Fetch} fetch */
export function adapter(data, send, fetch) {
  const store = storeOf(data), results = resultsOf(engine(data, store), data);
  /** @type {number | null} */
  let kind = null;
  let exact = false, last = "", coming = false;
  /** @type {Set<string>} */
  const tried = new Set();

  /** Have files come, then act, where the same words are still asked for; one that does not come is done without.
   * @param {string[]} names @param {() => void} act */
  function bring(names, act) {
    const asked = last, left = new Set(names);
    names.forEach((name) => {
      fetch(name, store.take, () => {
        tried.add(name);
        left.delete(name);
        if (!left.size && asked === last) act();
      });
    });
  }

  /** @param {boolean} [more] */
  function answer(more) {
    const shards = store.shards(last).filter((name) => { return !tried.has(name); });
    if (shards.length) { bring(shards, () => { answer(more); }); return; }
    const asked = last, made = results(asked, kind, exact), missing = store.missing().filter((name) => { return !tried.has(name); });
    if (missing.length) bring(missing, () => { answer(more); });
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

  // The words that are waiting already come first: their answer calls for the texts.
  Promise.resolve().then(() => { if (!last.trim()) texts(); });

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
