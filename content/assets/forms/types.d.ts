// What the scripts of the forms share. Here a form as lawbook.export.form_data writes it and form.js fills it up; what was
// answered stands in given.d.ts, the form compiled for Word in compiled.d.ts. Names are those of the Python classes.
import type { Deadline, Year } from "../tools/extracts";
import type { Word } from "./compiled";
import type { Values } from "./given";
import type { Check } from "./plan";

export * from "./compiled";
export * from "./given";

export type Kind = "text" | "long_text" | "date" | "choice" | "choices" | "rows" | "fixed" | "computed";

/** Field → options of which one must be chosen. */
export type OnlyIf = Record<string, string[]>;

export interface Option {
  key: string;
  label: string;
  formerly: string[];
  requires_text: boolean;
  alone: boolean;
  basis: string[] | null;
}

export interface Column {
  key: string;
  label: string;
  formerly: string[];
  hint: string | null;
  required: boolean;
  kind: "text" | "date" | "number";
  unique: boolean;
  refers: string | null;
  options: string[];
  basis: string[] | null;
  width: number;
}

/** From where a field begins: see lawbook.forms.carry. */
export interface Carry {
  form: string;
  field: string | null;
  lacks: boolean;
  into: string | null;
  figures: string | null;
  columns: Record<string, string>;
}

export interface Way {
  only_if: OnlyIf;
  text: string | null;
  deadline: string | null;
  start: string | null;
}

/** Rows that are counted: column → words that they must say, must not say. */
export interface Tally {
  rows: string;
  where: Record<string, string[]>;
  but: Record<string, string[]>;
  once: string | null;
  label: string | null;
  unit: string;
}

export interface Computed {
  ways: Way[];
  counts: Tally[];
  two_thirds: { yes: Tally; of: Tally[] } | null;
  differ: string | null;
}

export interface Group {
  key: string;
  label: string;
  label_lines: string[];
  hint: string | null;
}

export interface Field {
  key: string;
  label: string;
  kind: Kind;
  formerly: string[];
  also: string[];
  name: string | null;
  required: boolean;
  advised: boolean;
  only_draft: boolean;
  group: string | null;
  basis: string[];
  carries: Carry[];
  see: string[];
  computed: Computed | null;
  only_if: OnlyIf;
  addressee: string | null;
  hint: string | null;
  help: string | null;
  text: string | null;
  options: Option[];
  columns: Column[];
  /** Whether numbers among its words get their one spelling. */
  telephones: boolean;
  pattern: string | null;
  pattern_message: string | null;
  max_length: number | null;
  layout: { half: boolean; label_lines: string[]; option_lines: number[]; blank_rows: number };
  /** What messages call it. */
  called: string;
  standing: string;
}

/** A sentence of a letter, with {keys}, or the list that stands there. */
export interface Sentence {
  text: string | null;
  rows: string | null;
  at: string;
  only_if: OnlyIf;
}

export interface Section {
  key: string;
  title: string;
  formerly: string[];
  note: string | null;
  groups: Group[];
  fields: Field[];
  letter: Sentence[];
  only_if: OnlyIf;
  layout: { arrange: "cover" | "table" | "open" | "letter"; new_page: boolean; heading: string };
  group(key: string): Group;
}

export interface Form {
  key: string;
  title: string;
  version: string;
  follows: string[];
  notice: string;
  addressee: string | null;
  by: string | null;
  example: string | null;
  sections: Section[];
  attachments: Section[];
  layout: {
    title: { field: string | null; text: string };
    mark: string | null;
    cover: string[];
    blank_mark: string | null;
    show_required: boolean;
    official: boolean;
  };
  fields: [section: Section, field: Field][];
  plan: Plan | null;
  data: FormData;
  /** The field of a key, as an index gives it: whoever has a key from outside looks whether there is one. */
  field(key: string): Field;
  asks(field: Field, values: Values): boolean;
  hint(field: Field): string;
  hints(field: Field): string[];
}

/** How other forms are told apart: keys of each field, and its labels. */
export interface Known {
  key: string;
  title: string;
  version: string;
  fields: [keys: string[], labels: string[]][];
}

/** A deadline by which a form counts days. */
export type CountingRule = Pick<Deadline, "period" | "unit" | "length" | "on" | "kind"> & { tag: string; years: Year[] };

/** A rule of the plan: see lawbook.forms.plan.checks. */
export interface PlanRule {
  checks: Check;
  message: string;
  remedy: string;
  level: string;
  last_word: boolean;
  once?: string | null;
  basis: string[];
  only_if?: OnlyIf;
  not_if?: OnlyIf;
}

/** Unit → what a word of it is worth. */
export type Units = Record<string, Record<string, number>>;

export interface Plan {
  units: Units;
  rules: PlanRule[];
}

/** The same as it comes. */
export interface ToldPlan {
  units: Units;
  rules: Declared<PlanRule, "checks">[];
  /** The long texts of the rules, in order. */
  texts: string[];
  messages: string[];
  remedies: string[];
}

/** What comes with less said than is held. */
type Declared<T, K extends keyof T> = Partial<T> & Pick<T, K>;

export interface ToldComputed {
  ways?: Partial<Way>[];
  counts?: Declared<Tally, "rows">[];
  two_thirds?: { yes: Declared<Tally, "rows">; of: Declared<Tally, "rows">[] };
  differ?: string | null;
}

export type ToldField = Declared<Omit<Field, "options" | "columns" | "carries" | "computed" | "layout">, "key" | "label">
  & {
    options?: Declared<Option, "key" | "label">[];
    columns?: Declared<Column, "key" | "label">[];
    carries?: Declared<Carry, "form">[];
    computed?: ToldComputed;
    layout?: Partial<Field["layout"]>;
  };

export type ToldSection = Declared<Omit<Section, "fields" | "groups" | "letter" | "layout" | "group">, "key" | "title"> & {
  fields: ToldField[];
  groups?: Declared<Group, "key" | "label">[];
  letter?: Partial<Sentence>[];
  layout?: Partial<Section["layout"]>;
};

/** A declaration as it comes, what is not said left out. */
export type Told = Pick<Form, "key" | "title" | "version" | "follows" | "notice">
  & Partial<Pick<Form, "addressee" | "by" | "example">> & {
    sections: ToldSection[];
    attachments?: ToldSection[];
    layout: Partial<Omit<Form["layout"], "title">> & { title: { field?: string | null; text: string } };
  };

/** The data file of a form. */
export interface FormData {
  form: Told;
  known: Known[];
  cites: string | null;
  origins?: Told[];
  checks?: Record<string, Pick<FormData, "plan" | "grounds">>;
  periods?: Record<string, CountingRule>;
  plan: ToldPlan | null;
  grounds: Record<string, string>;
  word: Word;
}

/** The names between braces of a sentence: {field}, {number}. */
export type Places<Text extends string> =
  Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
