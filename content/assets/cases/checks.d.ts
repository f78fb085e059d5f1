// The rules over a case, as data/rules/cases.yml has them: names as in scripts/lawbook/rules/caserule.py and letterrule.py.
import type { OnlyIf } from "../forms/types";
import type { Audience } from "./types";

export interface Once { kind: "once"; act: string; since: string[] }
export interface Apart { kind: "apart"; one: string[]; other: string[]; but: OnlyIf; parts: string | null; inside: boolean }

export interface Rests {
  kind: "rests";
  act: string;
  when: OnlyIf;
  listed: boolean | null;
  on: string[];
  field: string | null;
  pattern: string | null;
}

export interface InTime {
  kind: "in_time";
  act: string;
  deadlines: string[];
  when: OnlyIf;
  field: string | null;
  start: string | null;
}

export interface Extends { kind: "extends"; finds: "late" | "short" }

export interface Agrees {
  kind: "agrees";
  act: string;
  field: string;
  other: string;
  other_field: string;
  fitting: OnlyIf;
  since: string[];
}

export interface Retells {
  kind: "retells";
  act: string;
  field: string;
  other: string;
  other_field: string;
  tells: { option: string; pattern: string }[];
  finds: "contrary" | "unclear";
  since: string[];
}

export interface Keeps {
  kind: "keeps";
  act: string;
  when: OnlyIf;
  since: string[];
  other: string;
  other_field: string;
  kept: Record<string, string>;
  fitting: OnlyIf;
}

export interface Fits {
  kind: "fits";
  act: string;
  field: string;
  listed: boolean | null;
  known: OnlyIf;
  within: string[];
  options: string[];
}

export interface Whole { kind: "whole"; act: string; before: string; since: string[] }

export interface Unnamed {
  kind: "unnamed";
  audience: Audience;
  people: string[];
  always: string;
  titles: string;
  weak: string;
  compound: string;
  before: string;
  after: string;
  spoke: string;
  some: string;
  theirs: string;
  whole_in: string[];
  others: string[];
  besides: string[];
}

/** Family names, as data/rules/surnames.yml tells them from other words. */
export interface Surnames {
  particles: string;
  adverbs: string;
  before: Record<string, string>;
  after: Record<string, string>;
  syllables: string;
  readings: Record<string, string>;
}

export interface Unsure { kind: "unsure"; rule: string }
export interface Unsaid { kind: "unsaid"; audience: Audience; pattern: string; unless: string | null; besides: string[] }
export interface Distinct { kind: "distinct"; audience: Audience; field: string }
export interface Enough { kind: "enough"; people: string; at_least: number }
export interface AllNamed { kind: "all_named"; people: string; within: string }
export interface Repeated { of: string[]; first: boolean; spots: string[] }
export interface Repeats { kind: "repeats"; spots: Repeated[] }
export interface Dated { kind: "dated" }
export interface Ordered { kind: "ordered"; finds: "followed" | "above" }

export type Check = Once | Apart | Rests | InTime | Extends | Agrees | Retells | Keeps | Fits | Whole | Unnamed | Unsure | Unsaid | Distinct
  | Enough | AllNamed | Repeats | Dated | Ordered;
