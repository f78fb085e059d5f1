// What is asked: the moment, its date, whether the activity is on the list, the place.
/** @import { Asked, Deadlines } from "./extracts" */
import { el, openCalendar } from "./common-elements.js";
import { button } from "./common-page.js";
import { shownDay } from "./deadlines-count.js";
import { today } from "./deadlines-result.js";

const LISTED = [["", "不清楚"], ["yes", "列入"], ["no", "未列入"]];

/** @param {string} label @param {HTMLElement} control @param {string} [help] */
function field(label, control, help) {
  const about = control.id + "-help";
  if (help) control.setAttribute("aria-describedby", about);
  return el("div", { class: "ask" }, el("label", { for: control.id }, label), control,
    help && el("small", { id: about }, help));
}

/** @param {string} id @param {string[][]} options */
function select(id, options) {
  return el("select", { id }, options.map(([value, words]) => el("option", { value }, words)));
}

// The browser's own calendar beside a field that also takes 2026年12月1日.
/** @param {HTMLInputElement} input */
function withCalendar(input) {
  const native = el("input", { type: "date", tabindex: "-1", "aria-hidden": "true" });
  native.addEventListener("input", () => (input.value = native.value));
  const open = button("选日期", () => openCalendar(native, input));
  return el("div", { class: "ask__date" }, input, el("span", { class: "ask__native" }, native), open,
    button("今天", () => (input.value = shownDay(today()))));
}

// The places with deadlines of their own, and everywhere else.
/** @param {Deadlines} book @returns {string[][]} */
function places(book) {
  const elsewhere = `${book.places.map((place) => place.label).join("、")}以外`;
  return [["", elsewhere], ...book.places.map((place) => [place.key, place.label])];
}

/** @param {Deadlines} book */
function controls(book) {
  const triggers = [["", "请选择"], ...book.triggers.map((trigger) => [trigger.key, trigger.label])];
  const date = { id: "due-date", type: "text", autocomplete: "off", placeholder: "2026-12-01" };
  return {
    trigger: select("due-trigger", triggers),
    date: el("input", date),
    time: el("input", { id: "due-time", type: "time" }),
    listed: select("due-listed", LISTED),
    place: select("due-place", places(book)),
    project: el("input", { id: "due-project", type: "text", autocomplete: "off", maxlength: "60" }),
  };
}

// Gives the form and ``fill(wanted)``; ``ask(values)`` is called when it is submitted.
/** @param {Deadlines} book @param {(values: Asked) => void} ask */
export function dueForm(book, ask) {
  const made = controls(book);
  const timed = field("时刻（北京时间）", made.time);
  const dated = el("div", { class: "ask" }, el("label", { for: "due-date" }, "日期"),
    withCalendar(made.date));
  /** @param {string} key */
  const whether = (key) => book.triggers.some((trigger) => trigger.key === key && trigger.time);
  const adjust = () => (timed.hidden = !whether(made.trigger.value));
  const form = el("form", { class: "asks", "aria-label": "算日期", novalidate: true },
    field("发生了什么", made.trigger), dated, timed,
    field("是否列入专家复核清单", made.listed), field("单位在哪里", made.place),
    field("项目名称", made.project, "写进日历和表格，可以不填；不会发送到任何地方。"),
    el("div", { class: "tool__buttons" }, button("计算", null, true)));
  made.trigger.addEventListener("change", adjust);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { trigger, date, time, listed, place, project } = made;
    ask({ trigger: trigger.value, date: date.value, time: time.value, listed: listed.value, place: place.value,
      project: project.value });
  });
  /** @param {Asked} wanted */
  const fill = (wanted) => {
    for (const [key, input] of Object.entries(made)) input.value = wanted[/** @type {keyof Asked} */ (key)];
    adjust();
  };
  return { form, fill };
}
