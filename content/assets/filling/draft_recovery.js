// What the second place holds beyond the first when a page opens: the browser was killed before the
// first was on the disk. It is put back; where two states did not grow out of each other, both stay.

const PAUSE = 400; // longer than it takes until what another window writes is seen in both places
const DAY = 86400000; // within it a browser has written what it was told to delete

// Whether one state of a draft was written on top of the other, by their marks.
function follows(draft, other) {
  if (draft.line === other.line) return draft.turn > other.turn;
  return Boolean(draft.base) && draft.base.line === other.line && draft.base.turn >= other.turn;
}

function same(draft, other) {
  if (draft.rev === other.rev) return true;
  return draft.name === other.name && JSON.stringify(draft.state) === JSON.stringify(other.state);
}

// What to do about an entry, or nothing: the name of one of the acts below.
function due(book, { id, text, gone }) {
  if (book.deleted(id)) return "forget";
  const kept = book.read(id);
  if (gone && !kept) return Date.now() - gone.at > DAY ? "forget" : null;
  if (gone) return kept.rev === gone.rev || follows(gone, kept) ? "delete" : null;
  const draft = book.parsed(id, text);
  if (draft.broken || (kept && (same(draft, kept) || follows(kept, draft)))) return null;
  return kept === null || follows(draft, kept) ? "restore" : "copy";
}

// The draft as it is stored now; where nothing can be stored, as one that still has to be.
function restored(book, draft) {
  const kept = book.read(draft.id);
  return book.restore(draft) ? draft : { ...draft, rev: kept && kept.rev, unkept: true };
}

// Two windows that do this at once make the same copy, and only once.
function copied(book, draft) {
  const id = `${draft.id}-${draft.rev}`;
  const name = `${draft.name || "未命名"}（找回的另一份）`;
  const copy = book.read(id) ? null : restored(book, { ...draft, id, name, named: true });
  if (!copy || !copy.unkept) book.settle(draft.id);
  return copy;
}

function done(book, { id, text }, act, here) {
  if (act === "forget") book.forget(id);
  else if (act === "delete") book.remove(id);
  else return (act === "copy" || id === here ? copied : restored)(book, book.parsed(id, text));
  return null;
}

// The drafts that were found again, the latest first. ``here`` gives the id of the draft on the
// screen: nothing is put in its place, and what is written there meanwhile hides nothing.
// Looked at twice: another window may just be writing. Rejects where there is no second place.
export async function rescued(book, here, held = book.spares()) {
  const first = (await held).filter((entry) => due(book, entry));
  if (first.length === 0) return [];
  await new Promise((over) => window.setTimeout(over, PAUSE));
  const now = new Map((await book.spares()).map((entry) => [entry.id, entry.text]));
  return first.filter(({ id, text }) => id === here() || (now.has(id) && now.get(id) === text))
    .map((entry) => [entry, due(book, entry)]).filter(([, act]) => act)
    .map(([entry, act]) => done(book, entry, act, here())).filter(Boolean)
    .sort((draft, other) => other.saved - draft.saved);
}
