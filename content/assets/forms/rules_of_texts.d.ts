// Rules of a paper that look at words, and at what is lacking: see plan.d.ts.
import type { Fields } from "./plan";

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

export interface Left {
  kind: "left";
  fields: Fields;
  hints?: boolean;
  at: "anywhere" | "line";
  phrases: string[];
  share?: number;
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

export interface Offices {
  kind: "offices";
  fields: Fields;
  names: string;
  topics: string[];
  unless?: string;
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

export interface Unlisted {
  kind: "unlisted";
  fields: Fields;
  rows: string;
  column: string;
  own: string[];
  pattern: string;
}

export interface Strange {
  kind: "strange";
  fields: Fields;
  own: string[];
  titles: string;
  words: string[];
  least?: number;
}
