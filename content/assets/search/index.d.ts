// What the scripts of the search share: its files as scripts/lawbook/search/index.py writes them, and
// what is made of them.
import type { engine } from "./engine.js";
import type { store } from "./store.js";
import type { weighing } from "./weighing.js";

export type Fold = (text: string) => string;

/** A number in its one spelling (#30日), or a run of signs, and where it stands. */
export type Numbered = [term: string, start: number, end: number];

/** What stands in a text, and how much it says. */
export type Span = [start: number, end: number, weight: number];

/** Under what results are shown. */
export type Group = [key: string, title: string, page: string, badges: string[], rank: number];

/** The heads of entries, a list a column: the anchors and names of their parts a line each. "~" stands for what follows
 * from the key. */
export interface Heads {
  home: number[];
  kind: number[];
  key: string[];
  title: string[];
  page: string[];
  rank: number[];
  anchor: string[];
  part: string[];
}

/** Words that mean each other: what is said for them, or whether only the first is also the others. */
export type Synonyms = [said: string[] | number, ...words: string[]];

/** What is done where: paths, verbs that begin a query, what they are done to. */
export type Task = [paths: string[], verbs: string[], what: string[]];

/** A word for a document, and its key. */
export type Name = [word: string, document: string];

/** How wordings are filed: what each file weighs, how much a query may ask for, and the commonest signs, of which the
 * first so many are silent. */
export interface Filed {
  sizes: number[];
  most: number;
  silent: number;
  common: string;
}

/** search/words-*.js: entries as steps from one to the next, their wordings a line each. */
export interface Shard {
  entries: number[];
  wordings: string[];
  synonyms: Synonyms[];
}

/** search/index.js: what answers at once; twins are entries with the wordings of another. */
export interface Index {
  doors: string[];
  order: string[];
  asking: string[];
  names?: Name[];
  laws?: string[];
  synonyms: Synonyms[];
  traditional: string;
  groups: Group[];
  heads: Heads;
  twins: [entry: number, other: number][];
  shards: Filed;
  /** The anchor of the head of each page, where the theme gives it one. */
  top?: string;
}

/** search/texts.js: everything of all entries, and the heads of those that did not answer at once, with their numbers. A
 * number in the place of wordings is the entry that has the same. */
export interface Texts {
  texts: string[][];
  late: number[];
  heads: Heads;
  wordings: (string | number)[];
  grounds: string[];
  synonyms: Synonyms[];
  spoken: Synonyms[];
  elsewhere: string[];
  formalities: string[];
  ours: string[];
  tasks: Task[];
}

/** search/sounds.js: the signs of each syllable. */
export type Readings = Record<string, string>;

export interface Part {
  anchor: string;
  name: string;
  text: string;
  folded?: string;
  numbers?: Numbered[];
}

/** A part that was looked into. */
export type Seen = Part & { folded: string; numbers: Numbered[] };

/** What a reader is shown of something. */
export interface Shown {
  key: string;
  kind: number;
  group: number;
  title: string;
  page: string;
  parts: Part[];
  grounds?: string;
}

export interface Entry extends Shown {
  id: number;
  rank: number;
  wordings: string[];
  grounds: string;
  folded?: string;
  near?: { title: Set<string>; wordings: Set<string>[] };
}

export interface Posting {
  ids: number[];
  impacts: number[];
}

/** How a unit can be met: all of the terms. */
export interface Way {
  terms: string[];
  share: number;
}

/** A piece of a query; its weight is null until it is weighed. */
export interface Spoken {
  start: number;
  end: number;
  weight: number | null;
  share: number;
  /** Whether it only asks. */
  asked: boolean;
  ways: Way[];
}

export type Unit = Spoken & { weight: number };

export interface Meaning {
  word: string;
  others: string[];
}

/** What a query cites: see `citedIn` in cited.js. */
export interface Cited {
  documents: string[];
  steps: string[];
  rest: string;
  firm: boolean;
}

export interface Hit {
  id: number;
  entry: Entry;
  score: number;
  coverage: number;
  anchor?: string;
}

/** What is shown as a result, though nothing was measured on it. */
export interface Near {
  entry: Shown;
  score: number;
  anchor?: string;
}

/** A word to mark. */
export interface Term {
  word: string;
  weight: number;
  number?: string;
}

/** A result as the theme wants it. */
export interface Item {
  location: string;
  title: string;
  text: string;
  score: number;
  terms: Record<string, boolean>;
  key?: string;
}

/** What is said of results. */
export interface Told {
  say: string;
  count: number;
  meant: string;
}

export type Shelf = ReturnType<typeof store>;
export type Weighing = ReturnType<typeof weighing>;
export type Engine = ReturnType<typeof engine>;
export type Outcome = ReturnType<Engine["find"]>;

/** What the theme, or the box, says to the worker. */
export type Message =
  | { type: 0; data?: undefined }
  | { type: 2; data: string }
  | { type: 10; data: number | null }
  | { type: 11; data?: undefined };

export interface Result extends Told {
  type: 3;
  data: { items: Item[][] };
  asked: string;
  /** Whether the same words were answered before, without the texts. */
  more?: boolean;
}

export type Answer = { type: 1 } | Result;

export type Take = (message: Message) => void;

/** The files of the index that come later. */
export type Later = (name: string, given: Texts | Readings | Shard) => void;
export type Fetch = (name: string, take: Later, done: () => void) => void;

/** search/engine.js. */
export interface Whole {
  adapter: (data: Index, send: (answer: Answer) => void, fetch: Fetch) => Take;
}

/** What stands in the place of the theme's worker. */
export type InPlace = DocumentFragment & {
  onmessage?: ((event: MessageEvent<Answer>) => void) | null;
  postMessage: (message: Message) => void;
  terminate: () => void;
  prepare: () => void;
};
