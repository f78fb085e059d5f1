// A file that someone chose or dropped: checked first, opened as a draft if they want it.
/** @import { Opened, Page } from "./types" */
import { Refusal } from "../forms/answers.js";
import { el, pick, put } from "../tools/common-elements.js";
import { told } from "./draft_list.js";
import { act } from "./entries.js";
import { files as formFiles } from "./files.js";
import { FINE, left, listed, tally } from "./remarks.js";

/** @param {Page} page @param {Opened} read */
function shownFile(page, read) {
  const open = () => {
    page.fresh(read.state, {
      name: read.answers.title || read.begun ? "" : read.name.replace(/\.[^.]*$/, ""),
      head: { title: read.answers.title, mark: read.answers.mark },
    });
    put(pick(page.host, "#opened"));
    /** @type {HTMLDetailsElement} */ (pick(page.host, "#drafts-box")).open = false;
    page.steps.first();
    told(`已把“${read.name}”作为新草稿打开。`);
  };
  const head = read.begun ? `用“${read.name}”开头` : `检查“${read.name}”：${tally(read.remarks)}`;
  return [el("h2", { tabindex: "-1" }, head),
    read.notes.map((note) => el("p", {}, `提示：${note}`)),
    read.remarks.length === 0 && !read.begun && el("p", {}, FINE),
    !read.begun && left(page.form),
    listed(read.remarks),
    el("p", { class: "finish__acts" }, act("作为新草稿打开，接着填", () => page.leave(open), "act act--main"))];
}

// Where the file of another form is read; a file that stands alone has no page to lead to.
/** @param {Page} page @param {string} key */
function elsewhere(page, key) {
  const other = page.form.data.known.find((known) => known.key === key);
  if (!other) return null;
  const { forms } = page.host.dataset;
  const title = `《${other.title}》`;
  if (!forms) return el("p", {}, `请打开${title}的单文件（${key}.html），在那里再选一次这个文件。`);
  return el("p", {}, el("a", { href: `${forms}${key}/` }, `到${title}的填写页面`), "，在那里再选一次这个文件。");
}

/** @param {Page} page @param {File} file @param {unknown} fault */
function refusal(page, file, fault) {
  const ours = fault instanceof Refusal;
  if (!ours) window.setTimeout(() => { // a bug of this page: shown, and still a bug
    throw fault;
  });
  const lines = ours ? fault.problems : [`${file.name}: 读这个文件时本页出错；请另存为 .docx 再试`];
  return [el("h2", { tabindex: "-1" }, "这个文件不能用"),
    lines.map((line) => el("p", { class: "refused" }, line)),
    ours && elsewhere(page, /** @type {Refusal & {other: string}} */ (fault).other)];
}

let latest = 0; // of files chosen one after the other, only the last is shown

// Files of other forms with which this one begins, taken together; null where they are something else.
/** @param {Page} page @param {File[]} files */
const together = (page, files) =>
  Promise.all(files.map((file) => formFiles.opened(page.form, file)))
    .then((read) => formFiles.joined(page.form, read)).catch(() => null);

/** @param {Page} page @param {File[]} files */
async function readFiles(page, [file, ...others]) {
  const mine = (latest += 1);
  const node = pick(page.host, "#opened");
  put(node, el("p", {}, `正在读“${file.name}”……`));
  const all = others.length > 0 && await together(page, [file, ...others]);
  const shown = all ? shownFile(page, all) : await formFiles.opened(page.form, file)
    .then((read) => shownFile(page, read)).catch((fault) => refusal(page, file, fault));
  if (mine !== latest) return;
  const more = others.length > 0 && !all && el("p", {}, `一次只看一份：另外 ${others.length} 份没有读，请逐份拖入。`);
  put(node, more, shown);
  const head = pick(node, "h2");
  head.focus({ preventScroll: true });
  head.scrollIntoView();
}

// Text that is dragged from one place of the page to another is none of our business.
/** @param {DragEvent} event */
function bringsFiles({ dataTransfer }) {
  return dataTransfer !== null && Array.from(dataTransfer.types).includes("Files");
}

/** @param {Page} page */
export function hearFiles(page) {
  const drop = pick(page.host, "#drop");
  const input = /** @type {HTMLInputElement} */ (pick(page.host, "#file"));
  input.addEventListener("change", () => {
    const files = [.../** @type {FileList} */ (input.files)];
    input.value = ""; // a file that was mended and is chosen again is read again
    if (files.length > 0) readFiles(page, files);
  });
  document.addEventListener("dragover", (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    /** @type {HTMLDetailsElement} */ (pick(page.host, "#drafts-box")).open = true;
    drop.classList.add("drop--over");
  });
  document.addEventListener("dragleave", (event) =>
    event.relatedTarget || drop.classList.remove("drop--over"));
  document.addEventListener("drop", (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    drop.classList.remove("drop--over");
    const files = [.../** @type {DataTransfer} */ (event.dataTransfer).files];
    if (files.length > 0) readFiles(page, files);
  });
}
