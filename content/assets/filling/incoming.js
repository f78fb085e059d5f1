// A file that someone chose or dropped: checked first, opened as a draft if they want it.
(function () {
  "use strict";
  const Lawbook = (window.Lawbook = window.Lawbook || {});
  const filling = (Lawbook.filling = Lawbook.filling || {});
  const { el } = Lawbook;
  const { told, put, act } = filling;

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
      el("p", { class: "finish__acts" }, act("作为新草稿打开，接着填", () => page.leave(open), "act act--main"))];
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

  Object.assign(filling, { hearFiles });
})();
