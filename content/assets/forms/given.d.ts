// What was answered: values, answers, findings, drafts, and what is read of a Word file.
import type { Paragraph, Table } from "./content.js";
import type { Form } from "./types";

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
