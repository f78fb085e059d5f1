// Mirrors scripts/lawbook/law/mention.py: where a text names provisions.
/** @import { Mention, Names, Patterns, Shelf, Steps } from "./shelf" */
import * as shared from "./shared.js";
import { EVERY_BLANK } from "../forms/shared.js";
import { strippedRight } from "../forms/text.js";
import { meant } from "./misnomer.js";
import { LONGEST_RANGE, UNITS, fold, matchAt, nameKey, numbers, under, unitOf, value } from "./spelling.js";

const LONGEST_BEFORE = 30;
const ABOVE_ITEMS = ["annex", "art", "par", "part", "item", "q"];

// All citations of a text: {start, end, how, document, name, steps, number, open}; steps are lists of
// "art-12". `shelf` is the data of the page.
/** @param {string} text @param {Shelf} shelf */
export function mentions(text, shelf) {
  return new Reader(text, shelf).read();
}

/** @type {WeakMap<Names, RegExp>} */
const scans = new WeakMap();

// Everything at which a citation can begin (Names.scan of law/document_names.py).
/** @param {Names} names @param {Patterns} patterns */
function scanOf(names, patterns) {
  const known = scans.get(names);
  if (known) return known;
  const bare = names.bare.map(spaced).join("|") || "(?!)";
  const made = new RegExp(
    `${patterns.title}|(${bare})|${patterns.number}|(${patterns.relative})|(第|附件|复核清单)`, "gu");
  scans.set(names, made);
  return made;
}

// A character of a name in a pattern; a Latin letter large or small, without the flag i, to which ſ is an s.
/** @param {string} sign */
const either = (sign) => (/[A-Za-z]/u.test(sign) ? `[${sign.toUpperCase()}${sign.toLowerCase()}]` : sign.replace(/[\\^$.*+?()[\]{}|]/u, "\\$&"));

// A short name with blanks inside, and 2023年的《办法》 for 2023年办法.
/** @param {string} name */
function spaced(name) {
  const signs = Array.from(name, either).join("[ \t]*");
  return /^[0-9]+年/u.test(name) ? `${signs.replace(shared.YEAR_AND_BLANKS, shared.OF_YEAR)}》?` : signs;
}

class Reader {
  /** @param {string} raw @param {Shelf} shelf */
  constructor(raw, { names, patterns }) {
    this.raw = raw;
    this.text = fold(raw);
    this.names = names;
    this.patterns = patterns;
    /** @type {Map<string, string>} */
    this.local = new Map(); // 以下简称: name key → document, or "" for another law
    /** @type {Mention | null} */
    this.last = null;
    /** @type {[number, string]} */
    this.number = [-1, ""];
    const heads = [[patterns.heading, this.text], [patterns.inline, raw]];
    this.headings = heads.flatMap(([pattern, where]) =>
      [...where.matchAll(new RegExp(pattern, "gu"))].map((match) => match.index + match[0].length));
    this.own = this.headings.length > 1;
    this.scan = scanOf(names, patterns);
  }

  /** @param {string} name @param {string} text */
  find(name, text) {
    return new RegExp(this.patterns[name], "u").exec(text);
  }

  /** @param {string} name @param {number} position */
  here(name, position) {
    return matchAt(this.patterns[name], this.text, position);
  }

  // What may follow a name: at least nothing does.
  /** @param {number} position */
  after(position) {
    return /** @type {RegExpExecArray} */ (this.here("after", position));
  }

  read() {
    /** @type {Mention[]} */
    const all = [];
    let position = 0;
    for (;;) {
      this.scan.lastIndex = position;
      const match = this.scan.exec(this.text);
      if (!match) return all;
      const [made, next] = this.mentioned(match);
      all.push(...made);
      position = next;
    }
  }

  /** @param {RegExpExecArray} match @returns {[Mention[], number]} */
  mentioned(match) {
    const [, title, bare, prefix, , , relative] = match;
    if (title !== undefined) {
      return this.titled(match, this.raw.slice(match.index + 1, match.index + 1 + title.length));
    }
    if (bare !== undefined) return this.bare(match, this.raw.slice(match.index, match.index + bare.length));
    if (prefix !== undefined) return this.numbered(match);
    if (relative !== undefined) return this.relative(match);
    return this.article(match);
  }

  /** @param {RegExpExecArray} match @param {string} title @returns {[Mention[], number]} */
  titled(match, title) {
    const [start, end] = [match.index, match.index + match[0].length];
    const after = this.after(end);
    const draft = Boolean(after[2]) || (title + after[1]).includes(shared.DRAFT_NAME);
    const number = this.find("number", after[1]);
    let noted = number ? number[0] : "";
    const away = start - this.number[0];
    if (!noted && away >= 0 && away <= 3) noted = this.number[1];
    const mention = { ...this.named(title, start, draft), number: noted, title: true, end };
    const alias = this.find("alias", after[1]);
    if (alias) this.local.set(nameKey(alias[1]), mention.document);
    return this.withSteps(mention, end + after[0].length, end + strippedRight(after[1], EVERY_BLANK).length);
  }

  /** @param {string} name @param {number} start @param {boolean} draft @returns {Mention} */
  named(name, start, draft) {
    const [key, known] = [nameKey(name), this.names.keys];
    const base = key.replace(new RegExp(this.patterns.draft, "u"), "");
    /** @param {string} name @returns {string} */
    const own = (name) => this.local.get(name) ?? (known[name] || "");
    const open = draft || Boolean(this.find("openly", name));
    let document = own(key);
    if (open && known[key] !== this.names.draft) {
      document = base in this.names.drafts || own(base) === this.names.current ? this.names.draft : "";
    }
    /** @type {Mention["how"]} */
    let how = document ? "named" : "foreign";
    if (!document && !this.local.has(key) && !open) {
      document = meant(this.names, this.patterns, key);
      how = document ? "misnamed" : "foreign";
    }
    return { start, end: start, how, document, name, steps: [], number: "", open, title: false };
  }

  /** @param {RegExpExecArray} match @param {string} bare @returns {[Mention[], number]} */
  bare(match, bare) {
    const [start, end] = [match.index, match.index + match[0].length];
    const after = this.after(end);
    const before = this.text.slice(Math.max(0, start - LONGEST_BEFORE), start);
    const number = this.find("number", after[1]);
    let mention = this.named(bare, start, Boolean(after[2]) || after[1].includes(shared.DRAFT_NAME));
    mention = { ...mention, number: number ? number[0] : "", end };
    if (before && !this.find("before", before)) mention = { ...mention, how: "foreign", document: "" };
    const [made, next] = this.withSteps(mention, end + after[0].length, end);
    return [made.filter((mention) => mention.steps.length || mention.number), next];
  }

  /** @param {RegExpExecArray} match @returns {[Mention[], number]} */
  numbered(match) {
    const [start, end] = [match.index, match.index + match[0].length];
    this.number = [end, match[0]];
    const written = `${match[3]}[${match[4]}]${match[5]}号`;
    const known = Object.keys(this.names.numbers).find((number) => written.endsWith(number));
    if (!known) return [[], end];
    const document = this.names.numbers[known];
    /** @type {Mention} */
    const mention = { start, end, how: "number", document, name: match[0], steps: [], number: "", open: false };
    const [made, next] = this.withSteps(mention, end, end);
    return [made.filter((mention) => mention.steps.length), next];
  }

  /** @param {RegExpExecArray} match @returns {[Mention[], number]} */
  relative(match) {
    const [start, end] = [match.index, match.index + match[0].length];
    const into = this.here("into", end);
    /** @type {Mention} */
    const mention = { start, end, how: "relative", document: "", name: match[0], steps: [], number: "", open: false };
    const before = this.text.slice(Math.max(0, start - 1), start);
    const [made, after] = this.chain(mention, into ? end + into[0].length : end, "step");
    const article = "条款项".includes(match[0][match[0].length - 1]);
    if (!made.length && (!article || (before && shared.PROMISES.includes(before)))) return [[], end];
    return [made.length ? made : [mention], Math.max(after, end)];
  }

  /** @param {RegExpExecArray} match @returns {[Mention[], number]} */
  article(match) {
    const start = match.index;
    const heading = this.headings.some((end) => start < end && end <= start + 12);
    const step = this.here("step", start);
    if (!step) return [[], start + match[0].length];
    if (heading || UNITS[step[2]] !== "art") return [[], start + step[0].length];
    const line = this.text.slice(this.text.lastIndexOf("\n", start - 1) + 1, start);
    const foreign = this.find("foreign", line.slice(-LONGEST_BEFORE));
    const { last } = this;
    /** @type {Mention} */
    let whole = { start, end: start, how: "assumed", document: "", name: "", steps: [], number: "", open: false };
    if (foreign) whole = { ...whole, how: "foreign", name: foreign[1] };
    else if (last && !this.text.slice(last.end, start).includes("\n")) {
      const how = ["foreign", "misnamed"].includes(last.how) ? "foreign" : "before";
      whole = { ...last, start, how, steps: [], number: "", title: false };
    } else {
      const lost = this.own || (last !== null && !last.document);
      whole = { ...whole, how: lost ? "relative" : "assumed", document: lost ? "" : this.names.current };
    }
    const [made, end] = this.chain(whole, start, "step");
    if (foreign) this.last = { ...whole, end };
    return [made, end];
  }

  // The mention with the steps that follow it; `end` is where it ends without any.
  /** @param {Mention} mention @param {number} position @param {number} end @returns {[Mention[], number]} */
  withSteps(mention, position, end) {
    if (mention.document || this.find("kinds", nameKey(mention.name))) this.last = mention;
    const [made, after] = this.chain(mention, position, "named");
    if (!made.length) return [[{ ...mention, end: Math.max(end, mention.end) }], end];
    this.last = { ...mention, end: after };
    return [made, after];
  }

  // One mention for each member of 第十二条第一款、第二款和第十四条, and where they end.
  /** @param {Mention} mention @param {number} position @param {string} first @returns {[Mention[], number]} */
  chain(mention, position, first) {
    /** @type {Mention[]} */
    const made = [];
    /** @type {[Steps[], Steps, number, number]} */
    let [members, kept, start, end] = [[], [], mention.start, position];
    let [next, joined, ranged] = [position, false, false];
    const opinion = first === "named" ? this.here("opinion", position) : null;
    if (opinion) {
      kept = [`part-${value(opinion[1])}`, `item-${value(opinion[2])}`];
      [members, end] = [[kept], position + opinion[0].length];
      [next, joined, ranged] = this.onwards(end);
    }
    for (let token; (token = this.token(next, kept.length ? "step" : first, kept)); ) {
      const [listed, from, to] = token;
      const [above, goesOn] = [kept, joined];
      const groups = listed.map((group, n) => group.map((step) => under(above, step, goesOn || n > 0)));
      if (members.length && joined) {
        made.push({ ...mention, start, end, steps: members });
        start = from;
        groups[0] = [...(ranged ? between(kept, groups[0][0]) : []), ...groups[0]];
      }
      for (const group of groups.slice(0, -1)) {
        made.push({ ...mention, start, end: to, steps: group });
        start = from;
      }
      members = groups[groups.length - 1];
      kept = members[members.length - 1];
      end = to;
      [next, joined, ranged] = this.onwards(end);
    }
    if (members.length) made.push({ ...mention, start, end, steps: members });
    return [made, end];
  }

  // Where the next step can stand, whether it is joined, and whether by 至.
  /** @param {number} end @returns {[number, boolean, boolean]} */
  onwards(end) {
    const join = this.here("join", end);
    if (join) return [end + join[0].length, true, ["至", "到", "-", "~"].includes(join[1])];
    const into = this.here("into", end);
    return [into ? end + into[0].length : end, false, false];
  }

  /** @param {number} position @param {string} name @param {Steps} kept @returns {[Steps[], number, number] | null} */
  token(position, name, kept) {
    const match = this.here(name, position);
    if (match) {
      const end = position + match[0].length;
      if (match[4]) {
        const number = match[5] ? value(match[5]) : 1;
        return [[[number > 1 ? `annex-${number}` : "annex"]], position, end];
      }
      const tail = match[3] ? `-${value(match[3])}` : "";
      const unit = UNITS[match[2]];
      const groups = numbers(match[1], this.patterns.link);
      return [groups.map((group) => group.map((n) => `${unit}-${n}${tail}`)), position, end];
    }
    const above = kept.length ? unitOf(kept[kept.length - 1]) : "";
    const paren = ABOVE_ITEMS.includes(above) ? this.here("paren", position) : null;
    return paren ? [[[`item-${value(paren[1])}`]], position, position + paren[0].length] : null;
  }
}

// All between two citations that differ in their last number only: 第五条至第八条.
/** @param {Steps} first @param {Steps} last @returns {Steps[]} */
function between(first, last) {
  const [low, high] = [first[first.length - 1].split("-"), last[last.length - 1].split("-")];
  if (first.slice(0, -1).join("/") !== last.slice(0, -1).join("/") || low[0] !== high[0]) return [];
  if (low.length < 2 || high.length < 2) return [];
  const count = Math.max(Number(high[1]) - Number(low[1]) - 1, 0);
  if (count > LONGEST_RANGE) return [];
  return Array.from({ length: count }, (_, n) => [...first.slice(0, -1), `${low[0]}-${Number(low[1]) + 1 + n}`]);
}
