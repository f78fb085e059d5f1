// The list of duties as a page: limits in the address, just what is shown to take away or print.
/** @import { Duty, Obligations, Pair, Tool } from "./extracts" */
import { basis, judged, link, mark } from "./common-basis.js";
import { el, put } from "./common-elements.js";
import { button, copyLink, follow, go, save as saveFile, start } from "./common-page.js";
import { csv } from "./common-text.js";
import { DUTY_HEADER, FORCES, LIMITS, choices, duties, dutyRow, limitsOf, plainly } from "./obligations-select.js";
import { EXCEL, xlsx } from "./common-xlsx.js";

/**
 * @typedef {object} Parts
 * @property {[string, HTMLSelectElement][]} selects
 * @property {HTMLElement} form
 * @property {HTMLElement} answer
 * @property {HTMLElement} count
 */

const COLUMNS = ["号", "谁", "做什么", "什么时候", "环节、主题", "依据"];
const EMPTY = ["决定", "备注"];
// In letters, half a character each; together as wide as a sheet of A4 lying.
const WIDTHS = [12, 6, 8, 10, 6, 8, 36, 16, 24, 18, 14, 8, 10];

// Said once: most sentences have the word themselves.
/** @param {Duty} duty */
function force(duty) {
  const word = FORCES[duty.force];
  return duty.what.includes(word) ? "" : el("span", { class: "force force--" + duty.force }, word);
}

// Behind a condition, where a reader would say it: 没有委员会的，应当委托服务中心。 (wording.py)
/** @param {Duty} duty */
function told(duty) {
  const [first] = duty.what.match(/^[^。；：]*?(?:的|时|后|单位|人员)，/) || [""];
  const word = force(duty);
  return [first, word, first || !word ? "" : " ", duty.what.slice(first.length)];
}

// The number that the whole list below gives it, so that both can be read side by side.
/** @param {Duty} duty */
function numberOf(duty) {
  const below = document.querySelector(`#duty-${CSS.escape(duty.key)} .sheet__number`);
  return Number(below && below.textContent);
}

/** @param {Duty} duty */
function numbered(duty) {
  const words = String(numberOf(duty));
  return el("a", { href: "#duty-" + duty.key, "aria-label": `全表第${words}项` }, words);
}

/** @param {Tool<Obligations>} tool @param {Duty} duty */
function row(tool, duty) {
  /** @param {string | false | undefined} words */
  const hint = (words) => words && el("small", { class: "sheet__note" }, words);
  const limit = duty.deadline && [" ", link(tool, `tools/deadlines/#deadline-${duty.deadline}`, "期限")];
  const units = duty.responsible.length > 0 && "责任单位：" + duty.responsible.join("、");
  return el("tr", {}, el("td", { class: "sheet__number" }, numbered(duty)),
    el("td", { "data-label": "谁" }, duty.who.map((key) => tool.data.roles[key]).join("、"),
      duty.place === tool.data.national ? "" : el("small", { class: "sheet__note" }, duty.place)),
    el("td", { "data-label": "做什么" },
      ...told(duty), mark(tool, duty.confidence), " ", judged(duty), hint(duty.note) || ""),
    el("td", { "data-label": "什么时候" }, duty.when, limit || ""),
    el("td", { "data-label": "环节、主题" }, `${duty.stage}、${duty.topic}`),
    el("td", { "data-label": "依据" }, basis(tool, duty, false), hint(units) || ""),
    EMPTY.map(() => el("td", { class: "sheet__empty" })));
}

/** @param {Tool<Obligations>} tool @param {Duty[]} listed */
function table(tool, listed) {
  const head = [
    ...COLUMNS.map((words) => el("th", { scope: "col" }, words)),
    ...EMPTY.map((words) => el("th", { scope: "col", class: "sheet__empty" }, words)),
  ];
  const sorted = [...listed].sort((duty, other) => numberOf(duty) - numberOf(other));
  return el("table", { class: "sheet sheet--found" },
    el("caption", { class: "unseen-words" }, "符合条件的职责与权利"),
    el("thead", {}, el("tr", {}, head)),
    el("tbody", {}, sorted.map((duty) => row(tool, duty))));
}

/** @param {Tool<Obligations>} tool @param {Map<string, string>} wanted */
function named(tool, wanted) {
  return [...wanted].flatMap(([name, value]) =>
    choices(tool.data, name).filter(([known]) => known === value).map(([, label]) => label));
}

/**
 * @param {Tool<Obligations>} tool
 * @param {Map<string, string>} wanted
 * @returns {Record<string, () => [string, BlobPart]>}
 */
function exported(tool, wanted) {
  const listed = duties(tool.data, wanted);
  const rows = [DUTY_HEADER, ...listed.map((duty) => dutyRow(tool, duty))];
  const sheet = rows.map((cells, n) => [...cells, ...(n === 0 ? EMPTY : ["", ""])]);
  const plain = JSON.stringify(listed.map(plainly), null, 2) + "\n";
  return {
    xlsx: () => [EXCEL, xlsx("职责与权利清单", sheet, WIDTHS)],
    csv: () => ["text/csv;charset=utf-8", csv(rows)],
    json: () => ["application/json", plain],
  };
}

/** @param {Tool<Obligations>} tool @param {Map<string, string>} wanted */
function files(tool, wanted) {
  const kinds = exported(tool, wanted);
  const name = ["职责与权利清单", ...named(tool, wanted)].join("-");
  /** @param {string} kind */
  const save = (kind) => () => saveFile(`${name}.${kind}`, ...kinds[kind]());
  return el("div", { class: "tool__buttons" },
    button("下载 Excel（.xlsx）", save("xlsx"), true), button("下载 CSV", save("csv")),
    button("下载 JSON", save("json")), button("打印审查表", () => window.print()),
    button("复制链接", copyLink));
}

// Each choice says how many duties it would leave, given the other limits.
/** @param {Tool<Obligations>} tool @param {Map<string, string>} wanted @param {string} name */
function options(tool, wanted, name) {
  const others = new Map([...wanted].filter(([key]) => key !== name));
  const listed = duties(tool.data, others);
  /** @param {string} value */
  const count = (value) => duties({ obligations: listed }, new Map([[name, value]])).length;
  return [el("option", { value: "" }, `全部（${listed.length}）`),
    ...choices(tool.data, name)
      .map(([value, label]) => ({ value, label, left: count(value) }))
      .filter(({ value, left }) => left > 0 || wanted.get(name) === value)
      .map(({ value, label, left }) => el("option", { value }, `${label}（${left}）`))];
}

/** @param {[string, HTMLSelectElement][]} selects */
function limits(selects) {
  /** @returns {Pair[]} */
  const chosen = () => selects.map(([name, select]) => [name, select.value]);
  const form = el("form", { class: "asks asks--limits", "aria-label": "筛选", novalidate: true },
    selects.map(([name, select]) => el("div", { class: "ask" },
      el("label", { for: select.id }, LIMITS[name]), select)));
  form.addEventListener("change", () => go(chosen()));
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

/** @param {Tool<Obligations>} tool @param {Parts} parts @param {Pair[]} pairs */
function show(tool, parts, pairs) {
  const wanted = limitsOf(tool.data, pairs);
  if (!parts.form.isConnected) put(tool.host, parts.form, parts.count, parts.answer);
  for (const [name, select] of parts.selects) {
    put(select, options(tool, wanted, name));
    select.value = wanted.get(name) || "";
  }
  const listed = duties(tool.data, wanted);
  // A narrowed list shows itself only; the whole list comes back with the last limit gone.
  tool.mount.classList.toggle("tool--narrowed", wanted.size > 0);
  document.body.classList.toggle("narrowed", wanted.size > 0); // its contents name what is hidden
  parts.count.textContent = [...named(tool, wanted), `共${listed.length}项`].join("，") +
    (wanted.size === 0 ? "，全部列在下面；选一个条件，就只列符合的。" : "。");
  put(parts.answer, files(tool, wanted), wanted.size > 0 && table(tool, listed));
}

start("obligations", (/** @type {Tool<Obligations>} */ tool) => {
  /** @type {[string, HTMLSelectElement][]} */
  const selects = Object.keys(LIMITS).map((name) => [name, el("select", { id: "limit-" + name })]);
  const parts = { selects, form: limits(selects), answer: el("div", { class: "answer" }),
    count: el("p", { class: "count", role: "status" }) };
  follow(tool, (pairs) => show(tool, parts, pairs));
  // Who follows a number to the whole list wants to see it.
  window.addEventListener("hashchange", () => {
    const node = document.getElementById(location.hash.slice(1));
    if (!node) return;
    show(tool, parts, []); // what the limits say and what is shown are never two things
    node.scrollIntoView();
  });
});
