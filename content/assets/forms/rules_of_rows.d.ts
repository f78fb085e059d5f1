// Rules of a paper that look at rows and at ticks: see plan.d.ts.
import type { Says } from "./plan";

/** Rows that are counted, defaults left out: see lawbook.forms.tally. */
export interface RowsOf {
  rows: string;
  where?: Says;
  but?: Says;
  once?: string | null;
  label?: string | null;
  unit?: string;
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

export interface MoreTold {
  kind: "more_told";
  rows: string;
  column: string;
  field: string;
  pattern: string;
}
