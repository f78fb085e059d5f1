// The report of an error, put together in the page; nothing is sent anywhere.
import { say } from "./permalink.js";

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

function begin() {
  const form = document.querySelector("[data-report]");
  if (!form) return;
  const text = document.getElementById("report-text");
  if (!text) return;
  const first = (text.textContent || "").split("\n")[0];
  const fields = [
    ["条款编号：", "report-citation"],
    ["页面地址：", "report-page"],
    ["现在的写法：", "report-now"],
    ["应当的写法和依据：", "report-should"]
  ];

  const write = () => {
    text.textContent = [first].concat(fields.map((field) => {
      return field[0] + input(field[1]).value;
    })).join("\n") + "\n";
  };

  /** @param {string} id @param {string} value */
  function fill(id, value) {
    if (value) input(id).value = value;
  }

  const at = new URLSearchParams(location.search).get("at") || location.hash.slice(1);
  // A citation and nothing else: the address bar is no place to write a report from.
  if (/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(at) && at.indexOf("/") > 0) {
    fill("report-citation", at);
    if (document.referrer.indexOf(location.origin + "/") === 0) {
      fill("report-page", document.referrer);
    }
  }

  /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[hidden]")).forEach((part) => { part.hidden = false; });
  form.addEventListener("input", write);
  const copy = form.querySelector(".report__copy");
  if (copy) copy.addEventListener("click", () => {
    navigator.clipboard.writeText(text.textContent || "").then(
      () => { say("报告已复制"); },
      () => { say("未能复制，请选中文字复制"); }
    );
  });
  write();
}

begin();
