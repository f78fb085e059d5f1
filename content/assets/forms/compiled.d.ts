// A form compiled for Word, as lawbook.word.export writes it: parts, segments and slots.

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
  optional: boolean;
}

export interface BlankSlot {
  slot: "blank";
  xml: string;
}

export type Slot = LineSlot | BoxSlot | OnlySlot | PassageSlot | SizeSlot | RowsSlot | BlankSlot;

export type Segment = string | Slot;
