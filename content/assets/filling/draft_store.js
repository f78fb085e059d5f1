// Drafts in this browser: one entry of localStorage each, so that nothing can get out of step.
// It is written at once and in full, also while a page is being closed; it works from a disk too.
// What it takes goes to a second place as well (second_store.js), for a browser that is killed.
// draft = {v: 1, id, form, version, name, saved: milliseconds, rev, head: {title, mark}, state, from,
//   line, turn: who writes, and for which time; base: {line, turn} of the state that this one began with}
/** @import { Book, Draft, SecondEntry } from "./types" */
import { copies } from "./copies.js";
import { secondStore } from "./second_store.js";

const PREFIX = "lawbook:draft:";
const GONE = "lawbook:gone:"; // of a draft that was deleted, until the second place knows
const OFF = "lawbook:off:"; // of a copy whose reader wants nothing stored
const AWAY = { away: true }; // the state of a draft that is too large for the first place

/** @typedef {ReturnType<typeof secondStore>} Second the second place */
/** @typedef {{key: string, text: string}} Laid */

// Why nothing could be stored: full, not allowed at all, not wanted (reason: full, closed, off).
export class NotStored extends Error {
  /** @param {"full" | "closed" | "off"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

function store() {
  try {
    const storage = window.localStorage;
    if (storage) return storage;
  } catch (refused) {
    // told below, as for a browser without any
  }
  throw new NotStored("closed");
}

/** @param {unknown} fault */
function isFull(fault) {
  const { name } = /** @type {Partial<Error>} */ (fault || {});
  return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED";
}

export function mark() {
  return Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
}

// Other pages write here too: what is printed of a draft is words and a time.
/** @param {{name?: unknown, saved?: unknown}} told */
function shown({ name, saved }) {
  return { name: typeof name === "string" ? name : "", saved: Number.isFinite(saved) ? saved : 0 };
}

/** @param {string} id @param {string} text @returns {Draft} */
function parsed(id, text) {
  try {
    const draft = JSON.parse(text);
    if (draft && draft.v === 1 && draft.state) return { line: draft.rev, turn: 0, ...draft, ...shown(draft), id };
  } catch (fault) {
    // a broken entry is shown as such, never dropped in silence
  }
  return /** @type {Draft} */ ({ id, broken: true, name: "读不出来的草稿", saved: 0, text });
}

/** @param {Storage} kept @returns {string[]} */
function keysOf(kept) {
  return Array.from({ length: kept.length }, (_, n) => kept.key(n) || "");
}

// The drafts of one form in one copy. What is longer than ``most`` characters, or finds no room, goes to the
// second place alone; the first then holds its head, by which windows hear of each other.
/** @param {string} form @param {string} [copy] @param {Second} [second] @param {number} [most] @returns {Book} */
export function drafts(form, copy = copies.OLD, second = secondStore(), most = Infinity) {
  const area = copies.area(form, copy);
  const before = `${PREFIX}${area}:`;
  const gone = `${GONE}${area}:`;
  let isOff = false; // also where the wish itself could not be stored
  /** @type {Promise<boolean> | null} */
  let away = null; // of what was last written to the second place alone: whether it is there

  /** @param {string} id */
  function read(id) {
    const text = store().getItem(before + id);
    return text === null ? null : parsed(id, text);
  }

  function list() {
    const kept = store();
    return keysOf(kept).filter((key) => key.startsWith(before))
      .map((key) => parsed(key.slice(before.length), kept.getItem(key) || ""))
      .sort((draft, other) => other.saved - draft.saved);
  }

  // Drafts of the same form in other copies, each with its ``copy``.
  function others() {
    const kept = store();
    /** @param {string} key */
    const foreign = (key) => {
      const parts = key.startsWith(PREFIX) ? copies.partsOf(key.slice(PREFIX.length)) : null;
      return parts && parts.form === form && parts.copy !== copy ? [{ ...parts, key }] : [];
    };
    return keysOf(kept).flatMap(foreign)
      .map((parts) => ({ ...parsed(parts.id, kept.getItem(parts.key) || ""), copy: parts.copy }))
      .sort((draft, other) => other.saved - draft.saved);
  }

  /** @param {string} other */
  const of = (other) => drafts(form, other, second);
  const old = copy === copies.OLD ? null : of(copies.OLD);

  // Whether nothing may be stored; another window may have said so.
  function off() {
    try {
      return isOff || store().getItem(OFF + area) !== null;
    } catch (fault) {
      return isOff;
    }
  }

  // Whether the first place took all of it; the head alone where that is too much.
  /** @param {Storage} kept @param {Laid} entry @param {Draft} draft */
  function laid(kept, entry, draft) {
    if (entry.text.length <= most) {
      try {
        kept.setItem(entry.key, entry.text);
        return true;
      } catch (fault) {
        if (most === Infinity || !isFull(fault)) throw fault;
      }
    }
    kept.setItem(entry.key, JSON.stringify({ ...draft, state: AWAY }));
    return false;
  }

  // Without a second place, the first has to take as much as it can.
  /** @param {Laid} entry @param {string | null} rev */
  function wholeAfterAll(entry, rev) {
    try {
      const text = store().getItem(entry.key);
      if (text === null || JSON.parse(text).rev !== rev) return true; // a later one is on its way
      store().setItem(entry.key, entry.text);
      return true;
    } catch (fault) {
      return false;
    }
  }

  // The second place takes it even if the first is full. Throws NotStored.
  /** @param {Draft} draft */
  function stored(draft) {
    if (off()) throw new NotStored("off");
    const entry = { key: before + draft.id, text: JSON.stringify(draft) };
    const kept = store();
    let isWhole;
    try {
      isWhole = laid(kept, entry, draft);
      kept.removeItem(gone + draft.id);
    } catch (fault) {
      if (!isFull(fault)) throw new NotStored("closed");
      second.put(entry);
      throw new NotStored("full");
    }
    const done = second.put(entry);
    away = isWhole ? null : done.then((is) => is || wholeAfterAll(entry, draft.rev));
  }

  // The draft with its state, wherever that stands; broken where it is gone.
  /** @param {Draft} draft */
  async function whole(draft) {
    if (!draft.state || !draft.state.away) return draft;
    const all = await second.all(before + draft.id).catch(() => []);
    const entry = all.find((stored) => stored.key === before + draft.id && stored.text);
    const kept = entry && parsed(draft.id, entry.text || "");
    return !kept || kept.broken || kept.state.away ? { ...draft, broken: true } : { ...kept, rev: draft.rev };
  }

  // Gives the draft as stored, with its time and new marks. Throws NotStored.
  /** @param {Draft} draft */
  function write(draft) {
    const held = { ...draft, v: 1, form, saved: Date.now(), rev: mark(), turn: (draft.turn || 0) + 1 };
    stored(held);
    if (draft.rev === null) copies.lasting();
    return held;
  }

  // Puts a draft back as it was; whether that could be stored.
  /** @param {Draft} draft */
  function restore(draft) {
    try {
      stored(draft);
      return true;
    } catch (fault) {
      return false;
    }
  }

  // The second place learns that a draft is gone, and which state of it.
  /** @param {string} id @param {string | null} [text] */
  function forget(id, text = null) {
    const { rev, line, turn, base } = text === null ? {} : parsed(id, text);
    const state = text !== null && { rev, line, turn, base, at: Date.now() };
    second.put({ key: before + id, gone: state })
      .then((done) => done && store().removeItem(gone + id));
  }

  /** @param {string} id */
  function remove(id) {
    const kept = store();
    const text = kept.getItem(before + id);
    kept.removeItem(before + id);
    try {
      kept.setItem(gone + id, "1");
    } catch (fault) {
      // full: then the second place alone has to know
    }
    forget(id, text);
  }

  /** @param {(kept: Storage) => void} wish */
  function wished(wish) {
    try {
      wish(store());
      return true;
    } catch (fault) {
      return false; // full or closed: it holds for this window
    }
  }

  // When it was wished, as the first place has it; 0 for never.
  function offSince() {
    try {
      return Number(store().getItem(OFF + area)) || 0;
    } catch (fault) {
      return 0;
    }
  }

  // The second place keeps the wish as well, for a browser that is killed: {off, at: milliseconds}.
  /** @param {boolean} off @param {number} at */
  function wish(off, at) {
    if (off) isOff = true;
    const noted = wished((kept) => (off ? kept.setItem(OFF + area, String(at)) : kept.removeItem(OFF + area)));
    second.put({ key: OFF + area, text: JSON.stringify({ off, at }) });
    return noted;
  }

  // From now on nothing is stored, and nothing that was stays, in neither place. Whether the wish
  // itself could be kept. Other windows hear of the wish first, then of the drafts.
  function stop(at = offSince() || Date.now()) {
    const noted = wish(true, at);
    wished(() => list().forEach(({ id }) => remove(id)));
    secondEntries().then((all) => all.forEach(({ id, text }) => text && forget(id, text))).catch(() => {});
    return noted || wish(true, at); // now there may be room
  }

  function resume() {
    isOff = false;
    wish(false, Date.now());
  }

  // The latest wish, where a killed browser had not written it in the first place. What was stored
  // after it is a sign that it was taken back.
  async function recalled() {
    const note = (await second.all(OFF + area)).find((kept) => kept.key === OFF + area);
    const { off = false, at = 0 } = note ? JSON.parse(note.text || "{}") : {};
    if (at <= offSince()) return;
    if (!off) wished((kept) => kept.removeItem(OFF + area));
    else if (list().every(({ saved }) => saved <= at)) wish(true, at);
  }

  // The second place holds what the first holds.
  /** @param {string} id */
  function settle(id) {
    const text = store().getItem(before + id);
    if (text === null) forget(id);
    else if (!(parsed(id, text).state || {}).away) second.put({ key: before + id, text });
  }

  /** @param {string | null} key */
  const idOf = (key) => (key && key.startsWith(before) ? key.slice(before.length) : null);
  const secondEntries = () => second.all(before)
    .then((all) => all.map((stored) => /** @type {SecondEntry} */ ({ ...stored, id: idOf(stored.key) || "" })));
  /** @param {string} id */
  const deleted = (id) => store().getItem(gone + id) !== null;
  /** @param {string | null} key */
  const isSwitch = (key) => key === OFF + area;
  return {
    read, list, others, of, write, restore, remove, forget, settle, idOf, parsed, secondEntries, deleted,
    old, off, stop, resume, recalled, isSwitch, whole, away: () => away,
  };
}
