// The switch for whoever wants nothing stored in this browser: kept for this copy, told before it deletes.
/** @import { Page } from "./types" */
import { pick } from "../tools/common-elements.js";
import { sure, told } from "./draft_list.js";

export const ALONE = "写的内容只在这个窗口里，关闭前请点“保存答案文件”或者下载 Word。";

/** @param {Page} page */
function question(page) {
  const [mine, others] = [page.kept().length, page.others().length];
  const gone = mine > 0 ? `这里存的 ${mine} 份草稿会从浏览器中删除，删除后找不回来；眼前这份留在窗口里。` : "";
  const left = others > 0 ? `其他文件的 ${others} 份不受影响，要删请到草稿列表里逐份删除。` : "";
  return `不在浏览器中保存？${gone}以后${ALONE}${left}`;
}

/** @param {Page} page */
function stop(page) {
  const noted = page.book.stop();
  page.autosave.unstored();
  told(`已停止保存。${ALONE}${noted ? "" : "这个选择没能记下，下次打开要再选。"}`);
}

/** @param {Page} page */
function resume(page) {
  page.book.resume();
  if (!page.blank()) page.autosave.touched();
  page.autosave.save();
  page.shownSaved(page.autosave.draft());
  told("已恢复在浏览器中保存。");
}

/** @param {Page} page */
export function hearSwitch(page) {
  const box = /** @type {HTMLInputElement} */ (pick(page.host, "#unkept"));
  const show = () => (box.checked = page.book.off());
  pick(page.host, "#on-disk").hidden = location.protocol !== "file:";
  box.addEventListener("change", () => {
    const wanted = box.checked;
    show(); // it stands as it is until the question is answered
    if (!wanted) resume(page);
    else sure(question(page), "停止保存", () => {
      stop(page);
      show();
    });
    show();
  });
  window.addEventListener("storage", (event) => {
    if (!page.book.isSwitch(event.key)) return;
    show();
    if (page.book.off()) page.autosave.unstored();
    else page.autosave.save();
    page.shownSaved(page.autosave.draft());
  });
  window.addEventListener("pageshow", show); // behind the back button a page heard of nothing
  document.addEventListener("visibilitychange", show);
  show();
}
