// What the theme is given to show: hits grouped by document, with marks, snippet and badges.
/** @import { Cited, Engine, Hit, Index, Item, Near, Outcome, Part, Shown, Term } from "./index" */
import { marks as marksOf } from "./marks.js";

const OPEN = 3;          // hits of a group that are not folded away
const OPEN_FIRST = 12;   // of so many best hits
const NEAREST = 10;      // what is shown of a word that stands nowhere
const MARKED = 30;       // hits in which every word is looked for; the others are cut short
const KINDS = ["条文", "指引", "表单", "职责与权利"];
const DOORS = ["项目负责人", "伦理委员会和服务中心", "城市主管部门", "条文查询"];

/** Results of an engine as the theme wants them: groups of items, and what to say about them.
 * @param {Engine} engine @param {Index} data */
export function results(engine, data) {
  const fold = engine.fold, marks = marksOf(fold), escaped = marks.escaped;

  /** @param {string} page @param {string} anchor */
  function address(page, anchor) { return page + (anchor ? "#" + anchor : ""); }

  /** @param {string[]} names */
  function badges(names) {
    return names.map((name) => {
      const draft = /征求意见稿|已被取代/.test(name);
      return '<span class="found' + (draft ? " found--draft" : "") + '">' + escaped(name) + "</span>";
    }).join("");
  }

  /** @param {Hit | Near} hit @param {Term[]} terms @param {number} score @param {string} folded
   * @param {boolean} brief */
  function item(hit, terms, score, folded, brief) {
    let entry = hit.entry, part = marks.best(entry, brief ? terms.slice(0, 6) : terms, folded);
    if (hit.anchor) part = entry.parts.filter((part) => { return part.anchor === hit.anchor; })[0] || part;
    /** @type {ReturnType<typeof look> | null} */
    let made = null;
    function drawn() { return made || (made = look(entry, part, terms, brief)); }
    return { location: address(entry.page, part.anchor), score, key: entry.key,
      get title() { return drawn().title; }, get text() { return drawn().text; }, get terms() { return drawn().terms; } };
  }

  /** What a reader sees of an entry; made when the theme draws it, which it does for ten groups at a time.
   * @param {Shown} entry @param {Part} part @param {Term[]} terms @param {boolean} brief */
  function look(entry, part, terms, brief) {
    const met = brief ? marks.glance(part, terms) : marks.spans(marks.seen(part).folded, terms);
    /** @type {string[]} */
    const said = [];
    let name = part.name;
    const title = brief ? [] : marks.spans(fold(entry.title), terms);
    if (entry.kind === 3) said.push("职责与权利");
    if (name && !/^(第|附|填|含)/.test(name)) { said.push(name); name = ""; }
    const shown = marks.marked(entry.title, 0, entry.title.length, title) + (name ? " " + escaped(name) : "");
    const grounds = entry.grounds ? '<p class="grounds">依据：' + escaped(entry.grounds) + "</p>" : "";
    return { title: shown + badges(said), terms: marks.words(part, met),
      text: "<p>" + marks.snippet(part, met) + "</p>" + grounds };
  }

  /** Other parts of an entry that hold the whole query: each can be reached.
   * @param {Hit | Near} hit @param {string} shown @param {Term[]} terms @param {string} folded @param {number} score */
  function others(hit, shown, terms, folded, score) {
    return hit.entry.parts.filter((part) => {
      return marks.seen(part).folded.indexOf(folded) >= 0 && address(hit.entry.page, part.anchor) !== shown;
    }).map((part) => {
      return item({ score, entry: { ...hit.entry, parts: [part] } }, terms, score, folded, true);
    });
  }

  /** @param {(Hit | Near)[]} hits @param {Term[]} terms @param {string} folded */
  function grouped(hits, terms, folded) {
    /** @type {Map<number, {hit: Hit | Near, rank: number}[]>} */
    const groups = new Map();
    hits.forEach((hit, rank) => {
      if (!groups.has(hit.entry.group)) groups.set(hit.entry.group, []);
      /** @type {{hit: Hit | Near, rank: number}[]} */ (groups.get(hit.entry.group)).push({ hit, rank });
    });
    let turn = 0;
    return Array.from(groups, (pair) => {
      /** @type {Item[]} */
      let more = [];
      const group = engine.store.groups[pair[0]], score = 1000 - turn;
      turn += 1;
      /** @type {Item[]} */
      let items = pair[1].map((ranked, at) => {
        const open = at === 0 || (at < OPEN && ranked.rank < OPEN_FIRST);
        const made = item(ranked.hit, terms, open ? score : score - 0.5, folded, ranked.rank >= MARKED);
        more = more.concat(others(ranked.hit, made.location, terms, folded, score - 0.5));
        return made;
      });
      const head = escaped(group[1]) + badges(group[3]);
      const top = { location: group[2], title: head, text: "", score: score - 0.9, terms: {} };
      /** @type {Record<string, boolean>} */
      const known = {};
      items = items.filter((item) => {
        const isNew = !known[item.location];
        known[item.location] = true;
        return isNew;
      });
      // The theme takes the item without anchor for the head of the group: there must be just one.
      items.forEach((item) => { if (item.location.indexOf("#") < 0) item.location += "#" + (data.top || ""); });
      return items.concat(more, [top]);
    });
  }

  function doors() {
    const head = { location: "", title: "没有找到，从您的角色开始", text: "", score: 0.1, terms: {} };
    return DOORS.map((name, at) => {
      return { location: data.doors[at] + "/#" + (data.top || ""), title: name, text: "", score: 1, terms: {} };
    }).concat([head]);
  }

  /** @param {Cited} wanted @returns {Near[]} */
  function nearest(wanted) {
    const keys = wanted.documents.length ? wanted.documents : data.order;
    return data.groups.map((row, at) => {
      return { score: 1, entry: { key: row[0], kind: 0, group: at, title: row[1], page: row[2], parts: [] } };
    }).filter((hit) => { return keys.indexOf(hit.entry.key) >= 0 && data.order.indexOf(hit.entry.key) >= 0; });
  }

  /** What comes before the count: what was looked for instead.
   * @param {Outcome} result @param {boolean} [exact] */
  function before(result, exact) {
    if (result.missing && result.near) return "没有这一条；下面是最接近的内容，";
    if (result.missing) return "没有这一条；下面是有条文的文件和相近的内容，";
    if (result.meant) return "按“" + result.meant + "”查找，";
    return exact ? "按原词查找，" : "";
  }

  /** { items, say, count, meant } for a query; `kind` is null or the number of the only kind wanted; with `exact`
      nothing is put right.
   * @param {string} query @param {number | null} [kind] @param {boolean} [exact] */
  return function (query, kind, exact) {
    const result = engine.find(query, exact);
    if (!result.folded) return { items: [], say: "", count: 0, meant: "" };
    /** @type {(Hit | Near)[]} */
    let hits = result.hits;
    const every = kind == null;
    if (result.missing && !result.near) hits = [...nearest(result.missing), ...hits];
    if (result.strange.length) hits = hits.slice(0, NEAREST);
    if (!every) hits = hits.filter((hit) => { return hit.entry.kind === kind; });
    if (!hits.length) {
      const say = every ? "没有找到；换一个说法，或者从您的角色开始" : "“" + KINDS[kind] + "”里没有找到，可以改选“全部”";
      const foreign = result.strange.length && /^[ -~]+$/.test(result.folded);
      const told = foreign ? notHeld(result, query) + "，从您的角色开始" : say;
      return { items: [doors()], say: told, count: 0, meant: result.meant };
    }
    const terms = marks.wanted(result), items = grouped(hits, terms, result.folded);
    const strange = result.strange.length ? notHeld(result, query) + "，下面是最接近的内容" : "";
    const say = strange || before(result, exact) + "找到 " + hits.length + " 处，在 " + items.length + " 份文件和页面里";
    return { items, say, count: hits.length, meant: result.meant };
  };
}

/** The addresses of results in the order in which a reader sees them.
 * @param {Item[][]} items */
export function shown(items) {
  /** @type {string[]} */
  const open = [];
  /** @type {string[]} */
  const folded = [];
  items.forEach((group) => {
    const best = group[0].score;
    group.slice(0, -1).forEach((item) => {
      (item.score < best ? folded : open).push(item.location.replace(/#$/, ""));
    });
  });
  return open.concat(folded);
}

/** Words of the query that nothing here holds, in the letters in which they were typed.
 * @param {{strange: string[]}} result @param {string} query */
function notHeld(result, query) {
  const written = result.strange.map((word) => {
    const pattern = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/ /g, "\\s+");
    return (new RegExp(pattern, "i").exec(query) || [word])[0];
  });
  return "本指南未收录“" + written.join("”“") + "”";
}
