// What the scripts of a form's page share: its entries, its drafts, and the page itself.
import type { Answers, Raw, Remark, Shape, State } from "../forms/types";
import type { checker } from "./remarks.js";
import type { entries } from "./entries.js";
import type { autosaver } from "./autosave.js";
import type { page } from "./page.js";
import type { steps } from "./steps.js";
import type { checked } from "./remarks.js";

export interface Head {
  title: string;
  mark: string;
}

/** From where an answer came: words of the navigator, or the field from which it was carried. */
export type Source = string | { field: string };

export type From = Record<string, Source>;

/** Who wrote a state of a draft, and for which time. */
export interface Mark {
  line: string;
  turn: number;
}

/** A draft: see draft_store.js. A broken one has nothing but its id, name and text. */
export interface Draft extends Partial<Mark> {
  id: string;
  name: string;
  saved: number;
  form: string;
  rev: string | null;
  state: State;
  version?: string;
  named?: boolean;
  head?: Partial<Head>;
  from?: From;
  shape?: Record<string, Shape>;
  /** Of the state on top of which this one began. */
  base?: Mark | null;
  broken?: boolean;
  text?: string | null;
  /** Found again, and not stored yet. */
  unkept?: boolean;
  /** The copy whose draft it is, where it is another's. */
  copy?: string;
  /** The case to which it leads back: words and a state in the address. */
  desk?: string[];
}

/** What a draft begins with. */
export interface Begin {
  name?: string;
  head?: Partial<Head>;
  from?: From;
}

/** What the second place holds of a draft. */
export interface SecondEntry {
  id: string;
  key: string;
  text?: string;
  gone?: (Pick<Draft, "rev" | "line" | "turn" | "base"> & { at: number }) | false | null;
}

/** The drafts of one form in one copy: see `drafts` in draft_store.js. */
export interface Book {
  read(id: string): Draft | null;
  list(): Draft[];
  others(): Draft[];
  of(other: string): Book;
  write(draft: Draft): Draft;
  restore(draft: Draft): boolean;
  remove(id: string): void;
  forget(id: string, text?: string | null): void;
  settle(id: string): void;
  idOf(key: string | null): string | null;
  parsed(id: string, text: string): Draft;
  secondEntries(): Promise<SecondEntry[]>;
  deleted(id: string): boolean;
  old: Book | null;
  off(): boolean;
  stop(at?: number): boolean;
  resume(): void;
  recalled(): Promise<void>;
  isSwitch(key: string | null): boolean;
  whole(draft: Draft): Promise<Draft>;
  away(): Promise<boolean> | null;
}

/** The control of a field. */
export type Control = HTMLInputElement | HTMLTextAreaElement;

/** A question on the page. */
export interface Entry<R extends Raw = Raw> {
  key: string;
  kind: string;
  node: HTMLElement;
  read(): R;
  write(value: Raw | undefined): void;
  filled(): boolean;
  target(): Control;
  /** As an answer file holds it. */
  tree(value: R): unknown;
  spelt?(value: string): string;
  prune?(): void;
}

/** What an entry of a kind can do. */
export type Made<R extends Raw> = Omit<Entry<R>, "key" | "kind" | "node">;

export type Entries = ReturnType<typeof entries>;
export type Page = ReturnType<typeof page>;
export type Autosave = ReturnType<typeof autosaver>;
export type Steps = ReturnType<typeof steps>;
export type Checker = ReturnType<typeof checker>;
export type Checked = ReturnType<typeof checked>;

/** What is told of drafts: see troubles.js. */
export interface Say {
  saved(draft: Draft): void;
  off(draft: Draft): void;
  full(draft: Draft): void;
  closed(draft: Draft): void;
  forked(name: string): void;
  again(name: string): void;
  gone(name: string): void;
  elsewhere(other: Draft): void;
}

/** What can be done about troubles. */
export interface Acts {
  again: () => void;
  keep: () => void;
  open: (draft: Draft) => void;
  both: () => void;
  saved: (draft: Draft) => void;
}

/** A file that was read. */
export interface Opened {
  name: string;
  answers: Answers;
  state: State;
  notes: string[];
  remarks: Remark[];
  /** Whether it is one of another form. */
  begun?: string;
}

/** An answer that another field repeats. */
export interface Echo {
  from: string;
  to: string;
  made: (text: string) => string;
}

/** A table from the clipboard against the columns of a list. */
export interface Matched {
  indexes: number[];
  rows: string[][];
  left: string[];
  serial: boolean;
}


