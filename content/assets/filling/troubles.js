// What happens to a draft, each with its sentence and what can be done about it.
/** @import { Acts, Draft, Say } from "./types" */
import { clock, warned } from "./draft_list.js";
import { act } from "./entries.js";

// ``acts``: again() saves once more, keep() exports, open(draft), both() keeps both,
// saved(draft) shows the time.
/** @param {Acts} acts @returns {Say} */
export function troubles(acts) {
  let troubled = false;

  /** @param {Draft} draft */
  function until(draft) {
    return draft && draft.saved ? `${clock(draft.saved)} 以后写的` : "写的内容";
  }

  /** @param {string} words */
  function trouble(words) {
    if (troubled) return; // told once; every keystroke tries again
    troubled = true;
    warned(words, act("再存一次", acts.again), act("保存答案文件", acts.keep));
  }

  /** @param {Draft} draft */
  function saved(draft) {
    if (troubled) warned("");
    troubled = false;
    acts.saved(draft);
  }

  // It was chosen, so it is no trouble; the time shows that nothing is stored.
  return {
    saved,
    off: saved,
    /** @param {Draft} draft */
    full: (draft) => trouble(`浏览器存草稿的空间满了，${until(draft)}还没有存下来，不要关闭本页。` +
      "请先保存答案文件，再删除不用的草稿，然后再存一次。"),
    closed: () => trouble("这个浏览器不让本页存草稿（可能是无痕窗口，或者设置里禁止了网站数据）。" +
      "写的内容只在这个窗口里，关闭前请下载 Word 或者保存答案文件。"),
    /** @param {string} name */
    forked: (name) => warned("这份草稿在另一个窗口也改过。为免互相覆盖，本窗口写的已另存为" +
      `“${name}”，接着改的是这一份；两份都在草稿列表里。`),
    /** @param {string} name */
    again: (name) => warned(`草稿“${name || "未命名"}”在另一个窗口被删除了；本窗口的内容已重新保存。`),
    /** @param {string} name */
    gone: (name) => warned(`草稿“${name || "未命名"}”在另一个窗口被删除了。` +
      "本窗口的内容还在，接着写就会重新保存；不要了，关闭窗口即可。"),
    /** @param {Draft} other */
    elsewhere: (other) => warned("这份草稿正在另一个窗口里填写，" +
      `那边 ${clock(other.saved)} 存过。请只在一个窗口里写。`,
    act("换成那边的内容", () => acts.open(other)), act("两份都留", acts.both)),
  };
}
