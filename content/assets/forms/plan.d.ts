// The rules of a plan and of the committee's papers, as scripts/lawbook/export/plan_data.py writes them: the names are
// those of the classes in scripts/lawbook/forms/plan. What has its default is left out.
import type { Path } from "./types";

/** Some fields, or all of them. */
export type Fields = string[] | "all";

/** Column → words of which it must say one. */
export type Says = Record<string, string[]>;

/** What a rule finds, with the words of its message. */
export interface Hit {
  field: string;
  spot: Path;
  words: Record<string, string>;
}

/** The folded text of an answer, and its spot inside the answer. */
export interface Entry {
  field: string;
  spot: Path;
  text: string;
}

export interface Same {
  kind: "same";
  fields: string[];
}

export interface Where {
  fields: string[];
  starts: string[];
  any: string[];
  within?: string;
}

export interface Matches {
  kind: "matches";
  field: string;
  pattern: string;
  where?: Where;
}

export interface Printed {
  kind: "printed";
  field: string;
}

export interface Part {
  part: string;
  any: string[];
  lead?: number | null;
  or_anywhere?: string[];
  without?: string[];
  where?: Where;
}

export interface Parts {
  kind: "parts";
  field: string;
  parts: Part[];
}

export interface AtLeast {
  kind: "at_least";
  fields: Fields;
  chars: number;
  unless?: string[];
}

export interface Count {
  kind: "number";
  fields: Fields;
  sentence: string[];
  span: string[];
  not_span?: string[];
  unit: string;
  must_be: "at_most" | "at_least";
  limit: string;
  unless?: string[];
}

export interface Periods {
  kind: "periods";
  fields: Fields;
  not_before: string;
  in_future?: string[];
  past?: string;
}

export interface Left {
  kind: "left";
  fields: Fields;
  hints?: boolean;
  at: "anywhere" | "line";
  phrases: string[];
  share?: number;
}

export interface TickedText {
  kind: "ticked_text";
  field: string;
  option: string;
}

export interface TickedListed {
  kind: "ticked_listed";
  field: string;
  rows: string;
  column: string;
  name_column: string;
  direction: "ticked_listed" | "listed_ticked";
  words?: Record<string, string[]>;
}

export interface TickedMentioned {
  kind: "ticked_mentioned";
  field: string;
  in: string[];
  beside?: boolean;
  words?: Record<string, string[]>;
  without?: string[];
}

export interface Twice {
  kind: "twice";
  field: string;
  column: string;
}

export interface RowKind {
  kind: "row_kind";
  field: string;
  column: string;
  name_column: string;
  words: Record<string, string[]>;
}

export interface RowNeeds {
  kind: "row_needs";
  field: string;
  column: string;
  needs: string[];
}

export interface RowNames {
  kind: "row_names";
  field: string;
  column: string;
  rows: string;
  name_column: string;
  other: string;
}

/** Rows that are counted, defaults left out: see lawbook.forms.tally. */
export interface RowsOf {
  rows: string;
  where?: Says;
  but?: Says;
  once?: string | null;
  label?: string | null;
  unit?: string;
}

export interface Number_ extends RowsOf {
  kind: "count";
  at_least?: number;
  at_most?: number;
  empty?: boolean;
}

export interface Covers extends RowsOf {
  kind: "covers";
  column: string;
  words: string[];
}

export interface Majority {
  kind: "two_thirds";
  yes: RowsOf;
  of: RowsOf[];
  finds?: "short" | "differ";
  known?: Record<string, string[]>;
}

export interface DateOrder {
  kind: "date_order";
  first: string;
  then: string;
  /** Which of the two is a field beside the list. */
  beside?: "first" | "then" | null;
  rows?: string;
  same_day?: boolean;
  most_days?: number;
}

export interface Names {
  field: string;
  column?: string;
  where?: Says;
}

export interface NotBoth {
  kind: "not_both";
  rows?: string;
  one?: Says;
  other?: Says;
  names?: Names[];
}

export interface NotTwice {
  kind: "not_twice";
  rows: string;
  column: string;
}

export interface Amount {
  field: string;
  column?: string;
  where?: Says;
}

export interface EqualSum {
  kind: "equal_sum";
  total: Amount;
  parts: Amount[];
}

export interface ToldCount extends RowsOf {
  kind: "told_count";
  field: string;
  pattern: string;
  about: string;
  number?: number;
}

export interface ToldSum {
  kind: "told_sum";
  field: string;
  about: string;
  total: string;
  parts: string[];
  none: string;
}

export interface Paired {
  kind: "paired";
  rows: string;
  other: string;
  column: string;
  where?: Says;
  first?: string;
  then?: string;
}

export interface NamesOne extends RowsOf {
  kind: "names_one";
  field: string;
  column: string;
}

export interface Found {
  kind: "found";
  fields: Fields;
  columns?: string[];
  besides?: string[];
  pattern: string;
  whole?: boolean;
  unless?: string;
}

export interface Given {
  field: string;
  beside?: string[];
  names_of?: string;
  names_column?: string;
  ticked?: string[];
  unticked?: string[];
  of?: string;
  has?: string;
  lacks?: string;
  empty?: boolean;
}

export interface Together {
  kind: "together";
  field: string;
  given: Given[];
}

export interface Each {
  kind: "each";
  fields: string[];
  item: string;
  says: string;
  sentences?: boolean;
  names_of?: string;
  names_column?: string;
}

export interface Copied {
  kind: "copied";
  fields: string[];
  share: number;
  length: number;
  alike?: number;
}

export interface Answered {
  kind: "answered";
  field: string;
  in: string[];
  item: string;
  common?: string[];
  spoken_in?: string[];
}

export interface Agree {
  kind: "agree";
  fields: string[];
  things: string[];
  growing?: string[];
  underway?: string[];
  counted: string[];
  verbs?: string[];
  others?: string[];
  alike?: Record<string, string>;
  only?: Record<string, string>;
  reach?: number;
  least?: number;
}

export interface RealDays {
  kind: "real_days";
  fields: Fields;
}

export interface Between {
  kind: "between";
  field: string;
  first: string;
  last: string;
}

export interface NotLater {
  kind: "not_later";
  field: string;
  than: string;
  least?: number;
  period?: boolean;
}

export interface Gaps {
  kind: "gaps";
  field: string;
  days: number;
  overlap?: number;
}

export interface Sums {
  kind: "sums";
  fields: Fields;
  counted: Record<string, number>;
  among: string;
  in_all?: string;
  stops: string;
  short?: number;
}

export interface Offices {
  kind: "offices";
  fields: Fields;
  names: string;
  topics: string[];
  unless?: string;
}

export interface Lonely {
  kind: "lonely";
  judged: Record<string, string[]>;
  known: string[];
  units: Record<string, string>;
  unless: string;
  least?: number;
}

export interface Members {
  kind: "members";
  fields: Fields;
  units: string[];
  alike?: Record<string, string>;
  full?: string[];
}

export interface Rounds {
  kind: "rounds";
  fields: string[];
  told: string[];
}

export interface Grown {
  kind: "grown";
  fields: string[];
  base: string;
}

export interface InTime {
  kind: "in_time";
  field: string;
  than: string;
  unless: string;
}

export interface Steps {
  kind: "steps";
  field: string;
  than: string;
  days: number;
}

export interface Undated {
  kind: "undated";
  field: string;
  unless: string;
}

export interface Applied {
  kind: "applied";
  field: string;
  work: string[];
  unless: string;
}

export interface OtherPlace {
  kind: "other_place";
  fields: Fields;
  own: string[];
  sort: string;
  known?: string[];
  lead: string;
  stop: string;
  none_of: string;
  unless: string;
  when?: string;
}

export interface Denied {
  kind: "denied";
  fields: string[];
  in: string[];
  denial: string;
  unless: string;
  common?: string[];
  alike?: string[][];
  says?: string;
  itself?: boolean;
}

export interface Near {
  kind: "near";
  rows?: string | null;
  column?: string | null;
  own?: string[];
  named?: string[];
  names?: string | null;
  unless?: string | null;
}

export interface Lacks {
  kind: "lacks";
  asks: { field: string; part: string; says: string; named?: boolean }[];
  rows?: string;
  column?: string;
}

export interface Echoed {
  kind: "echoed";
  fields: string[];
  within: string[];
  pattern: string;
}

export interface Bodies {
  kind: "bodies";
  fields: string[];
  own: string[];
  pattern: string;
  sort: string;
}

export interface RowsAgree {
  kind: "rows_agree";
  rows: string;
  name: string;
  person: string;
  time: string;
  level: string;
  text: string;
  levels: string;
  names: string;
  names_column: string;
}

export interface Untold {
  kind: "untold";
  rows: string;
  column: string;
  besides: string;
  field: string;
}

export interface DoesBoth {
  kind: "does_both";
  field: string;
  rows: string;
  name: string;
  column: string;
  acts: string;
  unless: string;
  work: string;
  besides: string;
  others: string;
}

export interface Shares {
  kind: "shares";
  fields: string[];
}

export interface MoreTold {
  kind: "more_told";
  rows: string;
  column: string;
  field: string;
  pattern: string;
}

export interface OneTerm {
  kind: "one_term";
  fields: string[];
  things: string[];
  worth: Record<string, number>;
}

export interface Batches {
  kind: "batches";
  fields: string[];
  own: string[];
}

export interface Heads {
  kind: "heads";
  fields: string[];
  rows: string;
  pattern: string;
}

export interface Unlisted {
  kind: "unlisted";
  fields: Fields;
  rows: string;
  column: string;
  own: string[];
  pattern: string;
}

export interface Event {
  part: string;
  says: string;
}

export interface Milestones {
  kind: "milestones";
  fields: string[];
  events: Event[];
  unless: string;
}

export interface Reckoned {
  kind: "reckoned";
  fields: Fields;
}

export interface Quantities {
  kind: "quantities";
  fields: string[];
  units: string[];
  alike?: Record<string, string>;
  bare?: string[];
  fewer?: string[];
  unsaid?: string[];
  weak?: string[];
  exact?: boolean;
  least?: number;
}

export interface Begins {
  kind: "begins";
  fields: [string, string];
  ends?: boolean;
  says?: string | null;
  unless?: string | null;
}

export interface Lasts {
  kind: "lasts";
  fields: Fields;
}

export interface Strange {
  kind: "strange";
  fields: Fields;
  own: string[];
  titles: string;
  words: string[];
  least?: number;
}

export interface Whole {
  kind: "whole";
  fields: string[];
  counted: Record<string, number>;
}

export type Check = Same | Matches | Printed | Parts | AtLeast | Count | Periods | Left | TickedText | TickedListed
  | TickedMentioned | Twice | RowKind | RowNeeds | RowNames | Number_ | Covers | Majority | DateOrder | NotBoth | NotTwice
  | EqualSum | NamesOne | ToldSum | Paired | Found | Together | Each | Copied | Answered | Agree | RealDays | Between | NotLater | Gaps | Sums | Offices
  | OtherPlace | Denied | Near | Unlisted | Milestones | Reckoned | Quantities | Begins | Lasts | Strange | Whole
  | Lacks | Echoed | Bodies | RowsAgree | MoreTold | Untold | DoesBoth | Shares | OneTerm | Batches | Heads | Lonely | Members | Rounds | Grown
  | InTime | Applied | Steps | Undated;

/** A number of a unit in a line. */
export interface Sized {
  start: number;
  end: number;
  size: number;
  words: string;
}

/** A period, or a date with its words; days are numbers such as 20260331. */
export interface Period {
  start: number;
  end: number;
  words: string;
}

export interface Dated {
  day: number;
  words: string;
}
