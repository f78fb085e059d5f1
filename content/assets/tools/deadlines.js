// The calculator as a page: what was asked stands in the address, the answer below the form.
import { el, put } from "./common-elements.js";
import { follow, go, start } from "./common-page.js";
import { Problem, short } from "./common-text.js";
import { reckoned } from "./deadlines-book.js";
import { dueForm } from "./deadlines-form.js";
import { dueResult } from "./deadlines-result.js";

const OWN = "at-"; // a start of its own: at-re-decision=2026-03-05
function choices(book) {
  return { listed: ["", "yes", "no"], place: ["", ...book.places.map((one) => one.key)] };
}

function wantedOf(book, pairs) {
  const known = choices(book);
  const wanted = { trigger: "", date: "", time: "", listed: "", place: "", project: "" };
  const starts = new Map();
  for (const [key, value] of pairs) {
    if (key.startsWith(OWN)) starts.set(key.slice(OWN.length), value);
    else if (!Object.keys(wanted).includes(key)) {
      throw new Problem(`链接中的“${short(key)}”看不懂，请从头开始。`);
    } else if (known[key] && !known[key].includes(value)) {
      throw new Problem(`链接中的“${short(value)}”看不懂，请从头开始。`);
    } else wanted[key] = Array.from(value).slice(0, 200).join("");
  }
  return { ...wanted, starts };
}

function pairsOf({ starts, ...wanted }) {
  const own = [...starts].map(([key, value]) => [OWN + key, value]);
  return [...Object.entries(wanted), ...own];
}

function refused(parts, fault) {
  if (!(fault instanceof Problem)) throw fault;
  const look = { class: "notice notice--warn tool__fault", role: "alert" };
  put(parts.answer, el("div", look, el("p", {}, fault.message)));
}

function answer(tool, parts, wanted) {
  const choose = (key, value) => {
    const starts = new Map([...wanted.starts, [key, value]]);
    move(tool, parts, { ...wanted, starts });
  };
  return dueResult(tool, wanted, choose);
}

// What cannot be reckoned is said at once and does not become a link.
function move(tool, parts, wanted) {
  try {
    reckoned(tool.data, wanted);
    go(pairsOf(wanted));
  } catch (fault) {
    refused(parts, fault);
  }
}

// A link that names only the moment fills the form and waits for the date.
function show(tool, parts, pairs, moved) {
  const wanted = wantedOf(tool.data, pairs);
  if (!parts.form.isConnected) put(tool.place, parts.form, parts.answer);
  put(parts.answer);
  parts.fill(wanted);
  if (!pairs.some(([key]) => key === "date" || key === "time")) return;
  try {
    put(parts.answer, answer(tool, parts, wanted));
    if (moved) parts.answer.querySelector(".asked").focus();
  } catch (fault) {
    refused(parts, fault);
  }
}

start("deadlines", (tool) => {
  const parts = { answer: el("div", { class: "answer" }) };
  const ask = (values) => move(tool, parts, { ...values, starts: new Map() });
  Object.assign(parts, dueForm(tool.data, ask));
  follow(tool, (pairs, moved) => show(tool, parts, pairs, moved));
});
