// What the second place holds beyond the first when a page opens: the browser was killed before the
// first was on the disk. It is put back; where two states did not grow out of each other, both stay.
/** @import { Book, Draft, SecondEntry } from "./types" */

const PAUSE = 400; // longer than it takes until what another window writes is seen in both places
/** @typedef {"forget" | "delete" | "restore" | "copy" | null} Due */

const DAY = 86400000; // within it a browser has written what it was told to delete

// Whether one state of a draft was written on top of the other, by their marks.
/** @param {Pick<Draft, "line" | "turn" | "base">} draft @param {Draft} other */
function follows(draft, other) {
  const { base, turn = 0 } = draft;
  const { line, turn: before = 0 } = other;
  if (draft.line === line) return turn > before;
  return Boolean(base && base.line === line && base.turn >= before);
}

/** @param {Draft} draft @param {Draft} other */
function same(draft, other) {
  if (draft.rev === other.rev) return true;
  return draft.name === other.name && JSON.stringify(draft.state) === JSON.stringify(other.state);
}

// What to do about an entry, or nothing: the name of one of the acts below.
/** @param {Book} book @param {SecondEntry} entry @returns {Due} */
function due(book, { id, text, gone }) {
  if (book.deleted(id)) return "forget";
  const kept = book.read(id);
  if (gone && !kept) return Date.now() - gone.at > DAY ? "forget" : null;
  if (gone && kept) return kept.rev === gone.rev || follows(gone, kept) ? "delete" : null;
  const draft = book.parsed(id, text || "");
  if (draft.broken || (kept && (same(draft, kept) || follows(kept, draft)))) return null;
  return kept === null || follows(draft, kept) ? "restore" : "copy";
}

// The draft as it is stored now; where nothing can be stored, as one that still has to be.
/** @param {Book} book @param {Draft} draft @returns {Draft} */
function restored(book, draft) {
  const kept = book.read(draft.id);
  return book.restore(draft) ? draft : { ...draft, rev: kept && kept.rev, unkept: true };
}

// Two windows that do this at once make the same copy, and only once.
/** @param {Book} book @param {Draft} draft @returns {Draft | null} */
function copied(book, draft) {
  const id = `${draft.id}-${draft.rev}`;
  const name = `${draft.name || "未命名"}（找回的另一份）`;
  const copy = book.read(id) ? null : restored(book, { ...draft, id, name, named: true });
  if (!copy || !copy.unkept) book.settle(draft.id);
  return copy;
}

/** @param {Book} book @param {SecondEntry} entry @param {Due} act @param {string | false | null} here
 * @returns {Draft | null} */
function done(book, { id, text }, act, here) {
  if (act === "forget") book.forget(id);
  else if (act === "delete") book.remove(id);
  else return (act === "copy" || id === here ? copied : restored)(book, book.parsed(id, text || ""));
  return null;
}

// The drafts that were found again, the latest first. ``here`` gives the id of the draft on the
// screen: nothing is put in its place, and what is written there meanwhile hides nothing.
// Looked at twice: another window may just be writing. Rejects where there is no second place.
/** @param {Book} book @param {() => string | false | null} here @param {Promise<SecondEntry[]>} [held]
 * @returns {Promise<Draft[]>} */
export async function rescued(book, here, held = book.secondEntries()) {
  const first = (await held).filter((entry) => due(book, entry));
  if (first.length === 0) return [];
  await new Promise((over) => window.setTimeout(over, PAUSE));
  const now = new Map((await book.secondEntries()).map((entry) => [entry.id, entry.text]));
  return first.filter(({ id, text }) => id === here() || (now.has(id) && now.get(id) === text))
    .map((entry) => /** @type {[SecondEntry, Due]} */ ([entry, due(book, entry)])).filter(([, act]) => act)
    .flatMap(([entry, act]) => done(book, entry, act, here()) || [])
    .sort((draft, other) => other.saved - draft.saved);
}
