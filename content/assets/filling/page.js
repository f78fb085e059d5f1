// A form's page comes to life: entries, steps, drafts, check and files, joined here.
/** @import { Form, State } from "../forms/types" */
/** @import { Begin, Draft, From, Head } from "./types" */
import { reading } from "../forms/answers.js";
import { migrated, shape as shapeOf } from "../forms/migrate.js";
import { pick, put } from "../tools/common-elements.js";
import { trimmed } from "../forms/text.js";
import { inSight, showAsked } from "./asked.js";
import { showBack } from "./back.js";
import { copies } from "./copies.js";
import { clock, shelf as shelfOf, sure, told, warned } from "./draft_list.js";
import { NotStored, drafts } from "./draft_store.js";
import { echoes } from "./echoes.js";
import { act, entries as entriesOf } from "./entries.js";
import { files } from "./files.js";
import { keepClear } from "./foot.js";
import { autosaver } from "./autosave.js";
import { showFrom } from "./navigator_answers.js";
import { look } from "./field_aids.js";
import { paper as paperOf, showComputed } from "./preview.js";
import { checked, checker as checkerOf } from "./remarks.js";
import { steps as stepsOf } from "./steps.js";
import { troubles } from "./troubles.js";

/** @param {HTMLElement} host @param {Form} form */
export function page(host, form) {
  const entries = entriesOf(host, form);
  const steps = stepsOf(host, entries);
  const book = drafts(form.key, copies.here(host));
  const nameInput = /** @type {HTMLInputElement} */ (pick(host, "#draft-name"));
  /** @type {Head} */
  let head = { title: "", mark: "" };
  /** @type {From} */
  let from = {};

  const tree = () => ({ form: form.key, title: head.title, mark: head.mark, answers: entries.tree() });
  const repeated = echoes(form);
  const checker = checkerOf(host, form, entries, tree, steps);
  const firstWords = () => Array.from(trimmed(String(entries.all[0].read()))).slice(0, 40).join("");
  const shape = shapeOf(form); // by it a later version of the form understands the draft
  /** @param {Draft} draft */
  const read = (draft) => ({
    name: draft.named ? draft.name : firstWords(), head, from, shape, state: entries.read(),
  });
  const autosave = autosaver(book, form.version, read, troubles({
    again: () => autosave.save(),
    keep: () => save("yaml"),
    /** @param {Draft} draft */
    open: (draft) => leave(() => load(draft)),
    both: () => {
      autosave.touched();
      autosave.save();
    },
    saved: shownSaved,
  }));
  const name = () => autosave.draft().name || firstWords() || form.title;

  /** @param {() => Draft[]} list */
  function listed(list) {
    try {
      return list();
    } catch (fault) {
      return []; // where nothing is stored, nothing is listed
    }
  }

  const kept = () => listed(book.list);
  const others = () => listed(book.others);
  /** @param {string | null} hereId */
  const shelf = (hereId) => shelfOf(kept(), hereId, others());

  /** @param {Draft | null} draft */
  function savedWords(draft) {
    if (book.off()) return "不在浏览器中保存";
    return draft && draft.saved ? `已保存 ${clock(draft.saved)}` : "还没有写";
  }

  /** @param {Draft | null} draft */
  function shownSaved(draft) {
    const words = savedWords(draft);
    pick(host, "#draft-saved").textContent = words;
    pick(host, "#state-saved").textContent = words;
    if (document.activeElement !== nameInput) nameInput.value = (draft && draft.name) || "";
    shelf(draft && draft.id);
  }

  function shownFilled() {
    const all = inSight(entries.all);
    const done = all.filter((entry) => entry.filled()).length;
    pick(host, "#state-filled").textContent = `已填 ${done}/${all.length} 栏`;
    steps.count();
  }

  // What follows from the answers: what is asked, what is computed.
  function follow() {
    const { answers } = reading(form, tree());
    showAsked(host, form, entries, answers.values);
    showComputed(host, form, answers);
    shownFilled();
  }

  function refresh() {
    follow();
    showFrom(entries, from);
    look(host, entries);
    const mark = pick(host, "#mark");
    mark.hidden = head.mark === "";
    pick(mark, "b").textContent = head.mark;
    showBack(host, autosave.draft());
  }

  /** @param {State} state @param {Begin} [more] */
  function put_(state, more = {}) {
    told(""); // what was said, and could be taken back, belongs to the answers that go
    head = { title: "", mark: "", ...(more.head || {}) };
    from = { ...more.from };
    entries.write(state);
    checker.forget();
    refresh();
  }

  // The state of a draft for this version of the form, and what there is to say about it.
  /** @param {Draft} draft */
  function understood(draft) {
    const { state, lost, notes, version } = migrated(form, draft);
    const old = version ? `这份草稿按 ${version} 版表单填写，现在是 ${form.version} 版。` : "";
    const carried = notes.length > 0 ? `栏目有改名，请核对：${notes.join("；")}。` : "";
    return { state, lost, old, carried };
  }

  /** @param {Draft} draft */
  function load(draft) {
    const { state, lost, old, carried } = understood(draft);
    if (lost.length > 0) {
      newer(draft, state, old + carried, lost);
      return;
    }
    autosave.begin(draft);
    put_(state, draft);
    shownSaved(draft);
    if (carried) {
      warned(old + carried);
      autosave.touched();
    }
  }

  // A draft of another copy stays where it is; what it says goes on as a draft of ours.
  /** @param {Draft} draft */
  function adopt(draft) {
    const { state, lost, old, carried } = understood(draft);
    if (lost.length > 0) newer(draft, state, old + carried, lost);
    else fresh(state, { ...draft, name: draft.named ? draft.name : "" });
    if (lost.length === 0 && carried) warned(old + carried);
  }

  // A draft of an older version that does not fit whole stays as it is; a copy goes on.
  /** @param {Draft} draft @param {State} state @param {string} words @param {string[]} lost */
  function newer(draft, state, words, lost) {
    fresh(state, { ...draft, name: `${draft.name || "未命名"}（${form.version} 版）` });
    warned(`${words}下列内容没有对应的栏目，需要的请抄到合适的地方：${lost.join("；")}。` +
      "原来的草稿没有动，还在草稿列表里。");
  }

  // What is not stored is not put away without a question.
  /** @param {() => void} done */
  function leave(done) {
    if (autosave.save()) done();
    else sure("眼前这份还没有存下来，换掉就找不回来；可以先保存答案文件。", "换掉", () => {
      autosave.drop();
      done();
    });
  }

  // Whatever is open was saved; what is put in its place is a draft of its own.
  /** @param {State} [state] @param {Begin} [more] */
  function fresh(state = {}, more = {}) {
    autosave.fresh(more.name || "");
    put_(state, more);
    shownSaved(null);
    if (Object.keys(state).length === 0) return;
    autosave.touched();
    autosave.save();
  }

  /** @param {string} id */
  function removed(id) {
    try {
      book.remove(id);
    } catch (fault) {
      if (!(fault instanceof NotStored)) throw fault; // where nothing is stored, nothing stays
    }
    if (id !== autosave.draft().id) shownSaved(autosave.draft());
    else {
      autosave.fresh();
      put_({});
      shownSaved(null);
    }
  }

  /** @param {string} kind */
  function save(kind) {
    const remarks = checker.check();
    if (kind !== "word" && kind !== "ministry") {
      told(files.answers(form, remarks, tree(), name(), kind));
      autosave.taken();
      return;
    }
    const { done, words } = files.word(form, remarks, name(), kind === "ministry");
    told(words, remarks.remarks.length > 0 && act("看检查结果", checker.focus));
    if (done) autosave.taken();
    else checker.focus();
  }

  /** @param {string} key */
  const isCarried = (key) => typeof from[key] === "object";

  // An answer that others repeat goes into those that nobody wrote.
  /** @param {string} key */
  function carry(key) {
    for (const { to, made } of repeated.filter((copy) => copy.from === key)) {
      const entry = entries.of(to);
      const words = made(trimmed(/** @type {string} */ (entries.of(key).read())));
      if (!words || (entry.filled() && !isCarried(to))) continue;
      entry.write(words);
      from[to] = { field: form.field(key).called };
      autosave.touched();
    }
    if (Object.keys(from).some(isCarried)) refresh();
  }

  // What somebody writes over is carried no more.
  /** @param {string} key */
  function written(key) {
    if (!isCarried(key)) return;
    delete from[key];
    showFrom(entries, from);
  }

  function paper() {
    const { read } = checked(form, tree());
    const raw = Object.fromEntries(entries.all.map((entry) => [entry.key, entry.read()]));
    put(pick(host, "#paper"), paperOf(form, read.answers, raw));
  }

  // Another window began a draft, or put one away.
  window.addEventListener("storage", () => shelf(autosave.draft().id));

  keepClear(host);
  autosave.fresh();
  const blank = () => autosave.draft().rev === null && !entries.filled();

  return {
    blank, form, host, entries, steps, checker, autosave, book, tree, leave, load, fresh, removed, save, paper,
    adopt, carry, written, kept, others, shownFilled, follow, shownSaved, name,
    /** @param {Partial<Head>} made */
    head: (made) => {
      head = { ...head, ...made };
      refresh();
      autosave.touched();
    },
  };
}
