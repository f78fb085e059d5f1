// What happens to a folder, each with its sentence and what can be done about it.
/** @import { Draft } from "../filling/types" */
import { clock, told, warned } from "../filling/draft_list.js";
import { act } from "../filling/entries.js";

/**
 * @typedef {{again: () => void, keep: () => void, open: (draft: Draft) => void, both: () => void, idle: () => boolean,
 *   saved: (words: string) => void}} Deeds
 */

// ``acts``: again() saves once more, keep() takes it out as a file, open(draft), both() keeps both,
// idle() whether nothing is being written on the page, saved(words) shows when it was saved.
/** @param {Deeds} acts */
export function troubles(acts) {
  let troubled = false;
  /** @param {Draft | null} draft */
  const since = (draft) => (draft && draft.saved ? `${clock(draft.saved)} 以后的改动` : "案卷");

  /** @param {string} words */
  function trouble(words) {
    if (troubled) return; // told once; every change tries again
    troubled = true;
    acts.saved("没有存下来");
    warned(words, act("再存一次", acts.again), act("保存为文件", acts.keep));
  }

  /** @param {Draft | null} draft */
  function saved(draft) {
    if (troubled) warned("");
    troubled = false;
    acts.saved(draft && draft.saved ? `✓ ${clock(draft.saved)} 已存在本机` : "");
  }

  /** @param {Draft} draft */
  const full = (draft) => trouble(`浏览器的空间满了，${since(draft)}还没有存下来，不要关闭本页。` +
    "请先“保存为文件”，再删除不用的案卷夹或者草稿，然后再存一次。");
  return {
    saved, off: saved, full, lost: full,
    saving: () => acts.saved("正在保存……"),
    closed: () => trouble("这个浏览器不让本页存数据（可能是无痕窗口，或者设置里禁止了网站数据）。" +
      "案卷只在这个窗口里，关闭前请“保存为文件”。"),
    /** @param {string} name */
    forked: (name) => warned("这个案卷夹在另一个窗口也改过。为免互相覆盖，本窗口的已另存为" +
      `“${name}”，接着改的是这一个；两个都在“更多”里。`),
    /** @param {string} name */
    again: (name) => warned(`案卷夹“${name}”在另一个窗口被删除了；本窗口的内容已重新保存。`),
    /** @param {string} name */
    gone: (name) => warned(`案卷夹“${name}”在另一个窗口被删除了。本窗口的内容还在，接着办就会重新保存。`),
    /** @param {Draft} other */
    elsewhere: (other) => {
      if (acts.idle()) {
        acts.open(other);
        told("另一个窗口刚改过这个案卷夹，本页已换成最新的。");
        return;
      }
      warned(`这个案卷夹在另一个窗口里 ${clock(other.saved)} 改过。`,
        act("换成那边的内容", () => acts.open(other)), act("两份都留", acts.both));
    },
  };
}
