// The search engine: an index of pairs of characters, and the order of what is found.
/** @import { Cited, Entry, Hit, Index, Name, Shelf, Unit } from "./index" */
import { answers, citedIn, eachArticle, numbered, partOf } from "./cited.js";
import { alike, FILLS, foreignWords, isField, isForm, restates, within } from "./likeness.js";
import { unknown } from "./marks.js";
import { query as queryOf } from "./query.js";
import { paperIn, pathsOf, writes } from "./tasks.js";
import { weighing as weighingOf } from "./weighing.js";

const NAMED = 0.15;   // a title that stands in the query
const AT_HOME = 0.14;  // what stands in a document that the query names
const SHORT = 8;       // characters of a query whose spelling is doubted
const COVERED = 0.7;   // how much it counts how much of the query an entry meets
// 第七条讲什么, 根据《办法》第七条 ask for nothing but the article.
const TOLD = ["新办法", "本办法", "办法", "新规定", "规定", "新规", "文件", "内容", "原文", "根据", "依据", "按照", "依照", "讲", "说", "写", "里", "之"];
const TWIN = 0.75;     // a superseded text behind the one in force that says the same
const ASIDE = 0.8;     // a single field of a form where nothing is to be filled in
const PAPER = 0.75;    // a form that is asked for by what it is
const KEYWORD = 0.15;  // a title that holds the query as it stands
const WRITTEN = 0.45;  // a form that is to be written, by its name
const TASK = 0.45;     // a tool for what is to be done
const MET = 0.3;       // how much of a query an entry meets that is an answer, whatever else is strange in it
const LONG = 0.1;      // and of a long one, in which everyday words are strange that ask for what is held
const NOTHING = 0.24;  // what is short and met less than so much is told as not held
const YIELDS = 0.8;    // a gap or a draft lets what is nearly as good go first
const RESTATES = 0.5;  // so does what only restates a text, or lists what it leaves open
const ASKED = 0.75;    // and a field that nobody asks how to fill in
const LEAST = 0.01;    // what only holds the words stands last
/** @type {{hits: Hit[], whole: boolean, near?: boolean, wanted?: Cited}} */
const NONE = { hits: [], whole: false }; // what is cited where nothing is

/** An engine over a store of terms and entries (store.js), with the words of the index file.
 * @param {Index} data @param {Shelf} store */
export function engine(data, store) {
  const fold = store.fold, weighing = weighingOf(store), query = queryOf(store, weighing);
  const meet = weighing.meet, idf = weighing.idf, units = query.units;
  const names = (data.names || []).map((pair) => { return /** @type {Name} */ ([numbered(fold(pair[0])), pair[1]]); })
    .sort((a, b) => { return b[0].length - a[0].length; });

  /** All entries that meet any unit, with their preliminary score.
   * @param {Unit[]} asked */
  function collected(asked) {
    let total = 0, scores = new Map();
    asked.forEach((unit) => {
      total += unit.weight;
      meet(unit).forEach((got, id) => {
        const sum = scores.get(id) || { score: 0, covered: 0 };
        sum.score += unit.weight * got.score;
        sum.covered += unit.weight * got.share;
        scores.set(id, sum);
      });
    });
    /** @type {Hit[]} */
    const hits = [];
    scores.forEach((sum, id) => {
      const coverage = total ? sum.covered / total : 0;
      hits.push({ id, entry: store.entries[id], score: sum.score / (total || 1) * Math.pow(coverage, COVERED), coverage });
    });
    return hits;
  }

  /** The order: what is measured on the entry itself is added for the best of them.
   * @param {string} folded @param {Hit[]} hits @param {Unit[]} asked */
  function ordered(folded, hits, asked) {
    let said = asked.filter((unit) => { return !unit.asked; });
    if (!said.length) said = asked;
    hits.sort((a, b) => { return b.score - a.score; });
    const kept = paperIn(folded) || folded; // 批准通知模板 does not name the model plan
    let homes = names.filter((pair) => { return kept.indexOf(pair[0]) >= 0; }).map((pair) => { return pair[1]; });
    const paper = asPaper(folded), written = writes(folded) ? namedIn(folded, hits) : [], tools = pathsOf(folded, store.tasks);
    if (!homes.length && /[这本该新]个?办法/.test(folded)) homes = data.order.slice(0, 1);
    hits.slice(0, 120).forEach((hit) => {
      let near = store.near(hit.entry), worded = 0, titled = alike(said, near.title);
      near.wordings.forEach((set) => { worded = Math.max(worded, alike(said, set)); });
      let more = 0.9 * worded * worded * worded + 0.2 * titled * titled + NAMED * named(said, near.title);
      if (store.text(hit.entry).indexOf(folded) >= 0) more += 0.25;
      if (homes.indexOf(hit.entry.key.split(/[/#]/)[0]) >= 0) more += AT_HOME;
      if (!isField(hit.entry) && store.fold(hit.entry.title).indexOf(folded) >= 0) more += hit.entry.kind === 0 ? 2 * KEYWORD : KEYWORD;
      if (paper && isForm(hit.entry)) more += PAPER * Math.pow(within(paper, near.title, near.wordings), 2);
      if (written.indexOf(hit) >= 0) more += WRITTEN;
      if (tools.indexOf(hit.entry.key) >= 0) more += TASK;
      hit.score += more * hit.entry.rank; // the first part holds the rank already
      if (isField(hit.entry) && !FILLS.test(folded)) hit.score *= ASIDE;
      if (isForm(hit.entry) && !paper && folded.length > SHORT) hit.score *= ASIDE;
    });
    twins(hits, homes);
    return answering(hits.sort((a, b) => { return b.score - a.score || a.id - b.id; }), homes, folded);
  }

  /** A superseded text steps back behind the one in force where both are found and it is not named.
   * @param {Hit[]} hits @param {string[]} homes */
  function twins(hits, homes) {
    const best = new Map();
    hits.forEach((hit) => { best.set(hit.entry.key, hit.score); });
    hits.forEach((hit) => {
      const steps = hit.entry.key.split("/"), now = data.order[0];
      if (steps[0] === now || steps.length < 2 || homes.indexOf(steps[0]) >= 0 || !draft(hit.entry)) return;
      const other = best.get([now].concat(steps.slice(1)).join("/"));
      if (other >= hit.score) hit.score *= TWIN;
    });
  }

  /** What a query that asks for a paper says besides that.
   * @param {string} folded */
  function asPaper(folded) {
    const kept = paperIn(folded);
    return kept === null ? null : units(kept).filter((unit) => { return !unit.asked; });
  }

  /** The forms of which the longest name stands in the query: 填请示发省工信厅, 复核申请书空白表.
   * @param {string} folded @param {Hit[]} hits */
  function namedIn(folded, hits) {
    /** @type {Hit[]} */
    let forms = [];
    let longest = 0;
    hits.filter((hit) => { return isForm(hit.entry); }).forEach((hit) => {
      const length = Math.max(...[hit.entry.title, ...hit.entry.wordings].map((name) => {
        return folded.includes(fold(name)) ? name.length : 0;
      }));
      if (length > longest) forms = [];
      longest = Math.max(longest, length);
      if (length > 1 && length === longest) forms.push(hit);
    });
    return forms;
  }

  /** The order with an answer at its head: a gap, a draft that was not asked for, or what only restates steps back.
   * @param {Hit[]} hits @param {string[]} homes @param {string} folded */
  function answering(hits, homes, folded) {
    const first = hits[0];
    if (!first || homes.indexOf(first.entry.key.split(/[/#]/)[0]) >= 0) return hits;
    const field = isField(first.entry), yields = field ? ASKED : RESTATES;
    const least = first.score * (weak(first.entry) ? YIELDS : restates(first.entry, folded) ? yields : 2);
    const told = field && /写|说明/.test(folded); // a guide says how to write it, a text does not
    const held = hits.slice(0, 5).filter((hit) => {
      return hit.score >= least && !weak(hit.entry) && !restates(hit.entry, folded) && (!told || hit.entry.kind === 1) && !/^examples/.test(hit.entry.key);
    })[0];
    if (held) {
      hits.splice(hits.indexOf(held), 1);
      held.score = first.score;
      hits.unshift(held);
    }
    return hits;
  }

  /** @param {Entry} entry */
  function draft(entry) {
    return (store.groups[entry.group][3] || []).some((name) => { return /征求意见稿|已被取代/.test(name); });
  }

  /** @param {Entry} entry */
  function weak(entry) {
    return draft(entry) || entry.parts.length > 0 && entry.parts.every(unknown);
  }

  /** Whether the query names the whole title, and how telling that is: 深圳, 跟踪审查.
   * @param {Unit[]} said @param {Set<string>} title */
  function named(said, title) {
    let own = new Set(), worth = 0;
    said.forEach((unit) => {
      unit.ways.forEach((way) => {
        if (way.share === 1) way.terms.forEach((term) => { own.add(term); });
      });
    });
    const whole = title.size && Array.from(title).every((term) => { return own.has(term); });
    if (whole) title.forEach((term) => { worth += idf(term); });
    return whole ? Math.min(1, worth / 12) : 0;
  }

  /** Entries that the query cites, in the order of the documents.
   * @param {string} folded */
  function cited(folded) {
    const wanted = citedIn(folded, names);
    if (!wanted) return NONE;
    let hits = citing(wanted), near = false;
    if (!hits.length) { // 第十二条之一: the article behind which it would stand
      hits = citing({ documents: wanted.documents, steps: wanted.steps.map((step) => { return step.replace(/^(art-\d+)-\d+$/, "$1"); }) });
      near = hits.length > 0;
    }
    const rest = store.asking.concat(TOLD).reduce((text, word) => { return text.split(word).join(""); }, wanted.rest);
    return { hits, near, whole: !rest, wanted };
  }

  /** @param {Pick<Cited, "documents" | "steps">} wanted */
  function citing(wanted) {
    /** @type {Hit[]} */
    const hits = [];
    eachArticle(wanted.steps).forEach((steps, at) => {
      const article = /^art-/.test(steps[0]); // its paragraphs are no entries of their own
      store.citing(article ? steps.slice(0, 1) : steps, wanted.documents).forEach((entry) => {
        const fits = answers(entry, steps), rank = data.order.indexOf(entry.key.split("/")[0]);
        if (!fits) return;
        hits.push({ id: entry.id, entry, score: 9 + fits / 4 - (rank < 0 ? data.order.length : rank) / 10 - at / 100, coverage: 1,
          anchor: anchorOf(entry, steps) });
      });
    });
    return hits.sort((a, b) => { return b.score - a.score; });
  }

  /** @param {Entry} entry @param {string[]} steps */
  function anchorOf(entry, steps) {
    const part = partOf(entry, steps);
    return part && steps.length > 1 ? part.anchor : "";
  }

  /** Search: { hits, units, folded, meant, missing, strange }; each hit has entry, score and coverage.
      With `exact` nothing is put right.
   * @param {string} asked @param {boolean} [exact] */
  function find(asked, exact) {
    const folded = fold(asked).replace(/\s+/g, " ").trim();
    if (!folded) return { hits: [], units: [], folded: "", meant: "", strange: [], missing: null };
    // 网络安全法第二十一条 is none of our articles
    const laws = store.laws.filter((name) => { return new RegExp(name + "[》〉\\s]*(?:第|\\d)").test(folded); });
    const first = laws.length ? NONE : cited(folded);
    let wanted = units(folded), all = collected(wanted);
    let other = first.whole || exact ? "" : doubted(folded, all), hits = ordered(folded, all, wanted);
    if (other) {
      const otherUnits = units(other), better = ordered(other, collected(otherUnits), otherUnits);
      if (better.length && (!hits.length || better[0].score > hits[0].score * 1.3)) {
        hits = merged(better, hits);
        wanted = otherUnits.concat(wanted);
      } else other = "";
    }
    hits = hits.concat(holding(folded, hits));
    if (first.hits.length) {
      if (!first.whole && first.wanted && !first.wanted.firm) first.hits.forEach((hit) => { hit.score = 0.35; });
      hits = merged(first.hits, hits).sort((a, b) => { return b.score - a.score; });
    }
    const strange = laws.length ? laws.slice(0, 1) : other || first.hits.length || first.whole || !store.whole ? [] : foreign(folded, hits);
    return { hits: strange.length && foreignWords(folded) ? [] : cut(folded, hits), units: wanted, folded, meant: other, strange, near: first.near,
      missing: first.wanted && first.whole && (first.near || !first.hits.length) ? first.wanted : null };
  }

  /** What the guide does not hold: subjects of other offices, words that stand nowhere, and short words of which
      even the nearest entries meet next to nothing.
   * @param {string} folded @param {Hit[]} hits */
  function foreign(folded, hits) {
    const other = query.elsewhere(folded);
    if (other.length) return other;
    if (foreignWords(folded) && query.unknown(folded)) return [folded];
    const met = hits.slice(0, 10).reduce((most, hit) => { return Math.max(most, hit.coverage); }, 0);
    const told = folded.length > SHORT ? LONG : /[a-z]{3}/.test(folded) ? 1 : MET;
    const words = met < told ? query.strange(folded) : [];
    if (words.length || met >= NOTHING || folded.length < 3 || folded.length > SHORT || query.asks(folded)) return words;
    return [folded];
  }

  /** What may have been meant where little was typed, letters, or nothing that is found.
   * @param {string} folded @param {Hit[]} hits */
  function doubted(folded, hits) {
    return folded.length <= SHORT || !hits.length || /[a-z]{3}/.test(folded) ? query.meant(folded) : "";
  }

  /** Entries that hold the query as it stands: nothing of a text is lost.
   * @param {string} folded @param {Hit[]} hits */
  function holding(folded, hits) {
    const known = new Set(hits.map((hit) => { return hit.id; }));
    return store.entries.filter((entry) => { return !known.has(entry.id) && store.text(entry).indexOf(folded) >= 0; })
      .map((entry) => { return { id: entry.id, entry, score: LEAST, coverage: 1 }; });
  }

  /** @param {Hit[]} first @param {Hit[]} second */
  function merged(first, second) {
    const seen = new Map();
    first.forEach((hit) => { seen.set(hit.id, hit); });
    second.forEach((hit) => {
      const before = seen.get(hit.id);
      if (!before) seen.set(hit.id, hit);
      else if (hit.score > before.score) before.score = hit.score;
    });
    return Array.from(seen.values()).sort((a, b) => { return b.score - a.score; });
  }

  /** Leave out what shares next to nothing with the query, never what contains it.
   * @param {string} folded @param {Hit[]} hits */
  function cut(folded, hits) {
    if (!hits.length) return hits;
    const least = Math.min(hits[0].score, 1) * 0.12;
    return hits.filter((hit) => { return hit.score >= least || store.text(hit.entry).indexOf(folded) >= 0; });
  }

  return { find, store, fold };
}
