// Mirrors scripts/lawbook/forms/plan/figures.py: the same number everywhere, days that exist, days in time.
import * as plantext from "./plantext.js";
import * as trees from "./tree.js";

const ANY_DAY = new RegExp("(?:([0-9]{4})[年./-])?([0-9]{1,2})(?:月([0-9]{1,2})日|[./-]([0-9]{1,2})(?![0-9.]))" +
  "|([0-9]{4})年([0-9]{1,2})月", "g");
const hit = (field, place, words) => ({ field, place, words });
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

// Things that are counted in several fields: each with another number than in the first.
export function agree(rule, paper) {
  const [first, ...others] = rule.fields;
  const before = counted(rule, paper.text(first));
  return others.flatMap((key) => Array.from(counted(rule, paper.text(key)))
    .map(([thing, counts]) => [thing, counts, before.get(thing) || byItsEnd(before, thing)])
    .filter(([thing, counts, known]) => known && !isSame(rule, key, thing, known, counts))
    .map(([thing, counts, known]) => {
      const [part, unit] = thing.split("|");
      const [found, limit] = [counts, known]
        .map((some) => some.map((one) => `${one}${unit}`).join("、"));
      return hit(key, [], { part, found, limit, other: paper.form.field(first).called });
    }));
}

function byItsEnd(before, thing) {
  const same = Array.from(before.keys()).find((one) => one.endsWith(thing) || thing.endsWith(one));
  return same && before.get(same);
}

function isSame(rule, key, thing, known, counts) {
  if ((rule.underway || []).includes(key) && (rule.growing || []).includes(thing.split("|")[0])) {
    return Math.max(...counts) <= Math.max(...known);
  }
  return known.some((one) => counts.includes(one) || one === sum(counts)) || counts.includes(sum(known));
}

function counted(rule, text) {
  const found = new Map();
  const units = rule.counted.map(plantext.escaped).join("|");
  const pattern = plantext.expression(`([0-9]{1,9}(?:\\.[0-9]{1,4})?)(${units})`, "g");
  for (const sentence of text.split("\n").flatMap((line) => plantext.withoutNumber(line).split(/[。；]/))) {
    let [last, start] = ["", 0];
    for (const match of plantext.matches(pattern, sentence)) {
      const end = match.index + match[0].length;
      const thing = thingAt(rule, sentence.slice(start, match.index), sentence.slice(end));
      last = thing === null ? last : thing;
      start = end;
      const isRate = match[2] === "%";
      if (!last || isRate !== last.endsWith("率") || (!isRate && match[1].includes("."))) continue;
      const key = `${last}|${match[2]}`;
      found.set(key, [...(found.get(key) || []), Number(match[1])]);
    }
  }
  return found;
}

// The thing behind a number, else the last one before it.
function thingAt(rule, before, behind) {
  const longest = (best, one) => (best && best.length >= one.length ? best : one);
  const verb = (rule.verbs || []).find((one) => behind.startsWith(one)) || "";
  const after = rule.things.filter((one) => behind.slice(verb.length).startsWith(one)).reduce(longest, null);
  if (after) return after;
  if ((rule.others || []).some((one) => behind.slice(verb.length).startsWith(one))) return "";
  const ends = rule.things.filter((one) => before.includes(one))
    .map((one) => ({ one, end: before.lastIndexOf(one) + one.length }));
  const isLater = (mine, other) =>
    mine.end > other.end || (mine.end === other.end && mine.one.length > other.one.length);
  const last = ends.reduce((best, one) => (best && !isLater(one, best) ? best : one), null);
  return last && last.one;
}

// Dates in a text, all of which must exist: each that no calendar has.
function realDays(rule, paper) {
  return paper.texts(rule.fields).flatMap(({ field, place, text }) => {
    const wrong = plantext.matches(ANY_DAY, text).filter(isNoDay).map((match) => match[0]);
    return Array.from(new Set(wrong)).map((found) => hit(field, place, { found }));
  });
}

function isNoDay(match) {
  const isMonth = (month) => Number(month) >= 1 && Number(month) <= 12;
  if (match[6]) return !isMonth(match[6]);
  if (match[4] && !match[1]) return false; // 3.5, 1-6: a number or a span, not a date
  const day = Number(match[3] || match[4]);
  const last = isMonth(match[2]) ? plantext.lastDay(Number(match[1] || 2024) || 1, match[2]) % 100 : 0;
  return day < 1 || day > last;
}

// A date that must stand between two days: the field, with its date, if it does not.
export function between(rule, paper) {
  const value = trees.get(paper.answers.values, rule.field);
  const date = value && value.date;
  if (!date || (rule.first <= date && date <= rule.last)) return [];
  const [year, month, day] = date.split("-").map(Number);
  return [hit(rule.field, [], { found: `${year}年${month}月${day}日` })];
}

// Dates of a field later than the last one of another: the latest, with what the other is called.
function notLater(rule, paper) {
  const [end, last] = [plantext.latest(paper.text(rule.than)), plantext.latest(paper.text(rule.field))];
  if (!end || !last || last.day <= end.day) return [];
  // A month without a day is not later than a day in it.
  if (Math.floor(last.day / 100) === Math.floor(end.day / 100) && !last.words.includes("日")) return [];
  return [hit(rule.field, [], { found: last.words, other: paper.form.field(rule.than).called })];
}

export { notLater as not_later, realDays as real_days };
