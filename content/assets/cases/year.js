// Mirrors scripts/lawbook/desk/year.py: the numbers of a committee's year, counted from the cases.
/** @import { Answers, Form } from "../forms/types" */
/** @import { Deadline } from "../tools/extracts" */
/** @import { Book, Entry, Now, Tree } from "./types" */
import { dayOf, keyOf, option, standing, text } from "./flow.js";
import { newest } from "./papers.js";

export const FORM = "yearly-report";
/**
 * A case as it stood at the end of a year: its entries, the first decision, how long that took.
 * @typedef {{now: Now, year: number, entries: Entry[], first: Entry | null, accepted: string | null, isWithdrawn: boolean,
 *   procedure: string, outcome: string, days: number | null}} Story
 */
/** @typedef {{sum: number, of: string[]}} Count */
/** @typedef {ReturnType<typeof counted>} Report */

const REFUSED = "review-refusal";
const DECISION = "review-decision";
/** @type {Record<string, string>} */
const OUTCOMES = { approve: "approved", revise: "revised", reject: "rejected" };
/** @type {Record<string, string>} */
const RE_REVIEWED = { agree: "同意", disagree: "不同意" };
const MEETINGS = ["meeting", "online"];
/** @param {Entry} entry */
const yearOf = (entry) => Number(entry.day.slice(0, 4));

// A case as it stood at the end of a year; null where it ended before or came after it.
/** @param {Book} book @param {Tree} tree @param {number} year @returns {Story | null} */
function storyOf(book, tree, year) {
  const entries = tree.entries.filter((entry) => yearOf(entry) <= year);
  if (entries.length === 0) return null;
  const now = standing(book.flow, { ...tree, entries });
  if (now.state.group === "closed" && entries.every((entry) => yearOf(entry) < year)) return null;
  const first = entries.find(decides) || null;
  const accepted = acceptedOn(entries);
  return {
    now, year, entries, first, accepted, isWithdrawn: now.state.key === "withdrawn", procedure: now.facts.procedure || "",
    outcome: first ? OUTCOMES[option(first, "decision")] || "revised" : "",
    days: first && accepted ? dayOf(first.day) - dayOf(accepted) : null,
  };
}

/** @param {Entry} entry */
function decides(entry) {
  const sentBack = keyOf(entry) === "review-opinion" && option(entry, "outcome") === "fail";
  return sentBack || (keyOf(entry) === DECISION && option(entry, "decision") !== "");
}

/** @param {Entry[]} entries */
function acceptedOn(entries) {
  const acceptance = newest({ entries }, "review-acceptance");
  return acceptance ? text(acceptance, "accepted") || acceptance.day : null;
}

// Whether a case came in the year, or was open when the year began.
/** @param {Story} story */
function isOurs(story) {
  if (yearOf(story.entries[0]) === story.year) return true;
  const ends = story.entries.filter((entry) => decides(entry) || [REFUSED, "withdrawn"].includes(keyOf(entry)));
  return ends.length === 0 || Math.min(...ends.map(yearOf)) === story.year;
}

// How many entries of some act, with such options, the year has.
/** @param {Story} story @param {string} act @param {Record<string, string>} [said] */
const within = (story, act, said = {}) => story.entries.filter((entry) => keyOf(entry) === act && yearOf(entry) === story.year
  && Object.entries(said).every(([key, wanted]) => option(entry, key) === wanted)).length;
/** @param {(story: Story) => unknown} test */
const is = (test) => (/** @type {Story} */ story) => (test(story) ? 1 : 0);
/** @param {Story} story @param {string} key */
const has = (story, key) => Boolean(newest(story, key));
/** @param {"procedure" | "outcome"} part @param {string} word */
const acceptedWith = (part, word) => is((story) => story.accepted && story[part] === word);

const OF_CASES = {
  received: () => 1,
  mended: is((story) => within(story, "review-supplement") > 0),
  accepted: is((story) => story.accepted),
  refused: is((story) => has(story, REFUSED)),
  waiting: is((story) => !story.accepted && !has(story, REFUSED)),
  ...Object.fromEntries(["general", "simple", "emergency"].map((name) => [name, acceptedWith("procedure", name)])),
  ...Object.fromEntries(Object.values(OUTCOMES).map((name) => [name, acceptedWith("outcome", name)])),
  in_review: is((story) => story.accepted && !story.outcome && !story.isWithdrawn),
  withdrawn: is((story) => story.accepted && !story.outcome && story.isWithdrawn),
};
const OF_THE_YEAR = {
  /** @param {Story} story */
  rereviews: (story) => within(story, "re-review-sent"),
  /** @param {Story} story */
  rereview_agreed: (story) => within(story, "re-review-answered", { opinion: "同意" }) + within(story, "rereview-opinion", { outcome: "agree" }),
  /** @param {Story} story */
  tracked: (story) => within(story, "tracked"),
  /** @param {Story} story */
  stopped: (story) => within(story, "ended"),
  /** @param {Story} story */
  appeals: (story) => within(story, "appealed"),
  /** @param {Story} story */
  appeals_upheld: (story) => appealsAnswered(story).filter((upheld) => upheld).length,
  /** @param {Story} story */
  appeals_rejected: (story) => appealsAnswered(story).filter((upheld) => !upheld).length,
};

// Whether each appeal that was answered in the year was upheld. A new decision without an answer upholds where it says
// something else than the one before.
/** @param {Story} story @returns {boolean[]} */
function appealsAnswered(story) {
  const told = [];
  let isOpen = false;
  let before = "";
  for (const entry of story.entries) {
    const key = keyOf(entry);
    const decided = key === DECISION ? option(entry, "decision") : "";
    /** @type {Record<string, boolean>} */
    const answers = { "review-appeal": option(entry, "sufficient") === "well_founded", "appeal-refused": false, [DECISION]: decided !== before };
    if (isOpen && yearOf(entry) === story.year && key in answers) told.push(answers[key]);
    isOpen = key === "appealed" || (isOpen && !(key in answers));
    before = decided || before;
  }
  return told;
}

// The middle of some numbers; of two the whole number at or above their half.
/** @param {number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((number, other) => number - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : Math.floor((sorted[half - 1] + sorted[half]) / 2 + 0.5);
}

/** @param {Story[]} stories @param {(story: Story) => number} count */
function summed(stories, count) {
  const counts = stories.map((story) => /** @type {[string, number]} */ ([story.now.tree.case, count(story)])).filter(([, number]) => number > 0);
  return { sum: counts.reduce((sum, [, number]) => sum + number, 0), of: counts.map(([number]) => number) };
}

// {year, counts: field → {sum, of: numbers of the cases}, days: [[number of a case, days]], limit,
// listed: rows, committee, mark}
/** @param {Book} book @param {Tree[]} trees @param {number} year */
export function counted(book, trees, year) {
  const told = trees.flatMap((tree) => storyOf(book, tree, year) || []);
  const ours = told.filter(isOurs);
  const days = ours.flatMap((story) =>
    (story.days === null ? [] : [/** @type {[string, number]} */ ([story.now.tree.case, story.days])]));
  const limit = /** @type {Deadline} */ (book.deadlines.find((deadline) => deadline.key === "decision")).length;
  const late = days.filter(([, number]) => number > (limit || Infinity)).map(([number]) => number);
  /** @param {Story[]} stories @param {Record<string, (story: Story) => number>} counts */
  const sums = (stories, counts) => Object.entries(counts).map(([key, count]) => [key, summed(stories, count)]);
  /** @type {Record<string, Count>} */
  const counts = Object.fromEntries([...sums(ours, OF_CASES), ...sums(told, OF_THE_YEAR)]);
  counts.meetings = { sum: new Set(told.flatMap(meetingsOf)).size, of: [] };
  if (days.length > 0) counts.median = { sum: median(days.map(([, number]) => number)), of: [] };
  if (limit) counts.late = { sum: late.length, of: late };
  return {
    year, counts, days, limit, committee: mostNamed(told.map((story) => story.now.facts.committee || "")),
    listed: told.filter((story) => story.now.listed && story.accepted).map(listedRow),
    mark: told.map((story) => story.now.tree.mark).find(Boolean) || "",
  };
}

/** @param {string[]} names */
function mostNamed(names) {
  const counts = new Map();
  names.filter(Boolean).forEach((name) => counts.set(name, (counts.get(name) || 0) + 1));
  return [...counts].reduce((best, pair) => (pair[1] > best[1] ? pair : best), ["", 0])[0];
}

/** @param {Story} story */
function meetingsOf(story) {
  return story.entries.filter((entry) => keyOf(entry) === "review-minutes" && yearOf(entry) === story.year
    && MEETINGS.includes(option(entry, "way"))).map((entry) => entry.day);
}

/** @param {Story} story @returns {Record<string, string>} */
function listedRow(story) {
  const approved = story.entries.find((entry) => keyOf(entry) === DECISION && option(entry, "decision") === "approve");
  const registered = newest(story, "registered");
  const { facts, state } = story.now;
  return {
    name: facts.activity || "", leader: facts.applicant || "", approved: approved ? approved.day : "",
    rereview: reReviewed(story, approved), registered: registered ? registered.day : "", state: state.label,
  };
}

/** @param {Story} story @param {Entry | undefined} approved */
function reReviewed(story, approved) {
  for (const entry of [...story.entries].reverse()) {
    const key = keyOf(entry);
    if (key === "re-review-answered") return option(entry, "opinion");
    if (key === "rereview-opinion") return RE_REVIEWED[option(entry, "outcome")] || "";
    if (key === "re-review-sent") return "复核中";
  }
  return approved ? "不需要" : "";
}

// The answers with which the yearly report begins.
/** @param {Form} form @param {Report} year @returns {Answers} */
export function yearAnswers(form, year) {
  const columns = form.field("listed").columns.map((column) => column.key);
  /** @type {Answers["values"]} */
  const values = Object.fromEntries(Object.entries(year.counts).filter(([key]) => form.field(key))
    .map(([key, count]) => [key, String(count.sum)]));
  values.until = { date: `${year.year}-12-31` };
  if (year.committee) values.committee = year.committee;
  if (year.listed.length > 0) values.listed = year.listed.map((row) => columns.map((key) => row[key] || ""));
  return { form: form.key, values, key: "", title: "", mark: year.mark };
}
