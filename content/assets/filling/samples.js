// How the examples wrote a field: read when somebody asks, and only on the site, which has them.
/** @import { Answers, Field, Form } from "../forms/types" */
/** @import { Entries } from "./types" */
import { reading } from "../forms/answers.js";
import { brought, missing } from "../shell/data.js";
import { el, every, put } from "../tools/common-elements.js";
import { shown } from "./preview.js";

const KINDS = ["text", "long_text", "rows", "choices"];

/** @typedef {(name: string) => Promise<Answers | null>} Load */

// The answers of an example; null where they do not come.
/** @param {HTMLElement} host @param {Form} form @returns {Load} */
const loader = (host, form) => (name) =>
  brought(`examples/${name}`, `${host.dataset.examples}${name}.js`)
    .then((tree) => reading(form, tree).answers, () => null);

/** @param {Field} field @param {string} title @param {Answers | null} answers */
function sample(field, title, answers) {
  const value = answers && answers.values[field.key];
  if (!value) return null;
  const look = { class: "paper", tabindex: "0", role: "group", "aria-label": `示例：${title}` };
  return [el("p", { class: "sample__of" }, title), el("div", look, shown(field, value, ""))];
}

/** @param {HTMLElement} box @param {Field} field @param {[string, string][]} examples
 * @param {Load} load */
async function open(box, field, examples, load) {
  const all = await Promise.all(examples.map(([name]) => load(name)));
  const made = examples.map(([, title], n) => sample(field, title, all[n])).filter(Boolean);
  const none = all.includes(null) ? missing("示例没有读到，请检查网络后再打开。") : "示例没有写这一栏。";
  put(box, made.length > 0 ? made : el("p", {}, none));
}

/** @param {HTMLElement} host @param {Form} form @param {Entries} entries */
export function samples(host, form, entries) {
  const links = every(host, ".desk__examples > li");
  /** @type {[string, string][]} */
  const examples = links.map((link) => [link.id.slice("example-".length), link.textContent]);
  if (!host.dataset.examples || examples.length === 0) return;
  const load = loader(host, form);
  for (const { key, kind, node } of entries.all.filter((entry) => KINDS.includes(entry.kind))) {
    const box = el("div", {}, el("p", {}, "正在读示例……"));
    const made = el("details", { class: "quest__sample" }, el("summary", {}, "看示例"), box);
    made.addEventListener("toggle", () => made.open && open(box, form.field(key), examples, load));
    node.insertBefore(made, node.querySelector(kind === "rows" ? ".rows" : ".quest__grounds"));
  }
}
