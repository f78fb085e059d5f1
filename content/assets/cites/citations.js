// Mirrors scripts/lawbook/library/citations.py: the citations of a text, each with a verdict.
/** @import { Finding, Mention, Quote, Shelf, Steps, Volume } from "./shelf" */
import * as shared from "./shared.js";
import { EVERY_BLANK } from "../forms/shared.js";
import { filled, stripped } from "../forms/text.js";
import { mentions } from "./mention.js";
import { parts, quotations } from "./quotation.js";
import { provisionOf, resolve } from "./resolving.js";
import { fold, RANK, under, UNITS, unitOf } from "./spelling.js";

const NEAR = 40;
export const UNCHECKED = ["not_held", "article_only"];
/** @type {typeof import("./quoted.js").verdictOf | null} */
let verdictOf = null;

// How quotations are compared (quoted.js), where a page has their texts: a file that stands alone has none.
/** @param {typeof import("./quoted.js").verdictOf} verdict */
export function compares(verdict) {
  verdictOf = verdict;
}

// What is to be said of the citations of a text: {findings, summary}. A finding is {start, end, text,
// verdict, wrong, detail, display, url, mark, checked, changes}.
/** @param {Shelf} shelf @param {string} text */
export function report(shelf, text) {
  const findings = new Checker(shelf, text).findings();
  return { findings, summary: summary(shelf, findings.map((finding) => finding.verdict)) };
}

// The first line of every report.
/** @param {Shelf} shelf @param {string[]} verdicts */
function summary(shelf, verdicts) {
  /** @param {string} key */
  const count = (key) => verdicts.filter((verdict) => verdict === key).length;
  const left = count(UNCHECKED[0]) + count(UNCHECKED[1]);
  const why = UNCHECKED.filter(count).map((key) => `${shelf.verdicts[key].label} ${count(key)} 处`).join("；");
  const told = filled(shared.COUNT_OF_CITATIONS, { total: verdicts.length, checked: verdicts.length - left, left });
  return told + (why ? `（${why}）` : "");
}

class Checker {
  /** @param {Shelf} shelf @param {string} text */
  constructor(shelf, text) {
    this.shelf = shelf;
    this.text = text;
    this.folded = fold(text);
    this.order = Object.keys(shelf.verdicts);
    this.mentions = mentions(text, shelf);
    this.quotes = this.attached(quotations(text));
  }

  /** @param {string} name @param {string} text */
  matches(name, text) {
    return new RegExp(this.shelf.patterns[name], "u").test(text);
  }

  /** @returns {Finding[]} */
  findings() {
    return this.mentions.flatMap((mention, n) => this.of(this.within(mention), this.quotes.get(n) || []) || []);
  }

  // Each quotation with the citation before it, else with the one after it.
  /** @param {Quote[]} quotes */
  attached(quotes) {
    /** @type {Map<number, Quote[]>} */
    const made = new Map();
    /** @param {number} n @param {Quote} quote */
    const add = (n, quote) => made.set(n, [...(made.get(n) || []), quote]);
    for (const quote of quotes) {
      const before = this.lastBefore(quote.start);
      const after = this.mentions.findIndex((mention) => mention.start >= quote.end);
      if (before >= 0 && this.joined(this.mentions[before].end, quote.start)) add(before, quote);
      else if (after >= 0 && this.joined(quote.end, this.mentions[after].start)) add(after, quote);
    }
    return made;
  }

  /** @param {number} position */
  lastBefore(position) {
    let last = -1;
    this.mentions.forEach((mention, n) => {
      if (mention.end <= position) last = n;
    });
    return last;
  }

  /** @param {number} start @param {number} end */
  joined(start, end) {
    return end - start <= NEAR && !/[。;\n]/u.test(this.folded.slice(start, end));
  }

  // 本办法第三条, 本条 and 前款 inside a quotation mean the law that is quoted.
  /** @param {Mention} mention @returns {Mention} */
  within(mention) {
    const owner = mention.how === "relative" ? this.quoting(mention) : null;
    const meant = owner && meantBy(mention.name, owner.steps.slice(-1));
    if (!meant) return mention;
    const steps = (mention.steps.length ? mention.steps : [[]]).map((below) =>
      below.reduce((kept, step) => under(kept, step, false), meant));
    return { ...mention, how: "named", document: owner.document, steps };
  }

  // The citation to which the quotation around a mention belongs.
  /** @param {Mention} mention */
  quoting({ start, end }) {
    for (const [number, quotes] of this.quotes) {
      const inside = quotes.some((quote) => quote.start <= start && end <= quote.end);
      if (inside && this.mentions[number].document) return this.mentions[number];
    }
    return null;
  }

  /** @param {Mention} mention @param {Quote[]} quotes @returns {Finding | null} */
  of(mention, quotes) {
    const { start, end } = mention;
    /** @type {Finding} */
    let base = { start, end, text: this.text.slice(start, end), verdict: "not_held", wrong: false, detail: "",
      display: "", url: "", mark: "", checked: "", citation: "", changes: [] };
    if (!mention.document || ["foreign", "relative"].includes(mention.how)) {
      const told = mention.steps.length || mention.how === "relative";
      return told ? { ...base, detail: unknown(mention) } : null;
    }
    const volume = this.shelf.volumes[mention.document];
    base = shown(volume, { verdict: "not_held", key: "" }, base);
    const findings = [...this.ofName(mention, volume, base), ...this.ofSteps(mention, volume, base)];
    const { steps } = mention;
    const reached = steps.length ? resolve(volume, steps[steps.length - 1]).key : "";
    for (const quote of quotes) findings.push(...this.ofQuote(mention, volume, reached, quote, base));
    if (!findings.length) return null;
    const worst = this.worst(findings);
    const details = new Set([worst, ...findings].map((finding) => finding.detail).filter(Boolean));
    return { ...worst, wrong: findings.some((finding) => finding.wrong), detail: [...details].join("；") };
  }

  /** @template {{verdict: string}} T @param {T[]} findings */
  worst(findings) {
    /** @param {T} finding */
    const weight = (finding) => this.order.indexOf(finding.verdict);
    return findings.reduce((worst, finding) => (weight(finding) < weight(worst) ? finding : worst));
  }

  /** @param {Mention} mention @param {Volume} volume @param {Finding} base */
  ofName(mention, volume, base) {
    /** @type {Finding[]} */
    const findings = [];
    /** @param {string} verdict @param {boolean} wrong @param {string} detail */
    const add = (verdict, wrong, detail) => findings.push({ ...base, verdict, wrong, detail });
    if (mention.how === "misnamed") {
      add("misnamed", true, filled(shared.NO_SUCH_NAME, { name: mention.name, title: volume.title }));
    }
    if (mention.number && volume.number && !sameNumber(mention.number, volume.number)) {
      add("number", true, filled(shared.NUMBER_IS, { name: volume.name, number: volume.number }));
    }
    const basis = this.matches("basis", this.folded.slice(Math.max(0, mention.start - 12), mention.start));
    if (volume.draft && (mention.steps.length || basis)) {
      add("draft", basis && !this.aside(mention), filled(shared.NO_FORCE, { name: volume.name }));
    }
    return findings;
  }

  // Whether the sentence says itself that the draft is only compared.
  /** @param {Mention} mention */
  aside({ start, end }) {
    const signs = ["。", ";", "\n"];
    const from = start ? Math.max(...signs.map((sign) => this.folded.lastIndexOf(sign, start - 1))) + 1 : 0;
    const ends = signs.map((sign) => this.folded.indexOf(sign, end)).filter((position) => position >= 0);
    const to = ends.length ? Math.min(...ends) : this.folded.length;
    return this.matches("aside", this.folded.slice(from, start) + this.folded.slice(end, to));
  }

  /** @param {Mention} mention @param {Volume} volume @param {Finding} base */
  ofSteps(mention, volume, base) {
    if (!mention.steps.length) return [];
    const worst = this.worst(mention.steps.map((steps) => resolve(volume, steps)));
    const made = shown(volume, worst, { ...base, detail: worst.nearest });
    if (mention.how !== "assumed") return [made];
    const told = filled(shared.CHECKED_AS, { name: volume.name });
    return [{ ...made, detail: [made.detail, told].filter(Boolean).join("；") }];
  }

  /**
   * @param {Mention} mention
   * @param {Volume} volume
   * @param {string} reached
   * @param {Quote} quote
   * @param {Finding} base
   */
  ofQuote(mention, volume, reached, quote, base) {
    const quoted = parts(quote.text);
    if (this.shelf.lean || !verdictOf) return []; // the file that stands alone says that it compares none
    if ((mention.steps.length && !reached) || !quoted.length) return [];
    const introduced = this.introduced(mention, quote);
    const judged = verdictOf({ shelf: this.shelf, volume, reached, quoted, introduced });
    return judged ? [shown(volume, { verdict: judged.verdict, key: reached }, { ...base, ...judged })] : [];
  }

  /** @param {Mention} mention @param {Quote} quote */
  introduced(mention, quote) {
    if (quote.start < mention.end) return true;
    const between = this.folded.slice(mention.end, quote.start);
    return !stripped(between, EVERY_BLANK) || this.matches("lead", between);
  }
}

/** @param {string} written @param {string} other */
function sameNumber(written, other) {
  /** @param {string} number */
  const key = (number) => fold(number).replace(/[[\](<>)]/gu, "|").replace(/[ \t]|第(?=[0-9])/gu, "");
  return key(written).endsWith(key(other));
}

// What 前款 or 本条 means in a quotation of `owner`: no steps for the law, null if untold.
/** @param {string} name @param {Steps[]} owner @returns {Steps | null} */
function meantBy(name, owner) {
  const unit = UNITS[name.slice(-1)];
  if (!unit) return name ? [] : null;
  const kept = owner.flat().filter((step) => RANK[unitOf(step)] <= RANK[unit]);
  const last = kept[kept.length - 1];
  if (!last || unitOf(last) !== unit) return null;
  if (!"前上".includes(name[0])) return kept;
  const number = last.slice(unit.length + 1);
  return /^[0-9]+$/u.test(number) && Number(number) > 1 ? [...kept.slice(0, -1), `${unit}-${Number(number) - 1}`] : null;
}

/** @param {Mention} mention */
function unknown({ how, name }) {
  if (how === "relative" && UNITS[name.slice(-1)]) return filled(shared.WHICH_SPOT, { name });
  if (how === "relative") return name ? filled(shared.WHICH_DOCUMENT, { name }) : shared.NO_DOCUMENT;
  return filled(shared.NOT_HELD, { name });
}

/** @param {Volume} volume @param {{verdict: string, key: string}} resolved @param {Finding} base @returns {Finding} */
function shown(volume, resolved, base) {
  const provision = resolved.key ? provisionOf(volume, resolved.key) : { display: volume.name, url: `documents/${volume.key}/` };
  const wrong = base.wrong || ["no_article", "no_part"].includes(resolved.verdict);
  const mark = volume.whole ? volume.mark : volume.authority;
  const citation = resolved.key ? `${volume.key}/${resolved.key}` : volume.key;
  const { display, url } = provision;
  return { ...base, verdict: resolved.verdict, wrong, display, url, mark, checked: volume.checked, citation };
}
