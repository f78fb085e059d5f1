// Whether a date has passed or a period is running: true only on the day of reading, so the pages
// hold the dates and this adds the rest. Days are counted in Beijing, as in the deadlines tool.

const today = Math.floor((Date.now() / 3600000 + 8) / 24);

/** @param {string} text */
function day(text) {
  return Date.parse(text) / 86400000;
}

/** @param {string} selector @param {(data: Record<string, string>) => string} words */
function add(selector, words) {
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector)).forEach((node) => {
    node.textContent = "（" + words(/** @type {Record<string, string>} */ (node.dataset)) + "）";
  });
}

/** @param {number} end @param {string} words */
function untilEnd(end, words) {
  return end === today ? "今天" + words : "还有" + (end - today) + "天" + words;
}

add("[data-due]", (data) => {
  const due = day(data.due);
  return today > due ? "已截止" : untilEnd(due, "截止");
});

add("[data-from][data-to]", (data) => {
  const start = day(data.from), end = day(data.to);
  if (today < start) return "还有" + (start - today) + "天开始";
  return today > end ? "已结束" : "进行中，" + untilEnd(end, "结束");
});
