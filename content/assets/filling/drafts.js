// Drafts in this browser: one entry of localStorage each, so that nothing can get out of step.
// It is written at once and in full, also while a page is being closed; it works from a disk too.
// draft = {v: 1, id, form, version, name, saved: milliseconds, rev, head: {title, mark}, state, from}
(function () {
  "use strict";
  const Lawbook = (window.Lawbook = window.Lawbook || {});
  const filling = (Lawbook.filling = Lawbook.filling || {});
  const PREFIX = "lawbook:draft:";

  // Why nothing could be stored: full, or not allowed at all (reason: full, closed).
  class NotStored extends Error {
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

  function mark() {
    return Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
  }

  function parsed(id, text) {
    try {
      const draft = JSON.parse(text);
      if (draft && draft.v === 1 && draft.state) return { ...draft, id };
    } catch (fault) {
      // a broken entry is shown as such, never dropped in silence
    }
    return { id, broken: true, name: "读不出来的草稿", saved: 0, text };
  }

  function drafts(form) {
    const before = `${PREFIX}${form}:`;

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

    // Gives the draft as stored, with its time and a new mark. Throws NotStored.
    function write(draft) {
      const held = { ...draft, v: 1, form, saved: Date.now(), rev: mark() };
      try {
        store().setItem(before + held.id, JSON.stringify(held));
      } catch (fault) {
        if (fault instanceof NotStored) throw fault;
        throw new NotStored(isFull(fault) ? "full" : "closed");
      }
      return held;
    }

    const idOf = (key) => (key && key.startsWith(before) ? key.slice(before.length) : null);
    return { read, list, write, idOf, parsed, remove: (id) => store().removeItem(before + id) };
  }

  Object.assign(filling, { drafts, NotStored, mark });
})();
