// The self-test as a page: each answer is a step in the address, so back, reload and links work.
/** @import { Navigator, Pair, Question, Result, Route, Tool } from "./extracts" */
import { add, el, put } from "./common-elements.js";
import { address, focused, follow, go, start } from "./common-page.js";
import { Problem } from "./common-text.js";
import { asked } from "./navigator-question.js";
import { result } from "./navigator-result.js";
import { fitting, pairsBy, route as routeOf } from "./navigator-route.js";

// The answers on the way, then those kept aside for questions that may yet be asked.
/** @param {{said: Route["said"], unused: string[]}} route @param {Pair[]} kept */
function pairsOf(route, kept) {
  const used = pairsBy(route.said);
  return [...used, ...kept.filter(([key]) => route.unused.includes(key))];
}

/** @param {Tool<Navigator>} tool @param {Route} route @param {Pair[]} pairs */
function acts(tool, route, pairs) {
  /** @param {string} key */
  const without = (key) => pairsOf(route, pairs).filter(([name]) => name !== key);
  /** @param {string} key */
  const answer = (key) => {
    if (!route.question) return;
    const next = fitting(tool.data, [...pairsOf(route, pairs), [route.question.key, key]]);
    const after = routeOf(tool.data, next);
    go(after.question ? next : pairsOf({ ...after, unused: [] }, []));
  };
  const last = route.said[route.said.length - 1];
  const back = last && (() => go(without(last.question.key)));
  /** @param {Question} question */
  const change = (question) => el("a", {
    class: "given__link", href: address(without(question.key)) || "#",
    "aria-label": `修改：${question.ask}`,
  }, "修改");
  return { answer, back, change, restart: () => { remembered.clear(); go([]); } };
}

// What was answered since the page was opened: a question that comes back shows its answer.
/** @type {Map<string, string>} */
const remembered = new Map();

/** @param {Tool<Navigator>} tool @param {HTMLElement} status @param {Pair[]} pairs @param {boolean} moved */
function show(tool, status, pairs, moved) {
  const route = routeFor(tool, pairs);
  pairs.forEach(([key, value]) => remembered.set(key, value));
  const act = acts(tool, route, pairs);
  const { question } = route;
  // Without a question there is a verdict.
  const made = question ? asked(tool, { ...route, question }, act, remembered)
    : result(tool, /** @type {Result} */ (route), act);
  put(tool.host, made);
  status.textContent = route.question
    ? `第${pairsBy(route.said).length + 1}个问题` : `已有结果：${route.heading}`;
  if (moved) focused(tool.host);
}

// A fault of one answer leads back to its question, with the other answers kept.
/** @param {Tool<Navigator>} tool @param {Pair[]} pairs */
function routeFor(tool, pairs) {
  try {
    return routeOf(tool.data, pairs);
  } catch (fault) {
    if (fault instanceof Problem && fault.at) fault.rest = pairs.filter(([key]) => key !== fault.at);
    throw fault;
  }
}

// Links of an older version held the answers before the # sign.
/** @param {Tool<Navigator>} tool */
function outdated(tool) {
  const known = [...new URLSearchParams(location.search).keys()]
    .some((key) => tool.data.questions.some((question) => question.key === key));
  return known && el("p", { class: "notice", role: "status" },
    "这是旧式链接，问号后面的回答没有采用；请从下面的问题开始。");
}

start("navigator", (/** @type {Tool<Navigator>} */ tool) => {
  const status = el("p", { class: "unseen-words", role: "status" });
  add(tool.mount, status);
  tool.host.before(...[outdated(tool)].filter((node) => node instanceof Node));
  follow(tool, (pairs, moved) => show(tool, status, pairs.filter(([key, value]) => key === "" || value !== ""), moved));
});
