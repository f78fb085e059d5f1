// What the scripts of 引用核对 share: the shelf as scripts/lawbook/export/citations.py writes it, and
// what is made of it.

/** What it is called behind the name of its volume, its address, its text (in a lean shelf: whether one is held), whether the text is cut. */
export type Provision = [display: string, url: string, text: string | boolean, cut: boolean];

export interface Volume {
  key: string;
  name: string;
  title: string;
  number: string;
  authority: string;
  status: string;
  draft: boolean;
  whole: boolean;
  checked: string;
  mark: string;
  extent: Record<string, number>;
  provisions: Record<string, Provision>;
}

export interface Names {
  keys: Record<string, string>;
  bare: string[];
  numbers: Record<string, string>;
  current: string;
  draft: string;
  titles: Record<string, string>;
  drafts: Record<string, string>;
  others: string[];
}

export type Patterns = Record<string, string>;

export interface Shelf {
  lean: boolean;
  patterns: Patterns;
  names: Names;
  volumes: Record<string, Volume>;
  verdicts: Record<string, { tag: string; label: string; description: string }>;
}

/** "art-12", "par-1": from the document downwards. */
export type Steps = string[];

export type How = "named" | "foreign" | "misnamed" | "number" | "relative" | "before" | "assumed";

export interface Mention {
  start: number;
  end: number;
  how: How;
  document: string;
  name: string;
  steps: Steps[];
  number: string;
  open: boolean;
  title?: boolean;
}

export interface Quote {
  start: number;
  end: number;
  text: string;
}

export interface Change {
  kind: "same" | "extra" | "missing";
  text: string;
}

/** What is said of a quotation. */
export interface Judged {
  verdict: string;
  wrong: boolean;
  detail: string;
  changes: Change[];
}

/** Where steps lead: the key of a place, "" for none. */
export interface Reached {
  verdict: string;
  key: string;
  nearest: string;
}

export interface Finding extends Judged {
  start: number;
  end: number;
  text: string;
  display: string;
  url: string;
  mark: string;
  checked: string;
  citation: string;
}

/** A quotation beside the provision it is said to come from. */
export interface Asked {
  shelf: Shelf;
  volume: Volume;
  reached: string;
  quoted: string[];
  introduced: boolean;
}
