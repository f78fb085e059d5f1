// Rules of a paper that look at numbers and days: see plan.d.ts.
import type { Fields } from "./plan";

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

export interface Whole {
  kind: "whole";
  fields: string[];
  counted: Record<string, number>;
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

export interface Shares {
  kind: "shares";
  fields: string[];
}
