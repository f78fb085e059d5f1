// What a statement rests on: links, how sure it is, and the words themselves.
/** @import { Attributes, Child, Post, Statement, Tool } from "./extracts" */
import { el } from "./common-elements.js";
import * as shared from "../forms/shared.js";

/** @param {Tool} tool @param {string} address @param {Child} words @param {Attributes} [more] */
export function link(tool, address, words, more) {
  return el("a", { href: tool.root + address, ...more }, words);
}

/** @param {Tool} tool @param {string | null} key */
export function mark(tool, key) {
  if (key === null) {
    const guide = tool.data.authorities.guide;
    return el("span", { class: "auth auth--guide", title: guide.description }, shared.OUR_ADVICE);
  }
  const term = tool.data.confidences[key];
  const name = `${term.quiet ? "sure sure" : "conf conf"}--${key}`;
  return link(tool, `about/sources/#mark-${key}`, term.label, { class: name, title: term.description });
}

/** @param {Tool} tool @param {Statement} record */
export function markWord(tool, record) {
  return record.confidence === null ? shared.OUR_ADVICE : tool.data.confidences[record.confidence].label;
}

/** @param {Statement} record @returns {Child} */
function unseen(record) {
  if (!record.unseen) return "";
  const title = "本指南没有见到正式文本中这一点的文字";
  return [" ", el("span", { class: "sure unseen", title }, "正式文字未见")];
}

// All places that grounds lead to, those of one name together: 《办法》第十六条②③.
/** @param {Tool} tool @param {string[]} grounds @returns {[string, Post[]][]} */
function posts(tool, grounds) {
  /** @type {Map<string, Map<string, Post>>} */
  const groups = new Map();
  for (const key of grounds) {
    const ground = tool.data.grounds[key];
    for (const post of [ground, ...(ground.others || [])]) {
      const group = groups.get(post.name) || new Map();
      group.set(post.address + " " + (ground.fact || ""), { ...post, fact: ground.fact });
      groups.set(post.name, group);
    }
  }
  return [...groups].map(([name, group]) => [name, [...group.values()]]);
}

/** @param {Tool} tool @param {Statement} record */
export function names(tool, record) {
  return posts(tool, record.basis).map(([name]) => name);
}

/** @param {Tool} tool @param {string} name @param {Post} post @param {number} number */
function postLink(tool, name, post, number) {
  const words = number === 0 ? name : String.fromCharCode("①".charCodeAt(0) + number);
  const label = number === 0 ? null : `${name}：${post.fact || words}`;
  return link(tool, post.address, words, { title: post.fact, "aria-label": label });
}

/** @param {Tool} tool @param {string[]} grounds @returns {Child[]} */
function links(tool, grounds) {
  const groups = posts(tool, grounds).map(([name, group]) =>
    group.map((post, number) => postLink(tool, name, post, number)));
  return groups.flatMap((group, n) => (n === 0 ? [group] : ["、", group]));
}

// A mark that warns stands before the links, right behind the statement; any other after.
/** @param {Tool} tool @param {Statement} record @returns {Child[]} */
function markedLinks(tool, record) {
  const shown = mark(tool, record.confidence);
  const rests = links(tool, record.basis);
  const quiet = record.confidence !== null && tool.data.confidences[record.confidence].quiet;
  return quiet ? [rests, " ", shown] : [shown, " ", rests];
}

// ``marked`` is false where the mark stands elsewhere.
/** @param {Tool} tool @param {Statement} record */
export function basis(tool, record, marked = true) {
  if (record.basis.length === 0) return el("span", { class: "basis" }, mark(tool, null));
  return el("span", { class: "basis" },
    marked ? markedLinks(tool, record) : links(tool, record.basis), unseen(record));
}

/** @param {Tool} tool @param {string} key */
function quotation(tool, key) {
  const ground = tool.data.grounds[key];
  const words = ground.text || ground.fact;
  if (!words) return null;
  const kind = ground.text && ground.authority || "reported";
  const whose = ground.text ? tool.data.authorities[kind].label : "本指南概述，不是原文";
  const look = ground.text ? `auth auth--${kind}` : "auth auth--guide";
  return el("figure", { class: `verbatim verbatim--${kind}` },
    el("figcaption", {}, el("span", { class: look }, whose), " ",
      link(tool, ground.address, ground.name)),
    words.split("\n").map((line) => el("p", { class: "v" }, line)));
}

// The words of the grounds.
/** @param {Tool} tool @param {Statement} record */
export function quoted(tool, record) {
  return record.basis.map((key) => quotation(tool, key)).filter(Boolean);
}

// The words of the grounds; open where there are few, so that nobody has to ask for them.
/** @param {Tool} tool @param {Statement} record @param {boolean} open */
export function quotations(tool, record, open) {
  const quotes = quoted(tool, record);
  if (quotes.length === 0) return null;
  return el("details", { class: "quoted", open: open && quotes.length < 3 },
    el("summary", {}, "依据写了什么"), quotes);
}

/** @param {{human_judgement?: boolean}} record @returns {Child} */
export function judged(record) {
  if (!record.human_judgement) return "";
  const title = "没有固定标准，由人判断，本指南不猜";
  return [el("span", { class: "judged", title }, "由人判断"), " "];
}
