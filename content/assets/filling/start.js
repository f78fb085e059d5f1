// Everything a person does on the page, led to what it means; then the page opens with what it has.
(function () {
  "use strict";
  const Lawbook = (window.Lawbook = window.Lawbook || {});
  const filling = (Lawbook.filling = Lawbook.filling || {});
  const { el } = Lawbook;
  const { told, put, act } = filling;

  // What a change has to say may move the page: not while a finger is on the button it would move.
  function settled() {
    let down = false;
    let waiting = [];
    const up = () => {
      down = false;
      window.setTimeout(() => {
        const due = waiting;
        waiting = [];
        due.forEach((done) => done());
      }, 0);
    };
    document.addEventListener("pointerdown", () => (down = true), true);
    ["pointerup", "pointercancel"].forEach((name) => document.addEventListener(name, up, true));
    return (done) => (down ? waiting.push(done) : done());
  }

  function hearEntries(page) {
    const { place, entries } = page;
    const form = place.querySelector(".fill__form");
    const keyOf = (event) => (event.target.closest("[data-field]") || { dataset: {} }).dataset.field;
    const later = settled();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      const key = keyOf(event);
      if (!key) return;
      page.keeper.touched();
      filling.count(entries.of(key));
      if (event.target.matches("textarea")) filling.grow(event.target);
      page.shownFilled();
    });
    form.addEventListener("change", (event) => {
      const key = keyOf(event);
      if (!key) return;
      later(() => {
        filling.look(place, entries);
        page.checker.glance(key);
      });
    });
  }

  function clear(page, button) {
    const entry = page.entries.of(button.closest("[data-field]").dataset.field);
    entry.write({ on: [], words: entry.read().words });
    entry.node.dispatchEvent(new Event("input", { bubbles: true }));
    entry.node.dispatchEvent(new Event("change", { bubbles: true }));
    entry.target().focus();
  }

  function remove(page, id, name) {
    filling.sure(`删除草稿“${name}”？删除后找不回来。`, "删除", () => {
      page.removed(id);
      told("草稿已删除。");
    });
  }

  function removeAll(page) {
    const all = page.kept();
    filling.sure(`删除本表的全部草稿，共 ${all.length} 份？删除后找不回来。`, "全部删除", () => {
      all.forEach((one) => page.removed(one.id));
      page.removed(page.keeper.draft().id);
      told("全部草稿已删除。");
    });
  }

  function togglePaper(page, button) {
    const paper = page.place.querySelector("#paper");
    paper.hidden = !paper.hidden;
    button.textContent = paper.hidden ? "预览" : "收起预览";
    if (!paper.hidden) page.paper();
  }

  function acts(page) {
    return {
      check: () => {
        page.checker.check();
        page.checker.focus();
      },
      word: () => page.save("word"),
      yaml: () => page.save("yaml"),
      json: () => page.save("json"),
      print: () => window.print(),
      paper: (button) => togglePaper(page, button),
      none: (button) => clear(page, button),
      new: () => {
        page.fresh();
        page.steps.first();
        told("已换成一份空白的；原来那份在草稿列表里。");
      },
      remove: () => remove(page, page.keeper.draft().id, page.name()),
      "remove-all": () => removeAll(page),
      unmark: () => page.head({ mark: "" }),
    };
  }

  function hearButtons(page) {
    const done = acts(page);
    page.place.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const { act: name, open, remove: gone } = button.dataset;
      if (name && done[name]) done[name](button);
      if (open) {
        page.keeper.save();
        page.load(page.book.read(open));
      }
      if (gone) remove(page, gone, button.getAttribute("aria-label").slice(3));
    });
    page.place.querySelector("#draft-name").addEventListener("input", (event) =>
      page.keeper.named(event.target.value));
    window.addEventListener("beforeprint", page.paper);
  }

  function shownFile(page, found) {
    const open = () => {
      page.fresh(found.state, {
        name: found.answers.title ? "" : found.name.replace(/\.[^.]*$/, ""),
        head: { title: found.answers.title, mark: found.answers.mark },
      });
      put(page.place.querySelector("#opened"));
      page.place.querySelector("#drafts-box").open = false;
      page.steps.first();
      told(`已把“${found.name}”作为新草稿打开。`);
    };
    return [el("h2", {}, `体检“${found.name}”：${filling.tally(found.remarks)}`),
      found.notes.map((note) => el("p", {}, `提示：${note}`)),
      found.remarks.length === 0 && el("p", {}, filling.FINE),
      filling.listed(found.remarks),
      el("p", { class: "finish__acts" }, act("作为新草稿打开，接着填", open, "act act--main"))];
  }

  async function readFile(page, file) {
    const place = page.place.querySelector("#opened");
    put(place, el("p", {}, `正在读“${file.name}”……`));
    try {
      put(place, shownFile(page, await filling.files.opened(page.form, file)));
    } catch (fault) {
      if (!(fault instanceof Lawbook.forms.Refusal)) throw fault;
      put(place, el("h2", {}, "这个文件不能用"), fault.problems.map((line) => el("p", { class: "refused" }, line)));
    }
  }

  function hearFiles(page) {
    const drop = page.place.querySelector("#drop");
    const input = page.place.querySelector("#file");
    input.addEventListener("change", () => input.files[0] && readFile(page, input.files[0]));
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      page.place.querySelector("#drafts-box").open = true;
      drop.classList.add("drop--over");
    });
    document.addEventListener("dragleave", (event) =>
      event.relatedTarget || drop.classList.remove("drop--over"));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("drop--over");
      drop.scrollIntoView();
      if (event.dataTransfer.files[0]) readFile(page, event.dataTransfer.files[0]);
    });
  }

  function tryExample(page, name, tree) {
    const { answers } = Lawbook.forms.reading(page.form, tree);
    const { title, mark } = answers;
    page.fresh(filling.stateOfAnswers(answers), { name: `试填：${title || name}`, head: { title, mark } });
    told("已按示例新建一份草稿。全文虚构，只供学写法；每页印有“虚构示例”标注。");
  }

  function tried(page) {
    filling.tried(page.place, (name, tree) => tryExample(page, name, tree));
  }

  function open(page) {
    const answers = filling.taken();
    const last = page.kept().find((one) => !one.broken);
    tried(page);
    if (answers) {
      const { state, from } = filling.known(page.place, answers);
      const count = Object.keys(state).length;
      page.fresh(state, { from, name: "程序导航带来的申请" });
      told(`已新建一份草稿，按程序导航的回答填好 ${count} 栏；每一栏下面写明了来自哪个回答，请核对。`);
    } else if (last) {
      page.load(last);
      told(`已打开上次的草稿“${last.name || "未命名"}”（${filling.moment(last.saved)} 保存）。`);
    } else page.fresh();
  }

  function begin() {
    const place = document.getElementById("fill");
    if (!place) return;
    const form = Lawbook.forms.form(place.dataset.form);
    place.classList.add("fill--on");
    place.querySelectorAll(".desk, .bar, .finish, .step__ways, [data-act=add]").forEach((one) => (one.hidden = false));
    place.querySelectorAll("fieldset.step__fields").forEach((one) => (one.disabled = false));
    const page = filling.page(place, form);
    filling.previews(page.entries);
    filling.calendars(place);
    filling.grounds(place);
    hearEntries(page);
    hearButtons(page);
    hearFiles(page);
    window.addEventListener("hashchange", () => {
      tried(page);
      filling.look(place, page.entries);
    });
    open(page);
  }

  document.addEventListener("DOMContentLoaded", begin);
  Object.assign(filling, { begin });
})();
