// Keeps what is typed: saved within a third of a second, and once more when the page goes away.
// Two windows on one draft never overwrite each other: the second becomes a draft of its own.
/** @import { Book, Draft, Say } from "./types" */
import { NotStored, mark } from "./draft_store.js";

const DELAY = 300;

// ``read`` gives {name, head, state, from}; ``say`` has saved, full, closed, off, forked, gone, elsewhere.
// From its opening on, what is written to a draft is a line of its own on top of what it held.
/** @param {Book} book @param {string} version @param {(draft: Draft) => Partial<Draft>} read @param {Say} say */
export function autosaver(book, version, read, say) {
  /** @type {Draft} rev once it is stored; there is one before anything is typed */
  let draft;
  let unsaved = false;
  let timer = 0;

  /** @param {Draft} next */
  function begin(next) {
    const { unkept, line, turn, ...held } = next;
    draft = { ...held, line: mark(), turn: 0, base: line ? { line, turn: turn || 0 } : null };
    unsaved = false;
    window.clearTimeout(timer);
    timer = 0;
  }

  function fresh(name = "") {
    begin(/** @type {Draft} */ ({ id: mark(), name, named: name !== "", rev: null, version }));
  }

  // Another window wrote this draft since we did: ours goes on under a name of its own.
  function settle() {
    const stored = draft.rev === null ? null : book.read(draft.id);
    if (draft.rev !== null && stored === null) {
      draft = { ...draft, rev: null };
      say.again(draft.name);
    } else if (stored && stored.rev !== draft.rev) {
      const name = `${draft.name || "未命名"}（另一份）`;
      draft = { ...draft, id: mark(), rev: null, name, named: true };
      say.forked(draft.name);
    }
  }

  function save() {
    window.clearTimeout(timer);
    timer = 0;
    if (!unsaved) return true;
    try {
      if (book.off()) throw new NotStored("off");
      settle();
      draft = book.write({ ...draft, ...read(draft), version });
      unsaved = false;
      say.saved(draft);
      return true;
    } catch (fault) {
      if (!(fault instanceof NotStored)) throw fault;
      say[fault.reason](draft);
      return false;
    }
  }

  function touched() {
    unsaved = true;
    if (!timer) timer = window.setTimeout(save, DELAY);
  }

  // What could not be stored is not wanted any more.
  function drop() {
    try {
      book.settle(draft.id);
    } catch (fault) {
      if (!(fault instanceof NotStored)) throw fault;
    }
  }

  // Nothing is stored any more: what was is on the screen alone, until somebody takes it away.
  // Another window may hold the same draft: stored again, ours would be one of its own.
  function unstored() {
    unsaved = unsaved || draft.rev !== null;
    draft = { ...draft, id: mark(), rev: null, saved: 0 };
    say.off(draft);
  }

  function taken() {
    if (book.off()) unsaved = false;
  }

  function vanished() {
    if (book.off()) unstored();
    else say.gone(draft.name);
  }

  /** @param {string} name */
  function named(name) {
    draft = { ...draft, name, named: name !== "" };
    touched();
  }

  // What another window did to our draft, told at once; nothing is taken over by itself.
  window.addEventListener("storage", (event) => {
    if (!draft || draft.rev === null || book.idOf(event.key) !== draft.id) return;
    if (event.newValue === null) {
      book.forget(draft.id, event.oldValue); // what we wrote may reach the second place after that
      vanished();
    } else say.elsewhere(book.parsed(draft.id, event.newValue));
  });
  // A page that slept, in the background or behind the back button, heard of nothing.
  function awake() {
    if (draft === null || draft.rev === null) return;
    const stored = book.read(draft.id);
    if (stored === null) vanished();
    else if (stored.rev !== draft.rev) say.elsewhere(stored);
  }

  window.addEventListener("pagehide", save);
  window.addEventListener("pageshow", (event) => event.persisted && awake());
  document.addEventListener("visibilitychange", () => (document.hidden ? save() : awake()));
  window.addEventListener("beforeunload", (event) => {
    if (save()) return;
    event.preventDefault();
    event.returnValue = "";
  });

  return { begin, fresh, save, touched, named, drop, unstored, taken, draft: () => draft, unsaved: () => unsaved };
}
