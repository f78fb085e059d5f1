// What the tools read (scripts/lawbook/export/tools.py) and what they make of it.

/** A child of an element: see common-elements.js. */
export type Child = Node | string | null | undefined | false | Child[];
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** What stands in the address: pairs of a name and a value. */
export type Pair = [name: string, value: string];

export interface Statement {
  basis: string[];
  see: string[];
  /** null: this guide's own advice. */
  confidence: string | null;
  unseen: boolean;
}

export interface Post {
  name: string;
  address: string;
  fact?: string;
}

export interface Ground extends Post {
  others?: Post[];
  authority?: string;
  text?: string;
}

export interface Word {
  label: string;
  description: string;
  quiet?: boolean;
}

export interface Common {
  grounds: Record<string, Ground>;
  confidences: Record<string, Word>;
  authorities: Record<string, Word>;
  roles: Record<string, string>;
}

export interface Tool<Data = Common> {
  name: string;
  mount: HTMLElement;
  host: HTMLElement;
  data: Data;
  root: string;
}

export interface Remark extends Statement {
  text: string;
}

export interface Trigger {
  key: string;
  label: string;
  time: boolean;
}

export interface Deadline extends Statement {
  key: string;
  title: string;
  triggers: string[];
  start_defined: boolean;
  start: string;
  length?: number;
  unit: "natural_day" | "month" | "date" | "hour" | "working_day" | "unspecified";
  on?: string;
  period: string;
  kind: "limit" | "interval" | "term";
  actor: string[];
  listed: "any" | "only" | "not";
  place: string;
  instead_of: string[];
  extension: Remark[];
  note?: string;
  address: string;
}

/** What a deadline is counted by; its title is told where hours have no beginning. */
export type Limit = Pick<Deadline, "unit" | "length" | "on" | "kind"> & { title?: string };

export interface Year {
  year: number;
  off: string[];
  working: string[];
}

export interface Deadlines extends Common {
  counting: (Remark & { units: string[]; when_rolled: boolean })[];
  triggers: Trigger[];
  deadlines: Deadline[];
  years: Year[];
  places: { key: string; label: string }[];
  national: string;
}

/** A day since 1970-01-01 and minutes of it, null where no time was said. */
export interface Start {
  day: number;
  time: number | null;
}

/** A deadline counted: see `due` in deadlines-count.js. */
export interface Due<D = Deadline> {
  deadline: D;
  start: Start;
  day: number | null;
  time: number | null;
  rolled: number | null;
  missing: number | null;
}

export type DatedDue = Due & { day: number };

/** What is asked of the calculator. */
export interface Asked {
  trigger: string;
  date: string;
  time: string;
  listed: string;
  place: string;
  project: string;
}

export type Wanted = Asked & { starts: Map<string, string> };

export interface Duty extends Statement {
  key: string;
  who: string[];
  force: string;
  what: string;
  when: string;
  stage: string;
  topic: string;
  place: string;
  note?: string;
  deadline?: string;
  human_judgement?: boolean;
  responsible: string[];
}

export interface Obligations extends Common {
  topics: string[];
  national: string;
  obligations: Duty[];
}

export interface Condition {
  question?: string;
  answers: string[];
  term?: string;
  any: Condition[];
  all: Condition[];
  none: Condition[];
}

interface Conditional {
  only_if: Condition[];
}

export interface Answer extends Conditional, Statement {
  key: string;
  label: string;
  alone: boolean;
  clash?: string;
  why?: string;
}

export interface Question extends Conditional, Statement {
  key: string;
  kind: "one" | "several";
  part: string;
  ask: string;
  help?: string;
  statements: string[];
  answers: Answer[];
}

export interface Wording extends Conditional {
  text: string;
}

export interface Reason extends Conditional, Statement {
  key: string;
  level: "need" | "ask";
  title: string;
  text: string;
  found: Wording[];
  understood: boolean;
}

export interface Listed {
  key: string;
  title: string;
  hit: string;
  maybe: string;
}

export interface Verdict extends Conditional {
  key: string;
  early: boolean;
  says: Wording[];
  slots: { key: string; title: string; says: Wording[] }[];
  next: Wording[];
  trigger: Wording[];
  paper: string;
  buttons: string[];
}

export interface Consequence extends Conditional, Statement {
  key: string;
  kind: string;
  title: string;
  text: string;
  understood: boolean;
  deadlines: string[];
  forms: string[];
}

export interface Fill extends Conditional {
  key: string;
  form: string;
  field: string;
}

export interface Pointer extends Conditional {
  criterion?: string;
  example?: string;
  far?: boolean;
}

/** The rules of the self-test. */
export interface Decision {
  parts: { key: string; title: string }[];
  questions: Question[];
  terms: ({ key: string } & Conditional)[];
  lists: Listed[];
  reasons: Reason[];
  verdicts: Verdict[];
  consequences: Consequence[];
  fills: Fill[];
  pointers: Pointer[];
}

export interface Navigator extends Common, Decision {
  deadlines: Record<string, Deadline>;
  forms: Record<string, { title: string; address: string; fill: string; blank: string }>;
  criteria: Record<string, string>;
  examples: Record<string, string>;
}

/** The answers by question, and the names that hold. */
export interface Sheet {
  given: Map<string, string[]>;
  names: Set<string>;
}

export interface Said {
  question: Question;
  answer: Answer;
}

/** What the answers lead to: see `route` in navigator-route.js. */
export interface Route {
  question: Question | null;
  said: Said[];
  reasons: Reason[];
  hit: Listed[];
  maybe: Listed[];
  verdict: Verdict | null;
  heading: string;
  facts: Pair[];
  next: string[];
  trigger: string;
  consequences: Consequence[];
  fills: Fill[];
  pointers: Pointer[];
  unused: string[];
}

/** A route that has come to its verdict. */
export type Result = Route & { verdict: Verdict };

/** What the buttons of the self-test do. */
export interface Acts {
  answer: (key: string) => void;
  back: (() => void) | undefined;
  change: (question: Question) => Child;
  restart: () => void;
}
