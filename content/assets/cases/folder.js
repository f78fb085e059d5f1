// The folder of cases: kept in this browser as a draft is, taken out and brought in as a file.
/** @import { Draft } from "../filling/types" */
/** @import { Held, Member, Tree, Vote } from "./types" */
import { copies } from "../filling/copies.js";
import { drafts } from "../filling/draft_store.js";
import { autosaver } from "../filling/autosave.js";
import { rescued } from "../filling/draft_recovery.js";
import { secondStore } from "../filling/second_store.js";

/** @typedef {ReturnType<typeof import("./troubles.js").troubles>} FolderSay */

const UNNAMED = "我的案卷";
// What is longer stands in the browser's large place, so that papers being written have room in the small one.
const MOST = 1000000;
const PATIENCE = 4000; // milliseconds: a browser whose large place never answers holds nobody up

/** @template T @param {Promise<T>} promise @param {T} otherwise */
const within = (promise, otherwise) => Promise.race([
  promise, new Promise((done) => window.setTimeout(() => done(otherwise), PATIENCE))]);

// ``say`` as for autosave, and lost(draft) for what neither place took; ``fault(state)`` says why a
// stored state cannot be shown. The cases are trees; whoever changes them gives the new ones.
/** @param {HTMLElement} host @param {FolderSay} say @param {(state: unknown) => string} fault */
export function folder(host, say, fault) {
  const book = drafts("cases", copies.here(host), secondStore(), MOST);
  // writing: number → form → id of the draft of a paper; votes: meeting → name → {vote, conflict}
  /** @type {Held} */
  let held = { cases: [], writing: {}, members: [], votes: {} };
  let pending = 0;
  const autosave = autosaver(book, "1", (draft) => (
    { name: draft.name || UNNAMED, head: {}, from: {}, state: /** @type {Draft["state"]} */ (/** @type {unknown} */ (held)) }), { ...say, saved });

  // What stands in the large place alone is saved when that says so.
  /** @param {Draft} draft */
  function saved(draft) {
    const done = book.away();
    if (!done) return say.saved(draft);
    pending += 1;
    say.saving();
    return done.then((is) => {
      pending -= 1;
      if (!is) say.lost(draft);
      else if (pending === 0) say.saved(autosave.draft());
    });
  }

  window.addEventListener("beforeunload", (event) => {
    if (pending === 0) return;
    event.preventDefault();
    event.returnValue = "";
  });

  /** @param {Partial<Held>} state */
  const put = (state) => (held = { cases: state.cases || [], writing: state.writing || {}, members: state.members || [], votes: state.votes || {} });

  // Why a draft cannot be opened; empty once it is.
  /** @param {Draft} draft */
  async function load(draft) {
    const whole = await within(book.whole(draft), { ...draft, broken: true });
    const why = whole.broken ? "内容读不出来" : fault(whole.state);
    if (why) return why;
    autosave.begin(whole);
    put(/** @type {Partial<Held>} */ (/** @type {unknown} */ (whole.state)));
    if (whole.unkept) autosave.touched();
    else say.saved(whole);
    return "";
  }

  function changed() {
    autosave.touched();
    autosave.save();
  }

  function fresh(name = "", state = {}) {
    autosave.fresh(name);
    put(state);
    say.saved(null);
    if (held.cases.length > 0 || held.members.length > 0) changed();
  }

  /** @param {Partial<Held>} part */
  function set(part) {
    held = { ...held, ...part };
    changed();
  }

  // What a killed browser had not written comes first, then the folder that was saved last. Gives what
  // could not be opened: [name, why].
  async function opened() {
    if (book.off()) {
      fresh();
      return [];
    }
    /** @type {Draft[]} */
    const none = [];
    const back = await within(rescued(book, () => null).catch(() => none), none);
    const kept = book.list().filter((draft) => !draft.broken && back.every((/** @type {Draft} */ other) => other.id !== draft.id));
    /** @type {[name: string, why: string][]} */
    const refused = [];
    for (const draft of [...back, ...kept]) {
      const why = await load(draft);
      if (!why) return refused;
      refused.push([draft.name, why]);
    }
    fresh();
    return refused;
  }

  /** @param {string} number @param {Tree} tree */
  const replaced = (number, tree) => set({ cases: held.cases.map((before) => (before.case === number ? tree : before)) });
  /** @param {string} number @param {string} form @param {string} id */
  const write = (number, form, id) =>
    set({ writing: { ...held.writing, [number]: { ...held.writing[number], [form]: id || undefined } } });
  return {
    book, autosave, opened, load, fresh, replaced, write,
    /** @param {Tree} tree */
    added: (tree) => set({ cases: [...held.cases, tree] }),
    /** @param {string} number */
    removed: (number) => set({
      cases: held.cases.filter((kept) => kept.case !== number),
      votes: Object.fromEntries(Object.entries(held.votes).filter(([meeting]) => meeting.split("/")[0] !== number)),
    }),
    /** @param {Member[]} members */
    setMembers: (members) => set({ members }),
    all: () => held.cases, of: (/** @type {string} */ number) => held.cases.find((kept) => kept.case === number), members: () => held.members,
    /** @param {string} meeting */
    votes: (meeting) => held.votes[meeting] || {},
    /** @param {string} meeting @param {Record<string, Vote>} said */
    vote: (meeting, said) => set({ votes: { ...held.votes, [meeting]: said } }),
    /** @param {string} number @param {string} form */
    written: (number, form) => (held.writing[number] || {})[form],
    unfinished: () => Object.values(held.writing).flatMap((forms) => Object.values(forms)).filter(Boolean).length,
    name: () => autosave.draft().name || UNNAMED, named: autosave.named,
    list: () => (book.off() ? [] : book.list()),
  };
}

/** @param {Tree[]} cases @param {string} day */
export function nextNumber(cases, day) {
  const [year] = day.split("-");
  const used = cases.map((kept) => new RegExp(`^${year}-([0-9]+)$`, "u").exec(kept.case))
    .map((match) => (match ? Number(match[1]) : 0));
  return `${year}-${String(used.reduce((most, number) => Math.max(most, number), 0) + 1).padStart(3, "0")}`;
}
