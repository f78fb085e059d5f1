// What the scripts of 委员会工作台 share: how a case goes (scripts/lawbook/export/case_data.py), a case, and the page.
// Names are those of the classes in scripts/lawbook/rules/caseflow.py and desk.
import type { Answers, Form, OnlyIf } from "../forms/types";
import type { Draft } from "../filling/types";
import type { Deadline, Deadlines, Due, Statement, Tool } from "../tools/extracts";
import type { deeds } from "./deeds.js";
import type { folder } from "./folder.js";
import type { row } from "./register.js";
import type { Check } from "./checks";

/** "" where nothing is asked. */
export type Audience = "applicant" | "internal" | "re-review" | "received";

export interface Group {
  key: string;
  label: string;
  what: string;
}

export interface Step {
  key: string;
  label: string;
  short: string;
  listed: boolean;
}

export interface Source {
  form: string;
  field: string;
  yes: string[];
  no: string[];
}

export interface CaseFact {
  key: string;
  label: string;
  sources: Source[];
}

export interface State {
  key: string;
  label: string;
  group: string;
  step: string | null;
  offers: string[];
  due: string[];
  also: string[];
  near: { days: number; to: string } | null;
  lacking: string | null;
}

/** Where an act leads. */
export interface Lead {
  to: string | null;
  when: OnlyIf;
  listed: boolean | null;
  within: string[];
  first: string | null;
  next: string | null;
  starts: Record<string, string>;
  stops: string[];
  sets: Record<string, string>;
}

export interface Ask {
  key: string;
  label: string;
  kind: "text" | "date";
  required: boolean;
  options: string[];
}

/** A paper or an event. */
export interface Act {
  key: string;
  label: string;
  verb: string;
  audience: Audience;
  day: string | null;
  after: string[];
  needs: string[];
  follows: string[];
  asks: Ask[];
  fills: Record<string, string>;
  afresh: Record<string, string[]>;
  turn: string | null;
  extends: string | null;
  ends: string[];
  approved: boolean;
  many: boolean;
  leads: Lead[];
}

/** The acts of a flow by key, as an index gives them: whoever has a key from outside looks whether there is one. */
export type Acts = Omit<Map<string, Act>, "get" | "has"> & {
  get(key: string | null | undefined): Act;
  has(key: string | null | undefined): boolean;
};

export interface CaseRule extends Statement {
  key: string;
  checks: Check;
  message: string;
  remedy: string;
  level: "fails" | "warns";
}

/** Where a committee's members stand: form.field of their list, of the minutes, and the minutes' field of points. */
export interface Roll {
  members: string;
  minutes: string;
  points: string;
}

/** How a case goes. */
export interface Flow {
  roll: Roll;
  groups: Group[];
  steps: Step[];
  facts: CaseFact[];
  states: State[];
  papers: Act[];
  plans: string[];
  events: Act[];
  rules: CaseRule[];
}

/** Form → field → what it is called, or option → its words. */
export type Titles = Record<string, Record<string, string>>;
export type Labels = Record<string, Record<string, Record<string, string>>>;

/** The data file of the desk. */
export interface Book extends Deadlines {
  flow: Flow;
  surnames: import("./checks").Surnames;
  labels: Labels;
  titles: Titles;
  /** Gives the fields of a paper that must be changed; set by the page. */
  lacks?: (entry: Entry) => string[];
  /** What was found of papers, while work is done that checks each once. */
  checked?: WeakMap<Entry, import("../forms/types").Remark[]> | null;
}

/** An answer as a case's file holds it. */
export type Kept = string | Record<string, string> | (string | Record<string, string>)[];

export interface Entry {
  paper?: string;
  event?: string;
  day: string;
  answers?: Record<string, Kept>;
  said?: Record<string, string>;
}

/** A case: the tree of its file. */
export interface Tree {
  case: string;
  mark?: string;
  place?: string;
  entries: Entry[];
}

/** A case followed through its entries: see `standing` in flow.js. */
export interface Now {
  tree: Tree;
  acts: Acts;
  state: State;
  since: string;
  facts: Record<string, string>;
  listed: boolean | null;
  /** Trigger → the day from which it runs. */
  starts: Map<string, string>;
  /** Deadline → the day until which it was extended. */
  extended: Map<string, string>;
  done: Map<string, string>;
  strange: [entry: Entry, problem: string][];
  /** What was known when each entry came. */
  before: Record<string, string>[];
  follows: (Entry | null)[];
  past: [state: State, by: Entry][];
  trail: State[];
  by: Entry;
  next: string | null;
  states: State[];
  begun: Map<string, number>;
  ended: Map<string, number>;
}

export type Row = ReturnType<typeof row>;
/** When a deadline of a case ends. */
export interface Term {
  deadline: Deadline;
  run: Due;
  day: number | null;
  extended: boolean;
  rolled: number | null;
}

export type Forms = (key: string) => Form;

/** What a rule over a case finds, with the words of its message. */
export type Hit = Record<string, string | undefined>;

/** What rules over a case look at. */
export interface Seen {
  book: Book;
  now: Now;
  acts: Acts;
  tree: Tree;
  members: string[];
  names: Map<Check, [entry: Entry, field: string, mentions: [name: string, sure: boolean][]][]>;
}

/** What is wrong with a case. */
export interface CaseFinding {
  where: string;
  reason: string;
  remedy: string;
  advice: boolean;
  rule: CaseRule | null;
  basis?: string;
}

export type Member = Record<string, string>;

export interface Vote {
  vote?: string;
  conflict?: boolean;
}

/** What a folder keeps. */
export interface Held {
  cases: Tree[];
  /** Number → form → id of the draft of a paper. */
  writing: Record<string, Record<string, string | undefined>>;
  members: Member[];
  /** Meeting (see `meetingOf` in votes.js) → name → vote. */
  votes: Record<string, Record<string, Vote>>;
}

export type Folder = ReturnType<typeof folder>;

/** What became of a file that came in. */
export interface Result {
  sign: string;
  words: string;
  more?: string[];
  number?: string;
  view?: string;
}

export interface Filter {
  show: string;
  year: string;
}

/** The page without what can be done with a case. */
export interface Bare {
  tool: Tool<Book>;
  now: number;
  today: string;
  received?: string;
  forms: Forms;
  number: string | null;
  view: string | null;
  pairs: import("../tools/extracts").Pair[];
  words: string;
  results: Result[];
  saved: HTMLElement;
  folder: Folder;
  show(moved?: boolean): void;
  home(): void;
  people(): string[];
  opens(draft: Draft): Promise<void>;
  takes(files: File[]): Promise<void>;
  examples(): Promise<void>;
}

export type Page = Bare & ReturnType<typeof deeds>;

/** A paper that came in. */
export interface Paper {
  form: Form;
  answers: Answers;
  faults: [string, string][];
  altered: string[] | null;
}


