// A paper that was begun on 委员会工作台 leads back there, where it is taken into its case.
import { el, put } from "../tools/common-elements.js";

// ``draft.desk`` is [words, state of the page in its address]; other pages write drafts too.
/** @param {HTMLElement} host @param {{desk?: string[]} | null} draft */
export function showBack(host, draft) {
  const node = document.getElementById("state-desk");
  if (!node || !host.dataset.forms) return;
  const [words, state] = draft && Array.isArray(draft.desk) ? draft.desk : [];
  const known = typeof words === "string" && typeof state === "string";
  put(node, known && el("a", { href: `${host.dataset.forms}../tools/committee/#${state}` }, `← 写好了，回到${words}`));
}
