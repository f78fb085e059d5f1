// Drafts in this browser: one entry of localStorage each, so that nothing can get out of step.
// It is written at once and in full, also while a page is being closed; it works from a disk too.
// What it takes goes to a second place as well (spare.js), for a browser that is killed.
// draft = {v: 1, id, form, version, name, saved: milliseconds, rev, head: {title, mark}, state, from,
//   line, turn: who writes, and for which time; base: {line, turn} of the state that this one began with}
import { spare } from "./spare.js";

const PREFIX = "lawbook:draft:";
const GONE = "lawbook:gone:"; // of a draft that was deleted, until the second place knows

// Why nothing could be stored: full, or not allowed at all (reason: full, closed).
export class NotStored extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

function store() {
  try {
    const found = window.localStorage;
    if (found) return found;
  } catch (refused) {
    // told below, as for a browser without any
  }
  throw new NotStored("closed");
}

function isFull(fault) {
  return fault && (fault.name === "QuotaExceededError" || fault.name === "NS_ERROR_DOM_QUOTA_REACHED");
}

export function mark() {
  return Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
}

function parsed(id, text) {
  try {
    const draft = JSON.parse(text);
    if (draft && draft.v === 1 && draft.state) return { line: draft.rev, turn: 0, ...draft, id };
  } catch (fault) {
    // a broken entry is shown as such, never dropped in silence
  }
  return { id, broken: true, name: "读不出来的草稿", saved: 0, text };
}

export function drafts(form) {
  const before = `${PREFIX}${form}:`;
  const gone = `${GONE}${form}:`;
  const second = spare();

  function read(id) {
    const text = store().getItem(before + id);
    return text === null ? null : parsed(id, text);
  }

  function list() {
    const kept = store();
    const keys = Array.from({ length: kept.length }, (_, n) => kept.key(n));
    return keys.filter((key) => key.startsWith(before))
      .map((key) => parsed(key.slice(before.length), kept.getItem(key)))
      .sort((one, other) => other.saved - one.saved);
  }

  // The second place takes it even if the first is full. Throws NotStored.
  function stored(draft) {
    const entry = { key: before + draft.id, text: JSON.stringify(draft) };
    const kept = store();
    try {
      kept.setItem(entry.key, entry.text);
      kept.removeItem(gone + draft.id);
    } catch (fault) {
      if (!isFull(fault)) throw new NotStored("closed");
      second.put(entry);
      throw new NotStored("full");
    }
    second.put(entry);
  }

  // Gives the draft as stored, with its time and new marks. Throws NotStored.
  function write(draft) {
    const held = { ...draft, v: 1, form, saved: Date.now(), rev: mark(), turn: draft.turn + 1 };
    stored(held);
    return held;
  }

  // Puts a draft back as it was; whether that could be stored.
  function restore(draft) {
    try {
      stored(draft);
      return true;
    } catch (fault) {
      return false;
    }
  }

  // The second place learns that a draft is gone, and which state of it.
  function forget(id, text = null) {
    const { rev, line, turn, base } = text === null ? {} : parsed(id, text);
    const state = text !== null && { rev, line, turn, base, at: Date.now() };
    second.put({ key: before + id, gone: state })
      .then((done) => done && store().removeItem(gone + id));
  }

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

  // The second place holds what the first holds.
  function settle(id) {
    const text = store().getItem(before + id);
    if (text === null) forget(id);
    else second.put({ key: before + id, text });
  }

  const idOf = (key) => (key && key.startsWith(before) ? key.slice(before.length) : null);
  const spares = () => second.all(before).then((all) => all.map((one) => ({ ...one, id: idOf(one.key) })));
  const deleted = (id) => store().getItem(gone + id) !== null;
  return { read, list, write, restore, remove, forget, settle, idOf, parsed, spares, deleted };
}
