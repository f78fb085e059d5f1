// Mirrors scripts/lawbook/desk/year.py: the numbers of a committee's year, counted from the cases.
import { startOf } from "../tools/deadlines-count.js";
import { keyOf, option, standing, text } from "./flow.js";

export const FORM = "yearly-report";
const REFUSED = "review-refusal";
const OUTCOMES = { approve: "approved", revise: "revised", reject: "rejected" };
const RE_REVIEWED = { agree: "同意", disagree: "不同意" };
const MEETINGS = ["meeting", "online"];
const yearOf = (entry) => Number(entry.day.slice(0, 4));
const newest = (one, key) => [...one.entries].reverse().find((entry) => keyOf(entry) === key) || null;

// A case as it stood at the end of a year; null where it ended before or came after it.
function told(book, tree, year) {
  const entries = tree.entries.filter((one) => yearOf(one) <= year);
  if (entries.length === 0) return null;
  const before = entries.filter((one) => yearOf(one) < year);
  const now = standing(book.flow, { ...tree, entries });
  if (before.length === entries.length && now.state.group === "closed") return null;
  const first = entries.find(decides) || null;
  const accepted = acceptedOn({ entries });
  return {
    now, year, entries, first, accepted, carried: yearOf(entries[0]) < year, procedure: procedureOf(now, entries),
    isWithdrawn: now.state.key === "withdrawn", outcome: first ? OUTCOMES[option(first, "decision")] || "revised" : "",
    days: first && accepted ? startOf(first.day).day - startOf(accepted).day : null,
  };
}

function decides(entry) {
  const sentBack = keyOf(entry) === "review-opinion" && option(entry, "outcome") === "fail";
  return sentBack || (keyOf(entry) === "review-decision" && option(entry, "decision") !== "");
}

function acceptedOn(one) {
  const found = newest(one, "review-acceptance");
  return found ? text(found, "accepted") || found.day : null;
}

function procedureOf(now, entries) {
  return entries.some((one) => keyOf(one) === "to-general") ? "general" : now.facts.procedure || "";
}

// Whether a case came in the year, or was open when the year began.
function isOurs(one) {
  if (!one.carried) return true;
  const ends = one.entries.filter((entry) => decides(entry) || [REFUSED, "withdrawn"].includes(keyOf(entry)));
  return ends.length === 0 || Number(ends.map((entry) => entry.day).sort()[0].slice(0, 4)) === one.year;
}

// How many entries of some acts, with such options, the year has.
const within = (one, act, said = {}) => one.entries.filter((entry) => keyOf(entry) === act && yearOf(entry) === one.year
  && Object.entries(said).every(([key, wanted]) => option(entry, key) === wanted)).length;
const has = (one, key) => Boolean(newest(one, key));
const is = (test) => (one) => (test(one) ? 1 : 0);
const outcome = (name) => is((one) => one.accepted && one.outcome === name);
const procedure = (name) => is((one) => one.accepted && one.procedure === name);

const OF_CASES = {
  received: () => 1,
  mended: is((one) => within(one, "review-supplement") > 0),
  accepted: is((one) => one.accepted),
  refused: is((one) => has(one, REFUSED)),
  waiting: is((one) => !one.accepted && !has(one, REFUSED)),
  general: procedure("general"), simple: procedure("simple"), emergency: procedure("emergency"),
  approved: outcome("approved"), revised: outcome("revised"), rejected: outcome("rejected"),
  in_review: is((one) => one.accepted && !one.outcome && !one.isWithdrawn),
  withdrawn: is((one) => one.accepted && !one.outcome && one.isWithdrawn),
};
const OF_THE_YEAR = {
  rereviews: (one) => within(one, "re-review-sent"),
  rereview_agreed: (one) => within(one, "re-review-answered", { opinion: "同意" }) + within(one, "rereview-opinion", { outcome: "agree" }),
  tracked: (one) => within(one, "tracked"),
  stopped: (one) => within(one, "ended"),
  appeals: (one) => within(one, "appealed"),
  appeals_upheld: (one) => within(one, "review-appeal", { sufficient: "well_founded" }),
};

// The middle of some numbers; of two the whole number above their half.
function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : Math.floor((sorted[half - 1] + sorted[half]) / 2 + 0.5);
}

// {year, counts: field → {sum, of: numbers of the cases}, days: [[number of a case, days]], limit, meetings,
// listed: rows, committee, mark}
export function counted(book, trees, year) {
  const all = trees.map((tree) => told(book, tree, year)).filter(Boolean);
  const ours = all.filter(isOurs);
  const days = ours.filter((one) => one.days !== null).map((one) => [one.now.tree.case, one.days]);
  const limit = book.deadlines.find((one) => one.key === "decision").length;
  const late = days.filter(([, count]) => count > limit);
  const meetings = new Set(all.flatMap(meetingsOf));
  const sums = (some, counts) => Object.entries(counts).map(([key, count]) => [key, summed(some, count)]);
  const counts = Object.fromEntries([...sums(ours, OF_CASES), ...sums(all, OF_THE_YEAR)]);
  counts.meetings = { sum: meetings.size, of: [] };
  if (days.length > 0) counts.median = { sum: median(days.map(([, count]) => count)), of: [] };
  if (limit) counts.late = { sum: late.length, of: late.map(([number]) => number) };
  return {
    year, counts, days, limit, listed: all.filter((one) => one.now.listed && one.accepted).map(listedRow),
    committee: [...ours].reverse().map((one) => one.now.facts.committee || "")[0] || "",
    mark: all.map((one) => one.now.tree.mark).find(Boolean) || "",
  };
}

function summed(some, count) {
  const found = some.map((one) => [one.now.tree.case, count(one)]);
  return { sum: found.reduce((sum, [, one]) => sum + one, 0), of: found.filter(([, one]) => one > 0).map(([number]) => number) };
}

function meetingsOf(one) {
  return one.entries.filter((entry) => keyOf(entry) === "review-minutes" && yearOf(entry) === one.year
    && MEETINGS.includes(option(entry, "way"))).map((entry) => entry.day);
}

function listedRow(one) {
  const approved = one.entries.find((entry) => option(entry, "decision") === "approve") || null;
  const registered = newest(one, "registered");
  return {
    name: one.now.facts.activity || "", leader: one.now.facts.applicant || "", approved: approved ? approved.day : "",
    rereview: reReviewed(one, approved), registered: registered ? registered.day : "", state: one.now.state.label,
  };
}

function reReviewed(one, approved) {
  for (const entry of [...one.entries].reverse()) {
    const key = keyOf(entry);
    if (key === "re-review-answered") return option(entry, "opinion");
    if (key === "rereview-opinion") return RE_REVIEWED[option(entry, "outcome")] || "";
    if (key === "re-review-sent") return "复核中";
  }
  return approved ? "不需要" : "";
}

// The answers with which the yearly report begins.
export function yearAnswers(form, found) {
  const columns = form.field("listed").columns.map((column) => column.key);
  const values = Object.fromEntries(Object.entries(found.counts).filter(([key]) => form.field(key))
    .map(([key, one]) => [key, String(one.sum)]));
  values.until = { date: `${found.year}-12-31` };
  if (found.committee) values.committee = found.committee;
  if (found.listed.length > 0) values.listed = found.listed.map((row) => columns.map((key) => row[key] || ""));
  return { form: form.key, values, key: "", title: "", mark: found.mark };
}
