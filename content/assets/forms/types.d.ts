// What the scripts of the forms share: a form as lawbook.export.form_data writes it and form.js fills it up,
// answers, findings, and what is read of a Word file. Names are those of the Python classes.
import type { Deadline, Year } from "../tools/extracts";
import type { Paragraph, Table } from "./content.js";
import type { Check } from "./plan";

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

/** The official template's layout. */
export interface Ministry {
  parts: Record<string, string>;
  segments: Segment[];
}

/** What a .docx is made of: part → XML with slots, and the segments of its body. */
export interface Word {
  parts: Record<string, string>;
  segments: Segment[];
  ministry?: Ministry;
}

/** A content control of Word; without tag there is none. */
export interface Control {
  number: number;
  tag: string;
  alias: string;
  lock?: string;
  temporary?: boolean;
}

/** A line of text: see lawbook.word.layout.slots, also for the other slots. */
export interface LineSlot {
  slot: "line" | "day" | "said" | "beside";
  key: string;
  control: Control;
  font: string;
  hint: string;
  style: string;
  room?: number;
  empty?: string;
  option: string;
  labels: [key: string, label: string][];
}

export interface BoxSlot {
  slot: "box";
  key: string;
  option: string;
  control: Control;
}

export interface OnlySlot {
  slot: "only";
  conditions: [key: string, options: string[]][];
  segments: Segment[];
  keys: string[];
}

export interface PassageSlot {
  slot: "passage";
  key: string;
  control: Control;
  hint: string;
  cut: string;
  above: string;
  leading: string;
}

export interface SizeSlot {
  slot: "bySize";
  key: string;
  blank: string;
  short: string;
  long: string;
  cut: string;
}

export interface RowsSlot {
  slot: "rows";
  key: string;
  columns: [tag: string, alias: string, width: number][];
  first: number;
  numberWidth: number;
  blanks: number;
  small: boolean;
  spare: boolean;
}

export interface BlankSlot {
  slot: "blank";
  xml: string;
}

export type Slot = LineSlot | BoxSlot | OnlySlot | PassageSlot | SizeSlot | RowsSlot | BlankSlot;

export type Segment = string | Slot;

export interface Day {
  date: string;
  length?: undefined;
}

/** A box that is ticked, and the words beside it. */
export interface Chosen {
  option: string;
  text: string;
}

export type Item = Chosen | string[];

export type Value = string | Day | Item[];

export type Values = Record<string, Value>;

export interface Answers {
  form: string;
  key: string;
  title: string;
  mark: string;
  values: Values;
}

/** Where something stands in an answer file, or inside an answer. */
export type Path = (string | number)[];

export interface Message {
  path: Path;
  message: string;
}

export type Fault = (path: Path, message: string) => void;

/** What is to be said of an answer. */
export interface Finding {
  field: string;
  path: Path;
  reason: string;
  remedy: string;
  advice: boolean;
  basis: string[];
  /** Whether a rule of the plan says it. */
  isRuled: boolean;
  message: string;
}

/** A finding as 检查 shows it. */
export interface Remark {
  field: string;
  path: Path;
  where: string;
  reason: string;
  basis: string;
  remedy: string;
  advice: boolean;
  line: string;
}

export type ReadingPart = "faults" | "findings" | "advice" | "notes";

export interface Reading {
  answers: Answers;
  faults: Message[];
  findings: Message[];
  advice: Message[];
  notes: Message[];
  given: Record<string, string>;
}

/** A YAML or JSON file that was read: lines by the path as yamlfile.js spells it. */
export interface AnswerFile {
  name: string;
  tree: unknown;
  lines: Map<string, number>;
}

/** Boxes as a page holds them. */
export interface Boxes {
  on: string[];
  words: Record<string, string>;
}

/** What stands in an input of a page, before it is an answer. */
export type Raw = string | string[][] | Boxes;

export type State = Record<string, Raw>;

/** What a draft says of a field of its form: options or columns as [key, label]. */
export interface Shape {
  kind: string;
  called: string;
  parts: [key: string, label: string][];
}

/** A draft brought to the form of today: see migrate.js. */
export interface Migrated {
  state: State;
  lost: string[];
  notes: string[];
  version: string;
}

/** A draft that was saved. */
export interface Saved {
  form: string;
  version?: string;
  state: State;
  shape?: Record<string, Shape>;
}

/** A piece of a long answer, and whether it is bold. */
export type Run = [text: string, bold: boolean];

export interface Line {
  kind: "line";
  runs: Run[];
  item: boolean;
}

export interface Grid {
  kind: "grid";
  rows: Run[][][];
  header: boolean;
}

/** A block of a long answer: see lawbook.forms.passage. */
export type Passage = Line | Grid;

/** A piece of a paragraph, with the tag of the innermost control. */
export type Piece = [text: string, bold: boolean, tag: string];

export type Block = Paragraph | Table;

/** Where a field stands in a document. */
export interface AnswerSlot {
  blocks: Block[];
  label: string;
  extra: string;
  sharedWith: string[];
}

/** Which form a file is. */
export interface Origin {
  form: string;
  version: string;
  title: string;
  mark: string;
}

/** What a Word file says: see readback.js. */
export interface Readback {
  form: Form;
  answers: Answers;
  origin: Origin;
  faults: [key: string, message: string][];
  notes: string[];
  altered: string[];
}


// The names between braces of a sentence: {field}, {number}.
export type Places<Text extends string> =
  Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
